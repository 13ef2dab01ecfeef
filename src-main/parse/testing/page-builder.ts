import type { ParsedPerson, Role, SectionKey, SessionType } from '../../../src-preload/record.ts'
import { closeMark, openMark } from './marks.ts'
import type { Marks } from './marks.ts'
import type { Random } from './random.ts'

export const renderings = ['R1', 'R1-flat', 'R1-tight', 'R1+checkin', 'R2', 'R3'] as const
export type Rendering = (typeof renderings)[number]

export interface GoldPerson {
  readonly role: Role
  readonly name: string | null
  readonly affiliation?: string
  readonly stakeholderGroup?: ParsedPerson['stakeholderGroup']
  readonly regionalGroup?: ParsedPerson['regionalGroup']
}

export interface Gold {
  readonly scalars: Record<string, string | number>
  readonly people: GoldPerson[]
  readonly sdgs: string[]
  readonly topics: string[]
}

/** A page while it is being made: its lines, with marks where sections begin and end, and what should be read in it. */
export interface Page {
  readonly random: Random
  readonly year: number
  readonly type: SessionType
  readonly rendering: Rendering
  readonly mess: ReadonlySet<string>
  readonly lines: string[]
  readonly gold: Gold
  readonly marks: Marks
  /** Set when the last label was written without its line break. */
  glue: string
  /** The last label is gone, so what follows has none. */
  isUnlabelled: boolean
}

export function newPage(random: Random, year: number, type: SessionType, rendering: Rendering, mess: ReadonlySet<string>): Page {
  return {
    random,
    year,
    type,
    rendering,
    mess,
    lines: [],
    gold: { scalars: {}, people: [], sdgs: [], topics: [] },
    marks: { keys: [] },
    glue: '',
    isUnlabelled: false,
  }
}

const isTight = (page: Page) => page.rendering === 'R1-tight' || page.rendering === 'R3'
export const indent = (page: Page) => (page.rendering === 'R1' || page.rendering === 'R1+checkin' ? '    ' : '')

export function gap(page: Page, lines: number): void {
  if (!isTight(page)) for (let i = 0; i < lines; i++) page.lines.push('')
}

export function line(page: Page, text: string): void {
  page.lines.push(`${indent(page)}${page.glue}${text}`)
  page.glue = ''
}

const oneWord = new Set([
  'Time',
  'Room',
  'Subtheme',
  'Moderator',
  'Rapporteur',
  'Format',
  'SDGs',
  'Description',
  'Organizers',
  'Speakers',
  'Interventions',
  'Diversity',
  'Agenda',
])

function typo(random: Random, words: string): string {
  if (words.length < 4) return words
  const at = random.between(1, words.length - 2)
  const shape = random.below(3)
  if (shape === 0) return words.slice(0, at) + words.slice(at + 1)
  if (shape === 1) return words.slice(0, at) + words[at]! + words.slice(at)
  return words.slice(0, at) + words[at + 1]! + words[at]! + words.slice(at + 2)
}

/** A label on its own line, as this page's rendering and mess leave it. */
export function label(page: Page, words: string, before = 2): void {
  gap(page, before)
  const bare = words.replace(/:$/, '')
  page.isUnlabelled = isLost(page, bare) || (oneWord.has(bare) && page.mess.has('some-lost') && page.random.chance(0.4))
  if (page.isUnlabelled) return gap(page, page.rendering === 'R2' ? 2 : 0)
  const text = page.mess.has('capitals')
    ? words.toUpperCase()
    : page.mess.has('colon') && !words.endsWith(':')
      ? `${words}:`
      : page.mess.has('typo') && page.random.chance(0.25)
        ? typo(page.random, words)
        : words
  if (page.mess.has('glued') && /Online Moderator|Rapporteur/.test(words)) page.glue = words
  else {
    line(page, text)
    gap(page, 1)
  }
}

/** Text of a section; with `inline` its label stands on the first line. */
export function section(
  page: Page,
  key: SectionKey,
  paragraphs: readonly string[],
  options: { inline?: string; unlabelled?: boolean; looseEnd?: boolean; tight?: boolean } = {},
): void {
  const isBare = page.rendering === 'R3'
  const keepsInline = !isBare || page.mess.has('keeps-inline') || page.mess.has('keeps-labels')
  const unlabelled = options.unlabelled ?? (isBare && (options.inline ? !keepsInline : page.isUnlabelled))
  const index = page.marks.keys.push({ key, unlabelled, looseEnd: options.looseEnd ?? false }) - 1
  for (const [i, paragraph] of paragraphs.entries()) {
    const open = i === 0 ? openMark(index) : ''
    const close = i === paragraphs.length - 1 ? closeMark(index) : ''
    const inline = i === 0 && options.inline && keepsInline ? `${options.inline} ` : ''
    line(page, `${inline}${open}${paragraph}${close}`)
    if (i < paragraphs.length - 1 && !options.tight) gap(page, 1)
  }
}

/** Whether the words of this label are gone from this page. */
export const isLost = (page: Page, words: string) =>
  page.rendering === 'R3' ? oneWord.has(words) || !page.mess.has('keeps-labels') : page.rendering === 'R2' && oneWord.has(words)
