import { FileSearch, Inbox } from 'lucide-react'
import { runCommand } from '../shell/commands.ts'
import { Button } from '../shell/components/button.tsx'
import { EmptyState } from '../shell/components/empty-state.tsx'
import { clearFilter, isFiltered, useFilter } from './filter.ts'

/** Nothing to list: because nothing was imported, or because nothing matches. */
export function NoSessions() {
  const filter = useFilter()
  return <div className="library-space">{isFiltered(filter) ? <NoMatch text={filter.text} /> : <NothingImported />}</div>
}

function NothingImported() {
  return (
    <EmptyState
      icon={<Inbox size={20} aria-hidden />}
      title="No sessions yet"
      actions={
        <>
          <Button variant="primary" onPress={() => runCommand('import.files')}>
            Import files…
          </Button>
          <Button onPress={() => runCommand('import.folder')}>Import a folder…</Button>
          <Button onPress={() => runCommand('import.paste')}>Paste text…</Button>
        </>
      }
    >
      Drop session pages anywhere in this window: text, web pages, Word, OpenDocument, RTF, PDF, mails or Markdown.
    </EmptyState>
  )
}

function NoMatch({ text }: { text: string }) {
  return (
    <EmptyState
      icon={<FileSearch size={20} aria-hidden />}
      title="No session matches"
      actions={<Button onPress={clearFilter}>Show all sessions</Button>}
    >
      {text ? (
        <>
          Nothing has “<bdi>{text}</bdi>” with the filters above.
        </>
      ) : (
        'The filters above leave nothing.'
      )}
    </EmptyState>
  )
}
