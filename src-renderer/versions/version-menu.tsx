import { ChevronDown } from 'lucide-react'
import type { Id } from '../../src-preload/types.ts'
import { Button } from '../shell/components/button.tsx'
import { Menu, MenuItem } from '../shell/components/menu.tsx'
import { openDialog } from '../shell/dialogs.ts'
import { useQuery } from '../shell/query.ts'
import { shortTime } from '../shell/times.ts'

/** Which text of the session this is, where there are several, and the way to the others. */
export function VersionMenu({ sessionId }: { sessionId: Id }) {
  const { data: versions = [] } = useQuery('version.list', sessionId)
  if (versions.length < 2) return null
  const title = `Version ${versions.length} of ${versions.length}`
  return (
    <Menu
      aria-label="Earlier versions"
      trigger={
        <Button variant="quiet" size="small">
          {title}
          <ChevronDown size={14} aria-hidden />
        </Button>
      }
    >
      {versions
        .slice(0, -1)
        .toReversed()
        .map(({ sourceId, number, name, importedAt }) => (
          <MenuItem
            key={sourceId}
            id={sourceId}
            label={`Version ${number}: ${name}, imported ${shortTime(importedAt)}`}
            onAction={() => openDialog({ name: 'version', sessionId, sourceId })}
          />
        ))}
    </Menu>
  )
}
