import type { Boilerplate, Span } from '../../src-preload/record.ts'
import type { MovedThing } from '../../src-preload/types.ts'
import type { Anchoring } from './anchoring.ts'
import { trimmed, without } from './claims.ts'
import { excerpt } from './labels.ts'
import { spanOf, type StoredNote, type StoredTagging } from './records.ts'
import { spansOf, valueNouns, type StoredField, type StoredPerson, type StoredSection, type ValueNoun } from './rows.ts'
import { claimIn, sayField, sayPerson, saySection, type StoredValue } from './version-match.ts'

/** All that hangs on the text of a session. */
export interface VersionSide {
  readonly text: string
  readonly boilerplate: readonly Boilerplate[]
  readonly field: readonly StoredField[]
  readonly person: readonly StoredPerson[]
  readonly section: readonly StoredSection[]
  readonly tagging: readonly (StoredTagging & { readonly theme: string })[]
  readonly note: readonly StoredNote[]
}
/** A value that a person has looked at, as it is to stand in the newer text. */
export interface KeptValue {
  readonly noun: ValueNoun
  readonly id: string
  readonly spans: readonly Span[]
  readonly state: string
  readonly position: number
  /** What the newer text reads in its place, to be restored. */
  readonly reading: string | null
  readonly ruleId: string | null
}
/** A tagging or a note on words of the older text, with where they stand now. */
interface MovedMark {
  readonly noun: 'tagging' | 'note'
  readonly id: string
  readonly label: string
  readonly quote: string
  readonly place: Span | null
}
/** What happens to the rows of both sessions when `from` becomes the text of `into`. */
export interface VersionPlan {
  readonly things: readonly MovedThing[]
  readonly kept: readonly KeptValue[]
  /** Rows of either session that another row now stands for, with that row where there is one. */
  readonly replaced: ReadonlyMap<string, { readonly noun: ValueNoun; readonly by: string | null; readonly isRefuted: boolean }>
  readonly marks: readonly MovedMark[]
  /** What is set aside in the newer text: what was there, and the lines of the older text that a person has set aside. */
  readonly boilerplate: readonly Boilerplate[]
  /** Sections that the newer text reads, with what those that a person has looked at leave them. */
  readonly pushedBack: ReadonlyMap<string, readonly Span[]>
}

export function versionPlan(into: VersionSide, from: VersionSide, anchors: Anchoring): VersionPlan {
  const values = valueNouns.map(noun => planValues(noun, into, from, anchors))
  const replaced = new Map(values.flatMap(each => [...each.replaced]))
  const marks = movedMarks(into, replaced, anchors)
  return {
    pushedBack: pushedBack(
      from,
      values.flatMap(({ kept }) => kept),
      replaced,
    ),
    boilerplate: setAside(into, from, anchors),
    things: [...marks.map(markThing), ...values.flatMap(({ things }) => things)],
    kept: values.flatMap(({ kept }) => kept),
    replaced,
    marks,
  }
}

function setAside(into: VersionSide, from: VersionSide, anchors: Anchoring): Boilerplate[] {
  const isThere = ([start, end]: Span) => from.boilerplate.some(({ span }) => span[0] <= start && span[1] >= end)
  const moved = into.boilerplate.flatMap(({ span, ruleId }): Boilerplate[] => {
    const place = ruleId === null ? anchors.place(span) : null
    return place === null || isThere(place) ? [] : [{ span: place, ruleId }]
  })
  return [...from.boilerplate, ...moved]
}

function movedMarks(into: VersionSide, replaced: VersionPlan['replaced'], anchors: Anchoring): MovedMark[] {
  const taggings = into.tagging.map(row => ({
    noun: 'tagging' as const,
    id: row.id,
    label: `tag “${excerpt(row.theme)}”`,
    span: spanOf(row),
  }))
  const rows = new Map<string | null, { readonly noun: ValueNoun; readonly row: StoredValue }>(
    valueNouns.flatMap(noun => into[noun].map(row => [row.id, { noun, row }] as const)),
  )
  const notes = into.note.map(row => {
    const about = replaced.get(row.row_id ?? '')?.by === null ? rows.get(row.row_id) : undefined
    const label = `note “${excerpt(row.text)}”${about ? ` on ${valueLabels[about.noun](about.row)}` : ''}`
    return { noun: 'note' as const, id: row.id, label, span: about ? (spansOf(about.row.spans)[0] ?? null) : spanOf(row) }
  })
  return [...taggings, ...notes].flatMap(({ span, ...mark }) =>
    span ? [{ ...mark, quote: into.text.slice(...span), place: anchors.place(span) }] : [],
  )
}

const markThing = ({ noun, id, label, quote, place }: MovedMark): MovedThing => ({
  id,
  kind: noun,
  label,
  outcome: place ? 'same' : 'lost',
  quote,
  spans: place ? [place] : [],
})

export const valueLabels: Record<ValueNoun, (row: StoredValue) => string> = {
  field: row => sayField(row as StoredField),
  person: row => sayPerson(row as StoredPerson),
  section: row => saySection(row as StoredSection),
}

function planValues(noun: ValueNoun, into: VersionSide, from: VersionSide, anchors: Anchoring) {
  const claim = claimIn(noun, from[noun])
  const things: MovedThing[] = []
  const kept: KeptValue[] = []
  const replaced = new Map<string, { noun: ValueNoun; by: string | null; isRefuted: boolean }>()
  // Those that a person has looked at choose first what stands for them in the newer text.
  const rows = into[noun].toSorted((a, b) => Number(a.state === 'parsed') - Number(b.state === 'parsed'))
  for (const row of rows) {
    const moved = moveSpans(noun, row, into.text, anchors)
    const like = claim(row, moved.spans)
    if (row.state === 'parsed') {
      replaced.set(row.id, { noun, by: like?.id ?? null, isRefuted: false })
      continue
    }
    if (row.state === 'cleared' && !like && !isScalar(noun, row)) {
      replaced.set(row.id, { noun, by: null, isRefuted: false })
      continue
    }
    // Both were looked at: the newer text's is the later word, and is not overruled in silence.
    if (like && like.state !== 'parsed') {
      replaced.set(row.id, { noun, by: like.id, isRefuted: valueLabels[noun](row) !== valueLabels[noun](like) })
      continue
    }
    if (like) replaced.set(like.id, { noun, by: row.id, isRefuted: false })
    kept.push(keptValue(noun, row, moved, like))
    if (row.state !== 'cleared' && moved.quote !== '')
      things.push({ id: row.id, kind: noun, label: valueLabels[noun](row), outcome: moved.outcome, quote: moved.quote, spans: moved.spans })
  }
  return { things, kept, replaced }
}

function isScalar(noun: ValueNoun, row: StoredValue): boolean {
  return noun === 'field' && !['topics', 'sdgs'].includes((row as StoredField).key)
}

interface Moved {
  readonly spans: readonly Span[]
  readonly outcome: MovedThing['outcome']
  readonly quote: string
}

function moveSpans(noun: ValueNoun, row: StoredValue, text: string, anchors: Anchoring): Moved {
  const spans = spansOf(row.spans)
  const places = spans.map(anchors.place)
  const edges = noun === 'section' ? spans.map((span, i) => places[i] ?? anchors.placeEdges(span)) : places
  const found = edges.filter(place => place !== null)
  const outcome = found.length === 0 ? 'lost' : places.includes(null) ? 'changed' : 'same'
  const told = outcome === 'same' ? spans : spans.filter((_, i) => places[i] === null)
  return { spans: found, outcome, quote: told.map(span => text.slice(...span)).join(' … ') }
}

// An accepted value is the reader's own only while the newer text reads the same.
function keptValue(noun: ValueNoun, row: StoredValue, { spans }: Moved, like: StoredValue | undefined): KeptValue {
  const isStillRead =
    row.state === 'accepted' && like && valueLabels[noun](row) === valueLabels[noun](like) && like.spans === JSON.stringify(spans)
  const state = row.state === 'accepted' && !isStillRead ? 'corrected' : row.state
  return {
    noun,
    id: row.id,
    spans,
    state,
    position: positionOf(like ?? row),
    reading: like?.reading ?? null,
    ruleId: isStillRead ? like.rule_id : row.rule_id,
  }
}

// Text of several sections never overlaps.
function pushedBack(from: VersionSide, kept: readonly KeptValue[], replaced: VersionPlan['replaced']): Map<string, Span[]> {
  const taken = kept.filter(({ noun, state }) => noun === 'section' && state !== 'cleared').flatMap(({ spans }) => spans)
  const read = from.section.filter(({ id, state }) => state === 'parsed' && !replaced.has(id))
  const rests = read.map(({ id, spans }): [string, Span[]] => [id, trimmed(from.text, without(spansOf(spans), taken))])
  return new Map(rests.filter(([id, rest]) => JSON.stringify(rest) !== read.find(each => each.id === id)!.spans))
}

const positionOf = (row: StoredValue): number => ('position' in row ? row.position : 0)

export const sayLost = ({ label, quote }: MovedThing): string =>
  `There is no place in this text for ${label}. It stood on “${excerpt(quote.replace(/\s+/g, ' '))}”`
export const sayChanged = ({ label }: MovedThing): string => `Some words of ${label} are others than in the text before`
export const sayRefuted = (label: string): string => `The text before said ${label}, which a person had checked; this one says otherwise`
