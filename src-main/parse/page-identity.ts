import type { PageKind } from '../../src-preload/record.ts'
import { otherLanguage } from './other-languages.ts'
import { pageKindOf } from './page-kind.ts'
import { readDocumentTitle } from './read-document.ts'
import { readDigestTitle } from './read-digest-title.ts'
import { readScheduleTitle, scheduleLines } from './read-schedule-title.ts'
import { announcesSessions, listsSessions } from './announced-sessions.ts'
import { readTitle } from './read-title.ts'
import { readTranscriptTitle } from './read-transcript-title.ts'
import type { Shape } from './shapes.ts'
import { isTitleAlone } from './title-alone.ts'
import { untitled } from './title-reading.ts'
import type { TitleReading } from './title-reading.ts'
import { documentTitle, noteTitle } from './vocabulary.ts'

/** What a page is, and what it calls itself. */
export interface PageIdentity {
  readonly page: PageKind
  readonly title: TitleReading
  /** It names several sessions. */
  readonly isList: boolean
  /** One line of it has a day and hours, as in a conference schedule. */
  readonly hasScheduleLine: boolean
  /** It is the page of one session in a conference schedule. */
  readonly isOfSchedule: boolean
  /** What its labels are written in, where that is not read. */
  readonly language: string | undefined
}

/** Reads off what kind of page it is, with its title. */
export function identify(text: string, shapes: readonly Shape[]): PageIdentity {
  const first = readTitle(text, shapes)
  const schedule = scheduleLines(shapes)
  const isList = schedule.length > 1 || listsSessions(shapes) || announcesSessions(shapes)
  const kind = pageKindOf(shapes, isList ? 0 : titleSigns(first))
  const language = kind === 'session' || kind === 'document' ? otherLanguage(shapes) : undefined
  const isOther = isList || isTitleAlone(first, shapes)
  const found = (isOther && kind === 'session') || language !== undefined ? 'document' : kind
  const asFound = titleOf(text, shapes, first, found, schedule)
  const hasScheduleLine = schedule.length === 1
  const isOfSchedule = hasScheduleLine && (asFound.fields.sessionNumber ?? asFound.fields.sessionType) !== undefined
  const page = found === 'document' && isOfSchedule && language === undefined ? 'session' : found
  const title = page !== 'document' ? asFound : isList ? untitled : readDocumentTitle(text, shapes, asFound)
  return { page, title, isList, hasScheduleLine, isOfSchedule, language }
}

/** How much the title says that this is a session page: forum and year, and a number or kind. */
function titleSigns({ fields }: TitleReading): number {
  const words = fields.title?.value ?? ''
  if (noteTitle.test(words) || (!fields.sessionNumber && documentTitle.test(words))) return aboutSessions
  return (fields.year ? 2 : 0) + ((fields.sessionNumber ?? fields.sessionType) ? 1 : 0)
}
const aboutSessions = -4

function titleOf(text: string, shapes: readonly Shape[], first: TitleReading, page: PageKind, schedule: readonly number[]): TitleReading {
  if (page === 'transcript') return readTranscriptTitle(text, shapes)
  if (page === 'digest') return readDigestTitle(text, shapes) ?? first
  if (first.fields.sessionNumber ?? first.fields.sessionType) return first
  const title = readScheduleTitle(text, shapes, schedule)
  if (!title) return first
  const { forum, year } = first.fields
  return { ...title, fields: { ...(forum && { forum }), ...(year && { year }), ...title.fields } }
}
