import { useEffect } from 'react'
import { ProjectWindow } from './shell/project-window.tsx'
import { enterProject } from './shell/navigation.ts'
import { Notices } from './shell/notices.tsx'
import { askEverythingAgain, useQuery } from './shell/query.ts'
import { Welcome } from './shell/welcome.tsx'

/** Asks everything again when the store process is a new one or holds another project. */
function useFreshAnswers(path: string | undefined, restarts: number | undefined) {
  useEffect(() => {
    if (restarts !== undefined) askEverythingAgain()
  }, [path, restarts])
}

export function App() {
  const { data: state, error } = useQuery('app.state', null)
  const path = state?.project?.path
  useFreshAnswers(path, state?.storeRestarts)
  if (path) enterProject(path)
  return (
    <>
      {error && !state && (
        <main className="fatal" role="alert">
          {error.message}
        </main>
      )}
      {state?.project && <ProjectWindow key={state.project.path} project={state.project} />}
      {state && !state.project && <Welcome state={state} />}
      <Notices />
    </>
  )
}
