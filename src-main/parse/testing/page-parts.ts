import type { Role } from '../../../src-preload/record.ts'
import { regionalGroups, stakeholderGroups } from '../../../src-preload/record.ts'
import { goalNames, goalTargets } from '../../../src-preload/goals.ts'
import { themes } from '../vocabulary.ts'
import { gap, isLost, label, line, section } from './page-builder.ts'
import { telling } from './telling-texts.ts'
import type { GoldPerson, Page } from './page-builder.ts'
import { oddRoom, honorific, issueLine, organization, paragraph, personName, positionAt, question, roomName, title } from './words.ts'

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const ordinal = (n: number) =>
  `${n}${n % 10 === 1 && n !== 11 ? 'st' : n % 10 === 2 && n !== 12 ? 'nd' : n % 10 === 3 && n !== 13 ? 'rd' : 'th'}`
const two = (n: number) => String(n).padStart(2, '0')

const kindWords: Readonly<Record<string, (year: number) => string>> = {
  workshop: () => 'WS #',
  openForum: year => (year < 2021 ? 'OF #' : 'Open Forum #'),
  townHall: () => 'Town Hall #',
  lightningTalk: () => 'Lightning Talk #',
  networkingSession: () => 'Networking Session #',
  launchAward: () => 'Launch / Award Event #',
  day0Event: () => 'Day 0 Event #',
  preEvent: () => 'Pre-Event #',
}

export function heading(page: Page): void {
  const { random, year, type, gold } = page
  const number = random.between(1, 600)
  let words = title(random)
  if (page.mess.has('year-title')) words = `${year} ${words}`
  if (page.mess.has('caps-title')) words = words.toUpperCase()
  if (page.mess.has('space-title') && words.endsWith('?')) words = `${words.slice(0, -1)} ?`
  Object.assign(gold.scalars, { forum: 'IGF', year, sessionType: type, sessionNumber: number, title: words })
  if (page.rendering === 'R3') page.lines.push('Session')
  else {
    const front = `IGF ${year} ${kindWords[type]!(year)}${number}`
    if (page.mess.has('title-two-lines')) page.lines.push(front, words)
    else page.lines.push(`${front} ${words}`)
  }
  gap(page, 1)
}

export function timeAndRoom(page: Page): void {
  const { random, gold } = page
  if (random.chance(0.4)) return
  const start = new Date(Date.UTC(page.year, 9 + random.below(3), random.between(1, 28), random.between(4, 23), random.below(4) * 15))
  const end = new Date(start.getTime() + random.pick([30, 60, 90]) * 60_000)
  const write = (date: Date) =>
    `${weekdays[date.getUTCDay()]}, ${ordinal(date.getUTCDate())} ${months[date.getUTCMonth()]}, ${date.getUTCFullYear()} (${two(date.getUTCHours())}:${two(date.getUTCMinutes())} UTC)`
  const iso = (date: Date) => `${date.toISOString().slice(0, 16)}Z`
  label(page, 'Time')
  const startOnly = random.chance(0.08)
  line(page, startOnly ? write(start) : `${write(start)} - ${write(end)}`)
  gold.scalars['startsAt'] = iso(start)
  if (!startOnly) gold.scalars['endsAt'] = iso(end)
  if (random.chance(0.1)) return
  label(page, 'Room', 1)
  const room = page.mess.has('odd-words') ? oddRoom(random) : roomName(random)
  gold.scalars['room'] = room
  line(page, room)
}

export function about(page: Page): void {
  label(page, 'About this Session', 1)
  section(page, 'aboutThisSession', telling(page, 'aboutThisSession', 2))
}

export function themeAndIssues(page: Page): void {
  const { random, gold } = page
  if (page.mess.has('empty-labels') || random.chance(0.4)) return
  label(page, 'Subtheme')
  const theme = page.mess.has('odd-words') ? issueLine(random) : random.pick(themes.filter(one => one.length > 15))
  gold.scalars['subtheme'] = theme
  line(page, theme)
  for (let i = random.below(4); i > 0; i--) {
    const issue = issueLine(random)
    if (gold.topics.includes(issue)) continue
    gold.topics.push(issue)
    line(page, issue)
  }
}

export function issues(page: Page): void {
  label(page, 'Issue(s)')
  const issue = issueLine(page.random)
  page.gold.topics.push(issue)
  line(page, issue)
}

const groups = (page: Page) => ({ stakeholderGroup: page.random.pick(stakeholderGroups), regionalGroup: page.random.pick(regionalGroups) })
const withGroups = (person: GoldPerson) => `${person.name}, ${person.stakeholderGroup}, ${person.regionalGroup}`

export function organizers(page: Page): void {
  const { random, gold } = page
  if (page.mess.has('list-labels')) label(page, 'Organizers')
  else gap(page, 1)
  for (let n = 1; n <= 1 + random.below(6); n++) {
    if (page.mess.has('anonymous')) {
      const person = { role: 'organizer' as Role, name: null, ...groups(page) }
      gold.people.push(person)
      line(page, `Organizer ${n}: ${person.stakeholderGroup}, ${person.regionalGroup}`)
      continue
    }
    const name = personName(random)
    const org = organization(random)
    const lock = page.mess.has('lock') && random.chance(0.4)
    const isHidden = lock && random.chance(0.3)
    gold.people.push({ role: 'organizer', name, ...(!isHidden && { affiliation: org }) })
    line(page, `Organizer ${n}: ${honor(page)}${name}${random.chance(0.08) ? ' ' : ''}, ${lock ? '🔒' : ''}${isHidden ? '' : org}`)
  }
}

const honor = (page: Page) => (page.mess.has('honorifics') && page.random.chance(0.4) ? `${honorific(page.random)} ` : '')

export function speakers(page: Page): void {
  const { random, gold } = page
  if (page.mess.has('list-labels')) label(page, 'Speakers')
  else gap(page, 1)
  let n = 0
  for (let i = random.between(2, 6); i > 0; i--) {
    n += page.mess.has('skip-numbers') && i % 3 === 0 ? 3 : 1
    const person = { role: 'speaker' as Role, name: personName(random), ...groups(page) }
    gold.people.push(person)
    const remark = page.mess.has('remarks') && random.chance(0.4) ? random.pick([' (TBC)', ' (confirmed)', ' [to be confirmed]']) : ''
    line(page, `Speaker ${n}: ${honor(page)}${person.name}${remark}, ${person.stakeholderGroup}, ${person.regionalGroup}`)
  }
}

export function additionalSpeakers(page: Page): void {
  const { random, gold } = page
  if (!page.mess.has('additional-speakers')) return
  label(page, 'Additional Speakers', 1)
  const shape = random.below(5)
  const people: GoldPerson[] = Array.from({ length: random.between(1, 4) }, () => ({
    role: 'additionalSpeaker',
    name: personName(random),
    affiliation: positionAt(random),
  }))
  if (shape === 0) {
    const roster = people.map(person => ({ ...person, affiliation: organization(random).replaceAll(',', ' of'), ...groups(page) }))
    gold.people.push(...roster)
    line(page, roster.map(person => `${person.name}, ${person.affiliation}, ${person.stakeholderGroup}, ${person.regionalGroup}`).join(' '))
    return
  }
  gold.people.push(...people)
  if (shape === 1) line(page, people.map((person, i) => `${i + 1}. ${person.name}, ${person.affiliation}`).join(' '))
  else
    for (const [i, person] of people.entries())
      line(
        page,
        `${shape === 2 ? `(${i + 1}) ` : shape === 3 ? `${i + 1}. ` : ''}${random.chance(0.3) ? `${honorific(random)} ` : ''}${person.name}, ${person.affiliation}`,
      )
}

export function officers(page: Page, moderatorLabel = 'Moderator'): void {
  const { random, gold } = page
  if (page.mess.has('anonymous')) return
  const roles: readonly (readonly [string, Role])[] = [
    [moderatorLabel, 'moderator'],
    ['Online Moderator', 'onlineModerator'],
    ['Rapporteur', 'rapporteur'],
  ]
  const shared = random.chance(0.2) ? { name: personName(random), ...groups(page) } : undefined
  for (const [words, role] of roles) {
    if (page.mess.has('empty-labels') && random.chance(0.25)) {
      if (!isLost(page, words)) label(page, words)
      page.glue = ''
      continue
    }
    const details = role !== 'moderator' && shared ? shared : { name: personName(random), ...groups(page) }
    const isBareName = page.year === 2018 && random.chance(0.3)
    const person: GoldPerson = isBareName ? { role, name: details.name } : { role, ...details }
    label(page, words)
    if (page.mess.has('two-people') && random.chance(0.4)) {
      const other = personName(random)
      gold.people.push(person, { ...person, name: other })
      line(page, isBareName ? `${person.name} / ${other}` : withGroups({ ...person, name: `${person.name} / ${other}` }))
      continue
    }
    gold.people.push(person)
    line(page, isBareName ? person.name! : withGroups(person))
  }
}

export function formatLine(page: Page): void {
  const { random, gold, year } = page
  label(page, 'Format')
  if (year >= 2024) {
    gold.scalars['seating'] = random.pick(['Roundtable', 'Theater', 'Classroom'])
    gold.scalars['durationMinutes'] = random.pick([30, 45, 60, 90])
    line(page, gold.scalars['seating'])
    line(page, `Duration (minutes): ${gold.scalars['durationMinutes']}`)
    line(page, `Format description: ${paragraph(random)}`)
    return
  }
  const kind = random.pick(['Panel', 'Round Table', 'Birds of a Feather', 'Break-out Group Discussions', 'Debate', 'Other', 'Tutorial'])
  const minutes = random.pick([30, 60, 90])
  Object.assign(gold.scalars, { formatKind: kind, durationMinutes: minutes })
  const seat =
    year >= 2019 && year <= 2022 && kind !== 'Other'
      ? random.pick(['Auditorium', 'Classroom', 'U-shape', 'Circle', 'Flexible Seating', 'Round Tables'])
      : undefined
  if (seat) gold.scalars['seating'] = seat
  line(page, [kind, seat, `${minutes} Min`].filter(Boolean).join(' - '))
  if (year === 2020 && random.chance(0.15)) line(page, 'Online duration reset to 60 minutes.')
}

export function policyQuestions(page: Page): void {
  const { random } = page
  label(page, 'Policy Question(s)')
  const questions = Array.from({ length: random.between(1, 5) }, () => question(random))
  const shape = random.below(6)
  const items =
    shape === 0
      ? [questions.map((text, i) => `${i + 1}. ${text}`).join(' ')]
      : questions.map((text, i) =>
          shape === 1
            ? `${'ABCDE'[i]}.) ${text}`
            : shape === 2
              ? `${random.pick(themes)}: ${text}`
              : shape === 3
                ? `1. ${text}`
                : shape === 4
                  ? `${'ABCDE'[i]}.${text}`
                  : text,
        )
  const written = page.mess.has('dashes') ? items.map(item => `- ${item}`) : items
  const hasIssues = (page.year === 2020 || page.year === 2021) && page.type === 'workshop'
  section(page, 'policyQuestions', written, { looseEnd: hasIssues })
  if (page.year >= 2021 && page.year <= 2022 && random.chance(0.3)) {
    gap(page, 1)
    section(page, 'additionalPolicyQuestions', [question(random)], { inline: 'Additional Policy Questions Information:' })
  }
  if (hasIssues && !page.mess.has('no-issues')) {
    gap(page, 1)
    section(page, 'issueStatement', telling(page, 'issueStatement', 2), { unlabelled: true })
  }
  if (page.year === 2022) {
    gap(page, 1)
    if (page.mess.has('empty-labels')) line(page, 'Connection with previous Messages: ')
    else
      section(page, 'connectionWithPreviousMessages', telling(page, 'connectionWithPreviousMessages'), {
        inline: 'Connection with previous Messages:',
      })
  }
  if (page.year >= 2023) {
    gap(page, 1)
    section(page, 'participantGains', telling(page, 'participantGains'), {
      inline: 'What will participants gain from attending this session?',
    })
  }
}

export function goals(page: Page): void {
  const { random, gold } = page
  label(page, 'SDGs')
  for (let i = random.between(1, 6); i > 0; i--) {
    const goal = random.between(1, 17)
    const [numbered, lettered] = goalTargets[goal - 1]!
    const asTarget = page.year > 2020 && random.chance(0.7)
    const part = lettered > 0 && random.chance(0.3) ? 'abcde'[random.below(lettered)]! : String(random.between(1, numbered))
    const value = asTarget ? `${goal}.${part}` : String(goal)
    if (gold.sdgs.includes(value)) continue
    gold.sdgs.push(value)
    line(
      page,
      `${page.mess.has('dashes') ? '- ' : ''}${asTarget ? value : page.year <= 2020 ? `GOAL ${goal}: ${goalNames[goal - 1]}` : `${goal}. ${goalNames[goal - 1]}`}`,
    )
  }
  if (page.year > 2020 && random.chance(0.6)) {
    gap(page, 1)
    section(page, 'sdgTargets', telling(page, 'sdgTargets'), { inline: 'Targets:' })
  }
}
