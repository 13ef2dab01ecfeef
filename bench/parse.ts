import { parse } from '../src-main/parse/parse.ts'
import { generate } from '../src-main/parse/testing/generator.ts'

/** Median seconds that one call takes. */
function seconds(run: () => unknown, times: number): number {
  const taken = Array.from({ length: times }, () => {
    const start = performance.now()
    run()
    return (performance.now() - start) / 1000
  }).toSorted((a, b) => a - b)
  return taken[taken.length >> 1]!
}

function compare(name: string, texts: readonly string[], times: number): void {
  const json = texts.map(text => JSON.stringify(text.split('\n').map(line => ({ line, length: line.length }))))
  const size = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6
  const ours = seconds(() => texts.forEach(text => parse(text)), times)
  const theirs = seconds(() => json.forEach(text => JSON.parse(text)), times)
  console.log(
    `${name.padEnd(34)} ${size.toFixed(2).padStart(7)} MB  parse ${(size / ours).toFixed(1).padStart(7)} MB/s  JSON.parse ${(size / theirs).toFixed(1).padStart(7)} MB/s  ${(ours / theirs).toFixed(1)} times as long`,
  )
}

const pages = Array.from({ length: 300 }, (_, i) => generate(i + 1).text)
compare('300 pages of every layout', pages, 15)
compare(
  'one page with a transcript’s length',
  [`${pages[0]!}\n${'They spoke of tides, at length, and of those who read them. '.repeat(40)}\n`.repeat(150)],
  9,
)
compare('50 MB on one line', ['word '.repeat(10_000_000)], 3)
