import { checkProject } from '../store/check.ts'
import { openProject } from '../store/open.ts'
import { refusePositionals, required, type Command } from './command.ts'
import { openOutput } from './output.ts'

export const checkCommand: Command = {
  summary: 'Say whether a project is sound',
  usage: 'check --project PROJECT',
  help: `Reads all of a project: its storage, the bytes of its pages, that every span is within its
text, that the search indexes and the library’s lines fit the records, and that the whole
history can be played back. Nothing in it is changed.

  --project PROJECT   the project file

Prints what is wrong, a line each, and then the exit code is 1.`,
  options: ['project'],
  async run(given) {
    refusePositionals(given)
    const path = required(given, 'project')
    const project = openProject(path, { program: 'rapporteur check' })
    try {
      const output = openOutput()
      const wrong = checkProject(project)
      for (const line of wrong.length > 0 ? wrong : [`${path} is sound.`]) await output.line(line)
      return wrong.length > 0 ? 1 : 0
    } finally {
      project.close()
    }
  },
}
