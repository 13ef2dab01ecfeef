import { FileText, ListChecks } from 'lucide-react'
import { useEffect } from 'react'
import { ReviewScreen } from '../review/review-screen.tsx'
import { Library } from '../library/library.tsx'
import { openNeighbour, startTrail, useListed } from '../library/listed.ts'
import { Button } from './components/button.tsx'
import { EmptyState } from './components/empty-state.tsx'
import { Splitter } from './components/splitter.tsx'
import { closeSession, useCurrentSession } from './navigation.ts'
import { notify } from './notices.tsx'
import { RequestError, useQuery } from './query.ts'
import { ViewBoundary } from './view-boundary.tsx'

/** The library beside the session that is open. */
export function WorkView() {
  return (
    <Splitter
      id="work"
      panes={[
        { id: 'library', defaultSize: 320, minSize: 240, maxSize: '45%', keepsSize: true, content: <Library /> },
        { id: 'session', minSize: 520, content: <OpenSession /> },
      ]}
    />
  )
}

function go(step: 1 | -1) {
  if (!openNeighbour(step))
    notify({
      tone: 'info',
      about: 'list end',
      text: step === 1 ? 'This is the last session in the list' : 'This is the first session in the list',
    })
}
const goNext = () => go(1)
const goPrevious = () => go(-1)

const isGone = (error: Error) => error instanceof RequestError && error.code === 'no-such-session'

function OpenSession() {
  const sessionId = useCurrentSession()
  const { data, error } = useQuery('session.get', sessionId ?? undefined)
  useEffect(() => startTrail(sessionId), [sessionId])
  if (!sessionId) return <NoSession />
  if (error && (!data || isGone(error))) return <MissingSession message={error.message} />
  return (
    <ViewBoundary key={sessionId}>
      <ReviewScreen sessionId={sessionId} onNext={goNext} onPrevious={goPrevious} />
    </ViewBoundary>
  )
}

function NoSession() {
  const isEmpty = useListed().length === 0
  if (isEmpty) {
    return (
      <EmptyState icon={<FileText size={20} aria-hidden />} title="No session is open">
        A session opens here: its page, and beside it the fields that were read from it.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={<ListChecks size={20} aria-hidden />}
      title="Choose a session to review"
      actions={
        <Button variant="primary" onPress={goNext}>
          Start at the top of the list
        </Button>
      }
    >
      Its page appears here beside the fields that were read from it.
    </EmptyState>
  )
}

function MissingSession({ message }: { message: string }) {
  return (
    <EmptyState
      icon={<FileText size={20} aria-hidden />}
      title="This session cannot be shown"
      actions={<Button onPress={closeSession}>Close it</Button>}
    >
      {message}
    </EmptyState>
  )
}
