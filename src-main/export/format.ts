import type { ExportContent } from './exported-session.ts'

/** Text to add to the end of a file. */
export interface Piece {
  readonly file: string
  readonly text: string
  /** Nothing more comes for this file. */
  readonly isLast?: boolean
}
export interface Format {
  /** One file, or a folder of them. */
  readonly isFolder: boolean
  /** Gives the files piece by piece, and at the end says what of the content they do not hold. The same content gives the same bytes. */
  write(content: ExportContent): Generator<Piece, readonly string[]>
}
