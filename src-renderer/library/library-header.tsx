import { ClipboardPaste, FilePlus, FolderInput, Plus } from 'lucide-react'
import { runCommand } from '../shell/commands.ts'
import { Button } from '../shell/components/button.tsx'
import { Menu, MenuItem } from '../shell/components/menu.tsx'
import { useQuery } from '../shell/query.ts'

/** `12 of 412` where a filter hides some. */
function figures(shown: number, total: number) {
  return shown === total ? total.toLocaleString() : `${shown.toLocaleString()} of ${total.toLocaleString()}`
}

export function LibraryHeader({ shown }: { shown: number | undefined }) {
  const { data: facets } = useQuery('session.facets', null)
  return (
    <header className="pane-header">
      <h1 className="pane-title">Library</h1>
      {facets && shown !== undefined && (
        <span className="muted small numeric" role="status">
          {figures(shown, facets.total)}
          <span className="visually-hidden"> sessions</span>
        </span>
      )}
      <span className="pane-gap" />
      <ImportMenu />
    </header>
  )
}

function ImportMenu() {
  return (
    <Menu
      aria-label="Import"
      placement="bottom end"
      onAction={key => runCommand(String(key))}
      trigger={
        <Button size="small">
          <Plus size={14} aria-hidden />
          Import
        </Button>
      }
    >
      <MenuItem id="import.files" label="Files…" keys="mod+i" icon={<FilePlus size={16} aria-hidden className="muted" />} />
      <MenuItem id="import.folder" label="A folder…" keys="mod+shift+i" icon={<FolderInput size={16} aria-hidden className="muted" />} />
      <MenuItem id="import.paste" label="Paste text…" icon={<ClipboardPaste size={16} aria-hidden className="muted" />} />
    </Menu>
  )
}
