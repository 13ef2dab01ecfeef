import type { RegionalGroup, StakeholderGroup } from '../../src-preload/record.ts'
import { distance } from './known-headings.ts'
import { orNull, tidy } from './names.ts'
import { fold, regionWords, shortRegionWords, shortStakeholderWords, stakeholderWords } from './vocabulary.ts'
import { list } from './word-list.ts'

const longestGroup = 80
/** The last words of groups, as they are written in full or for short. */
const lastWords: ReadonlySet<string> = new Set(
  list(
    'group | society | government | governments | sector | community | organization | organizations | organisation | organisations | weog | grulac | industry | africa | african | pacific | europe | european | others | caribbean',
  ),
)
const afterGroup = ' .;,\t\u00a0'
/** Whether a text ends as groups do; few others do. */
export function endsLikeGroup(text: string): boolean {
  let end = text.length
  while (end > 0 && afterGroup.includes(text[end - 1]!)) end--
  if (text[end - 1] === ')') return true
  let start = end
  while (start > 0 && isLatin(text.charCodeAt(start - 1))) start--
  return end > start && lastWords.has(text.slice(start, end).toLowerCase())
}
const isLatin = (code: number) => (code | 32) >= 97 && (code | 32) <= 122
const groupWords = (text: string) =>
  fold(tidy(text))
    .replace(/[.;]$/, '')
    .replace(/(?<=\S)\(/, ' (')

/** What a text names as the form writes it, or with other capitals, spaces and dots. */
function groupIn<T>(groups: ReadonlyMap<string, T>, text: string): T | undefined {
  if (text.length > longestGroup || !endsLikeGroup(text)) return undefined
  const asWritten = groups.get(text.toLowerCase())
  if (asWritten !== undefined) return asWritten
  const words = groupWords(text)
  return groups.get(words) ?? (words.includes('- ') ? groups.get(words.replace('- ', '')) : nearGroup(groups, words))
}
/** `Techincal Community`: one letter can be wrong in a long group. */
function nearGroup<T>(groups: ReadonlyMap<string, T>, words: string): T | undefined {
  if (words.length < longEnough) return undefined
  for (const [group, of] of groups) if (Math.abs(group.length - words.length) <= 1 && distance(words, group, 1) === 1) return of
  return undefined
}
const longEnough = 12
export const stakeholderOf = (text: string) => groupIn(stakeholderWords, text)
export const regionOf = (text: string) => groupIn(regionWords, text)

/** What stands between commas, bars and semicolons. */
export const split = (text: string): string[] => text.split(/[,|;]/).map(piece => piece.trim())

/** A group as in a list of groups: there `NGO` is one, too. */
const stakeholderInList = (text: string) => stakeholderOf(text) ?? shortStakeholderWords.get(text.toLowerCase())

/** `Africa` after a stakeholder group. */
function shortRegionOf(text: string, before: string): RegionalGroup | undefined {
  const region = shortRegionWords.get(text.toLowerCase())
  return region && stakeholderInList(before) ? region : undefined
}

/** The groups at the end of `Name, …, Stakeholder, Region`, and what is left before them. */
export function groupsOf(pieces: readonly string[]): {
  rest: string[]
  stakeholderGroup: StakeholderGroup | null
  regionalGroup: RegionalGroup | null
} {
  const rest = [...pieces]
  let stakeholderGroup: StakeholderGroup | null = null
  let regionalGroup: RegionalGroup | null = null
  const last = () => rest.at(-1) ?? ''
  while (rest.length > 0 && orNull(last()) === null) rest.pop()
  const region = regionOf(last()) ?? shortRegionOf(last(), rest.at(-2) ?? '')
  if (region && !(region === 'Intergovernmental Organization' && !stakeholderOf(rest.at(-2) ?? ''))) {
    regionalGroup = region
    rest.pop()
    if (/group/i.test(last()) && regionOf(last()) === region) rest.pop()
  }
  const stakeholder = stakeholderInList(last())
  if (stakeholder) {
    stakeholderGroup = stakeholder
    rest.pop()
    const between = regionOf(last())
    if (!regionalGroup && between && between !== 'Intergovernmental Organization') {
      regionalGroup = between
      rest.pop()
    }
  }
  return { rest, stakeholderGroup, regionalGroup }
}

/** Whether a text ends with a stakeholder or regional group. */
export const hasGroups = (text: string) => {
  if (!endsLikeGroup(text)) return false
  const { stakeholderGroup, regionalGroup } = groupsOf(split(text.slice(-200)))
  return stakeholderGroup !== null || regionalGroup !== null
}

/** Whether a text ends with both groups of a person in full, so that nothing more can follow. */
export const hasBothGroups = (text: string) => {
  const pieces = endsLikeGroup(text) ? split(text.slice(-200)) : []
  const { stakeholderGroup, regionalGroup } = groupsOf(pieces)
  return stakeholderGroup !== null && regionalGroup !== null && regionOf(pieces.findLast(piece => orNull(piece) !== null)!) !== undefined
}
