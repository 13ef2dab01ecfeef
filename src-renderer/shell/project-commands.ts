import { useEffect } from 'react'
import type { AppState } from '../../src-preload/types.ts'
import { redo, undo } from '../history/undo.ts'
import { openNeighbour } from '../library/listed.ts'
import { hasLesson, openLesson, readAllAgain } from '../rules/lesson.ts'
import { runCommand, useCommands, type Command } from './commands.ts'
import { openDialog } from './dialogs.ts'
import { isModalOpen, isTextInput } from './keys.ts'
import { goTo } from './navigation.ts'
import { act, notify } from './notices.tsx'
import { call } from './query.ts'

function projectCommands(isReadOnly: boolean): Command[] {
  const writing = (run: () => void) => () =>
    isReadOnly
      ? notify({ tone: 'error', about: 'read-only', text: 'This project is open for reading only, so it cannot be changed.' })
      : run()
  return [
    { id: 'view.library', title: 'Go to the library', group: 'Go', keys: 'mod+1', run: () => goTo('library') },
    { id: 'view.themes', title: 'Go to themes', group: 'Go', keys: 'mod+2', run: () => goTo('themes') },
    { id: 'view.notes', title: 'Go to notes', group: 'Go', keys: 'mod+3', run: () => goTo('notes') },
    { id: 'view.history', title: 'Go to history', group: 'Go', keys: 'mod+4', run: () => goTo('history') },
    { id: 'view.rules', title: 'Go to rules', group: 'Go', keys: 'mod+5', run: () => goTo('rules') },
    { id: 'session.next', title: 'Next session', group: 'Go', keys: 'mod+alt+arrowdown', run: () => openNeighbour(1) },
    { id: 'session.previous', title: 'Previous session', group: 'Go', keys: 'mod+alt+arrowup', run: () => openNeighbour(-1) },
    {
      id: 'import.files',
      title: 'Import files…',
      group: 'Import',
      keys: 'mod+i',
      run: writing(() => act(call('import.choose', 'files'))),
    },
    {
      id: 'import.folder',
      title: 'Import a folder…',
      group: 'Import',
      keys: 'mod+shift+i',
      run: writing(() => act(call('import.choose', 'folder'))),
    },
    {
      id: 'import.paste',
      title: 'Paste text as a session…',
      group: 'Import',
      run: writing(() => openDialog({ name: 'paste' })),
    },
    {
      id: 'rule.make',
      title: 'Make a rule of the last correction',
      group: 'Rules',
      keys: 'shift+r',
      isEnabled: hasLesson,
      run: writing(openLesson),
    },
    { id: 'rule.readAgain', title: 'Read all pages again…', group: 'Rules', run: writing(readAllAgain) },
    { id: 'export.open', title: 'Export…', group: 'Export', keys: 'mod+e', run: () => openDialog({ name: 'export' }) },
    { id: 'history.undo', title: 'Undo', group: 'Edit', keys: 'mod+z', run: writing(undo) },
    { id: 'history.redo', title: 'Redo', group: 'Edit', keys: 'mod+shift+z mod+y', run: writing(redo) },
    { id: 'backups.open', title: 'Backups…', group: 'Project', run: () => openDialog({ name: 'backups' }) },
    { id: 'project.reveal', title: 'Show the project file in its folder', group: 'Project', run: () => act(call('project.reveal', null)) },
    { id: 'project.open', title: 'Open another project…', group: 'Project', keys: 'mod+o', run: () => act(call('project.open', null)) },
    { id: 'project.create', title: 'New project…', group: 'Project', keys: 'mod+n', run: () => act(call('project.create', null)) },
    { id: 'project.close', title: 'Close the project', group: 'Project', run: () => act(call('project.close', null)) },
    {
      id: 'palette.open',
      title: 'Find a command, session or theme',
      group: 'Help',
      keys: 'mod+k',
      run: () => openDialog({ name: 'palette' }),
    },
    { id: 'help.keys', title: 'All keys', group: 'Help', keys: '?', run: () => openDialog({ name: 'keys' }) },
  ]
}

/** The menu's own way to a command; undoing in a text input is left to the input, and a dialog has the window to itself. */
function runFromMenu(id: string) {
  const ownStep = id === 'history.undo' ? 'undo' : id === 'history.redo' ? 'redo' : undefined
  if (ownStep && isTextInput(document.activeElement)) document.execCommand(ownStep)
  else if (isModalOpen()) notify({ tone: 'info', about: 'dialog', text: 'A dialog is open. Close it first.' })
  else runCommand(id)
}

/** What can be done from any view, by the palette, by keys and by the application menu. */
export function useProjectCommands({ isReadOnly }: NonNullable<AppState['project']>) {
  useCommands(projectCommands(isReadOnly))
  useEffect(() => window.bridge.onCommand(runFromMenu), [])
}
