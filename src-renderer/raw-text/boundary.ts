import { StateEffect, StateField, type EditorState, type Extension, type TransactionSpec } from '@codemirror/state'
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view'
import type { Span } from '../../src-preload/record.ts'
import { moveEdge, type Edge } from './edge.ts'

export interface Boundary {
  readonly rowId: string
  readonly span: Span
}
type OnMove = (rowId: string, span: Span) => void

class Handle extends WidgetType {
  readonly edge: Edge
  readonly onMove: OnMove
  constructor(edge: Edge, onMove: OnMove) {
    super()
    this.edge = edge
    this.onMove = onMove
  }
  override eq(other: Handle) {
    return this.edge === other.edge
  }
  override toDOM(view: EditorView) {
    const element = document.createElement('span')
    element.className = `cm-edge cm-edge-${this.edge}`
    element.title = `Drag to move the ${this.edge} of the section`
    element.ariaHidden = 'true'
    element.addEventListener('pointerdown', event => {
      event.preventDefault()
      drag(view, this.edge, this.onMove)
    })
    return element
  }
}

const replace = StateEffect.define<Boundary | null>()

function decorate(section: Boundary | null, onMove: OnMove): DecorationSet {
  if (!section) return Decoration.none
  const [start, end] = section.span
  return Decoration.set([
    Decoration.widget({ widget: new Handle('start', onMove), side: -1 }).range(start),
    Decoration.mark({ class: 'cm-section-open' }).range(start, end),
    Decoration.widget({ widget: new Handle('end', onMove), side: 1 }).range(end),
  ])
}

const open = StateField.define<Boundary | null>({
  create: () => null,
  update: (now, transaction) => transaction.effects.reduce((value, effect) => (effect.is(replace) ? effect.value : value), now),
})

/** The section whose edges can be moved now, and where they are shown. */
export const boundaryOf = (state: EditorState): Boundary | null => state.field(open)

function drag(view: EditorView, edge: Edge, onMove: OnMove) {
  const before = boundaryOf(view.state)
  if (!before) return
  const stop = new AbortController()
  const { signal } = stop
  const root = view.dom.ownerDocument
  view.dom.classList.add('cm-dragging-edge')
  const end = (commit: boolean) => {
    stop.abort()
    view.dom.classList.remove('cm-dragging-edge')
    const now = boundaryOf(view.state)
    const isMoved = now?.rowId === before.rowId && now.span.join() !== before.span.join()
    if (commit && isMoved) onMove(now.rowId, now.span)
    else if (isMoved) view.dispatch(setBoundary(before))
  }
  root.addEventListener('pointermove', event => follow(view, edge, before, event), { signal })
  root.addEventListener('pointerup', () => end(true), { signal })
  root.addEventListener('pointercancel', () => end(false), { signal })
  root.addEventListener('keydown', event => event.key === 'Escape' && end(false), { signal })
}

function follow(view: EditorView, edge: Edge, { rowId, span }: Boundary, { clientX, clientY }: PointerEvent) {
  scrollAlong(view, clientY)
  const moved = moveEdge(view.state.doc, span, edge, view.posAtCoords({ x: clientX, y: clientY }, false))
  if (moved) view.dispatch(setBoundary({ rowId, span: moved }))
}

function scrollAlong({ scrollDOM }: EditorView, y: number) {
  const { top, bottom } = scrollDOM.getBoundingClientRect()
  if (y < top + 32) scrollDOM.scrollTop -= 24
  else if (y > bottom - 32) scrollDOM.scrollTop += 24
}

/** Handles at both ends of the open section; `onMove` is told where one was let go. */
export function boundary(onMove: OnMove): Extension {
  return [open, EditorView.decorations.compute([open], state => decorate(boundaryOf(state), onMove))]
}
export const setBoundary = (section: Boundary | null): TransactionSpec => ({ effects: replace.of(section) })
