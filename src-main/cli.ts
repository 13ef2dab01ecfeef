import { parseArgs } from 'node:util'
import { AppError } from './app-error.ts'
import { checkCommand } from './cli/check.ts'
import { UsageError, type Command } from './cli/command.ts'
import { exportCommand } from './cli/export.ts'
import { importCommand } from './cli/import.ts'
import { parseCommand } from './cli/parse.ts'
import { programVersion } from './export/program.ts'

const commands = new Map<string | undefined, Command>(
  Object.entries({ parse: parseCommand, import: importCommand, export: exportCommand, check: checkCommand }),
)

const overview = `Rapporteur turns pages of policy meetings into curated records.

Usage: rapporteur COMMAND

${[...commands.values()].map(({ usage, summary }) => `  ${usage}\n      ${summary}`).join('\n')}

  --help      this page; “rapporteur COMMAND --help” tells more of a command
  --version   the version`

async function run([name, ...args]: readonly string[]): Promise<number> {
  if (name === '--version') return print(programVersion)
  if (name === '--help' || name === 'help') return print(overview)
  const command = commands.get(name)
  if (!command) throw new UsageError(name === undefined ? 'Say what to do.' : `There is no command “${name}”.`)
  if (args.slice(0, args.includes('--') ? args.indexOf('--') : undefined).includes('--help'))
    return print(`Usage: rapporteur ${command.usage}\n\n${command.help}`)
  return command.run(understood(command, args))
}

function understood({ options }: Command, args: readonly string[]) {
  try {
    const withValue = Object.fromEntries(options.map(option => [option, { type: 'string' as const }]))
    return parseArgs({ args: [...args], options: withValue, allowPositionals: true })
  } catch (error) {
    if (!(error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))) throw error
    throw new UsageError(error.message.replace(/\. To specify.*/s, '.'))
  }
}

function print(text: string): number {
  console.log(text)
  return 0
}

function explain(error: unknown, [name]: readonly string[]): number {
  if (error instanceof UsageError) {
    console.error(`${error.message} Try “rapporteur ${commands.has(name) ? `${name} ` : ''}--help”.`)
    return 2
  }
  // What is not expected is a bug, and its trace is what its report needs.
  console.error(error instanceof AppError ? error.message : error)
  return 1
}

const args = process.argv.slice(2)
process.exitCode = await run(args).catch((error: unknown) => explain(error, args))
