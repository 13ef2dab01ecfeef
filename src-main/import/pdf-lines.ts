/** What pdf.js gives for a run of text; lengths are in points. */
export interface TextItem {
  str: string
  dir: string
  width: number
  height: number
  transform: number[]
  fontName: string
}

/** A line as printed: `left` and `right` along the writing direction, `down` across it. */
export interface PrintedLine {
  text: string
  left: number
  right: number
  down: number
  size: number
  angle: number
  firstFont: string
  lastFont: string
}

// In units of the letter size.
const SAME_LINE = 0.5
const WORD_GAP = 0.15
const COLUMN_GAP = 2.5
const STEP_BACK = 1

interface Run extends PrintedLine {
  isRightToLeft: boolean
}

/** Runs of text that stand side by side, in the order in which the page draws them; wide gaps become tabs. */
export function printedLines(items: TextItem[]): PrintedLine[] {
  const lines: PrintedLine[] = []
  for (const item of items) {
    const run = runOf(item)
    const line = lines.at(-1)
    if (run.text.trim() === '') {
      if (line && isBeside(line, run)) line.text = line.text.trimEnd() + ' '
    } else if (line && isBeside(line, run)) append(line, run)
    else lines.push({ ...run })
  }
  return lines.map(line => ({ ...line, text: line.text.trim() }))
}

function runOf({ str, dir, width, height, transform, fontName }: TextItem): Run {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform
  const angle = Math.atan2(b, a)
  const left = e * Math.cos(angle) + f * Math.sin(angle)
  return {
    text: str.replace(/[\r\n\f\v]+/g, ' '),
    left,
    right: left + width,
    down: e * Math.sin(angle) - f * Math.cos(angle),
    size: Math.hypot(c, d) || height || 1,
    angle,
    firstFont: fontName,
    lastFont: fontName,
    isRightToLeft: dir === 'rtl',
  }
}

function isBeside(line: PrintedLine, run: Run): boolean {
  const size = Math.max(line.size, run.size)
  if (Math.abs(run.angle - line.angle) > 0.01 || Math.abs(run.down - line.down) > SAME_LINE * size) return false
  return run.isRightToLeft || run.left > line.right - STEP_BACK * size
}

function append(line: PrintedLine, run: Run): void {
  const gap = run.isRightToLeft ? Math.max(line.left - run.right, run.left - line.right) : run.left - line.right
  const size = Math.max(line.size, run.size)
  if (gap > COLUMN_GAP * size) line.text = `${line.text.trimEnd()}\t${run.text.trimStart()}`
  else line.text += (gap > WORD_GAP * size && !/\s$/.test(line.text) && !/^\s/.test(run.text) ? ' ' : '') + run.text
  line.left = Math.min(line.left, run.left)
  line.right = Math.max(line.right, run.right)
  line.lastFont = run.lastFont
  line.size = size
}
