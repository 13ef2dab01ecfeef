import { expect, test } from 'vitest'
import { parse } from './parse.ts'

const title = (text: string) => {
  const {
    forum,
    year,
    sessionType,
    sessionNumber,
    title: words,
  } = parse(
    `${text}\n\n    Online Moderator\n\n    Ana Prado, Civil Society, African Group\n\n    Policy Question(s)\n\n    Who pays?`,
  ).fields
  return [forum?.value, year?.value, sessionType?.value, sessionNumber?.value, words?.value]
}

test.each([
  ['IGF 2021 WS #51 Tide tables', ['IGF', 2021, 'workshop', 51, 'Tide tables']],
  ['IGF 2020 OF #7 Tide tables ?', ['IGF', 2020, 'openForum', 7, 'Tide tables ?']],
  ['IGF 2022 Open Forum #70\nTide tables', ['IGF', 2022, 'openForum', 70, 'Tide tables']],
  ['IGF 2023 WS #329 2023 TIDES', ['IGF', 2023, 'workshop', 329, '2023 TIDES']],
  ['IGF 2019 Pre-Event #4 12 harbours', ['IGF', 2019, 'preEvent', 4, '12 harbours']],
  ['IGF 2022 Day 0 Event #9: Tides', ['IGF', 2022, 'day0Event', 9, 'Tides']],
  ['IGF 2024 Launch / Award Event #3 Tides', ['IGF', 2024, 'launchAward', 3, 'Tides']],
  ['IGF 2018 LIGHTNING SESSION #2 Tides', ['IGF', 2018, 'lightningTalk', 2, 'Tides']],
  ['IGF 2020 Small Harbours - Closing the Count', ['IGF', 2020, undefined, undefined, 'Small Harbours - Closing the Count']],
  ['IGF 2018 DC on Harbours', ['IGF', 2018, 'dynamicCoalition', undefined, 'DC on Harbours']],
  ['IGF 2023 DCs on Harbours and Tides: a plea', ['IGF', 2023, 'dynamicCoalition', undefined, 'DCs on Harbours and Tides: a plea']],
  ['IGF 2023 PN on Harbours: a plea', ['IGF', 2023, 'policyNetwork', undefined, 'PN on Harbours: a plea']],
  [
    'IGF 2022 WS #70 Who keeps the tides?\nTables after the storm',
    ['IGF', 2022, 'workshop', 70, 'Who keeps the tides? Tables after the storm'],
  ],
  ['IGF 2022 WS #70 Who keeps the tides?\nData Governance', ['IGF', 2022, 'workshop', 70, 'Who keeps the tides?']],
  ['IGF 2023 Main Session: Tides', ['IGF', 2023, 'mainSession', undefined, 'Tides']],
  ['IGF 2020 WS #5 #KeepTheTide: a plea', ['IGF', 2020, 'workshop', 5, '#KeepTheTide: a plea']],
  ['IGF 2021 Networking Session #12 Tides and those who rea', ['IGF', 2021, 'networkingSession', 12, 'Tides and those who rea']],
  ['IGF 2021 WS #51 Tide tables\n\nIGF 2021 WS #51 Tide tables', ['IGF', 2021, 'workshop', 51, 'Tide tables']],
  ['IGF 2022 Open Forum #70\nIGF 2022 Open Forum #70\nTide tables', ['IGF', 2022, 'openForum', 70, 'Tide tables']],
  ['IGF 2009 Sharm El Sheikh\nWorkshop 28: Tide tables', ['IGF', 2009, 'workshop', 28, 'Tide tables']],
  ['IGF 2020 DC-3 Tides for all', ['IGF', 2020, 'dynamicCoalition', undefined, 'DC-3 Tides for all']],
  ['IGF 2021 DC3 Tides for all', ['IGF', 2021, 'dynamicCoalition', undefined, 'DC3 Tides for all']],
  ['IGF 2021 DC #3 Tides for all', ['IGF', 2021, 'dynamicCoalition', 3, 'Tides for all']],
  ['Workshop 88: Tide tables\nIGF2019 Berlin', ['IGF', 2019, 'workshop', 88, 'Tide tables']],
  ['# WS #88 Tide tables\nIGF 2019', ['IGF', 2019, 'workshop', 88, 'Tide tables']],
  ['IGF 2020 WS # Tide tables', ['IGF', 2020, 'workshop', undefined, 'Tide tables']],
  ['IGF 2020 WS #', ['IGF', 2020, 'workshop', undefined, undefined]],
  ['# IGF 2022 WS #140 Tide tables', ['IGF', 2022, 'workshop', 140, 'Tide tables']],
  ['IGF 2022 WS #77\tTide tables\tAna Prado, Port\tMei Tan', ['IGF', 2022, 'workshop', 77, 'Tide tables']],
  ['IGF 2022 WS #77 Tide\ttables', ['IGF', 2022, 'workshop', 77, 'Tide tables']],
  ['Internet Governance Forum 2016\nWorkshop Report\n\nSession title: Tide tables', ['IGF', 2016, 'workshop', undefined, 'Tide tables']],
  ['https://harbours.example/igf-2021-ws-51\n\nIGF 2021 WS #51 Tide tables', ['IGF', 2021, 'workshop', 51, 'Tide tables']],
  ['https://harbours.example/igf-2021-ws-51\nSession', [undefined, undefined, undefined, undefined, undefined]],
])('%j is read whole', (text, parts) => {
  expect(title(text)).toEqual(parts)
})

test('words too long for a title are left over, and the kind and number are read', () => {
  const words = 'A long account of lamps '.repeat(30).trim()
  const text = `IGF 2021 WS #12 ${words}\n\n    Online Moderator\n\n    Ana Prado, Civil Society, African Group\n\n    Policy Question(s)\n\n    Who pays?`
  const { fields, leftover } = parse(text)
  expect([fields.sessionNumber?.value, fields.title]).toEqual([12, undefined])
  expect(leftover.map(span => text.slice(...span))).toEqual([words])
})

test.each([
  ['IGF 2024-Day 1-Workshop Room 5- NS #69 Tides at night-- RAW', ['Workshop Room 5', 'networkingSession', 69, 'Tides at night']],
  ['IGF 2024 - Day 2 - Lightning Talk Area - Lightning Talk #153 Tides', ['Lightning Talk Area', 'lightningTalk', 153, 'Tides']],
  ['IGF 2023 \u2013 Day 3 \u2013 WS 8 \u2013 Room C-1 \u2013 WS #482 Tides - RAW', ['WS 8 \u2013 Room C-1', 'workshop', 482, 'Tides']],
  ['IGF 2021 - Day 3 - WS182 Tides - and nets', [undefined, 'workshop', 182, 'Tides - and nets']],
  ['IGF 2022 - Day 1 - Banquet Hall - Tides', ['Banquet Hall', undefined, undefined, 'Tides']],
])('the transcript %j says where it was and what', (head, parts) => {
  const { room, sessionType, sessionNumber, title: words } = parse(`${head}\n\n***\n\n>> ANA: Yes.\n\n>> LUKA: No.\n\n>> ANA: Yes.`).fields
  expect([room?.value, sessionType?.value, sessionNumber?.value, words?.value]).toEqual(parts)
})
