import { CircleCheck, CircleDashed, CircleHelp } from 'lucide-react'
import type { MovedThing } from '../../src-preload/types.ts'
import { Words } from '../shell/components/words.tsx'

const outcomes = [
  { outcome: 'lost', title: 'No place in the newer text', icon: <CircleDashed size={14} aria-hidden /> },
  { outcome: 'changed', title: 'On words partly changed', icon: <CircleHelp size={14} aria-hidden /> },
  { outcome: 'same', title: 'Moves along', icon: <CircleCheck size={14} aria-hidden /> },
] as const

/** What a person did to the older text, by what would become of it. */
export function ThingsList({ things }: { things: readonly MovedThing[] }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what is scrolled is reached by keys
    <div className="moved" tabIndex={0} role="group" aria-label="What moves along">
      {things.length === 0 && <p className="muted">Nothing was tagged, noted, accepted or corrected in the older text yet.</p>}
      {outcomes.map(({ outcome, title, icon }) => {
        const own = things.filter(thing => thing.outcome === outcome)
        return (
          own.length > 0 && (
            <section key={outcome} className={`moved-group moved-${outcome}`} aria-label={title}>
              <h3 className="group-title">
                {icon}
                {title}
                <span className="group-count numeric">{own.length}</span>
              </h3>
              <ul className="moved-list">
                {own.map(({ id, label, quote }) => (
                  <li key={id}>
                    <span className="moved-label" dir="auto">
                      <Words>{label}</Words>
                    </span>
                    <span className="moved-quote two-lines" dir="auto">
                      <Words>{quote.replace(/\s+/g, ' ').slice(0, 200)}</Words>
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          )
        )
      })}
      {things.some(({ outcome }) => outcome === 'lost') && (
        <p className="muted small">
          Nothing is dropped: what has no place keeps its words and waits in the problem queue to be placed by hand.
        </p>
      )}
    </div>
  )
}
