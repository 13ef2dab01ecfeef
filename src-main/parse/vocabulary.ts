import { list } from './word-list.ts'
import type { RegionalGroup, SessionType, StakeholderGroup } from '../../src-preload/record.ts'

/** Words as pages write them, folded (see `fold`), with the name the record uses. */
export const stakeholderWords: ReadonlyMap<string, StakeholderGroup> = new Map<string, StakeholderGroup>([
  ['civil society', 'Civil Society'],
  ['government', 'Government'],
  ['governments', 'Government'],
  ['intergovernmental organization', 'Intergovernmental Organization'],
  ['intergovernmental organisation', 'Intergovernmental Organization'],
  ['intergovernmental organizations', 'Intergovernmental Organization'],
  ['inter-governmental organization', 'Intergovernmental Organization'],
  ['private sector', 'Private Sector'],
  ['technical community', 'Technical Community'],
  ['civil-society', 'Civil Society'],
  ['private-sector', 'Private Sector'],
  ['private sector / industry', 'Private Sector'],
  ['private sector/industry', 'Private Sector'],
  ['technical-community', 'Technical Community'],
])

/** Where a stakeholder group stands alone between commas. */
export const shortStakeholderWords: ReadonlyMap<string, StakeholderGroup> = new Map<string, StakeholderGroup>([
  ['cso', 'Civil Society'],
  ['ngo', 'Civil Society'],
  ['igo', 'Intergovernmental Organization'],
  ['gov', 'Government'],
  ['govt', 'Government'],
])
export const regionWords: ReadonlyMap<string, RegionalGroup> = new Map<string, RegionalGroup>([
  ['african group', 'African Group'],
  ['asia-pacific group', 'Asia-Pacific Group'],
  ['asia pacific group', 'Asia-Pacific Group'],
  ['eastern european group', 'Eastern European Group'],
  ['eastern european group (eeg)', 'Eastern European Group'],
  ['latin american and caribbean group (grulac)', 'Latin American and Caribbean Group (GRULAC)'],
  ['latin american and caribbean group', 'Latin American and Caribbean Group (GRULAC)'],
  ['grulac', 'Latin American and Caribbean Group (GRULAC)'],
  ['western european and others group (weog)', 'Western European and Others Group (WEOG)'],
  ['western european and others group', 'Western European and Others Group (WEOG)'],
  ['weog', 'Western European and Others Group (WEOG)'],
  ['intergovernmental organization', 'Intergovernmental Organization'],
  ['intergovernmental organisation', 'Intergovernmental Organization'],
])

/** What stands for a regional group where a stakeholder group is before it, and is a place elsewhere. */
export const shortRegionWords: ReadonlyMap<string, RegionalGroup> = new Map<string, RegionalGroup>([
  ['africa', 'African Group'],
  ['african', 'African Group'],
  ['asia-pacific', 'Asia-Pacific Group'],
  ['asia pacific', 'Asia-Pacific Group'],
  ['eastern europe', 'Eastern European Group'],
  ['eastern european', 'Eastern European Group'],
  ['latin america and caribbean', 'Latin American and Caribbean Group (GRULAC)'],
  ['latin america and the caribbean', 'Latin American and Caribbean Group (GRULAC)'],
  ['western europe and others', 'Western European and Others Group (WEOG)'],
  ['western european and others', 'Western European and Others Group (WEOG)'],
])

export const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const
export const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const
export const anyWeekday = `(?:${weekdays.join('|')})`

/** The marks that begin an item of a list. */
export const bullets = String.raw`[-*\u2022\u00b7\u25cf]`
export const bullet = new RegExp(String.raw`^${bullets}\s+`)
/** How an item of a list begins: with a mark, a number or a letter. */
export const listItem =
  /^(?:\(?\d{1,2}[.):]\)?\s*\S|\(\d{1,2}\)|[A-Z][.)]{1,2}\s*\S|[-*\u2022\u00b7\u25cf\u25cb\u25aa\u2023]\s*\S|[ivx]{1,4}[.)]\s)/
/** The roles whose people have numbers: `Speaker 3`. */
export const numberedRoles = String.raw`(?:co-?\s?)?organi[sz]er|(?:additional )?speaker|panelli?st|discussant|respondent|presenter|(?:online |onsite )?moderator|rapporteur`

/** Kinds of session as titles name them, folded, with hyphens or without; longer words first where one begins another. */
export const sessionKinds: readonly (readonly [word: string, type: SessionType])[] = [
  ['workshop session', 'workshop'],
  ['workshop proposal', 'workshop'],
  ['workshop', 'workshop'],
  ['ws', 'workshop'],
  ['open forum', 'openForum'],
  ['of', 'openForum'],
  ['town hall', 'townHall'],
  ['th', 'townHall'],
  ['lightning talk', 'lightningTalk'],
  ['lightning session', 'lightningTalk'],
  ['lt', 'lightningTalk'],
  ['networking session', 'networkingSession'],
  ['ns', 'networkingSession'],
  ['launch / award event', 'launchAward'],
  ['launch / award', 'launchAward'],
  ['launch and award event', 'launchAward'],
  ['award event', 'launchAward'],
  ['launch event', 'launchAward'],
  ['day 0 event', 'day0Event'],
  ['day 0 session', 'day0Event'],
  ['day zero event', 'day0Event'],
  ['day 0', 'day0Event'],
  ['pre-event', 'preEvent'],
  ['dynamic coalition', 'dynamicCoalition'],
  ['dc', 'dynamicCoalition'],
  ['dcs', 'dynamicCoalition'],
  ['dynamic coalitions', 'dynamicCoalition'],
  ['best practice forum', 'bestPracticeForum'],
  ['bpf', 'bestPracticeForum'],
  ['policy network', 'policyNetwork'],
  ['pn', 'policyNetwork'],
  ['main session', 'mainSession'],
  ['high-level leaders track', 'highLevelSession'],
  ['high-level leaders session', 'highLevelSession'],
  ['high-level leaders', 'highLevelSession'],
  ['high-level session', 'highLevelSession'],
  ['high-level panel', 'highLevelSession'],
  ['high-level internet governance exchange panel', 'highLevelSession'],
  ['parliamentary roundtable', 'parliamentaryTrack'],
  ['parliamentary session', 'parliamentaryTrack'],
  ['parliamentary track', 'parliamentaryTrack'],
  ['youth summit', 'youthTrack'],
  ['youth track', 'youthTrack'],
  ['youth session', 'youthTrack'],
  ['global youth summit', 'youthTrack'],
  ['nri collaborative session', 'nriSession'],
  ['nris collaborative session', 'nriSession'],
  ['nri session', 'nriSession'],
  ['nris session', 'nriSession'],
  ['nris', 'nriSession'],
  ['nri', 'nriSession'],
]

export const formatKinds: ReadonlySet<string> = new Set(
  list(
    'break-out group discussions | breakout group discussions | birds of a feather | round table | roundtable | panel | debate | other | presentation | tutorial | flash session | hackathon | interview | lecture | networking | town hall | lightning talk | webinar',
  ),
)
export const seatings: ReadonlySet<string> = new Set(
  list(
    'auditorium | classroom | circle | u-shape | u shape | flexible seating | round tables | round table | roundtable | theater | theatre | boardroom | hollow square | banquet | cabaret | fishbowl | open space',
  ),
)

export const honorifics: ReadonlySet<string> = new Set(
  list(
    "mr | ms | mrs | miss | mx | dr | prof | professor | sir | dame | hon | honorable | honourable | he | h.e | amb | ambassador | eng | adv | rev | mme | sra | sr | phd | ph.d | pr | excellency | madam | madame | rt | right | hrh | dra | ing | lic | minister | senator | sen | commissioner | judge | fr | ven | venerable | rabbi | sister | ustadh | ustaz | lord | lady | imam | pastor | bishop | h.c | em | hab | father | president | dato | dato' | datuk | tan sri | shri | smt | dipl.-ing | assoc | asst | univ.-prof | herr | frau | haji | hajah | barr | barrister | ir | arch | г-н | г-жа | د | أ.د",
  ),
)
/** Words that stand in brackets or after a dash beside a name and say nothing of who it is. */
export const remarks: ReadonlySet<string> = new Set(
  list(
    'tbc | tbd | confirmed | to be confirmed | to be determined | unconfirmed | not confirmed | invited | online | onsite | on-site | on site | remote | remotely | in person | in-person | virtual | hybrid | pending | confirmation pending | moderator | speaker | organizer | organiser | rapporteur | online moderator | onsite moderator | chair | panelist | panellist | co-organizer | he | she | they | he/him | she/her | they/them | he/him/his | she/her/hers | they/them/theirs | male | female | m | f | youth | keynote | keynote speaker | discussant | respondent | withdrawn | declined | cancelled | à confirmer | a confirmer | a confirmar | por confirmar',
  ),
)
/** What a person does, as it begins an affiliation glued to a name. */
export const positions: ReadonlySet<string> = new Set(
  list(
    'executive | director | head | professor | president | ceo | cto | chair | chairman | chairperson | chairwoman | founder | co-founder | cofounder | senior | policy | manager | minister | secretary | secretary-general | member | researcher | fellow | lecturer | advisor | adviser | coordinator | officer | consultant | deputy | vice | chief | former | independent | partner | associate | assistant | lead | leader | programme | program | public | legal | global | regional | managing | general | ambassador | special | project | principal | technical | commissioner | lawyer | journalist | student | engineer | expert | specialist | analyst | representative | delegate | board | counsel | judge | attorney',
  ),
)

/** An organisation and not a person. */
export const organizationWord =
  /\b(?:universi[dt]|institut|ministr|minist[e\u00e8\u00e9]ri?[eo]\b|funda[c\u00e7]|asociaci|associa[c\u00e7]|centro\b|stichting\b|collective\b|initiative\b|observator|consortium\b|committee\b|parliament\b|circle\b|trust\b|cent(?:er|re)s?\b|foundation|associat|council|commissions?\b|authority\b|agency\b|telecom|networks?\b|society\b|compan(?:y|ies)\b|ltd\b|inc\b|organi[sz]ation|forums?\b|union\b|coalition|secretariat|federation|alliance\b|cooperative|chapter\b|college\b|school\b|labs?\b|fund\b|bank\b|office\b|department|bureau\b|group\b|internet\b|igf\b|isoc\b)/i

/** A name that an organisation begins with, within its first words: other words of organisations are words of issues, too. */
export const beginsWithOrganization =
  /^(?:the )?(?:\p{L}+ ){0,3}(?:universit\p{L}+|institut\p{L}+|ministry|cent(?:re|er)|foundation|association|council|commission|authority|agency|federation|alliance|secretariat|society)\b/iu
/** `Ministry of Digital, Culture and Sport`: such a name can have commas in it. */
export const organizationOf =
  /^(?:the\s+)?(?:ministry|universit\p{L}+|department|institute|cent(?:re|er)|office|council|commission|federation|association|embassy|permanent mission|delegation|faculty|bureau|agency|authority|secretariat|foundation|alliance|society|league|union|network|chamber|academy)\s+(?:of|for)\s/iu

/** The themes of each year's programme, and issue lines that stood under them. */
export const themes: readonly string[] = list(
  'Cybersecurity, Trust & Privacy | Development, Innovation & Economic Issues | Digital Inclusion & Accessibility | Emerging Technologies | Evolution of Internet Governance | Human Rights, Gender & Youth | Media & Content | Technical & Operational Topics | Data Governance | Digital Inclusion | Security, Safety, Stability & Resilience | Data | Environment | Inclusion | Trust | Economic and social inclusion and human rights | Universal access and meaningful connectivity | Emerging regulation: market structure, content, data and consumer rights and protection | Environmental sustainability and climate change | Inclusive Internet governance ecosystems and digital cooperation | Trust, security, stability | Connecting All People and Safeguarding Human Rights | Avoiding Internet Fragmentation | Governing Data and Protecting Privacy | Enabling Safety, Security and Accountability | Addressing Advanced Technologies, including AI | AI & Emerging Technologies | Cybersecurity, Cybercrime & Online Safety | Data Governance & Trust | Digital Divides & Inclusion | Global Digital Governance & Cooperation | Human Rights & Freedoms | Sustainability & Environment | Harnessing innovation and balancing risks in the digital space | Enhancing the digital contribution to peace, development, and sustainability | Advancing human rights and inclusion in the digital age | Improving digital governance for the Internet We Want | Digital Trust and Resilience | Sustainable and Responsible Innovation | Universal Access and Digital Rights | Digital Cooperation',
)

/** How titles of pages begin that are about sessions and are none. */
export const documentTitle =
  /^(?:(?:draft |final )?(?:guid(?:elines|ance|e)|minutes|agenda|schedule|programme|instructions|terms of reference|summary record|annotated agenda|list) (?:of|for|to|on)\b|calls? for\b|how to\b|faqs?\b|frequently asked|press release|registration\b|(?:workshop |session |open forum )?(?:evaluation|selection|proposals?|submissions?|organi[sz]ers|results|statistics|criteria)\b|(?:from|to|subject|sent|date): |dear\b|accepted\b|approved\b|opens\b|biograph|glossary\b|(?:the )?(?:mag|igf) members\b|.{0,120}\b(?:output (?:document|report)|annual report|survey|newsletter|frequently asked questions|faqs?)$)/i

/** How titles of lists and notes end that are about one session: `… - sign-in sheet`. */
export const noteTitle =
  /(?:^|\s[-\u2013\u2014|:]\s+|:\s+)(?:(?:meeting |draft |my )?(?:minutes|notes)|(?:list of )?participants|participants(?:['\u2019]? list)|attendance(?: list| sheet)?|attendees|sign-?in(?: sheet| list)?|sign-?up sheet|to[- ]?do(?: list)?|slides?|slide deck|photos)$/i

/** Lower case, one space between words, plain dashes, quotes and brackets: for looking words up, never for showing. */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  if (!isOdd.test(lower)) return lower.trim()
  return lower
    .replace(/\s+/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018\u2019\u00b4`]/g, "'")
    .trim()
}
const isOdd = /[^ !-_a-~]| {2}/

/** Pages write `&` or `and`, whatever the programme has. */
export const foldedThemes: ReadonlySet<string> = new Set(
  themes.map(fold).flatMap(theme => [theme, theme.replaceAll(' & ', ' and '), theme.replaceAll(' and ', ' & ')]),
)

/** `Harbour Lab` and `Director, Harbour Lab` do not differ. */
export const differ = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && !fold(a).includes(fold(b)) && !fold(b).includes(fold(a))

/** Where the yearly meetings were held, and how many minutes east of UTC clocks were there then. */
export const meetings: Readonly<Record<number, readonly [city: string, minutesEast: number]>> = {
  2015: ['João Pessoa', -180],
  2016: ['Guadalajara', -360],
  2017: ['Geneva', 60],
  2018: ['Paris', 60],
  2019: ['Berlin', 60],
  2021: ['Katowice', 60],
  2022: ['Addis Ababa', 180],
  2023: ['Kyoto', 540],
  2024: ['Riyadh', 180],
  2025: ['Lillestrøm', 120],
}
