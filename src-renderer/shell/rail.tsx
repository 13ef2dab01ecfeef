import { Command, Download, GraduationCap, History, Keyboard, LibraryBig, StickyNote, Tags, type LucideIcon } from 'lucide-react'
import { Button } from 'react-aria-components'
import { WithTooltip } from './components/tooltip.tsx'
import { openDialog } from './dialogs.ts'
import { goTo, viewNames, type View } from './navigation.ts'

interface Place {
  readonly view: View
  readonly keys: string
  readonly icon: LucideIcon
}

const places: readonly Place[] = [
  { view: 'library', keys: 'mod+1', icon: LibraryBig },
  { view: 'themes', keys: 'mod+2', icon: Tags },
  { view: 'notes', keys: 'mod+3', icon: StickyNote },
  { view: 'history', keys: 'mod+4', icon: History },
  { view: 'rules', keys: 'mod+5', icon: GraduationCap },
]

const tools = [
  { label: 'Find', title: 'Find a command, session or theme', keys: 'mod+k', icon: Command, run: () => openDialog({ name: 'palette' }) },
  { label: 'Export', title: 'Export…', keys: 'mod+e', icon: Download, run: () => openDialog({ name: 'export' }) },
  { label: 'Keys', title: 'All keys', keys: '?', icon: Keyboard, run: () => openDialog({ name: 'keys' }) },
] as const

/** The views, and what can be opened from all of them. */
export function Rail({ view }: { view: View }) {
  return (
    <nav className="rail" aria-label="Views">
      {places.map(({ view: to, keys, icon: Icon }) => (
        <WithTooltip key={to} text={viewNames[to]} keys={keys} placement="right">
          <Button className="rail-button" onPress={() => goTo(to)} {...(to === view ? { 'aria-current': 'page' } : {})}>
            <Icon size={18} aria-hidden />
            {viewNames[to]}
          </Button>
        </WithTooltip>
      ))}
      <span className="rail-gap" />
      {tools.map(({ label, title, keys, icon: Icon, run }) => (
        <WithTooltip key={label} text={title} keys={keys} placement="right">
          <Button className="rail-button" onPress={run}>
            <Icon size={18} aria-hidden />
            {label}
          </Button>
        </WithTooltip>
      ))}
    </nav>
  )
}
