import type { PageKind } from '../../src-preload/record.ts'
import { isBare } from './read-title.ts'
import { isNumbered } from './shapes.ts'
import type { Shape } from './shapes.ts'
import { slotAt, slots } from './slots.ts'
import { bullet } from './vocabulary.ts'

/** How far into a page its kind is looked for. */
const furthest = 400

const turn = /^>>\s?(?:\p{Lu}|$)/u
const transcriptTitle = /^IGF\s+\d{4}\s*[-\u2013]\s*Day\s*\d|\bRAW\)?$|\(Raw\)$|\bFINISHED$/i
const disclaimer =
  /^(?:\*+\s*)?(?:note:?\s*)?(?:the following (?:are|is) the outputs? of the (?:real-?time )?(?:captioning|captions)|this text(?:,.{0,60},)? is (?:being )?provided in a (?:rough|realtime))/i
/** What a transcript says of itself before it begins. */
export const isDisclaimer = (text: string) => disclaimer.test(text)
const digestSigns = [
  /^session page$/i,
  /^\d{1,2} \p{L}{3,9} \d{4},? \d{2}:\d{2}h\s*-/u,
  /^event report$/i,
  /^knowledge graph of debate$/i,
  /^table of contents$/i,
  /^full session report$/i,
  /^session at a glance$/i,
  /^key ?points$/i,
  /^major discussion points:?$/i,
  /\|\s*IGF\s+\d{4}\b/i,
  /^disclaimer:? .*\b(?:AI|machine|automat)/i,
]

const anyDigestSign = new RegExp(digestSigns.map(sign => sign.source).join('|'), 'iu')

const countOf = (shapes: readonly Shape[], test: (shape: Shape) => boolean) =>
  shapes.reduce((count, shape) => count + (test(shape) ? 1 : 0), 0)

/** Signs enough for a session page; a copy that begins with `Session` has lost its title and headings, and needs no more. */
const enough = 3

/** Lines before it can be banners and a heading. */
const atTop = 8
/** `Friday, 10th December, 2021 (12:50 UTC) - …` as the form writes it, enough at the top of a page; or any time in UTC. */
const timeSigns = ({ isTime, line: { text } }: Shape, line: number) => {
  if (!isTime) return 0
  if (/\(\d{1,2}:\d{2} UTC\) -/.test(text)) return line < atTop ? enough : 2
  return /\bUTC\b/.test(text) ? 1 : 0
}

/** A session has one time, perhaps said twice. */
const listsDays = (shapes: readonly Shape[]) => countOf(shapes, ({ isTime, line }) => isTime && line.text.includes('UTC')) > 2

const checkIn = /^check-in and access this session/i

function sessionSigns(shapes: readonly Shape[], title: number): number {
  const numbered = countOf(shapes, isNumbered)
  const grouped = countOf(shapes, shape => shape.hasGroups && shape.length < 400)
  const ownWords = new Set(
    shapes.flatMap(shape =>
      shape.headings
        .filter(
          heading =>
            heading.exact && slotAt(heading.slot).report !== true && ownHeadings.has(heading.words) && !bullet.test(shape.line.text),
        )
        .map(heading => heading.slot),
    ),
  ).size
  const people = Math.min(3, numbered) + Math.min(3, grouped)
  const others =
    Math.max(0, title) +
    (listsDays(shapes) ? 0 : Math.max(0, ...shapes.map(timeSigns))) +
    (shapes.some(shape => shape.isFormat && / - \d+ min/i.test(shape.line.text)) ? 1 : 0) +
    (shapes.some(shape => checkIn.test(shape.line.text)) ? 2 : 0)
  const isMemberList = others + ownWords + numbered === 0 && !shapes.some(shape => shape.headings.length > 0)
  const other = others + (isMemberList ? 0 : people)
  const isQuoting = other === 0 && ownWords < manyHeadings && !shapes.some(({ isTime, line }) => isTime && hours.test(line.text))
  return Math.min(title, 0) + other + (isQuoting ? Math.min(ownWords, enough - 1) : ownWords)
}

/** Who writes about such pages quotes a heading or two. */
const manyHeadings = 5
const hours = /\d[:.h]\d{2}/

/** Headings that pages of other kinds do not have. */
const own =
  /^(?:about this session|policy question|online moderator|onsite moderator|additional speakers|expected outcomes|online participation|relevance to|format description|thematic track|subtheme|sub-theme|session time|sdgs|proposer|co-proposer|co-organizer|what will participants|connection with|rapporteur|content of the session|relevance of the session|workshop organi|session format|additional policy)/
const ownHeadings = new Set(slots.flatMap(({ headings }) => headings.filter(words => own.test(words))))

const reportSigns = (shapes: readonly Shape[]) =>
  new Set(
    shapes.flatMap(shape =>
      shape.headings.filter(heading => slotAt(heading.slot).report && heading.words.includes(' ')).map(heading => heading.slot),
    ),
  ).size

/** `IGF 2018 Long Report Template`. */
const reportForm = /\breport (?:template|form)$|^IGF \d{4} (?:\w+ )?report$|^(?:pre-session synthesis|(?:short|long) report) due\b/i

/** What the page is, by the signs that only such pages have; anything else is a document and is not forced into a form. */
export function pageKindOf(all: readonly Shape[], titleSigns: number): PageKind {
  const shapes = all.slice(0, furthest)
  const title = shapes.slice(0, 5).some(shape => transcriptTitle.test(shape.line.text))
  const turns = countOf(shapes, shape => turn.test(shape.line.text))
  if (turns > 2 || shapes.slice(0, 12).some(shape => disclaimer.test(shape.line.text)) || (title && turns > 0)) return 'transcript'
  const signed = shapes.filter(shape => shape.length < 250 && anyDigestSign.test(shape.line.text))
  const digest = digestSigns.filter(sign => signed.some(shape => sign.test(shape.line.text))).length
  if (digest >= 2) return 'digest'
  const signs = sessionSigns(shapes, titleSigns) + (isBare(shapes) ? enough : 0)
  const report = reportSigns(shapes)
  if (titleSigns < 0 && signs < enough) return 'document'
  if (report >= 2 && (signs < 2 || shapes.slice(0, 5).some(shape => reportForm.test(shape.line.text)))) return 'report'
  const isReport = report > 0 || signs < enough
  if (isReport && report + signs >= 2 && shapes.some(shape => /^session title\s*:/i.test(shape.line.text))) return 'report'
  if (signs >= enough) return 'session'
  return report >= 1 && signs > 0 ? 'report' : 'document'
}

const markup = /<\/?(?:div|span|p|br|td|tr|ul|li|html|head|body|title|script|h\d)\b[^>]{0,200}>/gi

/** The text is the code of a web page, not what it shows. */
export const isMarkup = (text: string) => text.includes('<') && (text.slice(0, 20_000).match(markup)?.length ?? 0) > 5
