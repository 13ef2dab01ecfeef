import type { RuleRow } from '../../src-preload/types.ts'
import { Dialog } from '../shell/components/dialog.tsx'
import { openSession } from '../shell/navigation.ts'
import { useQuery } from '../shell/query.ts'
import { valueSentence } from './rule-words.ts'
import { Words } from '../shell/components/words.tsx'

/** The values that a rule set; each leads to its session. */
export function RuleUsesDialog({ rule, onClose }: { rule: RuleRow; onClose: () => void }) {
  const { data: uses, error } = useQuery('rule.uses', rule.id)
  return (
    <Dialog title={`Set by “${rule.name}”`} width="wide" onClose={onClose}>
      {error && <p role="alert">{error.message}</p>}
      {uses?.length === 0 && <p>Nothing stands as this rule set it.</p>}
      {uses && uses.length < rule.values && (
        <p className="muted">
          The first {uses.length.toLocaleString()} of {rule.values.toLocaleString()}:
        </p>
      )}
      <ul className="rule-uses">
        {uses?.map(({ sessionId, sessionTitle, code, rowId, value, span }, at) => (
          <li key={rowId ?? at}>
            <button
              type="button"
              className="rule-use"
              onClick={() => {
                onClose()
                openSession(sessionId, { rowId: rowId ?? undefined, span: rowId === null ? (span ?? undefined) : undefined })
              }}
            >
              <span className="rule-use-session">
                {code && <span className="badge numeric">{code}</span>}
                <bdi className="one-line">
                  <Words>{sessionTitle ?? 'No title'}</Words>
                </bdi>
              </span>
              <span className="muted small one-line">
                <Words>{valueSentence(value)}</Words>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
