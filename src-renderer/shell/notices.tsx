import { CircleAlert, CircleCheck, Info, X } from 'lucide-react'
import {
  Button,
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components'
import { Words } from './components/words.tsx'

export interface Notice {
  readonly text: string
  /** `error` stays until it is closed. */
  readonly tone: 'info' | 'success' | 'error'
  /** A newer notice about the same takes the place of this one. */
  readonly about?: string | undefined
  readonly action?: { readonly label: string; readonly run: () => void } | undefined
}

const queue = new ToastQueue<Notice>({ maxVisibleToasts: 3 })
const timeouts = { plain: 6000, withAction: 12_000 }

const shown = new Map<string, string>()

function takeAway(about: string) {
  const before = shown.get(about)
  if (before) queue.close(before)
  shown.delete(about)
}

export function notify(notice: Notice) {
  const timeout = notice.action ? timeouts.withAction : timeouts.plain
  const key = queue.add(notice, notice.tone === 'error' ? {} : { timeout })
  // What is said again is not said beside itself; each action is its own.
  const about = notice.about ?? (notice.action ? undefined : notice.text)
  if (!about) return
  takeAway(about)
  shown.set(about, key)
}

/** The same failure is said once at a time, and so is what failed last of what is `about` the same. */
function failed(error: unknown, about?: string) {
  const text = error instanceof Error ? error.message : String(error)
  notify({ text, tone: 'error', about: `failed: ${about ?? text}` })
}

export function reportError(error: unknown) {
  failed(error)
}

/** Waits for a request and reports its failure; `undefined` when it failed. What is `about` the same and goes well takes the report away. */
export async function attempt<T>(promise: Promise<T>, about?: string): Promise<T | undefined> {
  try {
    const value = await promise
    if (about) takeAway(`failed: ${about}`)
    return value
  } catch (error) {
    failed(error, about)
    return undefined
  }
}

/** As `attempt`, where the answer does not matter. */
export function act(promise: Promise<unknown>): void {
  void attempt(promise)
}

const icons = { info: Info, success: CircleCheck, error: CircleAlert }

export function Notices() {
  return (
    <ToastRegion queue={queue} className="notices" aria-label="Notices">
      {({ toast }) => {
        const { text, tone, action } = toast.content
        const Icon = icons[tone]
        return (
          <Toast toast={toast} className={`notice notice-${tone}`}>
            <Icon size={16} aria-hidden className="notice-icon" />
            <ToastContent className="notice-text">
              <Text slot="title" dir="auto">
                <Words>{text}</Words>
              </Text>
            </ToastContent>
            {action && (
              <Button
                className="button button-quiet"
                onPress={() => {
                  queue.close(toast.key)
                  action.run()
                }}
              >
                {action.label}
              </Button>
            )}
            <Button slot="close" aria-label="Dismiss" className="button button-icon">
              <X size={16} aria-hidden />
            </Button>
          </Toast>
        )
      }}
    </ToastRegion>
  )
}
