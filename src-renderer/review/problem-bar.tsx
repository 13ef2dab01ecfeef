import { ChevronLeft, ChevronRight, CircleCheck, TriangleAlert } from 'lucide-react'
import type { Choice } from '../../src-preload/record.ts'
import type { Id } from '../../src-preload/types.ts'
import { Button, IconButton } from '../shell/components/button.tsx'
import { ShownKeys } from '../shell/components/kbd.tsx'
import { openDialog } from '../shell/dialogs.ts'
import { openSession } from '../shell/navigation.ts'
import { act } from '../shell/notices.tsx'
import { call } from '../shell/query.ts'
import { count } from '../shell/words.ts'
import { sectionNames } from './field-words.ts'
import { mostChoices, spansOfChoice, type QueuedProblem } from './problems.ts'
import { useReview } from './review-context.ts'
import { Words } from '../shell/components/words.tsx'

export interface ProblemBarProps {
  readonly sessionId: Id
  readonly queue: readonly QueuedProblem[]
  readonly currentId: Id | null
  readonly onStep: (step: 1 | -1) => void
  readonly onChoose: (choice: number) => void
}

/** A section is called what the record calls it. */
function choiceName({ label, values }: Choice): string {
  const [value] = values
  return values.length === 1 && value && 'section' in value ? sectionNames[value.section] : label
}

/** What the problem could be; the words of the one that is pointed at or has the focus are lit. */
function Choices({ problem: { choices, spans }, onChoose }: { problem: QueuedProblem; onChoose: (choice: number) => void }) {
  const { reveal } = useReview()
  const light = (choice: Choice) => (isPointed: boolean) => reveal(isPointed ? spansOfChoice(choice) : spans)
  return (
    <div className="problem-choices" role="group" aria-label="It could be">
      {choices.slice(0, mostChoices).map((choice, index) => (
        <Button key={choice.label} size="small" onPress={() => onChoose(index)} onHoverChange={light(choice)} onFocusChange={light(choice)}>
          <ShownKeys keys={String(index + 1)} />
          <span dir="auto">
            <Words>{choiceName(choice)}</Words>
          </span>
        </Button>
      ))}
    </div>
  )
}

function CurrentProblem({ sessionId, problem, ordinal }: { sessionId: Id; problem: QueuedProblem; ordinal: string }) {
  const { accept, edit, place } = useReview()
  const { id, kind, message, address, otherSessionId, isToBePlaced } = problem
  return (
    <>
      <span className="problem-text">
        <span className="problem-place numeric">{ordinal}</span>
        <span dir="auto">
          <Words>{message}</Words>
        </span>
      </span>
      {otherSessionId && (
        <>
          <Button variant="quiet" size="small" onPress={() => openSession(otherSessionId)}>
            Open the other session
          </Button>
          <Button size="small" onPress={() => openDialog({ name: 'compare', sessionId, otherId: otherSessionId })}>
            Compare…
            <ShownKeys keys="c" />
          </Button>
        </>
      )}
      {isToBePlaced && (
        <Button size="small" onPress={() => place(id)}>
          Use selection to place it
          <ShownKeys keys="shift+u" />
        </Button>
      )}
      {kind === 'doubt' ? (
        <Button size="small" onPress={() => accept([id])}>
          Accept
          <ShownKeys keys="a" />
        </Button>
      ) : (
        <Button size="small" onPress={() => act(call('problem.resolve', { id, isResolved: true }))}>
          Resolve
          <ShownKeys keys="x" />
        </Button>
      )}
      {address && (
        <Button size="small" onPress={() => edit(address)}>
          Edit
          <ShownKeys keys="e" />
        </Button>
      )}
    </>
  )
}

/** What is still to be looked at, one at a time. */
export function ProblemBar({ sessionId, queue, currentId, onStep, onChoose }: ProblemBarProps) {
  const at = queue.findIndex(problem => problem.id === currentId)
  const current = queue[at]
  if (queue.length === 0) {
    return (
      <div className="problem-bar" data-clear role="status">
        <CircleCheck size={16} aria-hidden />
        <span className="problem-text">Nothing is in doubt here.</span>
      </div>
    )
  }
  return (
    <div className="problem-bar" role="status">
      <TriangleAlert size={16} aria-hidden />
      {current ? (
        <CurrentProblem sessionId={sessionId} problem={current} ordinal={`${at + 1} of ${queue.length}`} />
      ) : (
        <span className="problem-text">{count(queue.length, 'thing')} to look at</span>
      )}
      <IconButton size="small" label="Previous problem" keys="p" onPress={() => onStep(-1)}>
        <ChevronLeft size={16} aria-hidden />
      </IconButton>
      <IconButton size="small" label="Next problem" keys="n" onPress={() => onStep(1)}>
        <ChevronRight size={16} aria-hidden />
      </IconButton>
      {current && current.choices.length > 0 && <Choices problem={current} onChoose={onChoose} />}
    </div>
  )
}
