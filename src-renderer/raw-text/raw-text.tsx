import { standardKeymap } from '@codemirror/commands'
import { openSearchPanel } from '@codemirror/search'
import { EditorState, type EditorSelection, type StateEffect, type TransactionSpec } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'
import { useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react'
import type { Span } from '../../src-preload/record.ts'
import { adoptStyles } from './adopted-styles.ts'
import { boundary, setBoundary, type Boundary } from './boundary.ts'
import { highlights, setHighlights, type Highlight } from './highlights.ts'
import { leftover, setLeftover } from './leftover.ts'
import { lit, revealLit, setLit, showSpan } from './lit.ts'
import { margin, setMargin, type MarginMark } from './margin.ts'
import { orderMarks } from './order-marks.ts'
import { picking, type Picked } from './picking.ts'
import { readOnly } from './read-only.ts'
import { readingDirection } from './reading-direction.ts'
import { searchPanel } from './search-panel.ts'
import { sections, setSections, type SectionBand } from './sections.ts'
import { selectable, selectedSpan } from './selection.ts'
import { setTags, tags, type Tag } from './tags.ts'
import { documentOf } from './text.ts'
import './raw-text.css'

adoptStyles(document)

/** Where in the page the user is. */
export interface PagePlace {
  readonly selection: EditorSelection
  readonly scroll: StateEffect<unknown>
}
export interface RawTextHandle {
  place(): PagePlace | undefined
  focus(): void
  selection(): Span | null
  caret(): number
  light(spans: readonly Span[]): void
  /** Lights the words and brings them into view. */
  reveal(spans: readonly Span[]): void
  scrollTo(span: Span): void
  select(span: Span): void
  find(): void
}
export interface RawTextListeners {
  readonly onPick: (picked: Picked) => void
  readonly onPickMark: (mark: MarginMark) => void
  readonly onSelect: (span: Span | null) => void
  readonly onMoveBoundary: (rowId: string, span: Span) => void
  /** Keys pressed in the text that it does not use itself; true when they did something. */
  readonly onKey: (event: KeyboardEvent) => boolean
}
/** What is drawn in the page; a part is drawn anew when it is another object. */
interface Shown {
  readonly highlights: readonly Highlight[]
  readonly sections: readonly SectionBand[]
  readonly leftover: readonly Span[]
  readonly tags: readonly Tag[]
  readonly marks: readonly MarginMark[]
  readonly boundary: Boundary | null
}
export interface RawTextProps extends RawTextListeners, Shown {
  readonly label: string
  readonly text: string
  /** Where to begin, if not at its top. */
  readonly place?: PagePlace | undefined
  readonly ref: Ref<RawTextHandle>
}

function stateFor({ text, label, place }: Pick<RawTextProps, 'text' | 'label' | 'place'>, listeners: RawTextListeners) {
  return EditorState.create({
    doc: documentOf(text),
    ...(place && { selection: place.selection }),
    extensions: [
      readOnly(label),
      EditorView.lineWrapping,
      readingDirection(),
      orderMarks(),
      searchPanel(),
      keymap.of(standardKeymap),
      EditorView.domEventHandlers({ keydown: event => !event.defaultPrevented && listeners.onKey(event) }),
      selectable(listeners.onSelect),
      picking(listeners.onPick),
      margin(listeners.onPickMark),
      sections(rowId => listeners.onPick({ rowId, taggingId: null })),
      boundary(listeners.onMoveBoundary),
      lit(),
      tags(),
      highlights(),
      leftover(),
    ],
  })
}

/** Calls whatever the listeners are now, so that the view is made once for each text. */
function useLatest(listeners: RawTextListeners): RawTextListeners {
  const latest = useRef(listeners)
  useEffect(() => {
    latest.current = listeners
  })
  const [stable] = useState<RawTextListeners>(() => ({
    onPick: picked => latest.current.onPick(picked),
    onPickMark: mark => latest.current.onPickMark(mark),
    onSelect: span => latest.current.onSelect(span),
    onMoveBoundary: (rowId, span) => latest.current.onMoveBoundary(rowId, span),
    onKey: event => latest.current.onKey(event),
  }))
  return stable
}

function changesFrom(drawn: Shown | null, shown: Shown): TransactionSpec[] {
  const specs = [
    drawn?.highlights !== shown.highlights && setHighlights(shown.highlights),
    drawn?.sections !== shown.sections && setSections(shown.sections),
    drawn?.leftover !== shown.leftover && setLeftover(shown.leftover),
    drawn?.tags !== shown.tags && setTags(shown.tags),
    drawn?.marks !== shown.marks && setMargin(shown.marks),
    drawn?.boundary !== shown.boundary && setBoundary(shown.boundary),
  ]
  return specs.filter(spec => spec !== false)
}

function useView(shown: RawTextProps, listeners: RawTextListeners) {
  const { text, label } = shown
  const host = useRef<HTMLDivElement>(null)
  const [view, setView] = useState<EditorView>()
  const latest = useRef(shown)
  const drawn = useRef<Shown>(shown)
  useEffect(() => {
    latest.current = shown
  })
  useEffect(() => {
    if (!host.current) return undefined
    // All is drawn from the first: each change of a page on the screen has the window lay it out once more.
    const { place } = latest.current
    const state = stateFor({ text, label, place }, listeners).update(...changesFrom(null, latest.current)).state
    const made = new EditorView({ parent: host.current, state, ...(place && { scrollTo: place.scroll }) })
    drawn.current = latest.current
    if (place) listeners.onSelect(selectedSpan(state))
    setView(made)
    return () => made.destroy()
  }, [text, label, listeners])
  useEffect(() => {
    const changes = changesFrom(drawn.current, shown)
    drawn.current = shown
    if (changes.length > 0) view?.dispatch(...changes)
  })
  return { host, view }
}

function handleOf(view: EditorView | undefined): RawTextHandle {
  return {
    place: () => view && { selection: view.state.selection, scroll: view.scrollSnapshot() },
    focus: () => view?.focus(),
    selection: () => (view ? selectedSpan(view.state) : null),
    caret: () => view?.state.selection.main.head ?? 0,
    light: spans => view?.dispatch(setLit(spans)),
    reveal: spans => view?.dispatch(revealLit(spans)),
    scrollTo: span => view?.dispatch(showSpan(span)),
    select: ([anchor, head]) => view?.dispatch({ ...showSpan([anchor, head]), selection: { anchor, head } }),
    find: () => void (view && openSearchPanel(view)),
  }
}

/** The page as it was imported, with everything that the record took from it shown in place. */
export function RawText({ ref, ...props }: RawTextProps) {
  const { host, view } = useView({ ...props, ref }, useLatest(props))
  useImperativeHandle(ref, () => handleOf(view), [view])
  return <div ref={host} className="raw-text" />
}
