/** Collects text as a page lays it out: blanks collapse, breaks and blank lines are written once. */
export interface TextWriter {
  text(raw: string): void
  preformatted(raw: string): void
  /** At least so many line ends before the next text: 1 a new line, 2 a blank line. */
  breakLine(lineEnds: number): void
  addLineEnd(): void
  /** Written before the next text of the line, or not at all. */
  mark(marker: string): void
  /** The next text stays on this line whatever breaks come first. */
  join(): void
  endJoin(): void
  toString(): string
}

export function textWriter(blanks: RegExp): TextWriter {
  const pieces: string[] = []
  let lineEnds = 0
  let hasSpace = false
  let isJoining = false
  let marker = ''

  function startPiece(): void {
    if (isJoining) pieces.push(' ')
    else if (lineEnds > 0) pieces.push(pieces.length > 0 ? '\n'.repeat(lineEnds) : '')
    else if (hasSpace && pieces.length > 0) pieces.push(' ')
    if (marker) pieces.push(marker)
    lineEnds = 0
    hasSpace = false
    isJoining = false
    marker = ''
  }

  return {
    text(raw) {
      const collapsed = raw.replace(blanks, ' ')
      if (collapsed.startsWith(' ')) hasSpace = true
      const words = collapsed.slice(collapsed.startsWith(' ') ? 1 : 0, collapsed.endsWith(' ') ? -1 : undefined)
      if (words === '') return
      startPiece()
      pieces.push(words)
      hasSpace = collapsed.endsWith(' ')
    },
    preformatted(raw) {
      if (raw === '') return
      startPiece()
      pieces.push(raw)
    },
    breakLine(wanted) {
      lineEnds = Math.max(lineEnds, wanted)
      hasSpace = false
    },
    addLineEnd() {
      lineEnds = Math.min(lineEnds + 1, 2)
      hasSpace = false
    },
    mark(text) {
      marker = text
    },
    join() {
      isJoining = true
    },
    endJoin() {
      isJoining = false
    },
    toString: () => pieces.join(''),
  }
}
