import { CornerDownLeft, FileText, Search } from 'lucide-react'
import { useMemo, useState, type ReactNode } from 'react'
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components'
import type { SessionLine, ThemeRow } from '../../src-preload/types.ts'
import { noFilter, setFilter } from '../library/filter.ts'
import { enabledCommands, type Command } from './commands.ts'
import { ThemeDot } from './components/badge.tsx'
import { ShownKeys } from './components/kbd.tsx'
import { closeDialog } from './dialogs.ts'
import { fuzzyFind } from './fuzzy.ts'
import { goTo, openSession } from './navigation.ts'
import { useQuery } from './query.ts'

interface Entry {
  readonly id: string
  readonly title: string
  readonly detail: ReactNode
  readonly icon: ReactNode
  readonly run: () => void
}
interface Section {
  readonly title: string
  readonly entries: readonly Entry[]
}

const commandEntry = ({ id, title, group, keys, run }: Command): Entry => ({
  id: `command ${id}`,
  title,
  detail: keys ? <ShownKeys keys={keys} /> : group,
  icon: <CornerDownLeft size={14} aria-hidden />,
  run,
})
const sessionEntry = ({ id, title, code, sourceName }: SessionLine): Entry => ({
  id: `session ${id}`,
  title: title ?? sourceName,
  detail: code,
  icon: <FileText size={14} aria-hidden />,
  run: () => openSession(id),
})
const themeEntry = ({ id, name, color, taggings }: ThemeRow): Entry => ({
  id: `theme ${id}`,
  title: name,
  detail: taggings.toLocaleString(),
  icon: <ThemeDot color={color} />,
  run: () => {
    setFilter({ ...noFilter, themeIds: [id] })
    goTo('library')
  },
})

function useSections(typed: string): Section[] {
  const commands = useMemo(() => enabledCommands().filter(({ id }) => id !== 'palette.open'), [])
  const { data: sessions = [] } = useQuery('session.list', noFilter)
  const { data: themes = [] } = useQuery('theme.list', null)
  return useMemo(() => {
    const isTyped = typed.trim() !== ''
    return [
      {
        title: 'Commands',
        entries: fuzzyFind(commands, typed, ({ title, group }) => `${title} ${group}`, isTyped ? 8 : 50).map(commandEntry),
      },
      {
        title: 'Sessions',
        entries: fuzzyFind(
          sessions,
          typed,
          line => `${line.title ?? line.sourceName} ${line.code} ${line.year ?? ''}`,
          isTyped ? 20 : 4,
        ).map(sessionEntry),
      },
      { title: 'Themes', entries: isTyped ? fuzzyFind(themes, typed, theme => theme.name, 8).map(themeEntry) : [] },
    ].filter(section => section.entries.length > 0)
  }, [commands, sessions, themes, typed])
}

/** Everything by name: commands, sessions, themes. */
export function Palette() {
  const [typed, setTyped] = useState('')
  const sections = useSections(typed)
  const entries = sections.flatMap(section => section.entries)
  const choose = (id: string) => {
    closeDialog()
    entries.find(entry => entry.id === id)?.run()
  }
  return (
    <ModalOverlay className="modal-overlay" isOpen isDismissable onOpenChange={isOpen => !isOpen && closeDialog()}>
      <Modal className="modal palette">
        <Dialog className="dialog" aria-label="Find a command, session or theme">
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the palette is opened to type in it */}
            <SearchField className="palette-field" aria-label="Command, session or theme" autoFocus>
              <Search size={16} aria-hidden className="faint" />
              <Input className="palette-input" dir="auto" placeholder="Find a command, session or theme" />
            </SearchField>
            <ListBox
              className="palette-list"
              aria-label="Found"
              onAction={key => choose(String(key))}
              renderEmptyState={() => <p className="palette-none">Nothing is called that.</p>}
            >
              {sections.map(section => (
                <ListBoxSection key={section.title} id={section.title}>
                  <Header className="menu-header">{section.title}</Header>
                  {section.entries.map(entry => (
                    <ListBoxItem key={entry.id} id={entry.id} textValue={entry.title} className="menu-item palette-item">
                      <span className="palette-icon">{entry.icon}</span>
                      <span className="menu-item-text one-line" dir="auto">
                        {entry.title}
                      </span>
                      <span className="palette-detail">{entry.detail}</span>
                    </ListBoxItem>
                  ))}
                </ListBoxSection>
              ))}
            </ListBox>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
