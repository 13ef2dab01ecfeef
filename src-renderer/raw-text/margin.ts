import { RangeSet, StateEffect, StateField, type Extension, type Text, type TransactionSpec } from '@codemirror/state'
import { gutter, GutterMarker, lineNumbers, ViewPlugin, type EditorView } from '@codemirror/view'
import { withOrderShown } from '../shell/order-signs.ts'

export interface MarginMark {
  readonly id: string
  readonly kind: 'note' | 'problem'
  readonly label: string
  readonly at: number
}

class Marks extends GutterMarker {
  readonly marks: readonly MarginMark[]
  readonly onPick: (mark: MarginMark) => void
  constructor(marks: readonly MarginMark[], onPick: (mark: MarginMark) => void) {
    super()
    this.marks = marks
    this.onPick = onPick
  }
  override eq(other: Marks) {
    return JSON.stringify(this.marks) === JSON.stringify(other.marks)
  }
  override toDOM() {
    const element = document.createElement('div')
    element.className = 'cm-margin-marks'
    element.append(...this.marks.map(mark => buttonOf(mark, this.onPick)))
    return element
  }
}

const shapes = {
  problem: 'M8 1 15.5 14.5H.5zM7.2 6v4h1.6V6zm0 5.2v1.6h1.6v-1.6z',
  note: 'M2 2h12v8l-4 4H2zm2.5 3v1.3h7V5zm0 3v1.3h5V8z',
}

function iconOf(kind: MarginMark['kind']) {
  const icon = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  icon.setAttribute('viewBox', '0 0 16 16')
  icon.ariaHidden = 'true'
  const path = document.createElementNS(icon.namespaceURI, 'path')
  path.setAttribute('d', shapes[kind])
  icon.append(path)
  return icon
}

function buttonOf(mark: MarginMark, onPick: (mark: MarginMark) => void) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = `cm-margin-mark cm-margin-${mark.kind}`
  button.title = withOrderShown(mark.label)
  button.ariaLabel = `${mark.kind === 'note' ? 'Note' : 'Problem'}: ${mark.label}`
  // The same marks are reached by Tab in the record; here they are for the mouse and for reading line by line.
  button.tabIndex = -1
  button.append(iconOf(mark.kind))
  button.addEventListener('click', () => onPick(mark))
  return button
}

const replace = StateEffect.define<readonly MarginMark[]>()

function byLine(marks: readonly MarginMark[], document: Text, onPick: (mark: MarginMark) => void) {
  const lines = Map.groupBy(marks, ({ at }) => document.lineAt(at).from)
  return RangeSet.of(
    [...lines].map(([from, together]) => new Marks(together, onPick).range(from)),
    true,
  )
}

// CodeMirror hides its gutters from screen readers as a whole; these buttons have to be read, line numbers not.
const readAloud = ViewPlugin.define((view: EditorView) => {
  const hide = () => {
    view.dom.querySelector('.cm-gutters')?.removeAttribute('aria-hidden')
    for (const part of view.dom.querySelectorAll('.cm-lineNumbers, .cm-bands')) part.setAttribute('aria-hidden', 'true')
  }
  queueMicrotask(hide)
  return {}
})

/** Notes and problems beside the lines that they are about, and the lines' numbers. */
export function margin(onPick: (mark: MarginMark) => void): Extension {
  const field = StateField.define<RangeSet<Marks>>({
    create: () => RangeSet.empty,
    update: (now, transaction) =>
      transaction.effects.reduce((value, effect) => (effect.is(replace) ? byLine(effect.value, transaction.newDoc, onPick) : value), now),
  })
  return [field, gutter({ class: 'cm-margin', markers: view => view.state.field(field) }), lineNumbers(), readAloud]
}
export const setMargin = (marks: readonly MarginMark[]): TransactionSpec => ({ effects: replace.of(marks) })
