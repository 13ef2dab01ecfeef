import type { ExportContent } from './exported-session.ts'
import type { Format, Piece } from './format.ts'

/** How every export of ours in JSON begins. */
export const jsonBeginning = '{\n  "format": "rapporteur",\n'

/** One object with everything in it, described in resources/schema/rapporteur.schema.json. */
export const json: Format = {
  isFolder: false,
  *write(content) {
    for (const text of jsonText(content)) yield { file: 'json', text } satisfies Piece
    return []
  },
}

function* jsonText({ generator, scope, themes, sessions }: ExportContent): Generator<string> {
  const head = { version: 1, generator, scope, themes }
  const members = Object.entries(head).map(([name, value]) => `  "${name}": ${indented(value, 1)},\n`)
  yield `${jsonBeginning}${members.join('')}  "sessions": [`
  let separator = '\n'
  for (const session of sessions) {
    yield `${separator}    ${indented(session, 2)}`
    separator = ',\n'
  }
  yield separator === '\n' ? ']\n}\n' : '\n  ]\n}\n'
}

/** JSON to stand at a depth of the tree. Spans are kept on one line; line breaks stand only between tokens, so strings are not touched. */
function indented(value: unknown, depth: number): string {
  return JSON.stringify(value, null, 2)
    .replace(/\[\n\s+(\d+),\n\s+(\d+)\n\s+\]/g, '[$1, $2]')
    .replaceAll('\n', `\n${'  '.repeat(depth)}`)
}
