import { RangeSet, StateEffect, StateField, type Extension, type Text, type TransactionSpec } from '@codemirror/state'
import { Decoration, EditorView, gutter, GutterMarker, WidgetType, type DecorationSet } from '@codemirror/view'
import type { Span } from '../../src-preload/record.ts'

export interface SectionBand {
  readonly rowId: string
  readonly label: string
  readonly isDoubtful: boolean
  readonly spans: readonly Span[]
}
interface Bands {
  readonly side: RangeSet<SideBand>
  readonly labels: DecorationSet
}

class SideBand extends GutterMarker {
  readonly rowId: string
  override readonly elementClass: string
  constructor(rowId: string, isFirst: boolean, isDoubtful: boolean) {
    super()
    this.rowId = rowId
    this.elementClass = `cm-band${isFirst ? ' cm-band-first' : ''}${isDoubtful ? ' cm-band-doubtful' : ''}`
  }
  override eq(other: SideBand) {
    return this.rowId === other.rowId && this.elementClass === other.elementClass
  }
}

class SectionLabel extends WidgetType {
  readonly rowId: string
  readonly label: string
  constructor({ rowId, label }: SectionBand) {
    super()
    this.rowId = rowId
    this.label = label
  }
  override eq(other: SectionLabel) {
    return this.rowId === other.rowId && this.label === other.label
  }
  override toDOM() {
    const element = document.createElement('div')
    element.className = 'cm-section-label'
    element.dataset.row = this.rowId
    element.textContent = this.label
    return element
  }
  override get estimatedHeight() {
    return 22
  }
  override ignoreEvent() {
    return false
  }
}

const replace = StateEffect.define<readonly SectionBand[]>()
const none: Bands = { side: RangeSet.empty, labels: Decoration.none }

function bandsOf(items: readonly SectionBand[], document: Text): Bands {
  const side = items.flatMap(section => section.spans.flatMap(span => linesOf(section, span, document)))
  const labels = items.flatMap(section => {
    const at = document.lineAt(section.spans[0]?.[0] ?? 0).from
    return section.spans.length > 0 ? [Decoration.widget({ widget: new SectionLabel(section), block: true, side: -1 }).range(at)] : []
  })
  return { side: RangeSet.of(side, true), labels: Decoration.set(labels, true) }
}

function linesOf({ rowId, isDoubtful }: SectionBand, [start, end]: Span, document: Text) {
  const first = document.lineAt(start).number
  const last = document.lineAt(end).number
  return Array.from({ length: last - first + 1 }, (_, index) =>
    new SideBand(rowId, index === 0, isDoubtful).range(document.line(first + index).from),
  )
}

const bands = StateField.define<Bands>({
  create: () => none,
  update: (now, transaction) =>
    transaction.effects.reduce((value, effect) => (effect.is(replace) ? bandsOf(effect.value, transaction.newDoc) : value), now),
  provide: field => EditorView.decorations.from(field, ({ labels }) => labels),
})

/** The sections of the page: a band beside their lines and their name above the first. */
export function sections(onPick: (rowId: string) => void): Extension {
  return [
    bands,
    gutter({
      class: 'cm-bands',
      markers: view => view.state.field(bands).side,
      domEventHandlers: {
        click(view, line) {
          view.state.field(bands).side.between(line.from, line.from, (_from, _to, { rowId }) => onPick(rowId))
          return true
        },
      },
    }),
  ]
}
export const setSections = (items: readonly SectionBand[]): TransactionSpec => ({ effects: replace.of(items) })
