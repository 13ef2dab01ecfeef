import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bridge, Input, Output, Reply, RequestName } from '../src-preload/contract.ts'
import type { LibraryFilter } from '../src-preload/types.ts'
import { launchOptions } from './electron.mjs'

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
  close(): Promise<void>
  /** Closes the app and starts it again on the same data. */
  restart(): Promise<void>
  /** Ends the app's processes without a word, and starts it again on the same data. */
  kill(): Promise<void>
}

export async function launch(folder: string, args: readonly string[] = []): Promise<App> {
  let electron = await start(folder, args)
  let page = await electron.firstWindow()
  async function again(): Promise<void> {
    electron = await start(folder, args)
    page = await electron.firstWindow()
  }
  const app: App = {
    folder,
    get electron() {
      return electron
    },
    get page() {
      return page
    },
    async ask(name, input) {
      const json = await page.evaluate(([name, input]) => window.bridge.call(name as never, input as never), [name, input] as const)
      const reply = JSON.parse(json) as Reply<Output<typeof name>>
      if (!reply.ok) throw Object.assign(new Error(reply.message), { code: reply.code })
      return reply.value
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
      await page.evaluate(untilImported)
    },
    close: () => electron.close(),
    async restart() {
      await electron.close()
      await again()
    },
    async kill() {
      const closed = electron.waitForEvent('close')
      electron.process().kill('SIGKILL')
      await closed
      await again()
    },
  }
  return app
}

// Runs in the window. It waits for news: asking again and again would slow down what it waits for.
function untilImported(): Promise<void> {
  return new Promise(resolve => {
    const look = async () => {
      const reply = JSON.parse(await window.bridge.call('import.state', null)) as Reply<Output<'import.state'>>
      if (reply.ok && reply.value.isRunning) return
      stop()
      resolve()
    }
    const stop = window.bridge.onChanged(names => void (names.includes('import.state') && look()))
    void look()
  })
}

async function start(folder: string, args: readonly string[]): Promise<ElectronApplication> {
  const options = launchOptions({ args: [`--user-data-dir=${join(folder, 'data')}`, ...args] })
  return _electron.launch({ ...options, env: options.env })
}

/** Selects the first place of `words` in the page that is open, by finding them there: no mouse. */
export async function selectWords(page: Page, words: string): Promise<void> {
  await page.locator('.cm-content').focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Control+f')
  await page.getByRole('textbox', { name: 'Find', exact: true }).fill(words)
  // The panel takes up what was typed when a key is let go.
  await page.keyboard.press('Shift')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Set field/, disabled: false }).waitFor()
}

export const everything: LibraryFilter = { text: '', statuses: [], years: [], types: [], themeIds: [], sort: 'attention' }

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'rapporteur-app-'))
}
