import { parseArgs } from 'node:util'
import { AppError } from '../app-error.ts'
import { programVersion } from '../export/program.ts'
import { checkCommand } from './check.ts'
import { UsageError, type Arguments, type Command } from './command.ts'
import { exportCommand } from './export.ts'
import { importCommand } from './import.ts'
import { parseCommand } from './parse.ts'

const commands = new Map<string | undefined, Command>(
  Object.entries({ parse: parseCommand, import: importCommand, export: exportCommand, check: checkCommand }),
)

const overview = `Rapporteur turns pages of policy meetings into curated records.

Usage: rapporteur COMMAND

${[...commands.values()].map(({ usage, summary }) => `  ${usage}\n      ${summary}`).join('\n')}

  --help      this page; “rapporteur COMMAND --help” tells more of a command
  --version   the version`

/** Does what the command line says, and gives the exit code: 1 for what failed, 2 for what cannot be understood. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  return run(args).catch((error: unknown) => explain(error, args))
}

async function run([name, ...args]: readonly string[]): Promise<number> {
  if (name === '--version') return print(programVersion)
  if (name === '--help' || name === 'help') return print(overview)
  const command = commands.get(name)
  if (!command) throw new UsageError(name === undefined ? 'Say what to do.' : `There is no command “${name}”.`)
  const { help, ...given } = understood(command, args)
  return help ? print(`Usage: rapporteur ${command.usage}\n\n${command.help}`) : command.run(given)
}

function understood(command: Command, args: readonly string[]): Arguments & { help: boolean } {
  try {
    const withValue = Object.fromEntries(command.options.map(option => [option, { type: 'string' as const }]))
    const options = { ...withValue, help: { type: 'boolean' as const } }
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    return { help: values.help === true, values: values as Arguments['values'], positionals }
  } catch (error) {
    if (!(error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))) throw error
    const [fact] = error.message.split(/\.(?: |$)/)
    throw new UsageError(`${fact}.`)
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
  console.error(error instanceof AppError ? error.message : (troubleOf(error) ?? error))
  return 1
}

const diskTroubles: Readonly<Record<string, string>> = {
  FULL: 'The disk is full. Make room and start again; what was done so far is safe.',
  IOERR: 'The disk failed. Check it and start again; what was done so far is safe.',
  READONLY: 'The project cannot be written to any more. Check its disk and start again; what was done so far is safe.',
  CORRUPT: 'The project is damaged. Restore a backup of it, if there is one.',
}

/** What the disk or the system has against the work, in words; undefined where that is not what failed. */
function troubleOf(error: unknown): string | undefined {
  const [, kind = ''] = /^SQLITE_([A-Z]+)/.exec(String((error as { code?: unknown }).code)) ?? []
  return diskTroubles[kind] ?? (error instanceof Error && 'syscall' in error ? `The system refused: ${error.message}.` : undefined)
}
