import type { SessionType } from '../../src-preload/record.ts'
import type { ExportFormat, LibraryFilter, Status } from '../../src-preload/types.ts'

export const statusNames: Readonly<Record<Status, string>> = {
  new: 'New',
  'in-review': 'In review',
  reviewed: 'Reviewed',
  excluded: 'Excluded',
}

export const sessionTypeNames: Readonly<Record<SessionType, string>> = {
  workshop: 'Workshop',
  openForum: 'Open Forum',
  townHall: 'Town Hall',
  lightningTalk: 'Lightning Talk',
  networkingSession: 'Networking Session',
  launchAward: 'Launch / Award',
  day0Event: 'Day 0 Event',
  preEvent: 'Pre-Event',
  dynamicCoalition: 'Dynamic Coalition',
  bestPracticeForum: 'Best Practice Forum',
  policyNetwork: 'Policy Network',
  mainSession: 'Main Session',
  highLevelSession: 'High-Level Session',
  parliamentaryTrack: 'Parliamentary Track',
  youthTrack: 'Youth Track',
  nriSession: 'NRI Session',
  other: 'Other',
}

export const sortNames: Readonly<Record<LibraryFilter['sort'], string>> = {
  attention: 'Needs attention first',
  title: 'Title',
  code: 'Year and number',
  imported: 'Order of import',
}

export const formatNames: Readonly<Record<ExportFormat, { name: string; holds: string }>> = {
  json: { name: 'JSON', holds: 'Everything: values with their words in the page, confidence, themes, notes. The format to keep.' },
  csv: { name: 'CSV', holds: 'Tables for a spreadsheet: sessions, people, sections, themes and notes, one file each.' },
  markdown: { name: 'Markdown', holds: 'A readable page for each session, for reports and notebooks.' },
}

/** `1 session`, `2,310 sessions`. */
export function count(number: number, one: string, many = `${one}s`) {
  return `${number.toLocaleString()} ${number === 1 ? one : many}`
}
