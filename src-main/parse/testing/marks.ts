import type { SectionKey } from '../../../src-preload/record.ts'

/** Marks inside a page being made: each opens or closes a section, and is taken out when the page is done. */
const firstMark = 0xe000

export interface Marks {
  readonly keys: { readonly key: SectionKey; readonly unlabelled: boolean; readonly looseEnd: boolean }[]
}

export const openMark = (index: number) => String.fromCharCode(firstMark + 2 * index)
export const closeMark = (index: number) => String.fromCharCode(firstMark + 2 * index + 1)
export const withoutMarks = (text: string) => text.replace(/[\ue000-\uf8ff]/g, '')

export interface GoldSection {
  readonly span: readonly [number, number]
  readonly unlabelled?: true
  readonly looseEnd?: true
}

/** The page without its marks, and where the sections they bounded stand in it. */
export function takeMarks(marked: string, marks: Marks): { text: string; sections: Partial<Record<SectionKey, GoldSection>> } {
  const starts: number[] = []
  const ends: number[] = []
  let text = ''
  for (const piece of marked.split(/([\ue000-\uf8ff])/)) {
    const code = piece.length === 1 ? piece.charCodeAt(0) - firstMark : -1
    if (code < 0 || code > 0x18ff) text += piece
    else (code % 2 === 0 ? starts : ends)[code >> 1] = text.length
  }
  const sections: Partial<Record<SectionKey, GoldSection>> = {}
  for (const [i, { key, unlabelled, looseEnd }] of marks.keys.entries())
    if (starts[i] !== undefined)
      sections[key] = { span: [starts[i], ends[i]!], ...(unlabelled && { unlabelled }), ...(looseEnd && { looseEnd }) }
  return { text, sections }
}

/** Where the text after a section has no heading, nobody can say for sure where the section ends. */
export function withLooseEnds(text: string, sections: Partial<Record<SectionKey, GoldSection>>): typeof sections {
  const all = Object.values(sections)
  const isLoose = ({ span }: GoldSection) =>
    all.some(next => next.unlabelled && next.span[0] >= span[1] && text.slice(span[1], next.span[0]).trim() === '')
  return Object.fromEntries(Object.entries(sections).map(([key, one]) => [key, isLoose(one) ? { ...one, looseEnd: true } : one]))
}
