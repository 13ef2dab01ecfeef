import { ArrowLeftRight, CircleDot, Download, RefreshCw, Tag, X } from 'lucide-react'
import { useState } from 'react'
import { Toolbar } from 'react-aria-components'
import { statuses, type Id, type Status } from '../../src-preload/types.ts'
import { Button, IconButton } from '../shell/components/button.tsx'
import { Menu, MenuItem } from '../shell/components/menu.tsx'
import { readAgain } from '../rules/lesson.ts'
import { openDialog } from '../shell/dialogs.ts'
import { attempt } from '../shell/notices.tsx'
import { call } from '../shell/query.ts'
import { count, statusNames } from '../shell/words.ts'
import { TagPalette } from '../themes/tag-palette.tsx'
import { notifyUndoable } from '../history/undoable.ts'
import { StatusIcon } from './status-icon.tsx'

async function setStatus(sessionIds: readonly Id[], status: Status) {
  const done = await attempt(call('session.setStatus', { sessionIds, status }).then(() => true))
  if (done) await notifyUndoable(`${count(sessionIds.length, 'session')}: ${statusNames[status]}`)
}

async function tag(sessionIds: readonly Id[], themeId: Id) {
  const added = await attempt(call('tagging.add', { themeId, sessionIds, span: null }))
  if (added && added.length > 0) await notifyUndoable(`Tagged ${count(sessionIds.length, 'session')}`)
}

/** What can be done with all sessions that are selected. */
export function BulkBar({ ids, onClear }: { ids: ReadonlySet<Id>; onClear: () => void }) {
  const [isTagging, setTagging] = useState(false)
  const sessionIds = [...ids]
  const [first, second, ...rest] = sessionIds
  return (
    <>
      <Toolbar className="bulk-bar" aria-label="Selected sessions">
        <div className="bulk-head">
          <span className="bulk-count numeric" role="status">
            {ids.size.toLocaleString()} selected
          </span>
          <IconButton label="Unselect all" keys="escape" size="small" onPress={onClear}>
            <X size={14} aria-hidden />
          </IconButton>
        </div>
        <Menu
          aria-label="Status"
          placement="top start"
          trigger={
            <Button size="small">
              <CircleDot size={14} aria-hidden />
              Status
            </Button>
          }
        >
          {statuses.map(status => (
            <MenuItem
              key={status}
              id={status}
              label={statusNames[status]}
              icon={<StatusIcon status={status} isNamed={false} />}
              onAction={() => void setStatus(sessionIds, status)}
            />
          ))}
        </Menu>
        <Button size="small" onPress={() => setTagging(true)}>
          <Tag size={14} aria-hidden />
          Tag
        </Button>
        {first && second && rest.length === 0 && (
          <Button size="small" onPress={() => openDialog({ name: 'compare', sessionId: first, otherId: second })}>
            <ArrowLeftRight size={14} aria-hidden />
            Compare
          </Button>
        )}
        <Button size="small" onPress={() => openDialog({ name: 'export', sessionIds })}>
          <Download size={14} aria-hidden />
          Export
        </Button>
        <Button size="small" onPress={() => readAgain(sessionIds)}>
          <RefreshCw size={14} aria-hidden />
          Read again
        </Button>
      </Toolbar>
      {isTagging && <TagPalette onPick={themeId => void tag(sessionIds, themeId)} onClose={() => setTagging(false)} />}
    </>
  )
}
