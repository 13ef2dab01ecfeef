import { setImmediate } from 'node:timers/promises'
import type { ReadingRule } from '../../src-preload/record.ts'
import type { RereadingCause, RereadingPreview, RereadingResult, RereadingState, RereadSession } from '../../src-preload/types.ts'
import { AppError } from '../app-error.ts'
import { plural } from './labels.ts'
import { parserVersion } from '../parse/parse.ts'
import type { Handlers, Project } from './project.ts'
import { rereading } from './rereading.ts'
import { rereadingCauses } from './rereading-cause.ts'
import { rulesInForce } from './rules-in-force.ts'

const none = { isRunning: false, done: 0, total: 0 }
/** Other requests are answered at least this often. */
const stepMilliseconds = 60
const mostShown = 300

/** Reading sessions again, seen before and done: one at a time, in steps. Calls `onProgress` when its state is another. */
export function readings(project: Project, onProgress: () => void, isImporting: () => boolean) {
  const { db, history } = project
  const inForce = rulesInForce(db)
  const causes = rereadingCauses(project)
  const again = rereading(db)
  const outdated = db.prepare<[string], number>("SELECT count(*) FROM session WHERE parser_version <> ? AND status <> 'reviewed'").pluck()
  let current = none
  let running: Promise<unknown> = Promise.resolve()
  let actionId: number | null = null
  let cancel = new AbortController()
  let previews = 0

  function set(news: Partial<typeof none>): void {
    current = { ...current, ...news }
    onProgress()
  }
  async function preview(cause: RereadingCause): Promise<RereadingPreview> {
    const mine = ++previews
    const [rules, ids] = [causes.rulesAfter(cause), causes.sessionsOf(cause)]
    const sessions: RereadSession[] = []
    let [changed, values, since] = [0, 0, performance.now()]
    for (const id of ids) {
      const plan = again.plan(id, rules)
      if (plan && plan.changes.length > 0) {
        changed++
        values += plan.changes.length
        if (sessions.length < mostShown) sessions.push(again.described(id, plan))
      }
      if (performance.now() - since < stepMilliseconds) continue
      await setImmediate()
      since = performance.now()
      if (mine !== previews) throw new AppError('superseded', 'Another preview was asked for.')
    }
    return { read: ids.length, changed, values, sessions }
  }
  async function apply(cause: RereadingCause, label: string, { signal }: AbortController): Promise<RereadingResult> {
    const ids = causes.sessionsOf(cause)
    const action = (actionId = history.start(label))
    const ruleId = cause.what === 'read' ? null : history.extend(action, () => causes.write(cause))
    const rules = inForce()
    set({ total: ids.length })
    let [changed, done] = [0, 0]
    while (done < ids.length && !signal.aborted) {
      history.extend(action, () => {
        const since = performance.now()
        do changed += read(ids[done++]!, rules)
        while (done < ids.length && performance.now() - since < stepMilliseconds)
      })
      set({ done })
      await setImmediate()
    }
    if (signal.aborted) history.undoAction(action)
    else if (changed > 0) history.finish(action, `${label}: ${plural(changed, 'session')}`)
    return { ruleId, sessions: signal.aborted ? 0 : changed, wasCancelled: signal.aborted }
  }
  function read(id: string, rules: readonly ReadingRule[]): 0 | 1 {
    const plan = again.plan(id, rules)
    if (!plan) return 0
    again.apply(id, plan)
    return plan.changes.length > 0 ? 1 : 0
  }
  function stop(): void {
    previews++
    cancel.abort()
  }

  const handlers: Handlers<'reading.preview' | 'reading.apply' | 'reading.state' | 'reading.cancel'> = {
    'reading.preview': preview,
    'reading.apply'(given) {
      if (current.isRunning) throw new AppError('reading-running', 'Pages are being read again. Wait for it to end, or cancel it.')
      // Its pages are read by the rules that it began with.
      if (isImporting()) throw new AppError('import-running', 'An import is running. Wait for it to end, or cancel it.')
      history.refuseReadOnly()
      const cause = causes.checked(given)
      const label = causes.labelOf(cause)
      stop()
      cancel = new AbortController()
      set({ ...none, isRunning: true })
      const result = apply(cause, label, cancel).finally(() => {
        actionId = null
        set(none)
      })
      running = result.catch(() => {})
      return result
    },
    'reading.state': (): RereadingState => ({ ...current, outdated: outdated.get(parserVersion)! }),
    'reading.cancel': stop,
  }
  return {
    handlers,
    /** The action that is still growing, or null. */
    runningAction: () => actionId,
    /** Ends what runs, which leaves nothing behind. */
    async stop(): Promise<void> {
      stop()
      await running
    },
  }
}
