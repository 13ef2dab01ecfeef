import { withoutMarks } from './marks.ts'
import type { Random } from './random.ts'

type Mess = (random: Random, text: string) => string

/** Breaks lines at 80 columns, between words. */
function wrap(text: string): string {
  const rows: string[] = []
  for (const line of text.split('\n')) {
    let row = ''
    for (const word of line.split(' ')) {
      if (row !== '' && row.trim() !== '' && withoutMarks(`${row} ${word}`).length > 80) {
        rows.push(row)
        row = word
      } else row = row === '' ? word || ' ' : `${row} ${word}`
    }
    rows.push(row)
  }
  return rows.join('\n')
}

const nbsp: Mess = (random, text) => text.replace(/(?<=[a-z]) (?=[a-z])/g, space => (random.chance(0.02) ? '\u00a0' : space))

export const messes: Readonly<Record<string, Mess>> = {
  nbsp,
  tabs: (_, text) => text.replace(/^ {4}/gm, '\t'),
  'no-blank-lines': (_, text) => text.replace(/\n{2,}/g, '\n'),
  'even-blank-lines': (_, text) => text.replace(/\n+/g, '\n\n'),
  'no-indent': (_, text) => text.replace(/^[ \t]+/gm, ''),
  wrapped: (_, text) => wrap(text),
  banner: (_, text) =>
    `This is now a legacy site and could be not up to date. Please move to the new IGF website.\nSkip to main content\nHome\nAbout\nYou are here\nHome\n\n${text}`,
  menu: (_, text) => `Skip to main content\nInternet Governance Forum\nMenu\nHome\nAbout\nProgramme\nContact\n\n${text}`,
  footer: (_, text) =>
    `${text}\n\nContact Information\n\nUnited Nations\nSecretariat of the Internet Governance Forum (IGF)\n\nVilla Le Bocage\nPalais des Nations,\nCH-1211 Geneva 10\nSwitzerland\n\nigf [at] un [dot] org\n+41 (0) 229 173 678\n`,
  twice: (_, text) => `${text}\n${withoutMarks(text)}`,
  'trailing-spaces': (random, text) => text.replace(/$/gm, () => (random.chance(0.2) ? '  ' : '')),
}

/** Does to the whole text what its mess asks for, in a fixed order. */
export function messUp(random: Random, text: string, mess: ReadonlySet<string>): string {
  return Object.keys(messes).reduce((page, name) => (mess.has(name) ? messes[name]!(random, page) : page), text)
}
