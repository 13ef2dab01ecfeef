import { endsLikeGroup, groupsOf, hasGroups, split } from './groups.ts'
import { isRemark } from './names.ts'

/** `Speaker: Jane Doe`, `TBC: Jane Doe`. */
const key =
  /^\s*(?:(?:full )?name|(?:keynote |first |second |third )?speaker|panelli?st|discussant|presenter|respondent|commentator|moderator|organi[sz]er|rapporteur|reporter|on-?site|online|remote|in person|tb[acd]|invited|(?:to be |un|not |not yet )?confirmed)\s*:\s*/i
const coming = /^\s*(?:tb|invited|.{0,8}confirmed)/i
const withoutKey = (text: string) =>
  coming.test(text) ? text.replace(key, '').replace(/(?<=\p{Ll}{4})\.\s*$/u, '') : text.replace(key, '')

/** `Jane Doe (X, Civil Society, African Group)` with a comma before each group. */
function groupsInBrackets(text: string): string {
  const wrapped = /^([^()[\]]+?)\s*[([]([^()[\]]+)[)\]]$/.exec(text)
  return wrapped && hasGroups(wrapped[2]!) ? `${wrapped[1]}, ${wrapped[2]}` : text
}

/** `Jane Doe, X \u2013 Civil Society` with a comma before each group. */
function groupsAfterDashes(text: string): string {
  const dash = endsLikeGroup(text) ? lastDash.exec(text) : null
  if (!dash) return text
  const [before, after] = [text.slice(0, dash.index), text.slice(dash.index + dash[0].length)]
  const { rest, stakeholderGroup, regionalGroup } = groupsOf(split(after))
  return rest.length === 0 && (stakeholderGroup ?? regionalGroup) ? groupsAfterDashes(`${before}, ${after}`) : text
}
const lastDash = /\s+[\u2013\u2014-]\s+(?=(?:(?!\s[\u2013\u2014-]\s).)+$)/

/** `[Jane Doe, to be confirmed]`, `Jane Doe (female, youth)` without what is said of the person's coming, age or part. */
const withoutBracketedRemarks = (text: string): string =>
  text
    .replace(/^\s*\[([^\][]*)\]/, (_, inside: string) => inside)
    .replace(/\s?[([]([^()[\]]{1,60})[)\]]/g, (whole, inside: string) => (inside.split(/[,;]\s*/).every(isRemark) ? '' : whole))

/** `\u2026, African Group, TBC` and `\u2026 \u2013 confirmed` in the same way. */
const withoutRemarks = (text: string): string =>
  text
    .replace(/,\s*([^,]{2,30})(?=,|$)/g, (whole, part: string) => (comingWords.test(part) ? '' : whole))
    .replace(/\s+[\u2013\u2014-]\s+([^,]{2,30})$/, (whole, part: string) => (comingWords.test(part) ? '' : whole))
const comingWords =
  /^(?:tb[cd]|(?:to be |un|not )?confirmed|confirmation pending|she\/her(?:\/hers)?|he\/him(?:\/his)?|they\/them(?:\/theirs)?)$/i

const degrees = /,\s*(?:Ph\.? ?D|M\.?D|M\.?P\.?H|LL\.?M|LL\.?B|M\.?Sc|M\.?A|M\.?B\.?A|J\.?D|Esq)\.?(?=\s*[,(]|\s*$)/g

/** Besides those that `bareName` leaves out. */
const listMark = /^\s*(?:[ivx]{1,4}[.)]|[\u2192\u2794\u25ba\u25b8\u25aa])\s*/

/** What a person is written with besides name, affiliation and groups, and where commas are missing; each is looked for only where its sign is there. */
const mends: readonly (readonly [sign: RegExp, mend: (text: string) => string])[] = [
  // However long a row of spaces is, no expression goes over it again and again.
  [/ {3}/, text => text.replace(/ {3,}/g, '  ')],
  // Where a line may break, or must not: no letter of a name.
  [/[\u200b\u2060\ufeff]/, text => text.replace(/[\u200b\u2060\ufeff]/g, '')],
  // Between columns a tab stands right behind a word; behind a space it is what a broken line was indented by.
  [/\t/, text => text.replace(/( ?),?\t[\s,]*/g, (_, space: string) => space || ', ')],
  [listMark, text => text.replace(listMark, '')],
  [/^[^:]{2,24}:/, withoutKey],
  [/:\/\//, text => text.replace(/[,;]?\s?[([]?\bhttps?:\/\/[^\s)\]]+[)\]]?/g, '')],
  [/\/\s*$/, text => text.replace(/\s?\/\s*$/, '')],
  [/\*/, text => text.replace(/(?<=[\p{L}.])\*{1,3}(?=\s*(?:[,;(]|$))/u, '')],
  [/\b(?:instead of|in place of|replacing)\b/i, text => text.replace(/[\s,(]{1,3}(?:instead of|in place of|replacing)\s[^,;()]+\)?/i, '')],
  [/[([]/, groupsInBrackets],
  [/\s[\u2013\u2014-]\s/, groupsAfterDashes],
  [/[([]/, withoutBracketedRemarks],
  [/[,\u2013\u2014-]/, withoutRemarks],
  [/,\s*(?:Ph|M|LL|J|Esq|B)/, text => text.replace(degrees, '')],
]

/** A person's words as most pages write them: `Name, Affiliation, Stakeholder, Region`. */
export function plainPerson(written: string): string {
  let text = written
  for (const [sign, mend] of mends) if (sign.test(text)) text = mend(text)
  return text
}
