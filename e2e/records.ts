import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sessionPage } from '../src-main/testing/session-page.ts'
import type { LibraryFilter } from '../src-preload/types.ts'

export { sessionPage as page }
export const everything: LibraryFilter = { text: '', statuses: [], years: [], types: [], themeIds: [], sort: 'imported' }

export function writePages(folder: string, pages: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(pages)) writeFileSync(join(folder, name), content)
}
