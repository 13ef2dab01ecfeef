import type { SessionType } from '../../src-preload/record.ts'
import type { Shape } from './shapes.ts'
import { slotAt } from './slots.ts'
import type { TitleReading } from './title-reading.ts'

const isOfForm = (shape: Shape) =>
  shape.isTime ||
  shape.isFormat ||
  shape.isSeating ||
  shape.isOfficialTool ||
  shape.isGoal ||
  shape.couldBeGoals ||
  shape.isTheme ||
  shape.hasGroups ||
  shape.headings.some(({ slot }) => slotAt(slot).name !== 'footer')

/** Kinds whose pages have a form; those of others can be a title and a text. */
const formed: ReadonlySet<SessionType> = new Set(['workshop', 'openForum', 'townHall', 'lightningTalk', 'networkingSession', 'launchAward'])

/** Whether nothing below a session's whole title is of a session's form or report: a list, slides or a note that is headed by its name. */
export function isTitleAlone({ fields, lines }: TitleReading, shapes: readonly Shape[]): boolean {
  const { title, year, sessionType, sessionNumber } = fields
  if (!title || !year || !sessionNumber || !sessionType || !formed.has(sessionType.value)) return false
  const below = shapes.slice(lines)
  return below.some(shape => !shape.isBanner && !shape.isFooter) && !below.some(isOfForm)
}
