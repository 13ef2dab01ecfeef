import { useEffect, useState } from 'react'
import type { RereadingCause, RereadingPreview } from '../../src-preload/types.ts'
import { call, RequestError } from '../shell/query.ts'

const pause = 250

interface Shown {
  readonly preview: RereadingPreview | undefined
  readonly error: string | undefined
  /** The cause that is shown; another is being looked at while it differs. */
  readonly of: string
}

/** What reading again for a cause would change; asked anew a moment after the cause changes, its name apart. */
export function usePreview(cause: RereadingCause): Omit<Shown, 'of'> & { readonly isLooking: boolean } {
  const key = JSON.stringify('rule' in cause && cause.rule ? { ...cause, rule: { ...cause.rule, name: 'Preview' } } : cause)
  const [shown, setShown] = useState<Shown>({ preview: undefined, error: undefined, of: '' })
  useEffect(() => {
    let isStale = false
    const timer = setTimeout(
      () => {
        call('reading.preview', JSON.parse(key) as RereadingCause).then(
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
  return { preview: shown.preview, error: shown.error, isLooking: shown.of !== key }
}
