/** Measures the readers on freshly invented pages in every format and writes the figures into docs/reading-files.md. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { figureTable, readingFigures, samplePages } from '../src-main/import/testing/reading-figures.ts'

const firstSeed = 9_000_000
const pages = samplePages(firstSeed, 6)
const figures = `<!-- figures -->
Made by \`node scripts/reading-figures.ts\` on ${pages.length} invented pages of every year, kind and rendering (seeds from ${firstSeed}), each written in each format and read back.

${figureTable(await readingFigures(pages))}
<!-- end of figures -->`

const path = join(import.meta.dirname, '../docs/reading-files.md')
writeFileSync(
  path,
  readFileSync(path, 'utf8').replace(/<!-- figures -->[\s\S]*<!-- end of figures -->/, () => figures),
)
console.log(figures)
