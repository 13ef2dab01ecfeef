import { parse } from '../../parse/parse.ts'
import { generate, innerMess, typesByYear } from '../../parse/testing/generator.ts'
import { renderings } from '../../parse/testing/page-builder.ts'
import { seeded } from '../../parse/testing/random.ts'
import { readSource } from '../read-source.ts'
import { PAGE_FILES, type PageFile } from './page-files.ts'

export interface ReadingFigure {
  kind: string
  pages: number
  /** F1 of the values read from the file against those read from the plain text, all of them and by what they are. */
  all: number
  fields: number
  people: number
  sections: number
  /** A few of the values that are there in one and not in the other. */
  differences: string[]
}

const SHOWN = 12
// Pages of 2017 were never seen without their headings.
const WITH_HEADINGS = renderings.filter(rendering => rendering !== 'R2' && rendering !== 'R3')

/** The texts of invented pages: every year and type as often as `rounds` says, each time in another rendering. */
export function samplePages(firstSeed: number, rounds: number): string[] {
  const layouts = Object.entries(typesByYear).flatMap(([year, types]) => types.map(type => ({ year: Number(year), type })))
  return Array.from({ length: rounds }, (_, round) => layouts.map((layout, index) => ({ ...layout, round, index })))
    .flat()
    .map(({ year, type, round, index }, number) => {
      const seed = firstSeed + number
      const random = seeded(seed)
      const mess = [...innerMess.filter(() => random.chance(0.1)), 'report']
      const possible = year === 2017 ? WITH_HEADINGS : renderings
      const rendering = possible[(round + index) % possible.length]!
      return generate(seed, { year, type, rendering, mess }).text
    })
}

export async function readingFigures(texts: readonly string[], files: readonly PageFile[] = PAGE_FILES): Promise<ReadingFigure[]> {
  const figures: ReadingFigure[] = []
  for (const file of files) figures.push(await figureOf(file, texts))
  return figures.toSorted((a, b) => a.all - b.all)
}

async function figureOf(file: PageFile, texts: readonly string[]): Promise<ReadingFigure> {
  const tallies = new Map<string, Tally>()
  const differences: string[] = []
  for (const [number, text] of texts.entries()) {
    const wanted = valuesOf(file.plain?.(text) ?? text)
    const source = await readSource({ name: file.name, bytes: await file.make(text) })
    differences.push(...compare(wanted, valuesOf(source.text), tallies).map(difference => `page ${number} ${difference}`))
  }
  const of = (...groups: string[]): number => f1(groups.map(group => tallies.get(group) ?? { hit: 0, wanted: 0, found: 0 }))
  return {
    kind: file.kind,
    pages: texts.length,
    all: of('field', 'person', 'section'),
    fields: of('field'),
    people: of('person'),
    sections: of('section'),
    differences: differences.slice(0, SHOWN),
  }
}

interface Tally {
  hit: number
  wanted: number
  found: number
}

function f1(tallies: readonly Tally[]): number {
  const sum = (key: keyof Tally): number => tallies.reduce((total, tally) => total + tally[key], 0)
  const all = sum('wanted') + sum('found')
  return all === 0 ? 1 : (2 * sum('hit')) / all
}

/** Every value that is read in a text, as a line that begins with its group. */
function valuesOf(text: string): string[] {
  const { fields, people, sections } = parse(text)
  return [
    ...Object.entries(fields).flatMap(([key, field]) => [field].flat().map(({ value }) => `field ${key}: ${fold(value)}`)),
    ...people.map(
      one => `person ${one.role}: ${[one.name, one.affiliation, one.stakeholderGroup, one.regionalGroup].map(fold).join(' | ')}`,
    ),
    ...sections.map(({ key, spans }) => `section ${key}: ${foldLines(spans.map(span => text.slice(...span)).join('\n'))}`),
  ]
}

function fold(value: string | number | null): string {
  return String(value ?? '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The bullets of a list are no words: formats that know lists show them in their own way. */
function foldLines(lines: string): string {
  return fold(lines.replace(/^\s*[-•] /gm, ''))
}

function compare(wanted: readonly string[], found: readonly string[], tallies: Map<string, Tally>): string[] {
  const left = [...found]
  const missed = wanted.filter(value => {
    const at = left.indexOf(value)
    if (at !== -1) left.splice(at, 1)
    return at === -1
  })
  for (const group of ['field', 'person', 'section']) {
    const count = (values: readonly string[]): number => values.filter(value => value.startsWith(group)).length
    const tally = tallies.get(group) ?? { hit: 0, wanted: 0, found: 0 }
    tally.hit += count(wanted) - count(missed)
    tally.wanted += count(wanted)
    tally.found += count(found)
    tallies.set(group, tally)
  }
  return [...missed.map(value => `- ${value}`), ...left.map(value => `+ ${value}`)].map(value => value.slice(0, 160))
}

export function figureTable(figures: readonly ReadingFigure[]): string {
  const rows = figures.map(({ kind, pages, all, fields, people, sections }) => {
    const values = [all, fields, people, sections].map(value => value.toFixed(3))
    return `| ${[kind, pages, ...values].join(' | ')} |`
  })
  return ['| file | pages | all | fields | people | sections |', '|---|---|---|---|---|---|', ...rows].join('\n')
}
