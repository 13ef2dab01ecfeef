import type { SessionRecord } from '../../src-preload/types.ts'
import type { Command } from '../shell/commands.ts'
import { openDialog } from '../shell/dialogs.ts'
import { act, notify } from '../shell/notices.tsx'
import { call } from '../shell/query.ts'
import { cyclePanes } from './panes.ts'
import { mostChoices, type QueuedProblem } from './problems.ts'
import type { NoteDraft, ReviewActions } from './review-context.ts'
import type { ReviewRow } from './rows.ts'

export interface CommandState {
  readonly record: SessionRecord
  readonly row: ReviewRow | undefined
  readonly actions: ReviewActions
  readonly problem: QueuedProblem | undefined
  readonly onChoose: (choice: number) => void
  readonly onStep: (step: 1 | -1) => void
  readonly onReviewed: () => void
  readonly onSetField: () => void
}

const group = 'Review'

/** A note on the selected words where the text has the focus, else on the row in hand, else on the session. */
function noteDraft({ row, actions }: CommandState): NoteDraft {
  const span = document.activeElement?.closest('.raw-pane') ? actions.selection() : null
  if (span) return { target: 'span', rowId: null, span, about: actions.quote([span]), note: null }
  if (row?.id) return { target: 'value', rowId: row.id, span: null, about: row.label, note: null }
  return { target: 'session', rowId: null, span: null, about: 'The session', note: null }
}

function rowCommands({ row, actions }: CommandState): Command[] {
  const withRow = (run: (row: ReviewRow) => void, isEnabled: (row: ReviewRow) => boolean = () => true) => ({
    run: () => row && run(row),
    isEnabled: () => row !== undefined && isEnabled(row),
  })
  const isSection = (each: ReviewRow) => each.kind === 'section'
  return [
    {
      id: 'review.accept',
      title: 'Accept the value',
      group,
      keys: 'a',
      ...withRow(
        ({ id }) => id && actions.accept([id]),
        each => each.state === 'parsed',
      ),
    },
    {
      id: 'review.edit',
      title: 'Edit the value',
      group,
      keys: 'e',
      ...withRow(each => actions.edit(each.address)),
    },
    {
      id: 'review.take',
      title: 'Use the selected words for this value',
      group,
      keys: 'u',
      ...withRow(
        each => actions.takeSelection(each),
        each => !isSection(each),
      ),
    },
    {
      id: 'review.restore',
      title: 'Put the value back as read from the page',
      group,
      keys: 'r',
      ...withRow(
        ({ id }) => id && actions.restore(id),
        each => each.isRestorable && each.state !== 'parsed',
      ),
    },
    {
      id: 'review.clear',
      title: 'Clear the value',
      group,
      ...withRow(each => actions.clear(each)),
    },
    {
      id: 'review.sectionStart',
      title: 'Start the section at the caret',
      group,
      keys: '[',
      ...withRow(each => actions.moveEdgeToCaret(each, 'start'), isSection),
    },
    {
      id: 'review.sectionEnd',
      title: 'End the section at the caret',
      group,
      keys: ']',
      ...withRow(each => actions.moveEdgeToCaret(each, 'end'), isSection),
    },
  ]
}

function choiceCommands({ problem, onChoose }: CommandState): Command[] {
  return (problem?.choices ?? []).slice(0, mostChoices).map(({ label }, index) => ({
    id: `review.choice${index + 1}`,
    title: `Choose ${label}`,
    group,
    keys: String(index + 1),
    isOnce: true,
    run: () => onChoose(index),
  }))
}

function showNextLeftover({ record, actions }: CommandState) {
  const next = record.leftover.find(([start]) => start >= actions.caret()) ?? record.leftover[0]
  if (next) actions.select(next)
  else notify({ tone: 'success', text: 'All of the page is accounted for.' })
}

/** What the palette and the keys offer while a session is open. */
export function reviewCommands(state: CommandState): Command[] {
  const { record, actions, problem } = state
  const aboutSession: NoteDraft = {
    target: 'session',
    rowId: null,
    span: null,
    about: 'The session',
    note: null,
  }
  return [
    ...rowCommands(state),
    ...choiceCommands(state),
    {
      id: 'review.set',
      title: 'Set a field from the selected words',
      group,
      keys: 'f',
      run: state.onSetField,
    },
    {
      id: 'review.tag',
      title: 'Tag the selected words, or the session',
      group,
      keys: 't',
      run: actions.tag,
    },
    {
      id: 'review.note',
      title: 'Note on the words or the value',
      group,
      keys: 'm',
      run: () => actions.writeNote(noteDraft(state)),
    },
    {
      id: 'review.noteSession',
      title: 'Note on the session',
      group,
      keys: 'shift+m',
      run: () => actions.writeNote(aboutSession),
    },
    {
      id: 'review.nextProblem',
      title: 'Next problem',
      group,
      keys: 'n',
      run: () => state.onStep(1),
    },
    {
      id: 'review.previousProblem',
      title: 'Previous problem',
      group,
      keys: 'p',
      run: () => state.onStep(-1),
    },
    {
      id: 'review.resolve',
      title: 'Resolve the problem',
      group,
      keys: 'x',
      isEnabled: () => problem?.kind === 'problem',
      run: () => problem && act(call('problem.resolve', { id: problem.id, isResolved: true })),
    },
    {
      id: 'review.place',
      title: 'Place what has no place on the selected words',
      group,
      keys: 'shift+u',
      isEnabled: () => problem?.isToBePlaced === true,
      run: () => problem && actions.place(problem.id),
    },
    {
      id: 'review.compare',
      title: 'Compare with the other text',
      group,
      keys: 'c',
      isEnabled: () => typeof problem?.otherSessionId === 'string',
      run: () => problem?.otherSessionId && openDialog({ name: 'compare', sessionId: record.id, otherId: problem.otherSessionId }),
    },
    {
      id: 'review.leftover',
      title: 'Next leftover words',
      group,
      keys: 'l',
      run: () => showNextLeftover(state),
    },
    {
      id: 'review.boilerplate',
      title: 'This line is boilerplate',
      group,
      keys: 'b',
      run: actions.setAside,
    },
    {
      id: 'review.acceptAll',
      title: 'Accept all values',
      group,
      keys: 'shift+a',
      run: () => actions.accept(null),
    },
    {
      id: 'review.done',
      title: 'Reviewed, and to the next session',
      group,
      keys: 'mod+enter',
      isOnce: true,
      run: state.onReviewed,
    },
    { id: 'review.find', title: 'Find in the page', group, run: actions.find },
    { id: 'review.nextPane', title: 'Next pane', group, keys: 'f6', run: () => cyclePanes(1) },
    {
      id: 'review.previousPane',
      title: 'Previous pane',
      group,
      keys: 'shift+f6',
      run: () => cyclePanes(-1),
    },
  ]
}
