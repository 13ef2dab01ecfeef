import type { SessionType } from '../../src-preload/record.ts'

const short: Record<SessionType, string> = {
  workshop: 'WS',
  openForum: 'OF',
  townHall: 'TH',
  lightningTalk: 'LT',
  networkingSession: 'NS',
  launchAward: 'LA',
  day0Event: 'Day 0',
  preEvent: 'Pre-Event',
  dynamicCoalition: 'DC',
  bestPracticeForum: 'BPF',
  policyNetwork: 'PN',
  mainSession: 'Main',
  highLevelSession: 'HL',
  parliamentaryTrack: 'Parl',
  youthTrack: 'Youth',
  nriSession: 'NRI',
  other: '',
}

/** How people name a session in passing, such as `2021 WS #51`; empty when the page says none of it. */
export function sessionCode(year: number | null, type: SessionType | null, number: number | null): string {
  return [year, type && short[type], number === null ? null : `#${number}`].filter(part => part !== null && part !== '').join(' ')
}
