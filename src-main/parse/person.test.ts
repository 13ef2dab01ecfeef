import { expect, test } from 'vitest'
import { looksLikeName } from './names.ts'
import { readPeopleWithSlash, readPerson } from './person.ts'

const group = 'Civil Society'
const region = 'African Group'

test.each([
  ['Ana Prado, Civil Society, African Group', { name: 'Ana Prado', affiliation: null, stakeholderGroup: group, regionalGroup: region }],
  ['Ana Prado , Harbour Lab, Porto', { name: 'Ana Prado', affiliation: 'Harbour Lab, Porto', stakeholderGroup: null, regionalGroup: null }],
  ['Civil Society, African Group', { name: null, affiliation: null, stakeholderGroup: group, regionalGroup: region }],
  [
    'Ana Prado, Intergovernmental Organization, Intergovernmental Organization',
    {
      name: 'Ana Prado',
      affiliation: null,
      stakeholderGroup: 'Intergovernmental Organization',
      regionalGroup: 'Intergovernmental Organization',
    },
  ],
  [
    'Prof. Dr. ANA Prado (TBC), Harbour Lab, Civil Society, African Group',
    { name: 'ANA Prado', affiliation: 'Harbour Lab', stakeholderGroup: group, regionalGroup: region },
  ],
  ['Ana Prado (Harbour Lab)', { name: 'Ana Prado', affiliation: 'Harbour Lab', stakeholderGroup: null, regionalGroup: null }],
  ['Ana Prado, 🔒', { name: 'Ana Prado', affiliation: null, stakeholderGroup: null, regionalGroup: null }],
  ['Ana Prado, 🔒Harbour Lab', { name: 'Ana Prado', affiliation: 'Harbour Lab', stakeholderGroup: null, regionalGroup: null }],
  [
    '(1) Dr. Ana PradoDirector of Harbour Lab, Chair of Quays',
    { name: 'Ana Prado', affiliation: 'Director of Harbour Lab, Chair of Quays', stakeholderGroup: null, regionalGroup: null },
  ],
  ['Ana McKenna, Harbour Lab', { name: 'Ana McKenna', affiliation: 'Harbour Lab', stakeholderGroup: null, regionalGroup: null }],
  [
    'Name: Ana Prado | Organizational Affiliation: Harbour Lab | Stakeholder: Civil Society',
    { name: 'Ana Prado', affiliation: 'Harbour Lab', stakeholderGroup: group, regionalGroup: null },
  ],
  ['山本 花子, Civil Society, African Group', { name: '山本 花子', affiliation: null, stakeholderGroup: group, regionalGroup: region }],
  ['Ana (Nana) Prado, Harbour Lab', { name: 'Ana (Nana) Prado', affiliation: 'Harbour Lab', stakeholderGroup: null, regionalGroup: null }],
  [
    'Ana Prado (Office of the Harbour Master (OHM))',
    { name: 'Ana Prado', affiliation: 'Office of the Harbour Master (OHM)', stakeholderGroup: null, regionalGroup: null },
  ],
  [
    'Ana Prado, Quays / Digital@Quays',
    { name: 'Ana Prado', affiliation: 'Quays / Digital@Quays', stakeholderGroup: null, regionalGroup: null },
  ],
  ['Ana Prado, ana@quays.example', { name: 'Ana Prado', affiliation: null, stakeholderGroup: null, regionalGroup: null }],
  ['The Hon. Ana Prado, Harbour Lab', { name: 'Ana Prado', affiliation: 'Harbour Lab', stakeholderGroup: null, regionalGroup: null }],
  [
    'Minister Ana Prado, Civil Society, African Group',
    { name: 'Ana Prado', affiliation: null, stakeholderGroup: group, regionalGroup: region },
  ],
  [
    'Ana Prado, PhD, Civil Society, African Group',
    { name: 'Ana Prado', affiliation: null, stakeholderGroup: group, regionalGroup: region },
  ],
  [
    'Rabbi Ana Prado, Harbour Lab (replaces Luka Horvat)',
    { name: 'Ana Prado', affiliation: 'Harbour Lab', stakeholderGroup: null, regionalGroup: null },
  ],
  [
    'Fr. Ana Prado, Keeper at Harbour Lab. She has kept lamps since 2009.',
    { name: 'Ana Prado', affiliation: 'Keeper at Harbour Lab', stakeholderGroup: null, regionalGroup: null },
  ],
  ['Ana Prado, Harbour Lab (à confirmer)', { name: 'Ana Prado', affiliation: 'Harbour Lab', stakeholderGroup: null, regionalGroup: null }],
  ['Minister Ana Prado', { name: 'Ana Prado', affiliation: null, stakeholderGroup: null, regionalGroup: null }],
  ['UNESCO', { name: null, affiliation: 'UNESCO', stakeholderGroup: null, regionalGroup: null }],
])('%j is one person', (text, person) => {
  expect(readPerson(text)).toEqual(person)
})

test.each([
  'Universidad de la Ría',
  'Ministério dos Faróis',
  'Associação das Lâmpadas Livres',
  'Lamp Keepers Circle',
  'Secretariat of Tides, Lights and Buoys',
  'Foundation for Law, Society and Culture',
])('%s is an organization', name => expect(readPerson(name)).toMatchObject({ name: null, affiliation: name }))

test('two names with a slash share their groups', () => {
  expect(readPeopleWithSlash('Ana Prado / Luka Horvat, Civil Society, African Group').map(person => person.name)).toEqual([
    'Ana Prado',
    'Luka Horvat',
  ])
})

test('a sentence is not a name', () => {
  expect(['The floor is open', 'Who pays?', 'ana prado', "O'NEILL Ana", '42'].map(looksLikeName)).toEqual([false, false, true, true, false])
})
