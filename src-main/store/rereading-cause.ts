import type { ReadingRule } from '../../src-preload/record.ts'
import type { RereadingCause } from '../../src-preload/types.ts'
import type { Project } from './project.ts'
import { ruleReach } from './rule-reach.ts'
import { checkedRule, ruleWriting } from './rules.ts'
import { asRead, rulesInForce } from './rules-in-force.ts'

/** Stands for the rule that is not made yet. */
const draftId = 'draft'

const changesOf = ({ rule, isOn }: Extract<RereadingCause, { what: 'set' }>) => ({
  ...(rule && checkedRule(rule)),
  ...(isOn !== undefined && { isOn }),
})

/** What a cause of reading again means: the rules as they would be, the sessions it can change, its words in the history. */
export function rereadingCauses(project: Pick<Project, 'db' | 'author'>) {
  const inForce = rulesInForce(project.db)
  const reach = ruleReach(project.db)
  const writing = ruleWriting(project)

  /** The rule that a cause is about, as it would be in force; null where it would not. */
  function ruleAfter(cause: RereadingCause): ReadingRule | null {
    if (cause.what === 'read' || cause.what === 'remove') return null
    if (cause.what === 'set') {
      const { isOn, ...rule } = { ...writing.found(cause.id), ...changesOf(cause) }
      writing.refuseTaken(rule)
      return isOn ? asRead(rule) : null
    }
    const draft = checkedRule(cause.rule)
    return { ...asRead(draft), id: writing.same(draft)?.id ?? draftId }
  }

  return {
    /** The cause with its rule as it is kept; refused where it cannot be. */
    checked(cause: RereadingCause): RereadingCause {
      return 'rule' in cause && cause.rule ? { ...cause, rule: checkedRule(cause.rule) } : cause
    },
    rulesAfter(cause: RereadingCause): ReadingRule[] {
      const rule = ruleAfter(cause)
      const id = 'id' in cause ? cause.id : rule?.id
      return [...inForce().filter(one => one.id !== id), ...(rule ? [rule] : [])]
    },
    /** To be asked before the rules are changed. */
    sessionsOf(cause: RereadingCause): string[] {
      if (cause.what === 'read') return cause.sessionIds === null ? reach.everything() : [...cause.sessionIds]
      const after = ruleAfter(cause)
      const id = 'id' in cause ? cause.id : after?.id
      const before = inForce().find(one => one.id === id)
      const ids = [...(before ? reach.withPattern(before) : []), ...(id ? reach.setBy(id) : []), ...(after ? reach.withPattern(after) : [])]
      return [...new Set(ids)].toSorted()
    },
    /** The name of the rule that a new one would take the place of. */
    replacedBy: (cause: RereadingCause): string | null => (cause.what === 'add' ? (writing.same(cause.rule)?.name ?? null) : null),
    labelOf(cause: RereadingCause): string {
      if (cause.what === 'read') return 'Read pages again'
      if (cause.what === 'add') return `Apply the rule “${cause.rule.name}”`
      const { name } = writing.found(cause.id)
      if (cause.what === 'remove') return `Delete the rule “${name}”`
      return cause.rule ? `Change the rule “${cause.rule.name}”` : `Switch the rule “${name}” ${cause.isOn ? 'on' : 'off'}`
    },
    /** Within an action; gives the rule that it is about. */
    write(cause: RereadingCause): string | null {
      if (cause.what === 'read') return null
      if (cause.what === 'add') return writing.add(cause.rule)
      if (cause.what === 'set') {
        const { isOn, id, ...rule } = { ...writing.found(cause.id), ...changesOf(cause) }
        writing.set(id, rule, isOn)
      } else writing.remove(cause.id)
      return cause.id
    },
  }
}
