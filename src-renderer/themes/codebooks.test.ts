import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { themeColors } from '../../src-preload/types.ts'

interface ReadyTheme {
  name: string
  description?: string | undefined
  color?: (typeof themeColors)[number] | undefined
  isFromMemory?: true | undefined
  children?: ReadyTheme[] | undefined
}
const readyTheme: z.ZodType<ReadyTheme> = z.lazy(() =>
  z.strictObject({
    name: z.string().trim().min(1).max(500),
    description: z.string().min(1).optional(),
    color: z.enum(themeColors).optional(),
    isFromMemory: z.literal(true).optional(),
    children: z.array(readyTheme).min(1).optional(),
  }),
)
const codebook = z.strictObject({ id: z.string(), name: z.string(), description: z.string(), themes: z.array(readyTheme).min(1) })

const folder = join(import.meta.dirname, '../../resources/codebooks')
const files = readdirSync(folder)
const read = (file: string) => codebook.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')))
const flat = (themes: readonly ReadyTheme[]): readonly ReadyTheme[] => themes.flatMap(theme => [theme, ...flat(theme.children ?? [])])

test.each(files)('%s is a codebook under its own name, with no name twice beside another', file => {
  const { id, themes } = read(file)
  expect(id).toBe(basename(file, '.json'))
  for (const group of [themes, ...flat(themes).map(theme => theme.children ?? [])]) {
    expect(new Set(group.map(theme => theme.name)).size).toBe(group.length)
  }
})
test('the goals have their 169 targets', () => {
  const { themes } = read('sustainable-development-goals.json')
  expect(themes.map(goal => goal.children?.length)).toEqual([7, 8, 13, 10, 9, 8, 5, 12, 8, 10, 10, 11, 5, 10, 12, 12, 19])
  const numbered = themes.map(goal => goal.children?.filter(target => /\.\d+$/.test(target.name)).length)
  expect(numbered).toEqual([5, 5, 9, 7, 6, 6, 3, 10, 5, 7, 7, 8, 3, 7, 9, 10, 16])
  const codes = new Set(flat(themes).map(theme => theme.name))
  expect(['16.10', '16.a', '5.b'].map(code => codes.has(code))).toEqual([true, true, true])
  expect(['16.11', '16.c', '3.e'].map(code => codes.has(code))).toEqual([false, false, false])
})
test('what is from memory is marked and says so', () => {
  const marked = files.flatMap(file => flat(read(file).themes)).filter(theme => theme.isFromMemory)
  expect(marked.map(theme => theme.name)).toEqual(['IGF 2019', 'Sustainability & Environment'])
  for (const theme of marked) expect(theme.description).toMatch(/from memory/i)
})
