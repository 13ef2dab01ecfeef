import type { ReadingRule } from '../../src-preload/record.ts'
import type { RuleDraft, RuleRow, RuleUse } from '../../src-preload/types.ts'
import { AppError } from '../app-error.ts'
import { headingTargets, officers, patternOf } from '../parse/rules.ts'
import { newId } from './id.ts'
import type { Handlers, Project } from './project.ts'
import { spansOf, valueNouns, type StoredColumns, type ValueNoun } from './rows.ts'
import { sessionCode } from './session-code.ts'
import type { SessionType } from '../../src-preload/record.ts'
import { foldSpaces } from './text-difference.ts'
import { ends, valueWords } from './value-words.ts'

type StoredRule = Omit<RuleRow, 'isOn'> & { readonly isOn: 0 | 1 }
interface StoredUse {
  readonly noun: ValueNoun | 'boilerplate'
  readonly id: string | null
  readonly session_id: string
  readonly title: string | null
  readonly year: number | null
  readonly session_type: SessionType | null
  readonly session_number: number | null
  readonly columns: string
  readonly text: string
}

const standing = "rule_id IS NOT NULL AND state IN ('parsed', 'accepted')"
const uses = [
  ...valueNouns.map(noun => `SELECT rule_id, session_id FROM ${noun} WHERE ${standing}`),
  "SELECT json_each.value ->> 'ruleId', session.id FROM session, json_each(boilerplate) WHERE boilerplate <> '[]'",
].join(' UNION ALL ')
const useColumns: Readonly<Record<ValueNoun, readonly string[]>> = {
  field: ['key', 'value', 'spans'],
  person: ['role', 'name', 'affiliation', 'spans'],
  section: ['key', 'text', 'spans'],
}

/** A rule as it is kept: its words on one line, its target one that its kind can have. */
export function checkedRule({ name, kind, pattern: words, target: given }: RuleDraft): RuleDraft {
  const pattern = foldSpaces(words)
  if (patternOf(kind, pattern) === '') throw new AppError('bad-rule', 'The rule needs the words of the page that it is about.')
  const target = kind === 'boilerplate' ? null : foldSpaces(given ?? '')
  if (target === '') throw new AppError('bad-rule', 'The rule does not say what these words mean.')
  if (kind === 'heading' && !headingTargets.includes(target!))
    throw new AppError('bad-rule', `No heading can open “${target}”. Choose a section, field or role.`)
  if (kind === 'roleOrder') checkOrder(pattern, target!)
  return { name, kind, pattern, target }
}

function checkOrder(pattern: string, target: string): void {
  const [before, after] = [pattern.split(' '), target.split(' ')]
  if (before.length !== after.length || [...before, ...after].some(role => !(officers as readonly string[]).includes(role)))
    throw new AppError('bad-rule', 'A role order needs a role for each person: moderator, onlineModerator or rapporteur.')
}

/** The rules of the project, and what each has set. */
export function rules({ db }: Pick<Project, 'db'>): Handlers<'rule.list' | 'rule.uses'> {
  const list = db.prepare<[], StoredRule>(`WITH used AS (${uses})
    SELECT id, name, author, at, kind, pattern, target, is_on AS isOn,
      (SELECT count(*) FROM used WHERE rule_id = rule.id) AS "values", (SELECT count(DISTINCT session_id) FROM used WHERE rule_id = rule.id) AS sessions
    FROM rule ORDER BY id`)
  const used = db.prepare<{ id: string }, StoredUse>(`SELECT used.*, title, year, session_type, session_number, content.text FROM (${[
    ...valueNouns.map(
      noun => `SELECT '${noun}' AS noun, id, session_id, json_object(${useColumns[noun].map(name => `'${name}', ${name}`).join(', ')}) AS columns
      FROM ${noun} WHERE rule_id = @id AND state IN ('parsed', 'accepted')`,
    ),
    `SELECT 'boilerplate', NULL, session.id, json_object('spans', json_array(json(json_each.value -> 'span')))
      FROM session, json_each(boilerplate) WHERE json_each.value ->> 'ruleId' = @id`,
  ].join(' UNION ALL ')}) used
    JOIN session ON session.id = used.session_id JOIN source ON source.id = source_id JOIN content USING (sha256)
    LEFT JOIN summary ON summary.session_id = session.id ORDER BY used.session_id LIMIT 2000`)

  return {
    'rule.list': () => list.all().map(rule => ({ ...rule, isOn: rule.isOn === 1 })),
    'rule.uses': id => used.all({ id }).map(useOf),
  }
}

function useOf({ noun, id, session_id, title, year, session_type, session_number, columns: json, text }: StoredUse): RuleUse {
  const columns = JSON.parse(json) as StoredColumns
  const stored = columns['spans']
  const span = (typeof stored === 'string' ? spansOf(stored) : (stored as unknown as [number, number][]))[0] ?? null
  const value =
    noun === 'boilerplate' ? { key: 'boilerplate' as const, text: ends(text.slice(...(span ?? [0, 0]))) } : valueWords(noun, columns, text)
  return { sessionId: session_id, sessionTitle: title, code: sessionCode(year, session_type, session_number), rowId: id, value, span }
}

/** Statements that make, change and take away rules, within an action. */
export function ruleWriting({ db, author }: Pick<Project, 'db' | 'author'>) {
  const get = db.prepare<[string], ReadingRule & { is_on: 0 | 1 }>('SELECT * FROM rule WHERE id = ?')
  const same = db.prepare<[string, string], ReadingRule>('SELECT id, name, kind, pattern, target FROM rule WHERE kind = ? AND folded = ?')
  const insert = db.prepare(`INSERT INTO rule (id, name, author, at, kind, pattern, folded, target, is_on)
    VALUES (@id, @name, @author, @at, @kind, @pattern, @folded, @target, @isOn)`)
  const update = db.prepare(`UPDATE rule SET name = @name, author = ifnull(@author, author), at = ifnull(@at, at), kind = @kind,
    pattern = @pattern, folded = @folded, target = @target, is_on = @isOn WHERE id = @id`)
  const remove = db.prepare<[string]>('DELETE FROM rule WHERE id = ?')

  function found(id: string): ReadingRule & { readonly isOn: boolean } {
    const rule = get.get(id)
    if (!rule) throw new AppError('no-such-rule', 'This rule is gone.')
    const { name, kind, pattern, target, is_on } = rule
    return { id, name, kind, pattern, target, isOn: is_on === 1 }
  }
  const foldedOf = ({ kind, pattern }: Pick<ReadingRule, 'kind' | 'pattern'>) => patternOf(kind, pattern)
  const sameAs = (rule: Pick<ReadingRule, 'kind' | 'pattern'>) => same.get(rule.kind, foldedOf(rule))
  function refuseTaken({ id, ...draft }: ReadingRule): void {
    const other = sameAs(draft)
    if (other && other.id !== id) throw new AppError('rule-exists', `“${other.name}” is about the same words already. Change that rule.`)
  }
  function set(id: string, draft: RuleDraft, isOn: boolean): void {
    refuseTaken({ ...draft, id })
    update.run({ ...draft, folded: foldedOf(draft), id, author: null, at: null, isOn: Number(isOn) })
  }
  return {
    found,
    same: sameAs,
    /** Two rules about the same words would say two things of them. */
    refuseTaken,
    /** A rule about the same words becomes this one, by whoever says so now. */
    add(draft: RuleDraft, from: { author?: string; at?: string; isOn?: boolean } = {}): string {
      const known = sameAs(draft)
      const id = known?.id ?? newId()
      const row = { author, at: new Date().toISOString(), ...from, isOn: Number(from.isOn ?? true) }
      ;(known ? update : insert).run({ ...draft, ...row, folded: foldedOf(draft), id })
      return id
    },
    set,
    remove: (id: string) => void remove.run(id),
  }
}
