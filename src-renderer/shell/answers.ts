/** What is known of one request's answer: the last good value stays while it is asked again. */
export interface Answer<T> {
  readonly data: T | undefined
  readonly error: Error | undefined
  readonly isAsking: boolean
}

type Ask = (name: string, input: unknown) => Promise<unknown>

interface Entry {
  readonly key: string
  readonly name: string
  readonly input: unknown
  readonly readers: Set<() => void>
  answer: Answer<unknown>
  /** Changed since it was asked: the answer under way is shown, then it is asked once more. */
  isStale: boolean
  /** Not asked again before this moment of `performance.now()`. */
  restsUntil: number
}

const unread = 24
/** An answer that takes long is asked less often: it rests this many times as long as it took. */
const restTimes = 4
export const nothingYet: Answer<never> = { data: undefined, error: undefined, isAsking: true }
const keyOf = (name: string, input: unknown) => `${name} ${JSON.stringify(input)}`

/** Answers shared by all who read them; each is asked when first read and again when said to have changed, and shown after `turn`. */
export function createAnswers(ask: Ask, turn: () => Promise<void> = () => Promise.resolve()) {
  const entries = new Map<string, Entry>()

  function show(entry: Entry, answer: Answer<unknown>) {
    entry.answer = answer
    for (const notify of entry.readers) notify()
  }

  function forget(entry: Entry) {
    // Another may stand in its place by now.
    if (entries.get(entry.key) === entry) entries.delete(entry.key)
  }

  async function askNow(entry: Entry) {
    entry.isStale = false
    const started = performance.now()
    let answer: Answer<unknown>
    try {
      answer = { data: await ask(entry.name, entry.input), error: undefined, isAsking: false }
    } catch (error) {
      answer = { data: entry.answer.data, error: error instanceof Error ? error : new Error(String(error)), isAsking: false }
    }
    entry.restsUntil = performance.now() + restTimes * (performance.now() - started)
    await turn()
    const again = entry.isStale && entry.readers.size > 0
    if (entry.isStale && !again) forget(entry)
    show(entry, again ? { ...answer, isAsking: true } : answer)
    if (again) askSoon(entry)
  }

  /** What changes meanwhile needs no asking of its own. */
  function askSoon(entry: Entry) {
    const pause = entry.restsUntil - performance.now()
    if (pause <= 0) void askNow(entry)
    else setTimeout(() => void askNow(entry), pause)
  }

  function askAgain(entry: Entry) {
    if (entry.readers.size === 0) forget(entry)
    else if (entry.answer.isAsking) entry.isStale = true
    else {
      // What is shown stays the same until there is news: telling that it is asked again would draw everything twice.
      entry.answer = { ...entry.answer, isAsking: true }
      askSoon(entry)
    }
  }

  function forgetOldest() {
    const idle = [...entries].filter(([, entry]) => entry.readers.size === 0)
    for (const [key] of idle.slice(0, Math.max(0, idle.length - unread))) entries.delete(key)
  }

  return {
    read: (name: string, input: unknown): Answer<unknown> => entries.get(keyOf(name, input))?.answer ?? nothingYet,

    subscribe(name: string, input: unknown, notify: () => void) {
      const key = keyOf(name, input)
      const known = entries.get(key)
      const entry = known ?? { key, name, input, readers: new Set<() => void>(), answer: nothingYet, isStale: false, restsUntil: 0 }
      entries.set(key, entry)
      entry.readers.add(notify)
      if (!known) void askNow(entry)
      else if (known.answer.error) askAgain(entry)
      return () => {
        entry.readers.delete(notify)
        forgetOldest()
      }
    },

    changed(names: readonly string[]) {
      const changed = new Set(names)
      for (const entry of entries.values()) if (changed.has(entry.name)) askAgain(entry)
    },

    allChanged() {
      for (const entry of entries.values()) askAgain(entry)
    },
  }
}
