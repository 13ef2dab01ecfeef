import type { Boilerplate, ReadingRule, Span } from '../../src-preload/record.ts'
import { ruleLimits, type Id, type RuleDraft, type RuleSuggestion } from '../../src-preload/types.ts'
import { AppError } from '../app-error.ts'
import { headingTargets, isKnownAs, isUnlabelled, labelsOf, officers, patternOf, roleOrder } from '../parse/rules.ts'
import { excerpt, spoken } from './labels.ts'
import type { Handlers, Project } from './project.ts'
import { found } from './records.ts'
import { ruleReach } from './rule-reach.ts'
import { asRead, rulesInForce } from './rules-in-force.ts'
import { spansOf, type StoredField, type StoredPerson, type StoredSection } from './rows.ts'
import { checkSpans } from './span-check.ts'
import { foldSpaces } from './text-difference.ts'

/** A row of the page around a place in it. */
interface Row {
  readonly start: number
  readonly text: string
}
/** A page with the places that fields and people have in it. */
interface Page {
  readonly text: string
  readonly claimed: readonly Span[]
}
type Read = { readonly reason: string; readonly spans: string } & Partial<Pick<StoredPerson, 'role' | 'name' | 'rule_id'>> & {
    readonly key?: string
  }

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
const readingOf = ({ reading }: { readonly reading: string | null }) => (reading === null ? null : (JSON.parse(reading) as Read))

function rowAt(text: string, at: number): Row {
  const from = text.lastIndexOf('\n', at - 1) + 1
  const to = text.indexOf('\n', at)
  const row = text.slice(from, to < 0 ? text.length : to)
  return { start: from + (row.length - row.trimStart().length), text: row.trim() }
}

/** The last row with words before a place. */
const rowBefore = (text: string, at: number) => rowAt(text, text.slice(0, text.lastIndexOf('\n', at - 1) + 1).trimEnd().length)

/** Short, and no sentence. */
const looksLikeHeading = (row: string) => row.length <= 90 && /\p{L}/u.test(row) && !/[.!;,]$/.test(row) && !/\d\s*:?$/.test(row)

/** As `Speaker 1`: whoever stands behind it is that, whatever is above. */
const isNumbered = (words: string) => /\d$/.test(words)

/** The words that say what stands at a place: on its row before it, or alone on the row above. */
function labelBefore({ text, claimed }: Page, [start]: Span): string | null {
  const row = rowAt(text, start)
  const before = (end: number) => end <= start - row.start
  const own = labelsOf(row.text).find(label => label.valueStart < row.text.length && (before(label.end) || isNumbered(label.words)))
  if (own) return looksLikeHeading(own.words) ? row.text.slice(0, own.end).replace(/\s*[:\uff1a]$/, '') : null
  const above = rowBefore(text, start)
  const isValue = claimed.some(([from, to]) => from < above.start + above.text.length && to > above.start)
  return start <= row.start && !isValue && looksLikeHeading(above.text) ? above.text : null
}

function headingRule(label: string | null, target: string): RuleDraft[] {
  if (label === null || !headingTargets.includes(target) || isKnownAs(label, target)) return []
  const pattern = foldSpaces(label).replace(/\s*[:\uff1a]$/, '')
  const name = `${pattern} is ${capital(spoken(target as never))}`
  return patternOf('heading', pattern) === '' ? [] : [{ name, kind: 'heading', pattern, target }]
}

function ofSection(page: Page, section: StoredSection): RuleDraft[] {
  const span = spansOf(section.spans)[0]
  if (section.state !== 'corrected' || !span || readingOf(section)?.key === section.key) return []
  if (section.heading !== null) return headingRule(section.heading, section.key)
  const own = page.text.slice(...span).split('\n')
  const first = own[0]!.trim()
  const holdsHeading = own.slice(1).some(row => row.trim() !== '') && looksLikeHeading(first)
  return headingRule(holdsHeading ? first : labelBefore(page, span), section.key)
}

/** A value taken from other words than were read for it. */
function ofField(page: Page, field: StoredField): RuleDraft[] {
  const span = spansOf(field.spans)[0]
  if (field.state !== 'corrected' || !span || readingOf(field)?.spans === field.spans) return []
  return headingRule(labelBefore(page, span), field.key)
}

/** The label that was read as the beginning of a name, as in `Provocateur: Oto Lind`. */
function labelInName({ text }: Page, { name, spans }: Read): string | null {
  const at = spansOf(spans)[0]?.[0]
  if (at === undefined || !name) return null
  const row = rowAt(text, at)
  const own = labelsOf(row.text).find(label => label.valueStart < row.text.length)
  return own && name.startsWith(row.text.slice(0, own.end)) ? row.text.slice(0, own.end - 1).trimEnd() : null
}

/** Another way to write a name: of the words in the page, which a rule may have changed already. */
function nameRule(words: string, name: string): RuleDraft[] {
  return words === name ? [] : [{ name: `${excerpt(words)} is ${excerpt(name)}`, kind: 'name', pattern: words, target: name }]
}

function ofPerson(page: Page, person: StoredPerson, all: readonly StoredPerson[], inPage: (read: Read) => string | null): RuleDraft[] {
  const read = readingOf(person)
  const span = spansOf(person.spans)[0]
  if (person.state !== 'corrected') return []
  const label = read && labelInName(page, read)
  if (label && (read?.role !== person.role || !person.name?.startsWith(label))) return headingRule(label, person.role)
  const words = read && inPage(read)
  const named = words && person.name && read.name !== person.name ? nameRule(words, person.name) : []
  if (read?.role === person.role) return named
  const placed =
    read && isUnlabelled({ role: read.role!, reason: read.reason })
      ? orderRule(all)
      : span && headingRule(labelBefore(page, span), person.role)
  return [...named, ...(placed ?? [])]
}

function orderRule(all: readonly StoredPerson[]): RuleDraft[] {
  const read = all.flatMap(person => {
    const reading = readingOf(person)
    return reading && isUnlabelled({ role: reading.role!, reason: reading.reason })
      ? [{ role: reading.role!, now: person.role, at: spansOf(person.spans)[0]?.[0] ?? 0 }]
      : []
  })
  const people = read.toSorted((a, b) => a.at - b.at)
  const [before, after] = [roleOrder(people), roleOrder(people.map(({ now }) => ({ role: now })))]
  if (before === after || !people.every(({ now }) => officers.includes(now))) return []
  const words = (order: string) =>
    order
      .split(' ')
      .map(role => spoken(role as never))
      .join(', ')
  return [{ name: capital(`${words(before)} are ${words(after)}`), kind: 'roleOrder', pattern: before, target: after }]
}

/** A row of the page that was set aside whole. */
function ofLine(text: string, span: Span): RuleDraft[] {
  const row = rowAt(text, span[0])
  if (text.slice(...span).trim() !== row.text) return []
  return [{ name: `${excerpt(row.text)} is boilerplate`, kind: 'boilerplate', pattern: foldSpaces(row.text), target: null }]
}

/** What one correction could teach the reading of other pages. */
export function ruleSuggestions({ db, history }: Project): Handlers<'rule.suggest' | 'boilerplate.add'> {
  const session = db.prepare<[string], { text: string; boilerplate: string }>(
    'SELECT text, boilerplate FROM session JOIN source ON source.id = source_id JOIN content USING (sha256) WHERE session.id = ?',
  )
  const field = db.prepare<[string], StoredField>('SELECT * FROM field WHERE id = ?')
  const person = db.prepare<[string], StoredPerson>('SELECT * FROM person WHERE id = ?')
  const section = db.prepare<[string], StoredSection>('SELECT * FROM section WHERE id = ?')
  const people = db.prepare<[string], StoredPerson>('SELECT * FROM person WHERE session_id = ?')
  const renamed = db.prepare<[string], string>("SELECT pattern FROM rule WHERE id = ? AND kind = 'name'").pluck()
  const claims = db.prepare<{ id: string }, { spans: string }>(
    ['field', 'person'].map(noun => `SELECT spans FROM ${noun} WHERE session_id = @id AND state <> 'cleared'`).join(' UNION ALL '),
  )
  const reviewed = db.prepare<[], string>("SELECT id FROM session WHERE status = 'reviewed'").pluck()
  const setBoilerplate = db.prepare<[string, string]>('UPDATE session SET boilerplate = ? WHERE id = ?')
  const checked = checkSpans(db)
  const reach = ruleReach(db)
  const inForce = rulesInForce(db)

  const nameInPage = ({ name, rule_id }: Read) => (rule_id ? renamed.get(rule_id) : undefined) ?? name ?? null
  function draftsOf(sessionId: Id, text: string, id: Id): RuleDraft[] {
    const page = { text, claimed: claims.all({ id: sessionId }).flatMap(row => spansOf(row.spans)) }
    const [asField, asPerson, asSection] = [field.get(id), person.get(id), section.get(id)]
    if (asField) return ofField(page, asField)
    if (asPerson) return ofPerson(page, asPerson, people.all(asPerson.session_id), nameInPage)
    return asSection ? ofSection(page, asSection) : []
  }
  const isShort = ({ pattern, target }: RuleDraft) => Math.max(pattern.length, target?.length ?? 0) <= ruleLimits.words
  const sameIn = (rules: readonly ReadingRule[], { kind, pattern }: RuleDraft) =>
    rules.find(rule => rule.kind === kind && rule.pattern === patternOf(kind, pattern))
  /** Those with its words, and those where a rule about the same words has changed them. */
  function sessionsOf(draft: RuleDraft, known: ReadingRule | undefined): string[] {
    return [...new Set([...reach.withPattern(asRead(draft)), ...(known ? reach.setBy(known.id) : [])])]
  }

  return {
    'rule.suggest'({ sessionId, rowId, span }): RuleSuggestion[] {
      const { text } = found(session.get(sessionId))
      const drafts = rowId === null ? (span ? ofLine(text, span) : []) : draftsOf(sessionId, text, rowId)
      const rules = inForce()
      const others = new Set([...reviewed.all(), sessionId])
      return drafts
        .map(rule => ({ rule, known: sameIn(rules, rule) }))
        .filter(({ rule, known }) => isShort(rule) && known?.target !== rule.target)
        .map(({ rule, known }) => ({ rule, sessions: sessionsOf(rule, known).filter(id => !others.has(id)).length }))
        .filter(({ sessions }) => sessions > 0)
    },
    'boilerplate.add'({ sessionId, span }) {
      checked(sessionId, [span])
      const { text, boilerplate } = found(session.get(sessionId))
      const all = JSON.parse(boilerplate) as Boilerplate[]
      if (all.some(one => one.span[0] <= span[0] && one.span[1] >= span[1]))
        throw new AppError('already-aside', 'These words are set aside already.')
      history.act(`Set “${excerpt(text.slice(...span))}” aside as boilerplate`, () =>
        setBoilerplate.run(JSON.stringify([...all, { span, ruleId: null }]), sessionId),
      )
    },
  }
}
