import { DatabaseBackup, History, Redo2, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useCurrentSession } from '../shell/navigation.ts'
import { runCommand } from '../shell/commands.ts'
import { Button } from '../shell/components/button.tsx'
import { Checkbox } from '../shell/components/checkbox.tsx'
import { EmptyState } from '../shell/components/empty-state.tsx'
import { useQuery } from '../shell/query.ts'
import { byDay } from './days.ts'
import { HistoryLine } from './history-line.tsx'
import './history.css'

const page = 200
const most = 5000

/** Everything that was done to the project, the newest first; any of it can be undone. */
export function HistoryScreen() {
  const openId = useCurrentSession()
  const [isOfSession, setOfSession] = useState(false)
  const [limit, setLimit] = useState(page)
  const sessionId = isOfSession ? openId : null
  const { data: actions, error } = useQuery('history.list', { sessionId, limit }, { keepsPrevious: true })
  return (
    <div className="screen history">
      <header className="pane-header">
        <h1 className="pane-title">History</h1>
        <span className="pane-gap" />
        <Checkbox isSelected={isOfSession} isDisabled={openId === null} onChange={setOfSession}>
          Of the open session only
        </Checkbox>
        <Steps />
        <Button size="small" onPress={() => runCommand('backups.open')}>
          <DatabaseBackup size={14} aria-hidden />
          Backups…
        </Button>
      </header>
      <div className="history-page">
        {error && !actions && <p role="alert">{error.message}</p>}
        {actions?.length === 0 && (
          <EmptyState icon={<History size={20} aria-hidden />} title="Nothing has been done yet">
            Imports, corrections, tags and notes will be listed here, and each can be undone.
          </EmptyState>
        )}
        {byDay(actions ?? []).map(day => (
          <section key={day.name} className="day" aria-label={day.name}>
            <h2 className="day-name">{day.name}</h2>
            <ul>
              {day.actions.map(action => (
                <HistoryLine key={action.id} action={action} showsSession={!isOfSession} />
              ))}
            </ul>
          </section>
        ))}
        {actions?.length === limit && limit < most && (
          <Button className="history-more" onPress={() => setLimit(now => Math.min(most, now * 5))}>
            Show older actions
          </Button>
        )}
      </div>
    </div>
  )
}

function Steps() {
  const { data: state } = useQuery('history.state', null)
  return (
    <>
      <Button size="small" isDisabled={!state?.undo} onPress={() => runCommand('history.undo')}>
        <Undo2 size={14} aria-hidden />
        Undo
      </Button>
      <Button size="small" isDisabled={!state?.redo} onPress={() => runCommand('history.redo')}>
        <Redo2 size={14} aria-hidden />
        Redo
      </Button>
    </>
  )
}
