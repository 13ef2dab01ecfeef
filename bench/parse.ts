import { parse } from '../src-main/parse/parse.ts'
import { generate } from '../src-main/parse/testing/generator.ts'

const seconds = (run: () => unknown): number => {
  const start = performance.now()
  run()
  return (performance.now() - start) / 1000
}

/** Each text is parsed once and its lines as JSON once, by turns, so that both meet the same machine; the first fifth warms up. */
function compare(name: string, texts: readonly string[]): void {
  const warm = Math.floor(texts.length / 5)
  let [ours, theirs, bytes] = [0, 0, 0]
  for (const [i, text] of texts.entries()) {
    const json = JSON.stringify(text.split('\n').map(line => ({ line, length: line.length })))
    const [parsed, decoded] = [seconds(() => parse(text)), seconds(() => JSON.parse(json))]
    if (i < warm) continue
    ours += parsed
    theirs += decoded
    bytes += Buffer.byteLength(text)
  }
  const rate = (taken: number) => (bytes / 1e6 / taken).toFixed(1).padStart(7)
  console.log(
    `${name.padEnd(34)} ${(bytes / 1e6).toFixed(2).padStart(7)} MB  parse ${rate(ours)} MB/s  JSON.parse ${rate(theirs)} MB/s  ${(ours / theirs).toFixed(1)} times as long`,
  )
}

const pages = Array.from({ length: 3000 }, (_, i) => generate(i + 1).text)
const paragraph = 'They spoke of tides, at length, and of those who read them. '.repeat(40)
compare('3,000 pages of every layout', pages)
compare(
  'pages with a transcript’s length',
  pages.slice(0, 40).map(page => `${page}\n${`${paragraph}\n`.repeat(150)}`),
)
compare('50 MB on one line', ['word '.repeat(10_000_000), 'word '.repeat(10_000_000), 'word '.repeat(10_000_000)])
