import { Confirm } from '../shell/components/dialog.tsx'
import { useQuery } from '../shell/query.ts'
import { count } from '../shell/words.ts'
import type { ThemeNode } from './theme-path.ts'

export interface ThemeRemovingProps {
  readonly node: ThemeNode
  readonly onRemove: () => void
  readonly onClose: () => void
}

/** Says what would go with a theme before it is deleted. */
export function ThemeRemoving({ node, onRemove, onClose }: ThemeRemovingProps) {
  const { data: impact } = useQuery('theme.impact', node.id)
  const below = (impact?.themes ?? 1) - 1
  return (
    <Confirm
      title="Delete this theme?"
      confirmLabel={below > 0 ? `Delete ${count(below + 1, 'theme')}` : 'Delete theme'}
      isDanger
      onConfirm={onRemove}
      onClose={onClose}
    >
      <p>
        <strong dir="auto">
          <bdi>{node.theme.name}</bdi>
        </strong>
        {below > 0 && ` and the ${count(below, 'theme')} below it`} will be deleted.{' '}
        {impact && impact.taggings > 0
          ? `${count(impact.taggings, 'tagging')} on ${count(impact.sessions, 'session')} will go with ${below > 0 ? 'them' : 'it'}.`
          : impact && 'Nothing is tagged with ' + (below > 0 ? 'them.' : 'it.')}
      </p>
      <p className="muted">You can undo this. The pages and their fields stay as they are.</p>
    </Confirm>
  )
}
