import { parse } from 'node:path'
import { stringify } from 'yaml'
import { fieldKeys, listKeys } from '../../src-preload/record.ts'
import { spoken } from '../store/labels.ts'
import type { ExportedNote, ExportedPerson, ExportedSection, ExportedSession, ExportedTagging } from './exported-session.ts'
import { fileNames } from './file-names.ts'
import type { Format } from './format.ts'
import { lossCount } from './losses.ts'
import { inline, paragraphs } from './markdown-text.ts'
import { noteValue, valuesOf } from './session-values.ts'

/** A folder with a page to read for each session: its facts as YAML front matter, then its people, sections, themes and notes. */
export const markdown: Format = {
  isFolder: true,
  *write({ themes, sessions }) {
    const losses = lossCount(themes)
    const nameOf = fileNames('.md')
    for (const session of sessions) {
      losses.add(session)
      yield { file: nameOf(`${session.code} ${titleOf(session)}`), text: pageOf(session), isLast: true }
    }
    return losses.lines('Markdown', 'where each value stands in its page, how sure its reading was and why')
  },
}

const titleOf = ({ fields, source }: ExportedSession): string => String(fields.title?.value ?? parse(source.name).name)

function pageOf(session: ExportedSession): string {
  const blocks = [
    frontMatter(session),
    `# ${inline(titleOf(session))}`,
    ...peopleTable(session.people),
    ...session.sections.flatMap(sectionBlocks),
    ...themeList(session.themes),
    ...noteBlocks(session),
  ]
  return `${blocks.join('\n\n')}\n`
}

function frontMatter(session: ExportedSession): string {
  const { id, code, status, page, source, cleared, themes } = session
  const fields = fieldKeys.map(key => {
    const values = valuesOf(session, key).map(({ value }) => value)
    return [key, (listKeys as readonly string[]).includes(key) ? values : values[0]] as const
  })
  const known = fields.filter(([, value]) => (Array.isArray(value) ? value.length > 0 : value !== undefined))
  const tags = [...new Set(themes.map(({ theme }) => theme.join(' › ')))]
  const facts = {
    id,
    code,
    status,
    page,
    source: { name: source.name, sha256: source.sha256 },
    ...Object.fromEntries(known),
    ...(cleared.length > 0 && { cleared }),
    ...(tags.length > 0 && { themes: tags }),
  }
  // Many readers of front matter still follow YAML 1.1, where a bare `no` or `12:50` is not text.
  return `---\n${stringify(facts, { lineWidth: 0, compat: 'yaml-1.1' })}---`
}

function peopleTable(people: readonly ExportedPerson[]): string[] {
  if (people.length === 0) return []
  const rows = people.map(({ role, name, affiliation, stakeholderGroup, regionalGroup }) => [
    titled(spoken(role)),
    ...[name, affiliation, stakeholderGroup, regionalGroup].map(cell => inline(cell ?? '')),
  ])
  const head = ['Role', 'Name', 'Affiliation', 'Stakeholder group', 'Regional group']
  const lines = [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`)
  return ['## People', lines.join('\n')]
}

function sectionBlocks({ key, heading, text }: ExportedSection): string[] {
  return [`## ${heading === null ? titled(spoken(key)) : inline(heading)}`, paragraphs(text)].filter(Boolean)
}

function themeList(themes: readonly ExportedTagging[]): string[] {
  if (themes.length === 0) return []
  const items = themes.map(({ theme, quote }) => {
    const name = inline(theme.join(' › '))
    return quote === null ? `- ${name}` : `- ${name}: “${inline(quote)}”`
  })
  return ['## Themes', items.join('\n')]
}

function noteBlocks(session: ExportedSession): string[] {
  if (session.notes.length === 0) return []
  const about = (note: ExportedNote) => (note.quote === null ? (noteValue(session, note) ?? '') : `“${note.quote}”`)
  const items = session.notes.flatMap(note => {
    const head = [note.author, note.at, about(note)].filter(Boolean).map(inline).join(' · ')
    return [`### ${head}`, paragraphs(note.text)]
  })
  return ['## Notes', ...items]
}

const titled = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
