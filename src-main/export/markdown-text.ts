/** What means something in the middle of a line, in CommonMark or in GitHub's tables, strikethrough and mathematics. */
const anywhere = /[\\`*_[\]<|~$]|&(?=#?\w+;)/g
/** What makes a line a heading, a list, a quotation, a rule, a fence or a definition. */
const atStart = /^(?:[#+\-=>:]|\d{1,9}(?=[.)]))/

/** A text as paragraphs that read as it does: its words, its lines, and nothing that Markdown would take for markup. */
export function paragraphs(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n(?:[ \t]*\n)+/)
    .map(paragraph => paragraph.split('\n').map(escapedLine).filter(Boolean).join('\\\n'))
    .filter(Boolean)
    .join('\n\n')
}

/** A text on one line: for headings, cells and items. */
export function inline(text: string): string {
  return escapedLine(text.replace(/\s+/gu, ' ')).replace(/#$/, '\\#')
}

function escapedLine(line: string): string {
  return line
    .replace(/^[ \t]+/, '')
    .trimEnd()
    .replace(anywhere, '\\$&')
    .replace(atStart, start => (/\d/.test(start) ? `${start}\\` : `\\${start}`))
}
