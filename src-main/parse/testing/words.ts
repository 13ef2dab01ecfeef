import type { Random } from './random.ts'

const syllables = [
  'ba',
  'ko',
  'mi',
  'ren',
  'tal',
  'vor',
  'sil',
  'du',
  'pen',
  'gra',
  'lo',
  'ther',
  'cu',
  'win',
  'mar',
  'ses',
  'tor',
  'ni',
  'fel',
  'har',
  'que',
  'bri',
  'ost',
  'ul',
  'yan',
  'zem',
]
const small = [
  'the',
  'of',
  'and',
  'to',
  'in',
  'for',
  'with',
  'on',
  'that',
  'as',
  'by',
  'from',
  'at',
  'this',
  'an',
  'its',
  'their',
  'has',
  'are',
  'is',
  'can',
  'may',
  'will',
  'which',
  'between',
  'across',
  'where',
  'also',
  'such',
  'these',
]
const field = [
  'networks',
  'schools',
  'regulators',
  'platforms',
  'users',
  'communities',
  'access',
  'routing',
  'standards',
  'children',
  'elections',
  'satellites',
  'registries',
  'libraries',
  'budgets',
  'courts',
  'languages',
  'farmers',
  'encryption',
  'procurement',
  'workshop',
  'session',
  'participants',
  'policy',
  'governance',
  'data',
  'moderator',
  'speakers',
  'format',
  'time',
  'room',
  'panel',
  'organizers',
  'report',
]

export function word(random: Random): string {
  return Array.from({ length: random.between(1, 4) }, () => random.pick(syllables)).join('')
}
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const anyWord = (random: Random) => (random.chance(0.45) ? random.pick(small) : random.chance(0.4) ? random.pick(field) : word(random))

export function phrase(random: Random, least: number, most: number): string {
  return Array.from({ length: random.between(least, most) }, () => anyWord(random)).join(' ')
}

export function sentence(random: Random): string {
  let text = capital(phrase(random, 6, 24))
  if (random.chance(0.3)) text += `, ${phrase(random, 3, 10)}`
  if (random.chance(0.1)) text += ` (${phrase(random, 2, 6)})`
  if (random.chance(0.08)) text += `: ${phrase(random, 3, 8)}, ${phrase(random, 2, 5)} and ${phrase(random, 1, 4)}`
  if (random.chance(0.05)) text += `; in ${random.between(2009, 2025)}, ${phrase(random, 3, 8)}`
  return `${text}.`
}

export function paragraph(random: Random): string {
  return Array.from({ length: random.between(1, 7) }, () => sentence(random)).join(' ')
}

export function paragraphs(random: Random, least: number, most: number): string[] {
  return Array.from({ length: random.between(least, most) }, () => paragraph(random))
}

/** Lines that stand inside real descriptions and look like something else. */
export const innerLine = (random: Random): string =>
  random.pick([
    () => 'Agenda:',
    () => 'Background',
    () => 'Introduction',
    () => `- ${sentence(random)}`,
    () => `\u2022 ${phrase(random, 3, 9)}`,
    () => `${random.between(1, 6)}. ${capital(phrase(random, 2, 8))}`,
    () => `10:${random.between(10, 55)} \u2013 Opening remarks by ${personName(random)}`,
    () => `${capital(phrase(random, 2, 5))}:`,
    () => question(random),
    () => `https://example.org/${word(random)}`,
    () => `\u201c${sentence(random)}\u201d`,
    () => `Part ${random.between(1, 3)}: ${phrase(random, 2, 6)} (${random.between(5, 30)} min)`,
    () => `Q&A with the audience (${random.between(10, 30)} minutes)`,
    () => `${personName(random)}, ${positionAt(random)}`,
    () => 'The session will have the following parts:',
    () => `* ${capital(phrase(random, 4, 12))};`,
    () => `${capital(word(random))} ${random.between(2010, 2024)}, ${phrase(random, 2, 5)}`,
  ])()

/** Paragraphs with such lines between them; the first and the last are plain. */
export function richParagraphs(random: Random, least: number, most: number): string[] {
  const plain = paragraphs(random, Math.max(2, least), Math.max(2, most))
  return plain.flatMap((text, i) => (i === 0 ? [text] : [...Array.from({ length: random.below(4) }, () => innerLine(random)), text]))
}

const asking = [
  'How can',
  'What should',
  'Who must',
  'Which rules could',
  'To what extent do',
  'Why would',
  'In what ways might',
  'Should',
  'Where does',
]
export const question = (random: Random) => `${random.pick(asking)} ${phrase(random, 6, 20)}?`

export function title(random: Random): string {
  const words = capital(phrase(random, 3, 8))
  const shape = random.below(9)
  if (shape === 0) return `${words}: ${phrase(random, 2, 7)}`
  if (shape === 1) return `${words}?`
  if (shape === 2) return `“${words}” - ${phrase(random, 2, 5)}`
  if (shape === 3) return `${words} – ${capital(phrase(random, 2, 5))} & ${word(random)}`
  if (shape === 4) return `${random.between(2, 99)} ${words.toLowerCase()}`
  if (shape === 5) return `#${capital(word(random))}${capital(word(random))}: ${phrase(random, 2, 5)}`
  return words
}

const givenNames = [
  'Adaeze',
  'Bjørn',
  'Catalina',
  'Dieter',
  'Éva',
  'Farida',
  'Gunnar',
  'Hye-jin',
  'Iñaki',
  'Jurgita',
  'Kofi',
  'Lívia',
  'Mukhtar',
  'Nadège',
  'Olumide',
  'Pavlo',
  'Quyên',
  'Renata',
  'Søren',
  'Teuila',
  'Umida',
  'Valdís',
  'Wanja',
  'Xiulan',
  'Yevhen',
  'Zdeněk',
  'Anne-Marie',
  'Maria del Pilar',
  'Joo Eun',
]
const familyNames = [
  'Abubakar',
  'Bergström',
  'Castillo',
  'Delacroix',
  'Eriksen',
  'Fa’atoese',
  'Grünwald',
  'Hakimi',
  'Ivanauskas',
  'Jankowski',
  'Kiplagat',
  'Lindqvist',
  'Mokoena',
  'Nwosu',
  'Oyelaran',
  'Pérez Núñez',
  'Qureshi',
  'Rakotomalala',
  'de Souza',
  'van den Berg',
  'El-Sayed',
  'Bin Yusof',
  "D'Angelo",
  'Mac Giolla',
  'McKenna',
  'Ünal',
  'Vasilev',
  'Wu',
  'O',
  'Xu',
  'Ó Briain',
  'Zhao',
  'dos Santos',
  'ten Brink',
]
const otherScripts = ['Ольга Мороз', '山本 花子', '김 민수', 'محمد الحسن', 'Ελένη Παππά', 'אורית לוי', 'अनिता राव']

/** A person's name as pages write it: surname first, capitals, small letters, initials, other scripts. */
export function personName(random: Random): string {
  if (random.chance(0.04)) return random.pick(otherScripts)
  const [given, family] = [random.pick(givenNames), random.pick(familyNames)]
  const shape = random.below(16)
  if (shape === 0) return `${family.toUpperCase()} ${given}`
  if (shape === 1) return `${family} ${given}`
  if (shape === 2) return `${given} ${family}`.toUpperCase()
  if (shape === 3) return `${given} ${family}`.toLowerCase()
  if (shape === 4) return `${given} ${String.fromCharCode(65 + random.below(26))}. ${family}`
  if (shape === 5) return `${given} ${family.toUpperCase()}`
  if (shape === 6) return `${given} ${random.pick(familyNames)} ${family}`
  if (shape === 7) return `${given} ${String.fromCharCode(65 + random.below(26))}`
  return `${given} ${family}`
}

const places = [
  'Antofagasta',
  'Bergen',
  'Cotonou',
  'Daegu',
  'Essaouira',
  'Funafuti',
  'Ghent',
  'Huế',
  'Izmir',
  'Jaipur',
  'Kisumu',
  'Łódź',
  'Maputo',
  'Nuuk',
  'Oaxaca',
  'Plovdiv',
]
export function organization(random: Random): string {
  const place = random.pick(places)
  return random.pick([
    `${place} Centre for Digital Rights`,
    `Ministry of Communications, ${place}`,
    `University of ${place}`,
    `${place} Telecom S.A.`,
    `Internet Society ${place} Chapter`,
    `${capital(word(random))} Foundation`,
    `${capital(word(random))}.org`,
    `Faculty of Law, ${place} University`,
    `${place} Association of Network Operators (${place.slice(0, 1).toUpperCase()}ANO)`,
    `${capital(word(random))} Labs Pvt. Ltd.`,
    `Office of the ${place} Ombudsman`,
    `Red de ${capital(word(random))} y Derechos`,
    `${capital(word(random))} & ${capital(word(random))}, Inc.`,
  ])
}

export const positionAt = (random: Random) =>
  random.pick([
    `Director of ${organization(random)}`,
    `Professor, ${organization(random)}`,
    `Head of Policy, ${organization(random)}`,
    `Senior Researcher at ${organization(random)}`,
    `CEO, ${organization(random)}`,
    organization(random),
  ])

export const honorific = (random: Random) => random.pick(['Mr.', 'Ms.', 'Dr.', 'Prof.', 'Prof. Dr.', 'Mrs', 'Amb.', 'H.E. Mr.', 'Hon.'])

export const roomName = (random: Random) =>
  random.pick([
    `Room ${random.between(1, 12)}`,
    `Workshop Room ${random.pick(['2', '5', 'IV', '10'])}`,
    `Conference Room ${random.pick(['A', 'B2', '3'])}`,
    `Sala ${random.between(1, 6)}`,
    `Salle ${random.pick(['XX', 'VII', 'IX'])}`,
    `Raum ${random.between(1, 9)}`,
    'Main Hall',
    'Press Room',
    'Plenary',
    `Caucus Room ${random.between(5, 12)}`,
    `SR ${random.between(1, 9)}`,
    `CR-${random.between(1, 6)}`,
    'Ballroom C',
    `WS ${random.between(1, 11)} – Annex Hall ${random.between(1, 3)}`,
    'Kaminzimmer',
    `Hall ${random.pick(['A', 'B', 'C'])}`,
    `Estrel Saal ${random.pick(['A', 'B'])}`,
    'Banquet Hall A',
    'Multimedia Studio',
  ])

export const issueLine = (random: Random) => capital(phrase(random, 2, 5))

/** Rooms that no list of words knows. */
export const oddRoom = (random: Random) =>
  random.pick([
    capital(word(random)),
    `${capital(word(random))} ${capital(word(random))}`,
    'C2',
    '1.04',
    `Level ${random.between(1, 4)}, ${capital(word(random))}`,
    'To be announced',
    `${capital(word(random))} (${word(random)} wing)`,
  ])
