// From launch to a library that answers, with 5,000 sessions, against an empty Electron window.
import { _electron } from '@playwright/test'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchOptions } from '../scripts/electron.mjs'
import { generate } from '../src-main/parse/testing/generator.ts'
import { findFiles, importFiles } from '../src-main/store/import-files.ts'
import { journal } from '../src-main/store/journal.ts'
import { openProject } from '../src-main/store/open.ts'

const sessions = 5000
const rounds = 3

const folder = mkdtempSync(join(tmpdir(), 'rapporteur-bench-'))
try {
  const project = await makeProject()
  const empty = makeEmptyApp()
  const ratios: number[] = []
  for (let round = 0; round < rounds; round++) {
    const data = `--user-data-dir=${join(folder, `data ${round}`)}`
    const bare = await timeTo('#there', [empty, data])
    const full = await timeTo('[role=option][aria-posinset="1"]', [...launchOptions().args.slice(-1), data, project])
    ratios.push(full / bare)
  }
  const [best] = ratios.toSorted((a, b) => a - b)
  console.log(
    `start with ${sessions} sessions: ${best!.toFixed(2)} times an empty window (best of ${rounds}: ${ratios.map(ratio => ratio.toFixed(2)).join(', ')})`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function makeProject(): Promise<string> {
  const source = join(folder, 'pages')
  mkdirSync(source)
  for (let i = 0; i < sessions; i++) writeFileSync(join(source, `${i}.txt`), generate(i).text)
  const path = join(folder, 'Large.rapporteur')
  const project = openProject(path, { create: true })
  const { files } = await findFiles([source])
  const history = journal(project.db, { author: 'bench' })
  for await (const line of importFiles({ db: project.db, history, author: 'bench' }, files))
    if (line.status === 'failed') throw new Error(line.message)
  project.close()
  return path
}

function makeEmptyApp(): string {
  const app = join(folder, 'empty')
  mkdirSync(app)
  writeFileSync(join(app, 'package.json'), JSON.stringify({ name: 'empty', version: '0.0.0', main: 'main.js' }))
  writeFileSync(join(app, 'page.html'), '<!doctype html><p id="there">There</p>')
  writeFileSync(
    join(app, 'main.js'),
    "const { app, BrowserWindow } = require('electron'); app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800 }).loadFile(__dirname + '/page.html'))",
  )
  return app
}

async function timeTo(selector: string, args: readonly string[]): Promise<number> {
  const options = launchOptions()
  const noSandbox = options.args.filter(arg => arg === '--no-sandbox')
  const start = performance.now()
  const app = await _electron.launch({ ...options, args: [...noSandbox, ...args], env: options.env })
  const page = await app.firstWindow()
  await page.locator(selector).first().waitFor()
  const took = performance.now() - start
  await app.close()
  return took
}
