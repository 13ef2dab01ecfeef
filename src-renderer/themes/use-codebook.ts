import { useDeferredValue, useMemo, useState } from 'react'
import type { Id } from '../../src-preload/types.ts'
import { attempt } from '../shell/notices.tsx'
import { call, useQuery } from '../shell/query.ts'
import {
  findTheme,
  inOrder,
  matchingTree,
  openAtFirst,
  stepPlace,
  themeTree,
  type ThemeNode,
  type ThemePlace,
  type ThemeStep,
} from './theme-path.ts'
import { notifyUndoable } from '../history/undoable.ts'

/** About what a window shows. */
const rowsAtFirst = 30

const withChildren = (nodes: readonly ThemeNode[]) => inOrder(nodes).flatMap(node => (node.children.length > 0 ? [node.id] : []))

/** The codebook as the screen shows it: what is searched, open and selected, and what can be done to it. */
export function useCodebook() {
  const { data: themes, error } = useQuery('theme.list', null)
  const tree = useMemo(() => themeTree(themes ?? []), [themes])
  const [query, setQuery] = useState('')
  const [selected, setSelected] = useState<Id | null>(null)
  const [opened, setOpened] = useState<ReadonlySet<Id> | null>(null)
  // Typing goes on while a long codebook is drawn.
  const searched = useDeferredValue(query)
  const nodes = useMemo(() => matchingTree(tree, searched), [tree, searched])
  const isSearching = searched.trim() !== ''
  const expanded = useMemo(() => {
    if (isSearching) return new Set(withChildren(nodes))
    return opened ?? new Set(openAtFirst(tree, rowsAtFirst))
  }, [isSearching, nodes, opened, tree])

  const open = (id: Id | null) => id !== null && setOpened(new Set([...expanded, id]))

  async function add(parentId: Id | null, name: string) {
    const id = await attempt(call('theme.add', { parentId, name }))
    if (id === undefined) return false
    open(parentId)
    setSelected(id)
    return true
  }
  async function move(id: Id, place: ThemePlace | null) {
    if (!place) return
    const isDone = await attempt(call('theme.move', { id, ...place }).then(() => true))
    if (isDone) open(place.parentId)
  }
  async function remove({ id, theme }: ThemeNode) {
    const isDone = await attempt(call('theme.remove', id).then(() => true))
    if (isDone) await notifyUndoable(`Deleted “${theme.name}”`)
  }
  return {
    isKnown: themes !== undefined,
    error,
    tree,
    nodes,
    query,
    setQuery,
    expanded,
    setExpanded: (ids: ReadonlySet<Id>) => !isSearching && setOpened(ids),
    selected: findTheme(tree, selected) ?? null,
    setSelected,
    add,
    move: (id: Id, place: ThemePlace | null) => void move(id, place),
    step: (id: Id, step: ThemeStep) => void move(id, stepPlace(tree, id, step)),
    remove: (node: ThemeNode) => void remove(node),
  }
}
export type OpenCodebook = ReturnType<typeof useCodebook>
