import { existsSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { findFiles, importFiles } from '../store/import-files.ts'
import { journal } from '../store/journal.ts'
import { plural } from '../store/labels.ts'
import { openProject } from '../store/open.ts'
import { authorName } from './author.ts'
import { required, UsageError, type Command } from './command.ts'
import { openOutput } from './output.ts'
import { progress } from './progress.ts'
import { stopSignals } from './stop-signals.ts'

export const importCommand: Command = {
  summary: 'Bring pages into a project',
  usage: 'import --project PROJECT PATH...',
  help: `Imports files and folders of pages (text, Markdown, HTML, DOCX, PDF). The project is made
if there is none. The same bytes are never imported twice. Files of other kinds in a
folder are left out.

Prints one JSON object a line for each file: {"file", "status", "sessionId", "message"},
with the status imported, duplicate or failed, and only once it is safely in the project.
Interrupted, it ends after the file at hand; what was printed stays.

  --project PROJECT   the project file, such as Kyoto.rapporteur

The exit code is 1 if any file failed.`,
  options: ['project'],
  async run(given) {
    const path = required(given, 'project')
    if (given.positionals.length === 0) throw new UsageError('Name at least one file or folder.')
    const project = openProject(path, { create: !existsSync(path), program: 'rapporteur import' })
    try {
      const author = authorName()
      const history = journal(project.db, { author, isReadOnly: project.isReadOnly })
      history.refuseReadOnly()
      return await importPaths({ db: project.db, history, author }, given.positionals)
    } finally {
      project.close()
    }
  },
}

async function importPaths(project: Parameters<typeof importFiles>[0], paths: readonly string[]): Promise<number> {
  const [output, stop, say] = [openOutput(), stopSignals(), progress('files')]
  const given = new Map(paths.map(path => [resolve(path), path]))
  const { files, leftOut } = await findFiles(paths.map(path => resolve(path)))
  if (leftOut.length > 0) console.error(`${plural(leftOut.length, 'file')} of other kinds left out.`)
  let [done, failed] = [0, false]
  for await (const line of importFiles(project, files, { isCancelled: () => stop.signal.aborted || output.isGone() })) {
    failed ||= line.status === 'failed'
    await output.line(JSON.stringify({ ...line, file: asGiven(line.file, given) }))
    say(++done, files.length)
  }
  return stop.exitCode() || (failed || output.isGone() ? 1 : 0)
}

/** The project keeps absolute paths; the user is answered in the words of the command. */
function asGiven(file: string, given: ReadonlyMap<string, string>): string {
  for (let above = file; ; above = dirname(above)) {
    const name = given.get(above)
    if (name !== undefined) return above === file ? name : join(name, relative(above, file))
    if (above === dirname(above)) return file
  }
}
