import { CircleCheck, CircleDashed, CircleDot, CircleSlash } from 'lucide-react'
import type { Status } from '../../src-preload/types.ts'
import { statusNames } from '../shell/words.ts'

const icons = { new: CircleDashed, 'in-review': CircleDot, reviewed: CircleCheck, excluded: CircleSlash }

/** A status by its shape, named for screen readers unless the name stands beside it. */
export function StatusIcon({ status, isNamed = true }: { status: Status; isNamed?: boolean }) {
  const Icon = icons[status]
  return (
    <span className={`status-icon status-icon-${status}`} title={isNamed ? statusNames[status] : undefined}>
      <Icon size={16} aria-hidden />
      {isNamed && <span className="visually-hidden">{statusNames[status]}</span>}
    </span>
  )
}
