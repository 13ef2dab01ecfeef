import type { ComponentType } from 'react'
import type { AppState } from '../../src-preload/types.ts'
import { HistoryScreen } from '../history/history-screen.tsx'
import { NotesScreen } from '../notes/notes-screen.tsx'
import { RulesScreen } from '../rules/rules-screen.tsx'
import { ThemesScreen } from '../themes/themes-screen.tsx'
import { Dialogs } from './open-dialogs.tsx'
import { useView, viewNames, type View } from './navigation.ts'
import { useExportNotice } from '../export/export-notice.ts'
import { useProjectCommands } from './project-commands.ts'
import { Rail } from './rail.tsx'
import { StatusBar } from './status-bar.tsx'
import { ViewBoundary } from './view-boundary.tsx'
import { WorkView } from './work-view.tsx'

const screens: Readonly<Record<View, ComponentType>> = {
  library: WorkView,
  themes: ThemesScreen,
  notes: NotesScreen,
  history: HistoryScreen,
  rules: RulesScreen,
}

/** The window with a project open: the rail, the view that was chosen, the status bar. */
export function ProjectWindow({ project }: { project: NonNullable<AppState['project']> }) {
  const view = useView()
  useProjectCommands(project)
  useExportNotice()
  const Screen = screens[view]
  return (
    <div className="window">
      <Rail view={view} />
      <main className="view" aria-label={viewNames[view]}>
        <ViewBoundary key={view}>
          <Screen />
        </ViewBoundary>
      </main>
      <StatusBar />
      <Dialogs />
    </div>
  )
}
