import { Compass, FilePlus2, FolderOpen, TriangleAlert, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import type { AppState, RecentProject } from '../../src-preload/types.ts'
import { Badge } from './components/badge.tsx'
import { IconButton } from './components/button.tsx'
import { Failure } from './failure.tsx'
import { act } from './notices.tsx'
import { call } from './query.ts'
import { shortTime } from './times.ts'
import { Words } from './components/words.tsx'
import { withOrderShown } from './order-signs.ts'
import './welcome.css'

const create = () => act(call('project.create', null))
const open = () => act(call('project.open', null))
const openSample = () => act(call('project.openSample', null))

/** No project is open: where to begin, or what to do about one that cannot be opened. */
export function Welcome({ state }: { state: AppState }) {
  return (
    <main className="welcome">
      <div className="welcome-page">
        <header className="welcome-header">
          <Mark />
          <h1 className="welcome-name">Rapporteur</h1>
          <p className="welcome-line">From the pages of policy meetings to records you can trust. All of it stays on this computer.</p>
        </header>
        {state.failure && <Failure failure={state.failure} />}
        <div className="welcome-columns">
          <section className="welcome-start" aria-label="Begin">
            <Start icon={<FilePlus2 size={18} aria-hidden />} title="New project" onPress={create}>
              One file that holds pages, records, themes and history
            </Start>
            <Start icon={<FolderOpen size={18} aria-hidden />} title="Open a project" onPress={open}>
              A file that ends in .rapporteur
            </Start>
            <Start icon={<Compass size={18} aria-hidden />} title="Explore the sample project" onPress={openSample}>
              Invented sessions to try everything on
            </Start>
          </section>
          <Recent projects={state.recent} />
        </div>
        <footer className="welcome-footer faint small">Version {state.version}</footer>
      </div>
    </main>
  )
}

/** A page with the words that count lit. */
function Mark() {
  return (
    <svg className="mark" viewBox="0 0 48 48" aria-hidden>
      <rect className="mark-page" x="7" y="3" width="34" height="42" rx="6" />
      <path className="mark-line" d="M14 13h14M14 20h5M14 34h18" />
      <path className="mark-lit" d="M25 20h9M14 27h16" />
    </svg>
  )
}

function Start({ icon, title, onPress, children }: { icon: ReactNode; title: string; onPress: () => void; children: string }) {
  return (
    <AriaButton className="start" onPress={onPress}>
      <span className="start-icon">{icon}</span>
      <span className="start-words">
        <strong>{title}</strong>
        <span className="muted small">{children}</span>
      </span>
    </AriaButton>
  )
}

function Recent({ projects }: { projects: readonly RecentProject[] }) {
  return (
    <section className="recent" aria-labelledby="recent-title">
      <h2 id="recent-title" className="recent-title">
        Recent projects
      </h2>
      {projects.length === 0 && <p className="muted">The projects that you open will be listed here.</p>}
      <ul className="recent-list">
        {projects.map(project => (
          <RecentLine key={project.path} project={project} />
        ))}
      </ul>
    </section>
  )
}

function RecentLine({ project: { path, name, openedAt, isThere } }: { project: RecentProject }) {
  return (
    <li className="recent-line">
      <AriaButton className="recent-open" isDisabled={!isThere} onPress={() => act(call('project.openRecent', path))}>
        <span className="recent-name">
          <strong dir="auto">
            <Words>{name}</Words>
          </strong>
          {isThere ? (
            <span className="faint small numeric">{shortTime(openedAt)}</span>
          ) : (
            <Badge tone="warning">
              <TriangleAlert size={11} aria-hidden />
              Not found
            </Badge>
          )}
        </span>
        <span className="muted small one-line" title={withOrderShown(path)}>
          <bdi>
            <Words>{path}</Words>
          </bdi>
        </span>
      </AriaButton>
      <IconButton label={`Forget ${name}`} onPress={() => act(call('project.forget', path))}>
        <X size={16} aria-hidden />
      </IconButton>
    </li>
  )
}
