import { resolve } from 'node:path'
import { exportFormats } from '../../src-preload/types.ts'
import { writeExport } from '../export/write-export.ts'
import { exportContent } from '../store/export-records.ts'
import { plural } from '../store/labels.ts'
import { openProject } from '../store/open.ts'
import { oneOf, refusePositionals, required, type Command } from './command.ts'
import { progress } from './progress.ts'
import { stopSignals } from './stop-signals.ts'

const scopes = ['all', 'reviewed'] as const

export const exportCommand: Command = {
  summary: 'Write the records for others to read',
  usage: 'export --project PROJECT --format FORMAT [--scope SCOPE] --out PATH',
  help: `Writes the sessions of a project: all of them, or none where that fails. The same data
gives the same bytes. An earlier export of the same format is replaced, anything else is
left alone and refused.

  --project PROJECT   the project file
  --format FORMAT     json      one file with everything: values with their words in the
                                page, confidence, themes, notes
                      csv       a folder of tables for a spreadsheet, in UTF-8 with a byte
                                order mark; text that would run as a formula begins with '
                      markdown  a folder with a page to read for each session
  --scope SCOPE       all (as it is without this option) or reviewed
  --out PATH          the file or folder to write

What a format cannot hold is said on standard error, and in REPORT.txt in a folder.`,
  options: ['project', 'format', 'scope', 'out'],
  async run(given) {
    refusePositionals(given)
    const format = oneOf(required(given, 'format'), exportFormats, 'format')
    const scope = oneOf(given.values.scope ?? 'all', scopes, 'scope')
    const path = resolve(required(given, 'out'))
    const project = openProject(required(given, 'project'), { program: 'rapporteur export' })
    try {
      const [stop, say] = [stopSignals(), progress('sessions')]
      const { total, content } = exportContent(project, { scope, sessionIds: [] }, done => say(done, total))
      const { files, report } = await writeExport({ format, path }, content, stop.signal)
      for (const line of report) console.error(line)
      console.error(`${plural(total, 'session')} in ${plural(files.length, 'file')}: ${path}`)
      return 0
    } finally {
      project.close()
    }
  },
}
