import type { RereadingCause, RereadingPreview, RereadingResult, RereadingState, RereadSession } from '../../src-preload/types.ts'
import { AppError } from '../app-error.ts'
import { plural } from './labels.ts'
import { parserVersion } from '../parse/parse.ts'
import type { Handlers, Project } from './project.ts'
import { rereadInSteps, type Reread } from './reread-texts.ts'
import { rereading } from './rereading.ts'
import { rereadingCauses } from './rereading-cause.ts'
import { rulesInForce } from './rules-in-force.ts'

type Progress = Omit<RereadingState, 'outdated'>
const none: Progress = { isRunning: false, done: 0, total: 0, preview: null }
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

  function set(news: Partial<Progress>): void {
    current = { ...current, ...news }
    onProgress()
  }
  function endPreview(): void {
    previews++
    if (current.preview) set({ preview: null })
  }
  async function preview(cause: RereadingCause): Promise<RereadingPreview> {
    const mine = ++previews
    const isOver = () => mine !== previews
    const [rules, ids] = [causes.rulesAfter(cause), causes.sessionsOf(cause)]
    const sessions: RereadSession[] = []
    let [done, changed, values] = [0, 0, 0]
    function look({ id, read }: Reread): void {
      const plan = read && again.plan(id, read, rules)
      if (!plan || plan.changes.length === 0) return
      changed++
      values += plan.changes.length
      if (sessions.length < mostShown) sessions.push(again.described(id, plan))
    }
    set({ preview: { done, total: ids.length } })
    try {
      await rereadInSteps({ ids, textOf: again.textOf, rules, isOver }, step => {
        step.forEach(look)
        set({ preview: { done: (done += step.length), total: ids.length } })
      })
    } finally {
      if (!isOver()) set({ preview: null })
    }
    if (isOver()) throw new AppError('superseded', 'Another preview was asked for, or none any more.')
    return { read: ids.length, changed, values, replaces: causes.replacedBy(cause), sessions }
  }
  async function apply(cause: RereadingCause, label: string, { signal }: AbortController): Promise<RereadingResult> {
    const ids = causes.sessionsOf(cause)
    const action = (actionId = history.start(label, { mustEnd: true }))
    const counts = { sessions: 0, leftOut: 0 }
    try {
      const ruleId = cause.what === 'read' ? null : history.extend(action, () => causes.write(cause))
      set({ total: ids.length })
      const wanted = { ids, textOf: again.textOf, rules: inForce(), isOver: () => signal.aborted }
      await rereadInSteps(wanted, step => write(action, step, counts))
      if (signal.aborted) {
        const isGone = history.abandon(action)
        return { ...counts, ...(isGone && { sessions: 0 }), actionId: isGone ? null : action, ruleId: null, wasCancelled: true }
      }
      history.finish(action, counts.sessions > 0 ? `${label}: ${plural(counts.sessions, 'session')}` : label)
      return { ...counts, actionId: action, ruleId, wasCancelled: false }
    } catch (error) {
      history.abandon(action)
      throw error
    }
  }
  function write(action: number, step: readonly Reread[], counts: { sessions: number; leftOut: number }): void {
    const rules = inForce()
    history.extend(action, () => {
      for (const { id, read } of step) {
        // What was done after this action had begun is undone before it: neither may build on the other.
        const isEdited = read !== null && history.isTouchedSince(id, action)
        const plan = isEdited ? null : read && again.plan(id, read, rules)
        if (isEdited && again.textOf(id) !== null) counts.leftOut++
        if (!plan) continue
        again.apply(id, plan)
        if (plan.changes.length > 0) counts.sessions++
      }
    })
    set({ done: current.done + step.length })
  }
  function stop(): void {
    endPreview()
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
        set({ ...none, preview: current.preview })
      })
      running = result.catch(() => {})
      return result
    },
    'reading.state': (): RereadingState => ({ ...current, outdated: outdated.get(parserVersion)! }),
    'reading.cancel': what => (what === 'preview' ? endPreview() : cancel.abort()),
  }
  // What ended with the process that it ran in has not ended well.
  history.abandonUnended()
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
