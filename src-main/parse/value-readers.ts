import type { ParsedFields, ParsedPerson, ParsedValue, Span } from '../../src-preload/record.ts'
import { fieldChoice } from './choices.ts'
import { offer, problem, setOnce } from './draft.ts'
import type { Draft } from './draft.ts'
import { minutesIn } from './duration.ts'
import { stakeholderOf } from './groups.ts'
import type { PageLayout } from './layouts.ts'
import { readFormat } from './read-format.ts'
import { readGoals } from './read-goals.ts'
import type { ReadLine } from './read-line.ts'
import { setTime } from './set-time.ts'
import type { Body, Slot } from './slot.ts'
import { isKindAlone, readFront } from './title-front.ts'
import { differ, fold } from './vocabulary.ts'

/** One line's value on its way into the record. */
export interface Value {
  readonly words: string
  readonly span: Span
  readonly confidence: number
  readonly reason: string
  readonly line: ReadLine
  readonly slot: Slot
}

/** `Session Type (Workshop, Open Forum, etc.): Open Forum`, as reports of 2018 write it. */
const namesType = ({ heading }: ReadLine) => heading?.words === 'session type'

function setType(draft: Draft, value: Value): void {
  const { type, typeSpan: [from, to] = [0, 0] } = readFront(value.words)
  if (type) setOnce(draft, 'sessionType', { ...plain(value), value: type, spans: [[value.span[0] + from, value.span[0] + to]] })
  draft.claims.push(value.span)
}

type ReadValue = (draft: Draft, value: Value, layout: PageLayout) => void

/** A title that is this sure stands, whatever the page says further on. */
const sureTitle = 0.9
/** `IGF 2016 Workshop Report Template` names no session. */
const isFormName = ({ sessionNumber, title }: ParsedFields) =>
  sessionNumber === undefined && /\b(?:report|template|form)$/i.test(title?.value ?? '')

const plain = ({ words, span, confidence, reason }: Value): ParsedValue<string> => ({
  value: words.replace(/\s+/g, ' '),
  spans: [span],
  confidence,
  reason,
})

/** How what stands under a heading of each kind is read into the record. */
export const valueReaders: Readonly<Partial<Record<Body, ReadValue>>> = {
  time: setTime,
  room: (draft, value) => {
    offer(draft, 'room', { room: plain(value) }, value.span)
  },
  theme: (draft, value) => {
    if (value.slot.name === 'theme' && !draft.fields.subtheme) setOnce(draft, 'subtheme', plain(value))
    else draft.topics.push(plain(value))
    draft.claims.push(value.span)
  },
  format: (draft, value, layout) => {
    if (/^online duration/i.test(value.words)) return
    if (namesType(value.line) && isKindAlone(value.words)) return setType(draft, value)
    const format = readFormat(value.words, value.span[0], layout.year, value.confidence, value.reason)
    const said = Object.values(format).length > 0 && formatKeys.every(key => agrees(draft.fields[key]?.value, format[key]?.value))
    const fresh = formatKeys.filter(key => draft.fields[key] === undefined)
    for (const key of fresh) setOnce(draft, key, format[key])
    draft.claims.push(...(said ? [value.span] : fresh.flatMap(key => format[key]?.spans ?? [])))
  },
  title: (draft, value) => {
    const [first, title] = [draft.fields.title, plain(value)]
    if (first && differ(first.value, title.value)) {
      const choices = [first, title].map(one => fieldChoice('Title', { title: one }))
      problem(draft, 'two-titles', 'The page has two titles that differ; check which is right', [...first.spans, value.span], choices)
    }
    if (first && !isFormName(draft.fields) && first.confidence >= Math.min(value.confidence, sureTitle)) return
    draft.fields.title = title
    draft.claims.push(value.span)
  },
  group: (draft, value) => {
    const at = placeOfGroup(draft.people)
    const person = draft.people[at]
    const group = stakeholderOf(value.words)
    if (!person || !group) return
    draft.people[at] = {
      ...person,
      stakeholderGroup: person.stakeholderGroup ?? group,
      spans: [...person.spans, [value.line.shape.line.start, value.span[1]]],
    }
    draft.claims.push(value.span)
  },
  number: (draft, { words, span, confidence, reason }) => {
    const found = minutesIn(words)
    if (!found) return
    const spans: Span[] = [[span[0] + found.start, span[0] + found.end]]
    // What has a heading of its own says it better than the format does.
    draft.fields.durationMinutes = { value: found.minutes, spans, confidence, reason }
    draft.claims.push(span)
  },
  goals: (draft, value) => {
    const { sdgs, unknown } = readGoals(value.words, value.span[0], value.confidence, value.reason)
    const known = new Set(draft.fields.sdgs?.map(goal => goal.value))
    const fresh = sdgs.filter(goal => !known.has(goal.value))
    if (fresh.length > 0) draft.fields.sdgs = [...(draft.fields.sdgs ?? []), ...fresh]
    if (sdgs.length > 0) draft.claims.push(value.span)
    for (const span of unknown)
      problem(draft, 'unknown-sdg', `${draft.text.slice(...span)} is not one of the 17 goals or 169 targets`, [span])
  },
  organization: (draft, value) => {
    const last = draft.people.at(-1)
    if (!last) return
    draft.people[draft.people.length - 1] = {
      ...last,
      affiliation: plain(value).value,
      spans: [...last.spans, [value.line.shape.line.start, value.span[1]]],
    }
    draft.claims.push(value.span)
  },
}

const formatKeys = ['formatKind', 'seating', 'durationMinutes'] as const
const agrees = (known: string | number | undefined, said: string | number | undefined) =>
  known === undefined || said === undefined || fold(String(known)) === fold(String(said))

/** Groups are said of the proposer and the co-proposer in turn, wherever they stand; else of the person above. */
function placeOfGroup(people: readonly ParsedPerson[]): number {
  const first = people.findIndex(
    ({ role, stakeholderGroup }) => stakeholderGroup === null && (role === 'proposer' || role === 'coProposer'),
  )
  return first < 0 ? people.length - 1 : first
}
