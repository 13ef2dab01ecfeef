import { test as base } from '@playwright/test'
import { rmSync } from 'node:fs'
import { launch, temporaryFolder, type App } from '../scripts/driven-app.ts'

/** Each test has the app on a fresh data folder. */
export const test = base.extend<{ app: App }>({
  // Playwright wants the braces.
  // oxlint-disable-next-line no-empty-pattern
  app: async ({}, use) => {
    const folder = temporaryFolder()
    const app = await launch(folder)
    await use(app)
    await app.electron.close()
    rmSync(folder, { recursive: true, force: true })
  },
})
export { expect } from '@playwright/test'
export type { App }
