import { useEffect, useLayoutEffect } from 'react'
import { DropTarget } from './library/drop-target.tsx'
import { clearFilter } from './library/filter.ts'
import { setListed } from './library/listed.ts'
import { closeDialog } from './shell/dialogs.ts'
import { ProjectWindow } from './shell/project-window.tsx'
import { enterProject, useProjectPath } from './shell/navigation.ts'
import { Notices } from './shell/notices.tsx'
import { askEverythingAgain, useQuery } from './shell/query.ts'
import { Welcome } from './shell/welcome.tsx'

/** Takes up the place where the user was in this project. */
function useEnteredProject(path: string | undefined) {
  useLayoutEffect(() => {
    clearFilter()
    setListed([])
    closeDialog()
    enterProject(path)
    askEverythingAgain()
  }, [path])
  return useProjectPath()
}

/** A new store process has to be asked everything again. */
function useFreshAnswers(restarts: number | undefined) {
  useEffect(() => {
    if (restarts) askEverythingAgain()
  }, [restarts])
}

export function App() {
  const { data: state, error } = useQuery('app.state', null)
  const path = state?.project?.path
  useFreshAnswers(state?.storeRestarts)
  const entered = useEnteredProject(path)
  return (
    <>
      {error && !state && (
        <main className="fatal" role="alert">
          {error.message}
        </main>
      )}
      {state?.project && state.project.path === entered && <ProjectWindow key={state.project.path} project={state.project} />}
      {state && !state.project && <Welcome state={state} />}
      {state && <DropTarget project={state.project} />}
      <Notices />
    </>
  )
}
