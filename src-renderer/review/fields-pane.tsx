import { CheckCheck } from 'lucide-react'
import { useMemo, type FocusEvent, type KeyboardEvent, type PointerEvent, type ReactNode, type Ref } from 'react'
import { listKeys, type ListKey } from '../../src-preload/record.ts'
import type { SessionRecord, ThemeRow } from '../../src-preload/types.ts'
import { Button } from '../shell/components/button.tsx'
import { FieldRow, type FieldReviewRow } from './field-row.tsx'
import { fieldGroups, type FieldGroup } from './field-words.ts'
import { LeftoverList } from './leftover-list.tsx'
import { ListField } from './list-field.tsx'
import { NoteList } from './note-list.tsx'
import { PeopleTable, type PersonReviewRow } from './people-table.tsx'
import { useReview } from './review-context.ts'
import type { ReviewRow } from './rows.ts'
import { SectionList, type SectionReviewRow } from './section-list.tsx'
import { SessionHistory } from './session-history.tsx'
import { ThemeList } from './theme-list.tsx'
import './record.css'
import './lists.css'

export interface FieldsPaneProps {
  readonly record: SessionRecord
  readonly rows: readonly ReviewRow[]
  readonly source: string
  readonly themes: readonly ThemeRow[]
  readonly active: string | null
  readonly editing: string | null
  readonly onActive: (address: string) => void
  readonly onHover: (address: string | null, event: PointerEvent) => void
  readonly onKey: (event: KeyboardEvent, row: ReviewRow) => boolean
  readonly ref: Ref<HTMLDivElement>
}

const rowAt = (target: EventTarget | null) =>
  target instanceof Element ? (target.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? null) : null

interface GroupProps {
  readonly id: string
  readonly title: string
  readonly count?: number | undefined
  readonly rows?: readonly ReviewRow[]
  readonly children: ReactNode
}

/** A part of the record under its heading, whose values can be accepted together. */
function Group({ id, title, count, rows = [], children }: GroupProps) {
  const { accept } = useReview()
  const unread = rows.flatMap(row => (row.id !== null && row.state === 'parsed' ? [row.id] : []))
  return (
    <section className={`group group-${id}`} aria-labelledby={`group-${id}`}>
      <header className="group-header">
        <h3 id={`group-${id}`} className="group-title">
          {title}
          {count !== undefined && <span className="group-count numeric">{count}</span>}
        </h3>
        {unread.length > 0 && (
          <Button variant="quiet" size="small" onPress={() => accept(unread)} aria-label={`Accept ${unread.length} in ${title}`}>
            <CheckCheck size={14} aria-hidden />
            Accept {unread.length}
          </Button>
        )}
      </header>
      {children}
    </section>
  )
}

interface RowsProps {
  readonly rows: readonly ReviewRow[]
  readonly current: string
  readonly active: string | null
  readonly editing: string | null
}

const isListKey = (key: string): key is ListKey => (listKeys as readonly string[]).includes(key)
const ofKind = <K extends ReviewRow['kind']>(rows: readonly ReviewRow[], kind: K) =>
  rows.filter((row): row is ReviewRow & { readonly kind: K } => row.kind === kind)

function FieldGroupRows({ group, rows, current, active, editing }: RowsProps & { readonly group: FieldGroup }) {
  const fields = ofKind(rows, 'field').filter(row => group.keys.includes(row.key)) as FieldReviewRow[]
  return (
    <Group id={group.id} title={group.title} rows={fields}>
      {group.keys.map(key => {
        const own = fields.filter(row => row.key === key)
        if (isListKey(key)) return <ListField key={key} listKey={key} rows={own} current={current} open={active} editing={editing} />
        return own.map(row => (
          <FieldRow
            key={key}
            row={row}
            isCurrent={row.address === current}
            isOpen={row.address === active}
            isEditing={row.address === editing}
          />
        ))
      })}
    </Group>
  )
}

function PeopleAndSections({ rows, current, active, editing, source }: RowsProps & { readonly source: string }) {
  const people = ofKind(rows, 'person') as PersonReviewRow[]
  const sections = ofKind(rows, 'section') as SectionReviewRow[]
  return (
    <>
      <Group id="people" title="People" count={people.length} rows={people}>
        <PeopleTable rows={people} current={current} open={active} editing={editing} />
      </Group>
      <Group id="sections" title="Sections" count={sections.length} rows={sections}>
        <SectionList rows={sections} source={source} current={current} open={active} editing={editing} />
      </Group>
    </>
  )
}

/** Moves the focus between the rows of the pane. */
function moveFocus(pane: HTMLElement, from: HTMLElement, key: string): boolean {
  const all = [...pane.querySelectorAll<HTMLElement>('[data-row]')]
  const at = all.indexOf(from)
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[key]
  const next = to === undefined ? undefined : all[to]
  next?.focus()
  return to !== undefined
}

/** The record of the session: every value with its words, its confidence and who said it. */
export function FieldsPane(props: FieldsPaneProps) {
  const { record, rows, source, themes, active, editing, onActive, onHover, onKey, ref } = props
  const byAddress = useMemo(() => new Map(rows.map(row => [row.address, row])), [rows])
  const current = active !== null && byAddress.has(active) ? active : (rows[0]?.address ?? '')
  const shared = { rows, current, active, editing }

  function press(event: KeyboardEvent<HTMLDivElement>) {
    const { target, currentTarget } = event
    if (!(target instanceof HTMLElement) || target.dataset['row'] === undefined) return
    const row = byAddress.get(target.dataset['row'])
    const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey
    if ((row && onKey(event, row)) || (isPlain && moveFocus(currentTarget, target, event.key))) {
      event.preventDefault()
      event.stopPropagation()
    }
  }
  function focus(event: FocusEvent) {
    const address = rowAt(event.target)
    if (address !== null) onActive(address)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys and hovering of the rows inside are handled in one place
    <div
      ref={ref}
      className="fields-pane"
      role="region"
      aria-label="Record"
      data-pane="record"
      onKeyDown={press}
      onFocus={focus}
      onPointerMove={(event: PointerEvent) => onHover(rowAt(event.target), event)}
      onPointerLeave={(event: PointerEvent) => onHover(null, event)}
    >
      {fieldGroups.map(group => (
        <FieldGroupRows key={group.id} group={group} {...shared} />
      ))}
      <PeopleAndSections source={source} {...shared} />
      <Group id="themes" title="Themes" count={record.taggings.length}>
        <ThemeList taggings={record.taggings} themes={themes} />
      </Group>
      <Group id="notes" title="Notes" count={record.notes.length}>
        <NoteList notes={record.notes} rows={rows} />
      </Group>
      <Group id="leftover" title="Leftover" count={record.leftover.length}>
        <LeftoverList spans={record.leftover} />
      </Group>
      <Group id="history" title="History of this session">
        <SessionHistory sessionId={record.id} />
      </Group>
    </div>
  )
}
