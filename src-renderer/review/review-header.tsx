import { ArrowDown, ArrowUp, CheckCheck } from 'lucide-react'
import { useState } from 'react'
import { statuses, type SessionRecord } from '../../src-preload/types.ts'
import { Badge } from '../shell/components/badge.tsx'
import { Button, IconButton } from '../shell/components/button.tsx'
import { Select } from '../shell/components/choice.tsx'
import { ConfidenceMeter } from '../shell/components/confidence-meter.tsx'
import { ShownKeys } from '../shell/components/kbd.tsx'
import { act } from '../shell/notices.tsx'
import { call } from '../shell/query.ts'
import { statusNames } from '../shell/words.ts'
import { VersionMenu } from '../versions/version-menu.tsx'
import { pageNames } from './field-words.ts'
import { useReview } from './review-context.ts'
import type { ReviewRow } from './rows.ts'
import { Words } from '../shell/components/words.tsx'
import { withOrderShown } from '../shell/order-signs.ts'

export interface ReviewHeaderProps {
  readonly record: SessionRecord
  readonly rows: readonly ReviewRow[]
  readonly onNext: () => void
  readonly onPrevious: () => void
  readonly onReviewed: () => void
}

/** In milliseconds. The second click of two would be on the session that the first has opened. */
const doubleClick = 400

const statusChoices = statuses.map(status => ({ id: status, label: statusNames[status] }))

/** Mean of what no person has looked at; 1 when all is checked. */
export function meanConfidence(rows: readonly ReviewRow[]) {
  const unread = rows.filter(row => row.state === 'parsed')
  return unread.length === 0 ? 1 : unread.reduce((sum, row) => sum + row.confidence, 0) / unread.length
}

function titleOf(rows: readonly ReviewRow[]) {
  const title = rows.find(row => row.kind === 'field' && row.key === 'title')
  return title?.kind === 'field' ? title.value : null
}

export function ReviewHeader({ record, rows, onNext, onPrevious, onReviewed }: ReviewHeaderProps) {
  const { accept } = useReview()
  const [openedAt] = useState(() => performance.now())
  const unread = rows.filter(row => row.state === 'parsed').length
  return (
    <header className="review-header">
      <div className="review-step">
        <IconButton size="small" label="Previous session" onPress={onPrevious}>
          <ArrowUp size={16} aria-hidden />
        </IconButton>
        <IconButton size="small" label="Next session" onPress={onNext}>
          <ArrowDown size={16} aria-hidden />
        </IconButton>
      </div>
      <div className="review-about">
        <h2 className="review-title" dir="auto" title={withOrderShown(titleOf(rows) ?? record.sourceName)}>
          <Words>{titleOf(rows) ?? record.sourceName}</Words>
        </h2>
        <p className="review-source">
          {record.code && <span className="numeric">{record.code}</span>}
          {record.page !== 'session' && <Badge tone="accent">{pageNames[record.page]}</Badge>}
          <span className="one-line" dir="auto">
            <Words>{record.sourceName}</Words>
          </span>
          <VersionMenu sessionId={record.id} />
          <ConfidenceMeter value={meanConfidence(rows)} reason={`Mean of ${unread} values not looked at yet`} />
        </p>
      </div>
      <div className="review-buttons">
        <Select
          label="Status"
          isLabelHidden
          choices={statusChoices}
          value={record.status}
          onChange={status => act(call('session.setStatus', { sessionIds: [record.id], status }))}
        />
        <Button isDisabled={unread === 0} onPress={() => accept(null)}>
          <CheckCheck size={16} aria-hidden />
          Accept all
        </Button>
        <Button
          variant="primary"
          onPress={({ pointerType }) => {
            if (pointerType !== 'mouse' || performance.now() - openedAt > doubleClick) onReviewed()
          }}
        >
          Reviewed, next
          <ShownKeys keys="mod+enter" />
        </Button>
      </div>
    </header>
  )
}
