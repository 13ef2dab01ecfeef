import { Tag as TagIcon, X } from 'lucide-react'
import type { TaggingRow, ThemeRow } from '../../src-preload/types.ts'
import { Tag, ThemeDot } from '../shell/components/badge.tsx'
import { Button, IconButton } from '../shell/components/button.tsx'
import { ShownKeys } from '../shell/components/kbd.tsx'
import { act } from '../shell/notices.tsx'
import { call } from '../shell/query.ts'
import { shorten } from './quote.ts'
import { useReview } from './review-context.ts'
import { Words } from '../shell/components/words.tsx'

const removeTagging = (id: string) => act(call('tagging.remove', [id]))

function TaggedWords({ tagging, theme }: { tagging: TaggingRow; theme: ThemeRow }) {
  const { quote, reveal } = useReview()
  const spans = tagging.span ? [tagging.span] : []
  return (
    <li className="jump-row" data-tagging={tagging.id}>
      <ThemeDot color={theme.color} />
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- Words are text */}
      <button type="button" className="jump" onClick={() => reveal(spans)}>
        <span className="jump-title" dir="auto">
          <Words>{theme.name}</Words>
        </span>
        <span className="jump-words" dir="auto">
          <Words>{tagging.lostQuote === null ? quote(spans) : `Not placed: “${shorten(tagging.lostQuote)}”`}</Words>
        </span>
      </button>
      <IconButton size="small" label={`Take ${theme.name} off these words`} onPress={() => removeTagging(tagging.id)}>
        <X size={14} aria-hidden />
      </IconButton>
    </li>
  )
}

/** The themes of the session and of words in it. */
export function ThemeList({ taggings, themes }: { taggings: readonly TaggingRow[]; themes: readonly ThemeRow[] }) {
  const { tag } = useReview()
  const byId = new Map(themes.map(theme => [theme.id, theme]))
  return (
    <>
      <div className="chips">
        {taggings.map(({ id, themeId, span, lostQuote }) => {
          const theme = byId.get(themeId)
          return (
            !span &&
            lostQuote === null &&
            theme && <Tag key={id} label={theme.name} color={theme.color} onRemove={() => removeTagging(id)} />
          )
        })}
      </div>
      <ul className="jump-list">
        {taggings.map(tagging => {
          const theme = byId.get(tagging.themeId)
          const isOnWords = tagging.span !== null || tagging.lostQuote !== null
          return isOnWords && theme && <TaggedWords key={tagging.id} tagging={tagging} theme={theme} />
        })}
      </ul>
      <Button variant="quiet" size="small" onPress={tag}>
        <TagIcon size={14} aria-hidden />
        Tag the session or the selected words
        <ShownKeys keys="t" />
      </Button>
    </>
  )
}
