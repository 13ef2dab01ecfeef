/** Measures the parser on freshly invented pages and writes the figures into docs/parsing.md and docs/parsing-reliability.svg. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from '../src-main/parse/parse.ts'
import { bareMess, generate, innerMess, outerMess, typesByYear } from '../src-main/parse/testing/generator.ts'
import type { Wish } from '../src-main/parse/testing/generator.ts'
import { renderings } from '../src-main/parse/testing/page-builder.ts'
import { groupScores, meanScore, newScore, scorePage, sureAt } from '../src-main/parse/testing/score.ts'
import type { Score } from '../src-main/parse/testing/score.ts'

const docs = join(import.meta.dirname, '../docs')
const firstSeed = 7_000_000
const pagesEach = 40

const all = newScore()
let seed = firstSeed

function measure(wish: Wish): Score {
  const score = newScore()
  for (let i = 0; i < pagesEach; i++) {
    const { text, gold } = generate(seed++, wish)
    const record = parse(text)
    scorePage(score, text, gold, record)
    scorePage(all, text, gold, record)
  }
  return score
}

interface Row {
  readonly name: string
  readonly score: Score
}

const show = (value: number | undefined) => (value === undefined ? '–' : value.toFixed(3))

function table(rows: readonly Row[]): string {
  const sorted = rows.toSorted((a, b) => meanScore(a.score) - meanScore(b.score))
  const lines = sorted.map(({ name, score }) => {
    const groups = groupScores(score)
    return `| ${name} | ${show(meanScore(score))} | ${show(groups['people'])} | ${show(groups['sections'])} | ${show(groups['unlabelled'])} | ${show(sureAt(score, 0.9).right)} |`
  })
  return [
    '| pages | mean F1 | people | sections | sections without a heading | right when sure |',
    '|---|---|---|---|---|---|',
    ...lines,
  ].join('\n')
}

const layouts = Object.entries(typesByYear).flatMap(([year, types]) =>
  types.map(type => ({ name: `${year} ${type}`, score: measure({ year: Number(year), type }) })),
)
const byRendering = renderings.map(rendering => ({ name: rendering, score: measure({ rendering }) }))
const byMess = [...innerMess, ...outerMess].map(mess => ({ name: mess, score: measure({ mess: [mess, 'report', 'additional-speakers'] }) }))

const byBareMess = [
  { name: 'all headings lost', mess: [] },
  ...bareMess.map(name => ({ name, mess: [name] })),
  { name: 'telling, several', mess: ['telling', 'several'] },
].map(({ name, mess }) => ({ name, score: measure({ rendering: 'R3', mess }) }))

const edges = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.001] as const
const bins = edges.slice(0, -1).map((least, i) => ({ least, below: edges[i + 1]!, ...sureAt(all, least, edges[i + 1]) }))

function reliabilitySvg(): string {
  const [width, height, left, bottom] = [480, 320, 50, 270]
  const x = (value: number) => left + ((value - 0.5) / 0.5) * (width - left - 20)
  const y = (value: number) => bottom - ((value - 0.5) / 0.5) * (bottom - 30)
  const known = bins.filter(bin => bin.count > 0)
  const bars = known.map(bin => {
    const [from, to, top] = [x(bin.least), x(Math.min(1, bin.below)), y(Math.max(0.5, bin.right))]
    return `<rect x="${from.toFixed(1)}" y="${top.toFixed(1)}" width="${(to - from - 2).toFixed(1)}" height="${(bottom - top).toFixed(1)}" fill="#4a7a8c"/><text x="${((from + to) / 2).toFixed(1)}" y="${bottom + 32}" text-anchor="middle">${bin.count}</text>`
  })
  const ticks = [0.5, 0.6, 0.7, 0.8, 0.9, 1].map(
    value =>
      `<text x="${x(value).toFixed(1)}" y="${bottom + 16}" text-anchor="middle">${value}</text><text x="${left - 8}" y="${(y(value) + 4).toFixed(1)}" text-anchor="end">${value}</text>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height + 10}" font-family="sans-serif" font-size="11" role="img" aria-label="Share of values that are right, by the confidence they were given">
<rect width="${width}" height="${height + 10}" fill="#fff"/>
${bars.join('\n')}
<line x1="${x(0.5)}" y1="${y(0.5)}" x2="${x(1)}" y2="${y(1)}" stroke="#b03030" stroke-dasharray="5 4"/>
${ticks.join('\n')}
<text x="${(left + width) / 2}" y="${bottom + 48}" text-anchor="middle">confidence given (below: how many values)</text>
<text x="14" y="150" transform="rotate(-90 14 150)" text-anchor="middle">share that is right</text>
</svg>
`
}

const calibration = [
  '| confidence | values | right |',
  '|---|---|---|',
  ...bins.map(bin => `| ${bin.least} to ${Math.min(1, bin.below)} | ${bin.count} | ${bin.count === 0 ? '–' : bin.right.toFixed(3)} |`),
].join('\n')
const pages = seed - firstSeed
const figures = `<!-- figures -->
Made by \`node scripts/parsing-figures.ts\` on ${pages} invented pages that nothing was fitted to (seeds from ${firstSeed}).

All pages: mean F1 ${show(meanScore(all))}; of ${sureAt(all, 0.9).count} values given 0.9 or more, ${(100 * sureAt(all, 0.9).right).toFixed(2)} in 100 are right.

### By year and kind, weakest first

${table(layouts)}

### By rendering, weakest first

${table(byRendering)}

### By mess, weakest first

${table(byMess)}

### Pages without title and headings (R3), weakest first

${table(byBareMess)}

### Confidence and truth

![Share of values that are right, by confidence](parsing-reliability.svg)

${calibration}
<!-- end of figures -->`

const path = join(docs, 'parsing.md')
writeFileSync(
  path,
  readFileSync(path, 'utf8').replace(/<!-- figures -->[\s\S]*<!-- end of figures -->/, () => figures),
)
writeFileSync(join(docs, 'parsing-reliability.svg'), reliabilitySvg())
console.log(figures)
