import { roles, sectionKeys, type FieldKey, type ReadingRule, type Role, type Span } from '../../src-preload/record.ts'
import type { Boilerplate, ParsedPerson, ParsedProblem, Reading } from '../../src-preload/record.ts'
import { noHeading } from './blocks.ts'
import type { Block } from './blocks.ts'
import type { Draft } from './draft.ts'
import type { Heading } from './headings.ts'
import { bareHeading, knownSlot } from './known-headings.ts'
import type { Line } from './lines.ts'
import type { Shape } from './shapes.ts'
import type { Body } from './slot.ts'
import { slotAt, slotOf, slots, type SlotName } from './slots.ts'
import { fold } from './vocabulary.ts'

const longestLabel = 90

/** The places that a heading can be said to open, besides those of sections and roles. */
const fieldSlots: Readonly<Partial<Record<FieldKey, SlotName>>> = {
  title: 'title',
  room: 'room',
  startsAt: 'time',
  endsAt: 'time',
  subtheme: 'theme',
  topics: 'issues',
  formatKind: 'format',
  seating: 'format',
  durationMinutes: 'duration',
  sdgs: 'goals',
}
const slotsByTarget = new Map<string, number>(Object.entries(fieldSlots).map(([key, name]) => [key, slotOf[name]]))
for (const key of [...sectionKeys, ...roles]) {
  const at = slots.findIndex(slot => slot.key === key || slot.role === key)
  if (at >= 0) slotsByTarget.set(key, at)
}
/** What a heading can be a heading of: sections, fields, roles. */
export const headingTargets: readonly string[] = [...slotsByTarget.keys()]

/** The fields that are read under a heading of each kind. */
const readUnder: Readonly<Partial<Record<Body, readonly string[]>>> = {
  title: ['title'],
  time: ['startsAt', 'endsAt'],
  room: ['room'],
  theme: ['subtheme', 'topics'],
  format: ['formatKind', 'seating', 'durationMinutes'],
  number: ['durationMinutes'],
  goals: ['sdgs'],
}
/** Whether these words open that section, field or role already, by the parser's own knowledge. */
export function isKnownAs(words: string, target: string): boolean {
  const slot = knownSlot(words)
  if (slot === undefined) return false
  const { key, role, body } = slotAt(slot)
  return key === target || role === target || (readUnder[body]?.includes(target) ?? false)
}

/** Those who have no heading in some copies, and are told by their order. */
export const officers: readonly Role[] = ['moderator', 'onlineModerator', 'rapporteur']
export const isUnlabelled = ({ role, reason }: Pick<ParsedPerson, 'role' | 'reason'>) =>
  officers.includes(role) && reason.includes(noHeading)
/** The order of roles as a rule's pattern and target have it. */
export const roleOrder = (people: readonly Pick<ParsedPerson, 'role'>[]) => people.map(person => person.role).join(' ')

interface Label {
  readonly words: string
  readonly end: number
  readonly valueStart: number
}

/** The headings that a line could be, whatever they are: all of it, or the words before its colon. */
export function labelsOf(row: string): Label[] {
  const labels: Label[] = []
  if (row.length <= longestLabel) labels.push({ words: bareHeading(row), end: row.length, valueStart: row.length })
  const colon = /^([^:\uff1a]{1,89})[:\uff1a]\s*/.exec(row)
  if (colon && colon[0].length < row.length)
    labels.push({ words: bareHeading(colon[1]!), end: colon[1]!.length + 1, valueStart: colon[0].length })
  return labels.filter(label => label.words !== '')
}

/** A pattern as the parser compares it, from the words as they stand in a page. */
const folded: Readonly<Record<ReadingRule['kind'], (words: string) => string>> = {
  heading: bareHeading,
  name: fold,
  boilerplate: fold,
  roleOrder: words => words.trim().replace(/\s+/g, ' '),
}
export const patternOf = (kind: ReadingRule['kind'], words: string): string => folded[kind](words)

/** Whether a row of the page is what the rule is about; for rules that are about rows. */
export function isAbout({ kind, pattern }: Pick<ReadingRule, 'kind' | 'pattern'>, row: string): boolean {
  return kind === 'heading' ? labelsOf(row).some(label => label.words === pattern) : fold(row) === pattern
}

const by = ({ name }: ReadingRule) => `by the rule “${name}”`

/** The rules of a project, as the stages of the parser ask for them. */
export function readingRules(rules: readonly ReadingRule[]) {
  const mapOf = (kind: ReadingRule['kind']) => new Map(rules.filter(rule => rule.kind === kind).map(rule => [rule.pattern, rule]))
  const [headings, names, lines, orders] = [mapOf('heading'), mapOf('name'), mapOf('boilerplate'), mapOf('roleOrder')]
  const boilerplateOf = (row: string) => (lines.size === 0 ? undefined : lines.get(fold(row)))

  function headingOf(row: string): Heading | undefined {
    if (headings.size === 0) return undefined
    for (const { words, end, valueStart } of labelsOf(row)) {
      const rule = headings.get(words)
      const slot = rule && slotsByTarget.get(rule.target ?? '')
      if (slot !== undefined) return { slot, cost: 0, words, labelEnd: end, valueStart, exact: true, rule: rule! }
    }
    return undefined
  }
  function shaped(shape: Shape): Shape {
    const heading = headingOf(shape.line.text)
    if (heading) return { ...shape, headings: [heading], isBanner: false, isFooter: false }
    return boilerplateOf(shape.line.text) ? { ...shape, isBanner: true } : shape
  }

  return {
    isHeading: (row: string): boolean => headingOf(row) !== undefined,
    isWholeHeading: (row: string): boolean => headingOf(row)?.valueStart === row.length,
    shaped: (shapes: readonly Shape[]): readonly Shape[] => (headings.size + lines.size === 0 ? shapes : shapes.map(shaped)),
    /** The section that a heading of a document opens. */
    sectionOf(words: string): ReadingRule | undefined {
      const rule = headings.get(bareHeading(words))
      return rule && (sectionKeys as readonly string[]).includes(rule.target ?? '') ? rule : undefined
    },
    setAside: (all: readonly Line[]): Boilerplate[] =>
      all.flatMap(({ text, start, end }) => {
        const rule = boilerplateOf(text)
        return rule ? [{ span: [start, end] as Span, ruleId: rule.id }] : []
      }),
    /** People in the roles and under the names that rules give them. */
    applyToPeople({ people, problems }: Pick<Draft, 'people' | 'problems'>): void {
      if (orders.size + names.size === 0) return
      const unlabelled = people.filter(isUnlabelled)
      const order = orders.get(roleOrder(unlabelled))
      if (order) withoutAnswered(problems, unlabelled)
      const inOrder = order?.target?.split(' ') ?? []
      changeEach(people, person => {
        const at = order ? unlabelled.indexOf(person) : -1
        const placed = at >= 0 && order && inOrder[at] ? inRole(person, inOrder[at] as Role, order) : person
        const rule = person.name === null ? undefined : names.get(fold(person.name))
        return rule ? named(placed, rule) : placed
      })
    },
  }
}
export type ReadingRules = ReturnType<typeof readingRules>

/** What a person has said of such a place is no longer in doubt. */
const said = 0.9
const inRole = (person: ParsedPerson, role: Role, rule: ReadingRule): ParsedPerson =>
  role === person.role
    ? person
    : { ...person, role, confidence: Math.max(person.confidence, said), reason: `by its place, ${by(rule)}`, ruleId: rule.id }
const named = (person: ParsedPerson, rule: ReadingRule): ParsedPerson =>
  rule.target === person.name
    ? person
    : { ...person, name: rule.target, reason: `${person.reason}; “${person.name}” in the page, ${by(rule)}`, ruleId: rule.id }

/** A rule that says who they are has answered that their headings are missing. */
function withoutAnswered(problems: ParsedProblem[], people: readonly ParsedPerson[]): void {
  const starts = new Set(people.flatMap(({ spans }) => spans.map(([start]) => start)))
  const open = problems.filter(({ code, spans }) => code !== 'heading-missing' || !spans.every(([start]) => starts.has(start)))
  problems.splice(0, problems.length, ...open)
}

function changeEach<T>(values: T[], change: (value: T) => T): void {
  for (const [i, value] of values.entries()) values[i] = change(value)
}

interface Ruled {
  readonly rule: ReadingRule
  readonly heading: string
  readonly from: number
  readonly to: number
}

/** Says of every value under a heading that a rule knows which rule that was. */
export function nameRules(draft: Draft, blocks: readonly Block[]): void {
  const ruled = blocks.flatMap(({ lines, heading }): Ruled[] => {
    const rule = lines[0]!.heading?.rule
    return rule ? [{ rule, heading: heading ?? rule.pattern, from: lines[0]!.shape.line.start, to: lines.at(-1)!.shape.line.end }] : []
  })
  if (ruled.length === 0) return
  const signed = <T extends Reading>(read: T): T => {
    const at = read.spans[0]?.[0] ?? -1
    const found = ruled.find(({ from, to }) => at >= from && at < to)
    return found ? { ...read, reason: `under '${found.heading}', ${by(found.rule)}`, ruleId: found.rule.id } : read
  }
  const fields = draft.fields as Record<string, Reading | readonly Reading[] | undefined>
  for (const [key, value] of Object.entries(fields))
    if (value) fields[key] = Array.isArray(value) ? value.map(signed) : signed(value as Reading)
  changeEach(draft.topics, signed)
  changeEach(draft.people, signed)
  changeEach(draft.sections, signed)
}
