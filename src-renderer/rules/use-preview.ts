import { useEffect, useState } from 'react'
import type { RereadingCause, RereadingPreview } from '../../src-preload/types.ts'
import { act } from '../shell/notices.tsx'
import { call, RequestError } from '../shell/query.ts'

const pause = 250

interface Shown {
  readonly preview: RereadingPreview | undefined
  readonly error: string | undefined
  /** The cause that is shown; another is being looked at while it differs. */
  readonly of: string
}

/** What a person does elsewhere, in the menu, changes what would change. */
function useNews(isPaused: boolean): number {
  const [news, setNews] = useState(0)
  useEffect(
    () => (isPaused ? undefined : window.bridge.onChanged(names => void (names.includes('session.get') && setNews(count => count + 1)))),
    [isPaused],
  )
  return news
}

/** What reading again for a cause would change; asked anew a moment after the cause changes, its name apart, or the project does; nothing is asked for null. */
export function usePreview(cause: RereadingCause | null, isPaused: boolean): Omit<Shown, 'of'> & { readonly isLooking: boolean } {
  const news = useNews(isPaused)
  useEffect(() => () => act(call('reading.cancel', 'preview')), [])
  const words = JSON.stringify(cause && 'rule' in cause && cause.rule ? { ...cause, rule: { ...cause.rule, name: 'Preview' } } : cause)
  const key = `${news} ${words}`
  const [shown, setShown] = useState<Shown>({ preview: undefined, error: undefined, of: '' })
  useEffect(() => {
    if (words === 'null') return undefined
    let isStale = false
    const timer = setTimeout(
      () => {
        call('reading.preview', JSON.parse(words) as RereadingCause).then(
          preview => void (isStale || setShown({ preview, error: undefined, of: key })),
          (error: unknown) => {
            const isNewer = error instanceof RequestError && error.code === 'superseded'
            if (!isStale && !isNewer) setShown({ preview: undefined, error: (error as Error).message, of: key })
          },
        )
      },
      shown.of === '' ? 0 : pause,
    )
    return () => {
      isStale = true
      clearTimeout(timer)
    }
    // Asked once for each cause.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key])
  if (cause === null) return { preview: undefined, error: undefined, isLooking: false }
  return { preview: shown.preview, error: shown.error, isLooking: shown.of !== key }
}
