import { expect, test } from 'vitest'
import { hasBothGroups } from './groups.ts'
import { breaksAtComma, goesOnItem, isBroken, runsOn } from './stray-breaks.ts'

test.each([
  ['Speaker 1: Ana Prado, Civil Society, African', 'Group'],
  ['Ana Prado, Private', 'Sector, Asia-Pacific Group'],
  ['Ana Prado, Private Sector, Asia-', 'Pacific Group'],
  ['Ana Prado, Government, Latin American', 'and Caribbean Group (GRULAC)'],
  ['Ana Prado, Government, Western European and Others Group', '(WEOG)'],
  ['Ana Prado, Intergovern-', 'mental Organization'],
  ['Wednesday, 8th December, 2021 (10:30 UTC) -', 'Wednesday, 8th December, 2021 (12:00 UTC)'],
  ['Key Takeaways (* deadline at the end of the', 'session day)'],
  ['Session Report (* deadline 9 January) -', 'click on the ? symbol for instructions'],
  ['9 January) - click on the', '? symbol for instructions'],
  ['Thursday, 1st December, 2022 (05:30 UTC) - Thursday, 1st December, 2022', '(06:30 UTC)'],
  ['Friday, 6th November, 2020 (14:10 UTC) - Friday, 6th November, 2020 (15:10', 'UTC)'],
  ['Name: Ana Prado | Organizational Affiliation: Quay Lab', '| Stakeholder: Technical Community'],
  ['Name: Ana Prado | Organizational Affiliation: Quay Lab |', 'Stakeholder: Technical Community'],
  ['A morning with those who splice and ship the cables. There are three', 'parts: at sea, on the beach, in the bank.'],
])('%j goes on in %j', (before, row) => {
  expect(isBroken(before, before, row)).toBe(true)
})

test.each([
  ['Ana Prado, Civil Society, African Group', 'Group photo'],
  ['Ana Prado, Government', 'Private Sector, African Group'],
  ['The lamps are private', 'Sectors of the harbour'],
  ['Panel - Auditorium -', '90 Min'],
  ['Key Takeaways (* deadline at the end of the session day)', 'Lamps go out.'],
  ['Ana Prado, Civil Society, Western European and Others Group (WEOG)', 'luka horvat, Government, African Group'],
  ['how the lamps of a harbour are filled when nobody is there to see it', 'who pays for what is in them'],
  ['There are three', 'parts: at sea, on the beach, in the bank.'],
])('%j ends before %j', (before, row) => {
  expect(isBroken(before, before, row)).toBe(false)
})

test('hours at the head of a row begin a line of an agenda', () => {
  expect(runsOn('Dr. Ana Prado', '11:00-12:45 Open floor')).toBe(false)
  expect(['11 lamps were lit', 'and put out', '(WEOG)'].map(row => runsOn('Dr. Ana Prado', row))).toEqual([true, true, true])
})

test('a single comma at the end of a long row or before groups goes on; commas row by row are a list', () => {
  const long = 'Lamps, Storms and Harbour-Related Disasters: Responses,'
  expect(breaksAtComma('Subtheme', long, 'Transitions for the Lighthouses')).toBe(true)
  expect(breaksAtComma(undefined, 'Ana Prado, Private Sector,', 'Asia-Pacific Group')).toBe(true)
  expect(breaksAtComma(undefined, 'Trust,', 'Resilience')).toBe(false)
  expect(breaksAtComma('Ana Prado of the Harbour Network for Schools and Boats,', long, 'Mei Tanaka')).toBe(false)
})

const joins = (...texts: readonly string[]) => {
  const rows = texts
    .join('\n')
    .split('\n')
    .flatMap((text, i, all) => (text === '' ? [] : [{ text, gap: i > 0 && all[i - 1] === '' ? 1 : 0 }]))
  return goesOnItem(rows, 1, rows[0]!.text, hasBothGroups)
}

test.each([
  ['a name before its groups', 'Speaker 2: Maria\nEchandi, Private Sector, Asia-Pacific Group\nSpeaker 3: Mei Tanaka'],
  ['an organization', 'Organizer 1: Jan Okker, Stichting\nLantaarns\n\nSpeaker 1: Mei'],
  ['an item that ends open', '1. Salma Idrissi, Authority of\nEssaouira (LRAE), Mogador\n2. Mei Tanaka'],
])('in a numbered list %s goes on', (_, text) => {
  expect(joins(text)).toBe(true)
})

test.each([
  ['an affiliation below a name', '1. Mei Tanaka\nQuay Lab\n2. Ana Prado'],
  ['a person below a person', 'Speaker 1: Mei Tanaka, Quay Lab\nAna Prado, Civil Society, African Group\n\nFormat'],
  ['a sentence about the person', 'Speaker 1: Mei Tanaka, Quay Lab\nMei keeps lamps.\nSpeaker 2: Ana Prado'],
  ['the next number in small letters', 'speaker 1: mei tanaka, quay lab\nspeaker 2: ana prado\nspeaker 3: oona'],
  ['the line below the last number of a page without gaps', 'Organizer 1: Jan Okker, Stichting\nLantaarns\nFormat'],
  ['an hour of a schedule', '9:30am\nSalt and servers\n10:30am'],
])('%s stands alone', (_, text) => {
  expect(joins(text)).toBe(false)
})
