import type { SessionType } from '../../src-preload/record.ts'
import { forms } from './bare-forms.ts'
import type { Form } from './bare-forms.ts'
import { places } from './layouts.ts'
import type { PageLayout, Places } from './layouts.ts'
import { leastCost } from './costs.ts'
import { close, farthest, readWithin } from './reading.ts'
import type { ReadLine, Taken } from './read-line.ts'
import type { OtherReading, PageReading } from './reading.ts'
import type { Shape } from './shapes.ts'
import { slotOf } from './slots.ts'
import { fold } from './vocabulary.ts'

/** What a line says about the years that a page can be of. */
const signs: readonly {
  readonly test: (shape: Shape, words: string) => boolean
  readonly years: readonly (readonly [number, number])[]
}[] = [
  { test: ({ isGoal }, words) => isGoal && /^(?:- )?goal/.test(words), years: [[2018, 2020]] },
  { test: ({ isGoal }, words) => isGoal && !/^(?:- )?goal/.test(words), years: [[2021, 2025]] },
  { test: ({ isFormat }, words) => isFormat && / - .* - \d/.test(words), years: [[2019, 2022]] },
  {
    test: ({ isFormat }, words) => isFormat && /^(?!other)[^-]+(?:-out [^-]+)? - \d/.test(words),
    years: [
      [2018, 2018],
      [2023, 2023],
    ],
  },
  { test: ({ isSeating, isFormat }) => isSeating && !isFormat, years: [[2024, 2025]] },
  { test: (_, words) => /^(?:duration \(minutes\)|format description)/.test(words), years: [[2024, 2025]] },
  { test: (_, words) => /^(?:co-)?proposer/.test(words), years: [[2017, 2017]] },
  { test: (_, words) => words.startsWith('what will participants gain'), years: [[2023, 2025]] },
  { test: ({ isOfficialTool }) => isOfficialTool, years: [[2019, 2025]] },
  { test: (_, words) => words === 'about this session', years: [[2020, 2020]] },
]
const longestSign = 120

function formsFor(shapes: readonly Shape[], { year, type }: PageLayout): readonly Form[] {
  const short = shapes
    .filter(shape => shape.length < longestSign || shape.headings.length > 0)
    .map(shape => ({ shape, words: fold(shape.line.text.slice(0, longestSign)) }))
  const said = signs.filter(({ test }) => short.some(({ shape, words }) => test(shape, words))).map(({ years }) => years)
  const all = year === undefined ? said : [[[year, year] as const]]
  const known = forms.filter(form => (form.type === 'dynamicCoalition') === isOfCoalition(type))
  const left = known.filter(({ from, to }) => all.every(years => years.some(([first, last]) => first <= to && last >= from)))
  return left.length > 0 ? left : known
}

/** The line that names a coalition or network says what such a page is, where nothing else does. */
const isOfCoalition = (type: SessionType | undefined) => type !== undefined && coalitions.has(type)
const coalitions: ReadonlySet<SessionType> = new Set(['dynamicCoalition', 'bestPracticeForum', 'policyNetwork'])

/** Headings that share a line with their text, and those of several words on a line of their own: copies lose or keep a kind as one, the first kind last. */
const inline = [
  slotOf.additionalPolicyQuestions,
  slotOf.connection,
  slotOf.gains,
  slotOf.goalTargets,
  slotOf.formatDescription,
  slotOf.relevanceToTheme,
  slotOf.relevanceToInternetGovernance,
]
const ofWords = [slotOf.about, slotOf.policyQuestions, slotOf.expectedOutcomes, slotOf.onlineParticipation]

function keptIn({ present }: PageLayout): Places {
  if (ofWords.some(slot => present[slot])) return places([...ofWords, ...inline])
  return places(inline.some(slot => present[slot]) ? inline : [])
}

interface BareReading extends PageReading {
  readonly layout: PageLayout
}

const layoutIn = (form: Form, layout: PageLayout): PageLayout => ({
  ...layout,
  form,
  type: layout.type ?? form.type,
  year: layout.year ?? form.from,
})

/** A page that does not say what it is, read as the kind and year whose order it follows best. */
export function readBarePage(shapes: readonly Shape[], layout: PageLayout): BareReading {
  const kept = keptIn(layout)
  const from = leastFrom(shapes)
  const readings: BareReading[] = []
  let cost = Infinity
  for (const form of likelyFirst(formsFor(shapes, layout), shapes)) {
    const own = layoutIn(form, { ...layout, kept })
    const reading = readWithin(shapes, own, { cost: cost + farthest, from })
    if (!reading) continue
    readings.push({ ...reading, layout: own })
    cost = Math.min(cost, reading.cost)
  }
  const [best, ...others] = readings.toSorted((a, b) => a.cost - b.cost)
  return {
    ...best!,
    lines: others.reduce((lines, other) => doubted(lines, other, other.cost - best!.cost), best!.lines),
    others: () =>
      [...best!.others(), ...others.flatMap(other => withItself(other, other.cost - best!.cost))].toSorted((a, b) => a.more - b.more),
  }
}

/** What is close to the best in one order, as what is close to a better one in another. */
const withItself = ({ lines, others }: PageReading, more: number): OtherReading[] =>
  [{ lines, more: 0 }, ...others()].map(other => ({ ...other, more: other.more + more })).filter(other => other.more < close)

/** The sooner a good reading is found, the sooner others can be given up. */
const likelyFirst = (forms: readonly Form[], shapes: readonly Shape[]): readonly Form[] =>
  shapes.some(shape => shape.isOfficialTool || shape.isQuestion) ? forms : forms.toReversed()

/** What the lines from each on must cost at least, whatever the order; to come to a place hardly ever costs less than nothing. */
function leastFrom(shapes: readonly Shape[]): Float32Array {
  const from = new Float32Array(shapes.length + 1)
  for (let i = shapes.length - 1; i >= 0; i--) from[i] = from[i + 1]! + leastCost(shapes[i]!)
  return from
}

/** A reading in another order that costs this much more makes each line that it takes otherwise, or nearly does, that unsure. */
const doubted = (lines: readonly ReadLine[], other: PageReading, more: number): readonly ReadLine[] =>
  lines.map((line, i) => doubtedLine(line, other.lines[i]!, more))

function doubtedLine(line: ReadLine, other: ReadLine, more: number): ReadLine {
  const ways = [{ way: other, cost: more }, ...other.rivals.map(way => ({ way, cost: more + other.margin }))]
  const others = ways.filter(({ way, cost }) => way.slot !== line.slot && cost < line.margin)
  if (others.length === 0) return line
  const known = new Set([line.slot, ...line.rivals.map(({ slot }) => slot)])
  const fresh = others.filter(({ way, cost }) => way.how !== 'stray' && cost < close && !known.has(way.slot))
  const rivals = [...line.rivals, ...fresh.map(({ way: { slot, how, heading } }): Taken => ({ slot, how, heading }))]
  return { ...line, margin: Math.min(...others.map(({ cost }) => cost)), rivals }
}
