// Ten times the text against the text: how many times as long reading takes, for shapes that tempt a parser to be quadratic.
import { readSource } from '../src-main/import/read-source.ts'
import { parse } from '../src-main/parse/parse.ts'
import { generate } from '../src-main/parse/testing/generator.ts'

const page = generate(1).text
const goal = 15

/** Each makes a text of about so many characters. */
const shapes: Readonly<Record<string, (size: number) => string>> = {
  'one line of words': size => 'word '.repeat(size / 5),
  'one line without a blank': size => 'x'.repeat(size),
  'empty lines': size => '\n'.repeat(size),
  'headings alone': size => 'Speakers:\nDescription:\nFormat\n'.repeat(size / 30),
  'people alone': size => 'Speaker 1: Ada Brück, Civil Society, African Group\n'.repeat(size / 51),
  'dates alone': size => 'Friday, 10th December, 2021 (12:50 UTC) - Friday, 10th December, 2021 (14:20 UTC)\n'.repeat(size / 81),
  'labels on one line': size => 'Organizer 1: Ada Brück, Speaker 1: Tui Mahuta, '.repeat(size / 47),
  'brackets and commas': size => '((((,,,,;;;;::::'.repeat(size / 16),
  'the same page again and again': size => `${page}\n`.repeat(Math.ceil(size / page.length)),
  'a page with a long description': size =>
    page.replace('\n\n', `\n\n${'They spoke of tides, and of those who read them. '.repeat(size / 49)}\n\n`),
}

for (const [name, make] of Object.entries(shapes)) {
  const [small, large] = [make(200_000), make(2_000_000)]
  const times = (
    10 *
    leastRatio(
      () => parse(large),
      () => repeat(10, () => parse(small)),
    )
  ).toFixed(1)
  console.log(`${name.padEnd(32)} ${times.padStart(5)} times as long for ten times the text; goal: under ${goal}`)
}
await oneLine('100 MB on one line', 100_000_000)
await oneLine('29 MB on one line', 29_000_000)

/** Too much is refused at once, and what is not too much is read. */
async function oneLine(name: string, size: number): Promise<void> {
  const bytes = Buffer.alloc(size, 'word ')
  const start = performance.now()
  const outcome = await readSource({ name: 'one-line.txt', bytes }).then(
    ({ text }) => `a record with ${Object.keys(parse(text).fields).length} fields`,
    (error: unknown) => (error as Error).message,
  )
  console.log(`${name}: ${((performance.now() - start) / 1000).toFixed(2)} s, ${outcome}`)
}

function repeat(times: number, run: () => unknown): void {
  for (let i = 0; i < times; i++) run()
}

/** How long one takes against the other, by turns and the shortest of each: what else the machine does only ever adds. */
function leastRatio(one: () => unknown, other: () => unknown): number {
  const rounds = Array.from({ length: 5 }, () => [seconds(one), seconds(other)] as const)
  return Math.min(...rounds.map(([taken]) => taken)) / Math.min(...rounds.map(([, taken]) => taken))
}

function seconds(run: () => unknown): number {
  const start = performance.now()
  run()
  return (performance.now() - start) / 1000
}
