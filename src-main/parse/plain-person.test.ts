import { expect, test } from 'vitest'
import { parse } from './parse.ts'
import { readRoster } from './roster.ts'

const people = (text: string) =>
  readRoster(text, 0).map(({ person: { name, affiliation, stakeholderGroup, regionalGroup } }) =>
    [name, affiliation, stakeholderGroup, regionalGroup].map(part => part ?? '').join(' | '),
  )

test.each([
  ['Ana Prado\tQuay Lab\tCivil Society\tWEOG', 'Ana Prado | Quay Lab | Civil Society | Western European and Others Group (WEOG)'],
  ['Ana Prado, Civil Society, African \tGroup', 'Ana Prado |  | Civil Society | African Group'],
  ['Ana Prado,\tCivil Society,\tAfrican Group', 'Ana Prado |  | Civil Society | African Group'],
  ['Ana Prado - Government - African Group', 'Ana Prado |  | Government | African Group'],
  ['Ana Prado [Private Sector, Eastern European Group]', 'Ana Prado |  | Private Sector | Eastern European Group'],
  ['Ana Prado, Techincal Community, Asia Pacific', 'Ana Prado |  | Technical Community | Asia-Pacific Group'],
  ['Ana Prado, CSO, Africa', 'Ana Prado |  | Civil Society | African Group'],
  ['Ana Prado, NGO', 'Ana Prado |  | Civil Society | '],
  ['Ana Prado (female, youth), Quay Lab', 'Ana Prado | Quay Lab |  | '],
  ['Ana Prado (he/him/his), Quay Lab (keynote)', 'Ana Prado | Quay Lab |  | '],
  ['Ana Prado, she/her, Quay Lab', 'Ana Prado | Quay Lab |  | '],
  ['Ana Prado, PhD (Quay Lab)', 'Ana Prado | Quay Lab |  | '],
  ['Ana Prado, Quay Lab - confirmed', 'Ana Prado | Quay Lab |  | '],
  ['Ana Prado, Quay Lab https://people.example/prado', 'Ana Prado | Quay Lab |  | '],
  ['Ana Prado [https://people.example/prado], Quay Lab', 'Ana Prado | Quay Lab |  | '],
  ['Ana Prado instead of Luka Horvat', 'Ana Prado |  |  | '],
  ['Speaker: Ana Prado, Quay Lab', 'Ana Prado | Quay Lab |  | '],
  ['TBC: Ana Prado', 'Ana Prado |  |  | '],
  ['iv. Ana Prado, Quay Lab', 'Ana Prado | Quay Lab |  | '],
  ['\u2192 Ana Prado*, Quay Lab', 'Ana Prado | Quay Lab |  | '],
  ['Ana Prado\u2014 Quay Lab', 'Ana Prado | Quay Lab |  | '],
  ['Ana Prado\u00b7 Quay Lab', 'Ana Prado | Quay Lab |  | '],
  ['Dr.Ana Prado, Quay Lab', 'Ana Prado | Quay Lab |  | '],
  ['Univ.-Prof. Dipl.-Ing. Ana Prado, Quay Lab', 'Ana Prado | Quay Lab |  | '],
  ["Dato' Ana Prado, Quay Lab", 'Ana Prado | Quay Lab |  | '],
  ['Robert "Bob" Lind, Quay Lab', 'Robert "Bob" Lind | Quay Lab |  | '],
  ['Ana Maria (Mia) Prado, Quay Lab', 'Ana Maria (Mia) Prado | Quay Lab |  | '],
])('%j is one person, as most pages write it', (text, person) => {
  expect(people(text)).toEqual([person])
})

test.each([
  'Ana Prado & Luka Horvat',
  'Ana Prado (Quay Lab) / Luka Horvat (Port)',
  'Ana Prado (Quay Lab) Luka Horvat (Port)',
  'Ana Prado, Quay Lab | Luka Horvat, Port',
  'Ana Prado, Civil Society, African Group / Luka Horvat, Government, Eastern European Group',
  'Confirmed: Ana Prado, Quay Lab. To be confirmed: Luka Horvat, Port.',
])('%j is two people', text => {
  expect(people(text).map(person => person.split(' | ')[0])).toEqual(['Ana Prado', 'Luka Horvat'])
})

test.each([
  'Ana Prado, Quay Lab / Blue Port Trust',
  'Ana Prado, Quay Lab, Private Sector / Industry, Asia-Pacific',
  'Ana Prado, Head of Nets | Quay Lab',
])('%j is one', text => {
  expect(people(text)).toHaveLength(1)
})

test('a role beside a name counts', () => {
  const { people: read } = parse(
    `IGF 2021 WS #5 Lamps

Speakers

Ana Prado, Quay Lab
Luka Horvat (rapporteur), Port
Runa Dahl (Online Moderator), Small Towns Online

Moderators

Onsite: Idris Bello, Quay Lab
Online: Mei Tan, Port

Policy Question(s)

Who pays?
`,
  )
  expect(read.map(({ role, name }) => `${role} ${name}`)).toEqual([
    'speaker Ana Prado',
    'rapporteur Luka Horvat',
    'onlineModerator Runa Dahl',
    'moderator Idris Bello',
    'onlineModerator Mei Tan',
  ])
})

test('who is an organizer by name alone could be an organization, and is less sure', () => {
  const { people: read } = parse(
    'IGF 2021 WS #5 Lamps\n\nOrganizer 1: Missions Lamp\nOrganizer 2: Ana Prado, Quay Lab\n\nSpeaker 1: Luka Horvat\n',
  )
  expect(read.map(({ confidence }) => confidence >= 0.9)).toEqual([false, true, true])
  expect(read[0]!.reason).toBe('numbered as Organizer 1; by the name alone it could be an organization')
})
