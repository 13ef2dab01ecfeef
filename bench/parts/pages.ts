import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generate } from '../../src-main/parse/testing/generator.ts'

/** Runs `work` in a folder of its own, which goes afterwards. */
export async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-bench-'))
  try {
    await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A folder with so many generated pages of every layout. */
export function makePages(folder: string, count: number): string {
  const source = join(folder, 'pages')
  mkdirSync(source)
  for (let i = 0; i < count; i++) writeFileSync(join(source, `${i}.txt`), generate(i).text)
  return source
}
