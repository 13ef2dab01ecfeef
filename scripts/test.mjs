import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withDisplay } from './display.mjs'
import { drive } from './drive.mjs'
import { launchEnv } from './electron.mjs'
import { nodePath, runTool, toolArgs } from './setup/command.mjs'
import { inProject, main, readJsonIfThere, say, SetupProblem } from './setup/project.mjs'
import { setUp, setUpCommandLine } from './setup/steps.mjs'
import { countPlaywright, countVitest, summary, total } from './test-counts.mjs'

const stages = { typecheck, lint, unit, e2e, tour }

await main(async () => {
  const names = chosenStages(process.argv.slice(2))
  await setUpCommandLine()
  const reports = await mkdtemp(join(tmpdir(), 'rapporteur-test-'))
  try {
    const counts = total(await runStages(names, reports))
    console.log(`\n${summary(counts)}`)
    return counts.failed > 0 || counts.passed === 0 ? 1 : 0
  } finally {
    await rm(reports, { recursive: true, force: true })
  }
})

function chosenStages(args) {
  const unknown = args.filter(arg => !stages[arg])
  if (unknown.length > 0)
    throw new SetupProblem(`There is no stage ${unknown.join(', ')}. The stages are ${Object.keys(stages).join(', ')}.`)
  return Object.keys(stages).filter(name => args.length === 0 || args.includes(name))
}

async function runStages(names, reports) {
  let interrupted = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => (interrupted = true))
  const results = []
  for (const name of names) {
    const counts = await timed(name, () => stages[name](reports))
    results.push(counts)
    if (interrupted) return [...results, { passed: 0, failed: 1, skipped: 0 }]
    if (counts.failed > 0 && name !== 'unit') break
  }
  return results
}

async function timed(name, stage) {
  console.log(`\n== ${name}`)
  const start = performance.now()
  const counts = await stage().catch(failedSetUp)
  console.log(`== ${name}: ${summary(counts)} in ${((performance.now() - start) / 1000).toFixed(1)} s`)
  return counts
}

function failedSetUp(error) {
  if (!(error instanceof SetupProblem)) throw error
  say(error.message)
  return oneTest(1)
}

function oneTest(...codes) {
  return codes.every(code => code === 0) ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
}

async function typecheck() {
  return oneTest(await runTool('tsc', ['--noEmit']))
}

async function lint() {
  return oneTest(await runTool('oxlint', ['--type-aware']), await runTool('oxfmt', ['--check']))
}

async function unit(reports) {
  const report = join(reports, 'unit.json')
  const code = await runTool('vitest', [
    'run',
    '--config=.vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  return countVitest(readJsonIfThere(report), code)
}

async function e2e(reports) {
  await setUp()
  const report = join(reports, 'e2e.json')
  const args = toolArgs('playwright', ['test', '--config=e2e/playwright.config.ts', '--reporter=list,json'])
  const env = launchEnv({ PLAYWRIGHT_JSON_OUTPUT_FILE: report })
  const code = await withDisplay(nodePath, args, { cwd: inProject(), env })
  return countPlaywright(readJsonIfThere(report), code)
}

async function tour() {
  await setUp()
  return oneTest(await drive('scripts/tour.ts'))
}
