import { PencilLine, Trash2 } from 'lucide-react'
import { Switch } from 'react-aria-components'
import type { RuleRow } from '../../src-preload/types.ts'
import { Badge } from '../shell/components/badge.tsx'
import { Button, IconButton, joinClasses } from '../shell/components/button.tsx'
import { openDialog } from '../shell/dialogs.ts'
import { fullTime } from '../shell/times.ts'
import { count } from '../shell/words.ts'
import { ruleKindWords, ruleSentence } from './rule-words.ts'
import { Words } from '../shell/components/words.tsx'

export interface RuleLineProps {
  readonly rule: RuleRow
  readonly isBusy: boolean
  readonly onSwitch: (isOn: boolean) => void
  readonly onUses: () => void
}

/** One rule: what it does, what it did, and what can be done with it. */
export function RuleLine({ rule, isBusy, onSwitch, onUses }: RuleLineProps) {
  const { id, name, kind, pattern, target, author, at, isOn, values, sessions } = rule
  return (
    <li className={joinClasses('rule', !isOn && 'rule-off')}>
      <Switch className="switch" isSelected={isOn} isReadOnly={isBusy} onChange={onSwitch} aria-label={`Use the rule ${name}`}>
        <span className="switch-track">
          <span className="switch-thumb" />
        </span>
        <span className="switch-word">{isOn ? 'On' : 'Off'}</span>
      </Switch>
      <div className="rule-about">
        <h2 className="rule-name">
          <bdi>
            <Words>{name}</Words>
          </bdi>
          <Badge>{ruleKindWords[kind].name}</Badge>
        </h2>
        <p className="two-lines">{ruleSentence(rule)}</p>
        <p className="muted small">
          <bdi>{author}</bdi>, <time dateTime={at}>{fullTime(at)}</time>
        </p>
      </div>
      {values === 0 ? (
        <span className="rule-unused muted small">Nothing set</span>
      ) : (
        <Button variant="quiet" size="small" onPress={onUses}>
          {count(values, 'value')} in {count(sessions, 'session')}
          <span className="visually-hidden"> set by {name}</span>
        </Button>
      )}
      <div className="rule-tools">
        <IconButton
          label={`Edit ${name}`}
          size="small"
          onPress={() => openDialog({ name: 'rereading', cause: { what: 'set', id, rule: { name, kind, pattern, target } } })}
        >
          <PencilLine size={14} aria-hidden />
        </IconButton>
        <IconButton label={`Delete ${name}`} size="small" onPress={() => openDialog({ name: 'rereading', cause: { what: 'remove', id } })}>
          <Trash2 size={14} aria-hidden />
        </IconButton>
      </div>
    </li>
  )
}
