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
  TextField,
} from 'react-aria-components'
import type { SessionLine, ThemeRow } from '../../src-preload/types.ts'
import { noFilter, setFilter } from '../library/filter.ts'
import { enabledCommands, type Command } from './commands.ts'
import { ThemeDot } from './components/badge.tsx'
import { ShownKeys } from './components/kbd.tsx'
import { closeDialog } from './dialogs.ts'
import { fuzzyFind, plain } from './fuzzy.ts'
import { goTo, openSession } from './navigation.ts'
import { useQuery } from './query.ts'
import { Words } from './components/words.tsx'
import './palette.css'

interface Entry {
  readonly id: string
  readonly title: string
  /** What is searched. */
  readonly words: string
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
  words: plain(`${title} ${group}`),
  detail: keys ? <ShownKeys keys={keys} /> : group,
  icon: <CornerDownLeft size={14} aria-hidden />,
  run,
})
const sessionIcon = <FileText size={14} aria-hidden />
const sessionEntry = ({ id, title, code, year, sourceName }: SessionLine): Entry => ({
  id: `session ${id}`,
  title: title ?? sourceName,
  words: plain(`${title ?? sourceName} ${code} ${year ?? ''}`),
  detail: code,
  icon: sessionIcon,
  run: () => openSession(id, { takesFocus: true }),
})
const themeEntry = ({ id, name, color, taggings }: ThemeRow): Entry => ({
  id: `theme ${id}`,
  title: name,
  words: plain(name),
  detail: taggings.toLocaleString(),
  icon: <ThemeDot color={color} />,
  run: () => {
    setFilter({ ...noFilter, themeIds: [id] })
    goTo('library')
  },
})

interface Source {
  readonly title: string
  readonly entries: readonly Entry[]
  /** How many to show before anything is typed. */
  readonly atFirst: number
}

/** The best of each source; the source with the best of all comes first. */
function findIn(sources: readonly Source[], typed: string): Section[] {
  if (typed.trim() === '') {
    return sources.map(({ title, entries, atFirst }) => ({ title, entries: entries.slice(0, atFirst) })).filter(hasEntries)
  }
  return sources
    .map(({ title, entries }) => ({ title, found: fuzzyFind(entries, typed, entry => entry.words, 12) }))
    .toSorted((one, other) => (other.found[0]?.score ?? 0) - (one.found[0]?.score ?? 0))
    .map(({ title, found }) => ({ title, entries: found.map(({ item }) => item) }))
    .filter(hasEntries)
}
const hasEntries = (section: Section) => section.entries.length > 0

function useSections(typed: string): Section[] {
  const commands = useMemo(
    () =>
      enabledCommands()
        .filter(({ id }) => id !== 'palette.open')
        .map(commandEntry),
    [],
  )
  const { data: sessions } = useQuery('session.list', noFilter)
  const { data: themes } = useQuery('theme.list', null)
  const sources = useMemo(
    () => [
      { title: 'Commands', entries: commands, atFirst: 50 },
      { title: 'Sessions', entries: (sessions ?? []).map(sessionEntry), atFirst: 0 },
      { title: 'Themes', entries: (themes ?? []).map(themeEntry), atFirst: 0 },
    ],
    [commands, sessions, themes],
  )
  return useMemo(() => findIn(sources, typed), [sources, typed])
}

/** The palette gives back the focus in the frame after it has gone: what runs then works on it, and a dialog that it opens gives it back too. */
const runOnceGone = (run: () => void) => requestAnimationFrame(() => requestAnimationFrame(run))

/** Everything by name: commands, sessions, themes. */
export function Palette() {
  const [typed, setTyped] = useState('')
  const sections = useSections(typed)
  const entries = sections.flatMap(section => section.entries)
  const choose = (id: string) => {
    closeDialog()
    const entry = entries.find(each => each.id === id)
    if (entry) runOnceGone(entry.run)
  }
  return (
    <ModalOverlay className="modal-overlay" isOpen isDismissable onOpenChange={isOpen => !isOpen && closeDialog()}>
      <Modal className="modal palette">
        <Dialog className="dialog" aria-label="Find a command, session or theme">
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the palette is opened to type in it */}
            <TextField className="palette-field" aria-label="Command, session or theme" autoFocus>
              <Search size={16} aria-hidden className="faint" />
              {/* oxlint-disable-next-line jsx-a11y/role-has-required-aria-props -- Autocomplete names the list that it controls */}
              <Input className="palette-input" role="combobox" aria-expanded dir="auto" placeholder="Find a command, session or theme" />
            </TextField>
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
                        <Words>{entry.title}</Words>
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
