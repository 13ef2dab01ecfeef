import { useState } from 'react'
import type { Span } from '../../src-preload/record.ts'
import { Button } from '../shell/components/button.tsx'
import { count } from '../shell/words.ts'
import { useReview } from './review-context.ts'
import { Words } from '../shell/components/words.tsx'

const shownAtFirst = 6

/** Words of the page that nothing holds: each can be jumped to, and is then selected for a field, a theme or a note. */
export function LeftoverList({ spans }: { spans: readonly Span[] }) {
  const { quote, select } = useReview()
  const [isWhole, setWhole] = useState(false)
  if (spans.length === 0) return <p className="group-empty">All of the page is accounted for.</p>
  const shown = isWhole ? spans : spans.slice(0, shownAtFirst)
  return (
    <>
      <ul className="jump-list">
        {shown.map(span => (
          <li key={span[0]} className="jump-row">
            {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- Words are text */}
            <button type="button" className="jump" onClick={() => select(span)}>
              <span className="jump-words" dir="auto">
                <Words>{quote([span])}</Words>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {spans.length > shown.length && (
        <Button variant="quiet" size="small" onPress={() => setWhole(true)}>
          Show {count(spans.length - shown.length, 'more', 'more')}
        </Button>
      )}
    </>
  )
}
