import { ArrowDown, ArrowUp, UserPlus } from 'lucide-react'
import { memo } from 'react'
import type { PersonDetails } from '../../src-preload/types.ts'
import { AddButton } from './add-button.tsx'
import { roleNames, shortRegion, shortStakeholder } from './field-words.ts'
import { PersonEditor } from './person-editor.tsx'
import { useReview } from './review-context.ts'
import { RowAction, RowDetail } from './row-detail.tsx'
import type { RowProps } from './row-frame.tsx'
import type { ReviewRow } from './rows.ts'
import { StateMark } from './state-mark.tsx'
import { Words } from '../shell/components/words.tsx'
import './people.css'

export type PersonReviewRow = ReviewRow & { readonly kind: 'person' }

const columns = 6

function PersonCells({ row }: { row: PersonReviewRow }) {
  const { role, name, affiliation, stakeholderGroup, regionalGroup } = row.person
  const stakeholder = stakeholderGroup && shortStakeholder[stakeholderGroup]
  const region = regionalGroup && shortRegion[regionalGroup]
  const groups = [stakeholder, region].filter(Boolean).join(', ')
  return (
    <>
      <td className="person-role">{roleNames[role]}</td>
      <th scope="row" className="person-name" dir="auto">
        {name === null ? <span className="value-absent">Name not in the page</span> : <Words>{name}</Words>}
        {affiliation && (
          <span className="person-of" aria-hidden>
            {affiliation}
          </span>
        )}
        {groups && (
          <span className="person-groups" aria-hidden>
            {groups}
          </span>
        )}
      </th>
      <td className="person-affiliation" dir="auto">
        {affiliation && <Words>{affiliation}</Words>}
      </td>
      <td className="person-stakeholder" title={stakeholderGroup ?? undefined}>
        {stakeholder}
      </td>
      <td className="person-region" title={regionalGroup ?? undefined}>
        {region}
      </td>
      <td className="person-state">
        <StateMark row={row} />
      </td>
    </>
  )
}

function MoveActions({ row }: { row: PersonReviewRow }) {
  const { movePerson } = useReview()
  const { id } = row.person
  return (
    <>
      <RowAction icon={<ArrowUp size={14} aria-hidden />} label="Up" keys="alt+arrowup" onPress={() => movePerson(id, -1)} />
      <RowAction icon={<ArrowDown size={14} aria-hidden />} label="Down" keys="alt+arrowdown" onPress={() => movePerson(id, 1)} />
    </>
  )
}

const PersonRows = memo(function PersonRows({ row, isCurrent, isOpen, isEditing }: RowProps<PersonReviewRow>) {
  const { edit, closeEditor } = useReview()
  if (isEditing) {
    return (
      <tr className="person-open">
        <td colSpan={columns}>
          <PersonEditor id={row.person.id} initial={row.person} onClose={keepsFocus => closeEditor(row.address, keepsFocus)} />
        </td>
      </tr>
    )
  }
  return (
    <>
      <tr
        className="person-row"
        data-row={row.address}
        data-open={isOpen || undefined}
        data-state={row.state ?? undefined}
        tabIndex={isCurrent ? 0 : -1}
        onDoubleClick={() => edit(row.address)}
      >
        <PersonCells row={row} />
      </tr>
      {isOpen && (
        <tr className="person-open">
          <td colSpan={columns}>
            <RowDetail row={row}>{row.state !== 'cleared' && <MoveActions row={row} />}</RowDetail>
          </td>
        </tr>
      )}
    </>
  )
})

const nobody: PersonDetails = {
  role: 'speaker',
  name: null,
  affiliation: null,
  stakeholderGroup: null,
  regionalGroup: null,
}

export interface PeopleTableProps {
  readonly rows: readonly PersonReviewRow[]
  readonly current: string
  readonly open: string | null
  readonly editing: string | null
}

export function PeopleTable({ rows, current, open, editing }: PeopleTableProps) {
  return (
    <>
      {rows.length > 0 && (
        <table className="people">
          <thead>
            <tr>
              <th scope="col" className="person-role">
                Role
              </th>
              <th scope="col">Name</th>
              <th scope="col" className="person-affiliation">
                Affiliation
              </th>
              <th scope="col" className="person-stakeholder">
                Stakeholder
              </th>
              <th scope="col" className="person-region">
                Region
              </th>
              <th scope="col" className="person-state">
                <span className="visually-hidden">State</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <PersonRows
                key={row.address}
                row={row}
                isCurrent={row.address === current}
                isOpen={row.address === open}
                isEditing={row.address === editing}
              />
            ))}
          </tbody>
        </table>
      )}
      <AddButton
        icon={<UserPlus size={14} aria-hidden />}
        label="Add person"
        renderEditor={close => (
          <PersonEditor id={null} initial={{ ...nobody, role: rows.at(-1)?.person.role ?? 'speaker' }} onClose={close} />
        )}
      />
    </>
  )
}
