import { ChevronRight, Ellipsis, GripVertical } from 'lucide-react'
import { Button, Collection, TreeItem, TreeItemContent } from 'react-aria-components'
import type { Id } from '../../src-preload/types.ts'
import { ThemeDot } from '../shell/components/badge.tsx'
import { IconButton } from '../shell/components/button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../shell/components/menu.tsx'
import { WithTooltip } from '../shell/components/tooltip.tsx'
import { count } from '../shell/words.ts'
import { ThemeNameField } from './theme-name-field.tsx'
import { pathName, stepPlace, type ThemeNode, type ThemeStep } from './theme-path.ts'
import { changeTheme, showSessions, useThemeTools } from './theme-tools.ts'
import { Words } from '../shell/components/words.tsx'

const taggingWords = ({ theme, taggingsBelow }: ThemeNode) =>
  [count(theme.taggings, 'tagging'), taggingsBelow > 0 && `${taggingsBelow.toLocaleString()} more below`].filter(Boolean).join(', ')

function ThemeCount({ node }: { node: ThemeNode }) {
  const { theme, taggingsBelow } = node
  if (theme.taggings + taggingsBelow === 0) return null
  return (
    <WithTooltip text={`${taggingWords(node)}. Show the sessions.`}>
      <Button
        className="theme-count numeric"
        aria-label={`Show sessions of ${theme.name}: ${taggingWords(node)}`}
        onPress={() => showSessions(theme.id)}
      >
        {theme.taggings > 0 && theme.taggings.toLocaleString()}
        {taggingsBelow > 0 && (
          <bdi className="theme-count-below" dir="ltr">
            +{taggingsBelow.toLocaleString()}
          </bdi>
        )}
      </Button>
    </WithTooltip>
  )
}

/** Rendered when the menu is open: where a theme can go is not asked for every row. */
function ThemeMenuItems({ id }: { id: Id }) {
  const { tree, startRename, startAdding, startMoving, startRemoving, step } = useThemeTools()
  const cannot = (to: ThemeStep) => stepPlace(tree, id, to) === null
  return (
    <>
      <MenuItem label="Rename" keys="f2" onAction={() => startRename(id)} />
      <MenuItem label="New theme below" onAction={() => startAdding(id)} />
      <MenuItem label="Show sessions" onAction={() => showSessions(id)} />
      <MenuSeparator />
      <MenuItem label="Move to…" onAction={() => startMoving(id)} />
      <MenuItem label="Move up" keys="alt+arrowup" isDisabled={cannot('up')} onAction={() => step(id, 'up')} />
      <MenuItem label="Move down" keys="alt+arrowdown" isDisabled={cannot('down')} onAction={() => step(id, 'down')} />
      <MenuItem label="Move below the theme before" keys="alt+arrowright" isDisabled={cannot('in')} onAction={() => step(id, 'in')} />
      <MenuItem label="Move out, beside its parent" keys="alt+arrowleft" isDisabled={cannot('out')} onAction={() => step(id, 'out')} />
      <MenuSeparator />
      <MenuItem label="Delete…" keys="delete" isDanger onAction={() => startRemoving(id)} />
    </>
  )
}

function ThemeMenu({ node: { id, theme } }: { node: ThemeNode }) {
  return (
    <Menu
      placement="bottom end"
      aria-label={`What to do with ${theme.name}`}
      trigger={
        <IconButton label={`More for ${theme.name}`} size="small" className="theme-row-more">
          <Ellipsis size={16} aria-hidden />
        </IconButton>
      }
    >
      <ThemeMenuItems id={id} />
    </Menu>
  )
}

function ThemeRowContent({ node, hasChildItems }: { node: ThemeNode; hasChildItems: boolean }) {
  const { renaming, startRename } = useThemeTools()
  const { id, theme } = node
  function rename(name: string | null) {
    startRename(null)
    if (name !== null) void changeTheme(id, { name })
  }
  return (
    <>
      {hasChildItems ? (
        <Button slot="chevron" className="theme-chevron">
          <ChevronRight size={14} aria-hidden />
        </Button>
      ) : (
        <span className="theme-chevron" />
      )}
      <ThemeDot color={theme.color} />
      {renaming === id ? (
        <ThemeNameField name={theme.name} onDone={rename} />
      ) : (
        <span className="theme-row-name">
          <bdi>
            <Words>{theme.name}</Words>
          </bdi>
        </span>
      )}
      <span className="theme-row-end">
        <ThemeCount node={node} />
        <Button slot="drag" className="theme-grip" aria-label={`Drag ${theme.name}`}>
          <GripVertical size={14} aria-hidden />
        </Button>
        <ThemeMenu node={node} />
      </span>
    </>
  )
}

/** A theme in the tree, with those below it. */
export function ThemeItem({ node }: { node: ThemeNode }) {
  const { startRename } = useThemeTools()
  const label = [pathName(node.path), node.theme.description, taggingWords(node)].filter(Boolean).join('. ')
  return (
    <TreeItem id={node.id} textValue={node.theme.name} aria-label={label} className="theme-row" onAction={() => startRename(node.id)}>
      <TreeItemContent>{({ hasChildItems }) => <ThemeRowContent node={node} hasChildItems={hasChildItems} />}</TreeItemContent>
      <Collection items={node.children}>{child => <ThemeItem node={child} />}</Collection>
    </TreeItem>
  )
}
