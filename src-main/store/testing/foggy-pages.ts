import type { Span } from '../../../src-preload/record.ts'
import type { RuleDraft, SessionRecord } from '../../../src-preload/types.ts'
import { page, temporaryStore } from './project.ts'

const heading = 'Why This Matters Now'
export const fog = 'Fog costs ships each year, and harbours pay for it together.'
export const withFog = (number: number) =>
  page(number).replace('    Expected Outcomes', `    ${heading}\n\n    ${fog} Page ${number}.\n\n    Expected Outcomes`)
export const spanOf = (text: string, words: string): Span => [text.indexOf(words), text.indexOf(words) + words.length]
export const fogRule: RuleDraft = { name: 'Why This Matters Now is Interaction', kind: 'heading', pattern: heading, target: 'interaction' }

export async function storeOf(pages: readonly string[]) {
  const s = temporaryStore()
  await s.importPages(Object.fromEntries(pages.map((text, i) => [`${String(i).padStart(3, '0')}.txt`, text])))
  const ids = async () => (await s.sessions()).map(line => line.id)
  const records = async () => Promise.all((await ids()).map(id => s.ask('session.get', id)))
  return { ...s, ids, records }
}
export const foggy = (count: number) => storeOf(Array.from({ length: count }, (_, i) => withFog(i + 1)))
export const keys = (record: SessionRecord) => record.sections.filter(one => one.state !== 'cleared').map(one => one.key)
