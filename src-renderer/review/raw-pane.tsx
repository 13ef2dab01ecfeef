import { MessageSquarePlus, Search, Tag, TextCursorInput } from 'lucide-react'
import { useState } from 'react'
import type { Span } from '../../src-preload/record.ts'
import { RawText, type RawTextProps } from '../raw-text/raw-text.tsx'
import { IconButton, ToggleButton } from '../shell/components/button.tsx'
import { runCommand } from '../shell/commands.ts'
import { RowAction } from './row-detail.tsx'

/** The page, with what can be done with words selected in it. */
export function RawPane(props: Omit<RawTextProps, 'onSelect'>) {
  const [selection, setSelection] = useState<Span | null>(null)
  const [showsLeftover, setShowsLeftover] = useState(true)
  const isNothing = selection === null
  return (
    <section className={showsLeftover ? 'raw-pane' : 'raw-pane raw-text-plain'} aria-label="Page">
      <div className="raw-tools" role="toolbar" aria-label="Selected words">
        <RowAction
          icon={<TextCursorInput size={14} aria-hidden />}
          label="Set field"
          keys="f"
          isDisabled={isNothing}
          onPress={() => runCommand('review.set')}
        />
        <RowAction icon={<Tag size={14} aria-hidden />} label="Tag" keys="t" onPress={() => runCommand('review.tag')} />
        <RowAction
          icon={<MessageSquarePlus size={14} aria-hidden />}
          label="Note"
          keys="m"
          isDisabled={isNothing}
          onPress={() => runCommand('review.note')}
        />
        <span className="raw-tools-space" />
        <ToggleButton isSelected={showsLeftover} onChange={setShowsLeftover} className="button-small">
          Leftover <span className="numeric">{props.leftover.length}</span>
        </ToggleButton>
        <IconButton size="small" label="Find in the page" keys="mod+f" onPress={() => runCommand('review.find')}>
          <Search size={14} aria-hidden />
        </IconButton>
      </div>
      <RawText {...props} onSelect={setSelection} />
    </section>
  )
}
