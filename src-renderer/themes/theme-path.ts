import type { Id, ThemeRow } from '../../src-preload/types.ts'
import { plain } from '../shell/fuzzy.ts'

/** A theme where it stands in the codebook. */
export interface ThemeNode {
  readonly id: Id
  readonly theme: ThemeRow
  /** The names from the top down to its own. */
  readonly path: readonly string[]
  readonly children: readonly ThemeNode[]
  /** Taggings of the themes below it, its own not among them. */
  readonly taggingsBelow: number
}
export interface ThemePlace {
  readonly parentId: Id | null
  readonly beforeId: Id | null
}
export interface ThemeDrop {
  readonly key: Id
  readonly dropPosition: 'on' | 'before' | 'after'
}
export type ThemeStep = 'up' | 'down' | 'in' | 'out'

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)

/** Every theme once, in the order of the codebook; a theme whose parent is not there stands at the top. */
export function themeTree(themes: readonly ThemeRow[]): readonly ThemeNode[] {
  const known = new Set(themes.map(theme => theme.id))
  const parentOf = (theme: ThemeRow) => (theme.parentId !== null && known.has(theme.parentId) ? theme.parentId : null)
  const below = Map.groupBy(themes, parentOf)
  const nodesUnder = (parentId: Id | null, above: readonly string[]): ThemeNode[] =>
    (below.get(parentId) ?? [])
      .toSorted((a, b) => a.position - b.position)
      .map(theme => {
        const path = [...above, theme.name]
        const children = nodesUnder(theme.id, path)
        return {
          id: theme.id,
          theme,
          path,
          children,
          taggingsBelow: sum(children.map(child => child.theme.taggings + child.taggingsBelow)),
        }
      })
  return nodesUnder(null, [])
}

/** The tree read from top to bottom. */
export function inOrder(nodes: readonly ThemeNode[]): readonly ThemeNode[] {
  return nodes.flatMap(node => [node, ...inOrder(node.children)])
}

/** The themes to open at first: whole levels, as long as no more rows than this come to be seen. */
export function openAtFirst(nodes: readonly ThemeNode[], mostRows: number): readonly Id[] {
  const below = nodes.flatMap(node => node.children)
  if (below.length === 0 || nodes.length + below.length > mostRows) return []
  return [...nodes.filter(node => node.children.length > 0).map(node => node.id), ...openAtFirst(below, mostRows - nodes.length)]
}

/** The ids of the rows in sight when these themes are open. */
export function rowsInSight(nodes: readonly ThemeNode[], open: ReadonlySet<Id>): readonly Id[] {
  return nodes.flatMap(node => [node.id, ...(open.has(node.id) ? rowsInSight(node.children, open) : [])])
}

export const findTheme = (nodes: readonly ThemeNode[], id: Id | null) => inOrder(nodes).find(node => node.id === id)

export const pathName = (path: readonly string[]) => path.join(' › ')

const wordsOf = (text: string) => plain(text).split(/\s+/).filter(Boolean)
const hasWords = (text: string, words: readonly string[]) => words.every(word => plain(text).includes(word))

export const isSameName = (a: string, b: string) => wordsOf(a).join(' ') === wordsOf(b).join(' ')

/** The themes whose name or description has all these words, under those that lead to them; all when there are no words. */
export function matchingTree(nodes: readonly ThemeNode[], query: string): readonly ThemeNode[] {
  const words = wordsOf(query)
  if (words.length === 0) return nodes
  const keep = (node: ThemeNode): ThemeNode[] => {
    const children = node.children.flatMap(keep)
    const matches = hasWords(`${node.theme.name} ${node.theme.description}`, words)
    return matches || children.length > 0 ? [{ ...node, children }] : []
  }
  return nodes.flatMap(keep)
}

/** 0 is the best: the name itself, its start, the start of a word in it, within it, and last its path. */
function rank({ theme }: ThemeNode, words: readonly string[]) {
  const name = plain(theme.name)
  const query = words.join(' ')
  if (!hasWords(name, words)) return 4
  if (name === query) return 0
  if (name.startsWith(query)) return 1
  return name.split(/[^\p{L}\p{N}.]+/u).some(word => word.startsWith(words[0] ?? '')) ? 2 : 3
}

/** Themes whose path has all these words, the best first; in the order of the codebook when there are none. */
export function rankedThemes(nodes: readonly ThemeNode[], query: string): readonly ThemeNode[] {
  const words = wordsOf(query)
  if (words.length === 0) return inOrder(nodes)
  return inOrder(nodes)
    .filter(node => hasWords(pathName(node.path), words))
    .map(node => ({ node, rank: rank(node, words) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ node }) => node)
}

/** What `Parent › Child`, or a name alone, would add; `null` where it is blank or there already. The path may begin below the top. */
export function newTheme(nodes: readonly ThemeNode[], query: string): { parent: ThemeNode | undefined; name: string } | null {
  const parts = query.split(/\s*[›>]\s*/).map(part => part.trim())
  const name = parts.at(-1) ?? ''
  const above = parts.slice(0, -1)
  const endsIn = ({ path }: ThemeNode) => isSameName(pathName(path.slice(-above.length)), pathName(above))
  const parent = above.length > 0 ? inOrder(nodes).find(endsIn) : undefined
  if (parent) return name && !parent.children.some(child => isSameName(child.theme.name, name)) ? { parent, name } : null
  const whole = query.trim()
  return whole && !inOrder(nodes).some(node => isSameName(node.theme.name, whole)) ? { parent: undefined, name: whole } : null
}

const siblingsOf = (nodes: readonly ThemeNode[], parentId: Id | null) =>
  parentId === null ? nodes : (findTheme(nodes, parentId)?.children ?? [])
const parentIdOf = (nodes: readonly ThemeNode[], id: Id) =>
  inOrder(nodes).find(node => node.children.some(child => child.id === id))?.id ?? null

function placeAfter(nodes: readonly ThemeNode[], id: Id): ThemePlace {
  const parentId = parentIdOf(nodes, id)
  const siblings = siblingsOf(nodes, parentId)
  return { parentId, beforeId: siblings[siblings.findIndex(node => node.id === id) + 1]?.id ?? null }
}

/** Whether a theme can be put below another: not below itself, nor below what is below it. */
export function canMoveBelow(nodes: readonly ThemeNode[], id: Id, parentId: Id | null) {
  const moved = findTheme(nodes, id)
  return moved !== undefined && !inOrder([moved]).some(node => node.id === parentId)
}

/** Where a dropped theme comes to stand; `null` where it cannot or already does. */
export function dropPlace(nodes: readonly ThemeNode[], id: Id, { key, dropPosition }: ThemeDrop): ThemePlace | null {
  if (key === id) return null
  const place =
    dropPosition === 'on'
      ? { parentId: key, beforeId: null }
      : dropPosition === 'before'
        ? { parentId: parentIdOf(nodes, key), beforeId: key }
        : placeAfter(nodes, key)
  if (place.beforeId === id) return null
  return canMoveBelow(nodes, id, place.parentId) ? place : null
}

/** Where one step takes a theme: past its neighbour, below the theme before it, or out beside its parent. */
export function stepPlace(nodes: readonly ThemeNode[], id: Id, step: ThemeStep): ThemePlace | null {
  const parentId = parentIdOf(nodes, id)
  const siblings = siblingsOf(nodes, parentId)
  const index = siblings.findIndex(node => node.id === id)
  const [previous, next] = [siblings[index - 1], siblings[index + 1]]
  if (step === 'up') return previous ? { parentId, beforeId: previous.id } : null
  if (step === 'down') return next ? placeAfter(nodes, next.id) : null
  if (step === 'in') return previous ? { parentId: previous.id, beforeId: null } : null
  return parentId === null ? null : placeAfter(nodes, parentId)
}
