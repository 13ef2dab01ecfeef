import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { fromRoot } from '../from-root.ts'
import { runCommandLine } from './run.ts'

async function run(...args: string[]) {
  const out = vi.spyOn(console, 'log').mockReturnValue()
  const error = vi.spyOn(console, 'error').mockReturnValue()
  try {
    const code = await runCommandLine(args)
    return { code, out: out.mock.calls.flat().join('\n'), error: error.mock.calls.flat().join('\n') }
  } finally {
    vi.restoreAllMocks()
  }
}

test.each([
  [[], 'Say what to do. Try “rapporteur --help”.'],
  [['imprt'], 'There is no command “imprt”. Try “rapporteur --help”.'],
  [['constructor'], 'There is no command “constructor”. Try “rapporteur --help”.'],
  [['parse'], 'Name at least one file. Try “rapporteur parse --help”.'],
  [['parse', '--fast', 'x'], "Unknown option '--fast'. Try “rapporteur parse --help”."],
  [['import', 'x'], '--project is missing. Try “rapporteur import --help”.'],
  [['export', '--project'], "Option '--project <value>' argument missing. Try “rapporteur export --help”."],
  [
    ['export', '--project', 'x', '--format', 'pdf', '--out', 'y'],
    '--format cannot be “pdf”; it is one of json, csv, markdown. Try “rapporteur export --help”.',
  ],
  [['check', '--project', 'x', 'y'], '“y” is not expected here. Try “rapporteur check --help”.'],
])('%j is refused with a hint', async (args, error) => {
  expect(await run(...args)).toEqual({ code: 2, out: '', error })
})

test('what fails as expected is said in one line', async () => {
  const error = 'There is no file none.rapporteur. It may have been moved or renamed.'
  expect(await run('check', '--project', 'none.rapporteur')).toEqual({ code: 1, out: '', error })
})

test('help tells of every command and of each', async () => {
  const help = await run('--help')
  expect(help.code).toBe(0)
  for (const name of ['parse', 'import', 'export', 'check']) {
    expect(help.out).toContain(`  ${name} `)
    expect(await run(name, '--help')).toMatchObject({ code: 0, out: expect.stringMatching(new RegExp(`^Usage: rapporteur ${name} `)) })
  }
})

test('the version is that of the package', async () => {
  const { version } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8')) as { version: string }
  expect(await run('--version')).toEqual({ code: 0, out: version, error: '' })
})
