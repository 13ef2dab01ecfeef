import type { Line } from './lines.ts'

const role =
  '(?:(?:Online|Onsite|On-site|Remote)\\s+)?Moderators?|Speakers?|Panell?ists?|Rapporteurs?(?:\\/Note Taker)?|(?:Workshop\\s+|Co-)?Organi[sz]ers?|Coordinators?|Secretariat support|Chair(?:person)?(?:\\/Moderator)?'
const opening = new RegExp(`^(?:(?:${role})(?:\\s+#?\\d{1,2})?|Time|Date)\\s*:`, 'i')
const following = new RegExp(
  `[\\s.;,](${role}|(?:Organi[sz]er|Speaker)\\s+#?\\d{1,2})\\s*:(?=\\s|$)|(?:[.;]\\s+(Rapporteurs?|Moderators?|Speakers?)\\s+(?=\\p{Lu}\\p{Ll}+\\s|\\p{Lo}))|\\s(Rapporteurs?)\\s+(?=(?:\\p{Lu}[\\p{L}.'\u2019-]*\\s+){1,3}\\p{Lu}[\\p{L}.'\u2019-]*$)`,
  'gu',
)
const numbered = /\d/
const longest = 5000

/** Cuts `Moderator: … Speakers: … Rapporteur …` in one paragraph, or `Speaker 1: … Speaker 2: …`, into a line for each label. */
export function cutAtLabels(line: Line): Line[] {
  const first = line.text.length > longest ? null : opening.exec(line.text.slice(0, 60))
  if (!first || (numbered.test(first[0]) && line.text.indexOf(':', first[0].length) < 0)) return [line]
  const cuts = [
    0,
    ...[...line.text.matchAll(following)]
      .filter(match => match.index >= first[0].length)
      .map(match => match.index + match[0].indexOf((match[1] ?? match[2] ?? match[3])!)),
  ]
  if (cuts.length < 2) return [line]
  return cuts.map((cut, i) => {
    const text = line.text.slice(cut, cuts[i + 1]).trimEnd()
    return { start: line.start + cut, end: line.start + cut + text.length, text, gap: i === 0 ? line.gap : 0, isCut: true }
  })
}
