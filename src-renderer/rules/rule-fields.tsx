import { ruleLimits, type RuleDraft } from '../../src-preload/types.ts'
import { Select } from '../shell/components/choice.tsx'
import { TextField } from '../shell/components/text-field.tsx'
import { keyName, officerChoices, ruleKindWords, targetChoices } from './rule-words.ts'

export interface RuleFieldsProps {
  readonly rule: RuleDraft
  readonly onChange: (rule: RuleDraft) => void
}

function Target({ rule, onChange }: RuleFieldsProps) {
  const label = ruleKindWords[rule.kind].targetLabel
  const set = (target: string) => onChange({ ...rule, target })
  if (rule.kind === 'boilerplate') return null
  if (rule.kind === 'heading') return <Select label={label} choices={targetChoices} value={rule.target} onChange={set} />
  return <TextField label={label} value={rule.target ?? ''} onChange={set} maxLength={ruleLimits.words} />
}

/** Who each person is, in the order of the page. */
function RoleOrder({ rule, onChange }: RuleFieldsProps) {
  const [before, after] = [rule.pattern.split(' '), (rule.target ?? '').split(' ')]
  return (
    <div className="rule-fields-row">
      {before.map((role, at) => (
        <Select
          key={at}
          label={`Person ${at + 1}, else ${keyName(role)}`}
          choices={officerChoices}
          value={after[at] ?? null}
          onChange={chosen => onChange({ ...rule, target: after.with(at, chosen).join(' ') })}
        />
      ))}
    </div>
  )
}

/** The name of a rule, the words it is about, and what it says of them. */
export function RuleFields({ rule, onChange }: RuleFieldsProps) {
  return (
    <div className="rule-fields">
      <TextField label="Name of the rule" value={rule.name} onChange={name => onChange({ ...rule, name })} maxLength={ruleLimits.name} />
      {rule.kind === 'roleOrder' && <RoleOrder rule={rule} onChange={onChange} />}
      {rule.kind !== 'roleOrder' && <WordsAndTarget rule={rule} onChange={onChange} />}
    </div>
  )
}

function WordsAndTarget({ rule, onChange }: RuleFieldsProps) {
  return (
    <div className="rule-fields-row">
      <TextField
        label={ruleKindWords[rule.kind].patternLabel}
        value={rule.pattern}
        onChange={pattern => onChange({ ...rule, pattern })}
        maxLength={ruleLimits.words}
      />
      <Target rule={rule} onChange={onChange} />
    </div>
  )
}
