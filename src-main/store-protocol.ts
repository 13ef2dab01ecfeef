import type { RequestName } from '../src-preload/contract.ts'

/** First argument of the store process, as JSON. */
export interface StoreOptions {
  readonly path: string
  /** Makes a new project; refused where a file is. */
  readonly create: boolean
  /** Who is named in the journal. */
  readonly author: string
  /** How often changes are backed up, in minutes; 0 for never. */
  readonly backupMinutes: number
}

export type ToStore = { readonly id: number; readonly name: string; readonly input: unknown } | { readonly close: true }

/** `opened` or `failed` comes first and once; `closed` is the last word before the process exits by itself. */
export type FromStore =
  | { readonly opened: { readonly isReadOnly: boolean } }
  | { readonly failed: { readonly code: string; readonly message: string } }
  /** The `Reply` as JSON: main passes it on to the window as it is. */
  | { readonly id: number; readonly reply: string }
  | { readonly changed: readonly RequestName[] }
  | { readonly closed: true }
