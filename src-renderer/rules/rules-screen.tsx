import { FileDown, FileUp, GraduationCap, RefreshCw } from 'lucide-react'
import { useEffect, useRef, useState, type FocusEvent } from 'react'
import type { Id, RulesImported } from '../../src-preload/types.ts'
import { afterDialog } from '../shell/after-dialog.ts'
import { Button } from '../shell/components/button.tsx'
import { EmptyState } from '../shell/components/empty-state.tsx'
import { useOpenDialog } from '../shell/dialogs.ts'
import { goTo } from '../shell/navigation.ts'
import { notify } from '../shell/notices.tsx'
import { useCommand, useQuery } from '../shell/query.ts'
import { count } from '../shell/words.ts'
import { readAllAgain } from './lesson.ts'
import { report } from './reading-report.ts'
import { RuleLine } from './rule-line.tsx'
import { RuleUsesDialog } from './rule-uses-dialog.tsx'
import './rules.css'

function sayImported({ added, known, differing }: RulesImported) {
  const parts = [
    `${count(added, 'rule')} loaded`,
    known > 0 && `${known.toLocaleString()} here already`,
    differing.length > 0 &&
      `left out, as rules here say otherwise: ${differing.slice(0, 5).join(', ')}${differing.length > 5 ? ` and ${differing.length - 5} more` : ''}`,
  ]
  const action = added > 0 ? { label: 'Read pages again…', run: readAllAgain } : undefined
  notify({ tone: 'success', text: parts.filter(Boolean).join('; '), action })
}

function useFiles() {
  const load = useCommand('rule.chooseImport')
  const save = useCommand('rule.chooseExport')
  return {
    async loadRules() {
      const result = await load.run(null)
      if (result) sayImported(result)
    },
    async saveRules() {
      const saved = await save.run(null)
      if (typeof saved === 'number') notify({ tone: 'success', text: `${count(saved, 'rule')} saved` })
    },
  }
}

/** When the rule that had the focus is gone, the one in its place has it. */
function useKeptFocus(rules: number | undefined) {
  const list = useRef<HTMLUListElement>(null)
  const last = useRef(-1)
  const dialog = useOpenDialog()
  useEffect(() => {
    if (dialog !== null || rules === undefined) return undefined
    // A dialog that closes first gives the focus back to where it was, if that is still there.
    return afterDialog(() => {
      if (last.current < 0 || document.activeElement !== document.body) return
      const lines = list.current?.querySelectorAll<HTMLElement>(':scope > li input') ?? []
      const next = lines[Math.min(last.current, lines.length - 1)] ?? document.querySelector<HTMLElement>('.rules .pane-header button')
      next?.focus()
    })
  }, [rules, dialog])
  function onFocus({ target }: FocusEvent) {
    last.current = [...(list.current?.children ?? [])].findIndex(line => line.contains(target))
  }
  return { list, onFocus }
}

function NoRules({ onLoad }: { onLoad: () => void }) {
  return (
    <EmptyState
      icon={<GraduationCap size={20} aria-hidden />}
      title="No rules yet"
      actions={
        <>
          <Button onPress={() => goTo('library')}>Go to the library</Button>
          <Button onPress={onLoad}>Load rules…</Button>
        </>
      }
    >
      When you correct something in a session that other pages have too, such as a heading nobody knew or a name written two ways, the app
      offers to apply it to them. What you apply becomes a rule, which is used for new pages and can be switched off.
    </EmptyState>
  )
}

/** What corrections have taught: every rule, what it set, and the ways to change or take it back. */
export function RulesScreen() {
  const { data: rules, error } = useQuery('rule.list', null)
  const { data: reading } = useQuery('reading.state', null)
  const { run } = useCommand('reading.apply')
  const { loadRules, saveRules } = useFiles()
  const { list, onFocus } = useKeptFocus(rules?.length)
  const [shown, setShown] = useState<Id | null>(null)
  const used = rules?.find(rule => rule.id === shown)
  async function switchRule(id: Id, isOn: boolean) {
    const cause = { what: 'set', id, isOn } as const
    const result = await run(cause)
    if (result) report(cause, result)
  }
  return (
    <div className="screen rules">
      <header className="pane-header">
        <h1 className="pane-title">Rules</h1>
        <span className="muted small numeric">{rules && rules.length > 0 && rules.length.toLocaleString()}</span>
        <span className="pane-gap" />
        <Button size="small" onPress={() => void loadRules()}>
          <FileUp size={14} aria-hidden />
          Load…
        </Button>
        <Button size="small" isDisabled={!rules?.length} onPress={() => void saveRules()}>
          <FileDown size={14} aria-hidden />
          Save…
        </Button>
        <Button size="small" onPress={readAllAgain}>
          <RefreshCw size={14} aria-hidden />
          Read all pages again…
        </Button>
      </header>
      {reading && reading.outdated > 0 && !reading.isRunning && (
        <div className="lesson-bar" role="status">
          <RefreshCw size={16} aria-hidden />
          <span className="lesson-text">
            {count(reading.outdated, 'session was', 'sessions were')} read by another version of Rapporteur.
          </span>
          <Button size="small" onPress={readAllAgain}>
            See what would change…
          </Button>
        </div>
      )}
      {error && !rules && <p role="alert">{error.message}</p>}
      {rules?.length === 0 && <NoRules onLoad={() => void loadRules()} />}
      {rules && rules.length > 0 && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it only looks where the focus is
        <ul ref={list} className="rule-list" onFocus={onFocus}>
          {rules.map(rule => (
            <RuleLine
              key={rule.id}
              rule={rule}
              isBusy={reading?.isRunning ?? false}
              onSwitch={isOn => void switchRule(rule.id, isOn)}
              onUses={() => setShown(rule.id)}
            />
          ))}
        </ul>
      )}
      {used && <RuleUsesDialog rule={used} onClose={() => setShown(null)} />}
    </div>
  )
}
