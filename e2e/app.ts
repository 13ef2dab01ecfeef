import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bridge, Input, Output, RequestName } from '../src-preload/contract.ts'
import { launchOptions } from '../scripts/electron.mjs'

declare global {
  interface Window {
    readonly bridge: Bridge
  }
}

/** The app on a data folder of its own. */
export interface App {
  readonly folder: string
  readonly electron: ElectronApplication
  readonly page: Page
  /** Asks what the window may ask; throws what is refused. */
  ask<K extends RequestName>(name: K, input: Input<K>): Promise<Output<K>>
  /** What the next open dialogs will answer, and the save dialogs. */
  answerDialogs(answers: { open?: readonly string[]; save?: string }): Promise<void>
  newProject(name?: string): Promise<string>
  importPaths(...paths: string[]): Promise<void>
  /** Closes the app and starts it again on the same data. */
  restart(): Promise<void>
}

export async function launch(folder: string, args: readonly string[] = []): Promise<App> {
  let electron = await start(folder, args)
  let page = await electron.firstWindow()
  const app: App = {
    folder,
    get electron() {
      return electron
    },
    get page() {
      return page
    },
    async ask(name, input) {
      const reply = await page.evaluate(([name, input]) => window.bridge.call(name as never, input as never), [name, input] as const)
      if (!reply.ok) throw Object.assign(new Error(reply.message), { code: reply.code })
      return reply.value as Output<typeof name>
    },
    async answerDialogs({ open = [], save }) {
      await electron.evaluate(
        ({ dialog }, { open, save }) => {
          dialog.showOpenDialog = () => Promise.resolve({ canceled: open.length === 0, filePaths: [...open] })
          dialog.showSaveDialog = () => Promise.resolve({ canceled: save === null, filePath: save ?? '' })
        },
        { open, save: save ?? null },
      )
    },
    async newProject(name = 'Test') {
      const path = join(folder, `${name}.rapporteur`)
      await app.answerDialogs({ save: path })
      await page.getByRole('button', { name: 'New project' }).first().click()
      await page.getByText('Import files').first().waitFor()
      return path
    },
    async importPaths(...paths) {
      await app.ask('import.start', paths)
      while ((await app.ask('import.state', null)).isRunning) await page.waitForTimeout(50)
    },
    async restart() {
      await electron.close()
      electron = await start(folder, args)
      page = await electron.firstWindow()
    },
  }
  return app
}

async function start(folder: string, args: readonly string[]): Promise<ElectronApplication> {
  const options = launchOptions({ args: [`--user-data-dir=${join(folder, 'data')}`, ...args] })
  return _electron.launch({ ...options, env: options.env as Record<string, string> })
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'rapporteur-e2e-'))
}

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
