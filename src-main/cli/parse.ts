import { basename } from 'node:path'
import { AppError } from '../app-error.ts'
import { readFileBytes } from '../import/read-file.ts'
import { readSource } from '../import/read-source.ts'
import { sha256 } from '../import/sha256.ts'
import { parse, parserVersion } from '../parse/parse.ts'
import { UsageError, type Command } from './command.ts'
import { openOutput } from './output.ts'

export const parseCommand: Command = {
  summary: 'Read session pages and print what is in them',
  usage: 'parse FILE...',
  help: `Prints one JSON object a line for each file, in the order given: its fields, people and
sections, each with its spans in the text, how sure the reading is and why, the leftover
text that nothing accounts for, and problems. No project is needed and nothing is kept.

A file that cannot be read gives {"file", "error": {"code", "message"}}; the others are
still read, and the exit code is 1.`,
  options: [],
  async run({ positionals }) {
    if (positionals.length === 0) throw new UsageError('Name at least one file.')
    const output = openOutput()
    let failed = false
    for (const file of positionals) {
      if (output.isGone()) break
      const record = await parseFile(file)
      failed ||= 'error' in record
      await output.line(JSON.stringify(record))
    }
    return failed ? 1 : 0
  },
}

async function parseFile(file: string) {
  try {
    const bytes = readFileBytes(file)
    const source = await readSource({ name: basename(file), bytes })
    const { fields, people, sections, leftover, problems } = parse(source.text)
    return {
      file,
      sha256: sha256(bytes),
      textLength: source.text.length,
      parserVersion,
      fields,
      people,
      sections,
      leftover,
      problems: [...problems, ...source.notes],
    }
  } catch (error) {
    return { file, error: describe(file, error) }
  }
}

function describe(file: string, error: unknown): { code: string; message: string } {
  if (error instanceof AppError) return { code: error.code, message: error.message }
  // A bug in one reader must not cost the other files.
  console.error(file, error)
  return { code: 'internal', message: `Rapporteur failed on this file: ${String(error)}. Please report it.` }
}
