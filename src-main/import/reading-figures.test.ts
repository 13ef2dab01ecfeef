import { expect, test } from 'vitest'
import { figureTable, readingFigures, samplePages } from './testing/reading-figures.ts'

const ENOUGH = 0.98

test('pages in every format parse as well as their plain text', { timeout: 120_000 }, async () => {
  const figures = await readingFigures(samplePages(8_000_000, 1))
  const weak = figures.filter(figure => figure.all < ENOUGH)
  expect(weak, `${figureTable(figures)}\n${weak.flatMap(figure => [figure.kind, ...figure.differences]).join('\n')}`).toEqual([])
})
