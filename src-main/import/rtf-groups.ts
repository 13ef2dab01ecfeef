import { AppError } from '../app-error.ts'
import { LIMITS } from './limits.ts'
import { rtfLetters, type RtfLetters } from './rtf-letters.ts'
import { rtfOutput, type RtfOutput } from './rtf-output.ts'
import { timeLimit } from './time-limit.ts'
import * as words from './rtf-words.ts'

/** A word with its number, a byte, a symbol, a bracket, or text. */
const TOKEN = /\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[^\\{}]+/y

interface Group {
  /** No word has come yet that says what it is for. */
  isNew: boolean
  /** A reader that does not know it may pass it over. */
  isMarked: boolean
  isSilent: boolean
  isFontTable: boolean
  /** Deleted or hidden words. */
  isUnseen: boolean
  /** Its text is collected apart. */
  isPart: boolean
  font: number
  /** Characters that follow each Unicode one for readers that know none. */
  unicodeSkip: number
}

interface Reading {
  readonly output: RtfOutput
  readonly letters: RtfLetters
  readonly around: Group[]
  group: Group
  defaultFont: number
  /** The font that the font table is describing. */
  listedFont: number
  toSkip: number
  /** Bytes are kept until something else comes: a letter may take two. */
  bytes: string
}

const OUTSIDE: Group = {
  isNew: false,
  isMarked: false,
  isSilent: false,
  isFontTable: false,
  isUnseen: false,
  isPart: false,
  font: 0,
  unicodeSkip: 1,
}

/** Reads the first group of an RTF file to its end, or as far as it goes. */
export function readRtfGroups(rtf: string, milliseconds?: number): { text: string; hasEnd: boolean; hasGuessed: boolean } {
  const reading: Reading = {
    output: rtfOutput(),
    letters: rtfLetters(),
    around: [],
    group: OUTSIDE,
    defaultFont: 0,
    listedFont: 0,
    toSkip: 0,
    bytes: '',
  }
  const token = new RegExp(TOKEN)
  const checkTime = timeLimit(milliseconds)
  let hasEnd = false
  while (!hasEnd) {
    const found = token.exec(rtf)
    if (!found) break
    checkTime()
    const [text, word, number, byte, symbol, bracket] = found
    if (word === 'bin') token.lastIndex += Math.max(0, Number(number ?? 0))
    else if (byte !== undefined) addBytes(reading, String.fromCharCode(Number.parseInt(byte, 16)))
    else if (bracket !== undefined) hasEnd = passBracket(reading, bracket)
    else if (word === undefined && symbol === undefined) addBytes(reading, text.replace(/[\r\n]+/g, ''))
    else apply(reading, word ?? symbol!, number === undefined ? null : Number(number))
  }
  flush(reading)
  return { text: reading.output.toString(), hasEnd, hasGuessed: reading.letters.hasGuessed() }
}

const isHeard = ({ isSilent, isUnseen }: Group): boolean => !isSilent && !isUnseen

function addBytes(reading: Reading, bytes: string): void {
  const skipped = Math.min(reading.toSkip, bytes.length)
  reading.toSkip -= skipped
  if (isHeard(reading.group)) reading.bytes += bytes.slice(skipped)
}

function flush(reading: Reading): void {
  if (reading.bytes !== '') reading.output.write(reading.letters.decode(reading.bytes, reading.group.font))
  reading.bytes = ''
}

/** Whether the outermost group has ended. */
function passBracket(reading: Reading, bracket: string): boolean {
  const { around, output } = reading
  flush(reading)
  reading.toSkip = 0
  if (bracket === '{') {
    if (around.push(reading.group) > LIMITS.rtfDepth) throw tooDeep()
    reading.group = { ...reading.group, isNew: true, isMarked: false, isPart: false }
    return false
  }
  if (reading.group.isPart) output.endPart()
  reading.group = around.pop() ?? OUTSIDE
  return around.length === 0
}

function apply(reading: Reading, word: string, value: number | null): void {
  const { group } = reading
  const character = words.CHARACTERS.get(word)
  flush(reading)
  if (word === '*') group.isMarked = true
  else if (group.isFontTable) describeFont(reading, word, value ?? 0)
  else if (word === 'u') addUnicode(reading, value ?? 0)
  else if (character !== undefined) addCharacter(reading, character)
  else if (!isPurpose(reading, word) && !group.isSilent) {
    setStyle(reading, word, value)
    layOut(reading.output, word)
  }
  if (word !== '*') group.isNew = false
}

function addUnicode(reading: Reading, code: number): void {
  reading.toSkip = 0
  addCharacter(reading, String.fromCharCode(code & 0xffff))
  reading.toSkip = reading.group.unicodeSkip
}

function addCharacter(reading: Reading, character: string): void {
  if (reading.toSkip > 0) reading.toSkip -= 1
  else if (isHeard(reading.group)) reading.output.write(character)
}

function describeFont(reading: Reading, word: string, value: number): void {
  if (word === 'f') reading.listedFont = value
  else if (word === 'fcharset') reading.letters.setFontCharset(reading.listedFont, value)
  else if (word === 'cpg') reading.letters.setFontPage(reading.listedFont, value)
}

/** Whether the word says what its group is for. */
function isPurpose({ group, output }: Reading, word: string): boolean {
  if (word === 'fonttbl') group.isFontTable = true
  if (words.SILENT_GROUPS.has(word) || (group.isNew && group.isMarked && !words.MARKED_TEXT.has(word))) group.isSilent = true
  const isMargin = Object.hasOwn(words.MARGIN_GROUPS, word)
  if (!group.isNew || group.isSilent || !(isMargin || words.MARKER_GROUPS.has(word))) return group.isSilent
  group.isPart = true
  if (isMargin) output.startMargin(word)
  else output.startMarker()
  return true
}

function setStyle(reading: Reading, word: string, value: number | null): void {
  const { group, letters } = reading
  if (word === 'f') group.font = value ?? 0
  else if (word === 'deff') group.font = reading.defaultFont = value ?? 0
  else if (word === 'plain') Object.assign(group, { isUnseen: false, font: reading.defaultFont })
  else if (word === 'uc') group.unicodeSkip = Math.max(0, value ?? 1)
  else if (word === 'ansicpg') letters.setDocumentPage(value ?? 0)
  else if (word === 'mac') letters.setDocumentPage(words.MACINTOSH_PAGE)
  else if (word === 'v' || word === 'deleted') group.isUnseen = value !== 0
}

function layOut(output: RtfOutput, word: string): void {
  if (words.LINE_ENDS.has(word)) output.endLine()
  else if (word === 'trowd' || word === 'intbl') output.startRow()
  else if (word === 'cell') output.endCell()
  else if (word === 'row') output.endRow()
  else if (word === 'nestcell') output.write(' | ')
}

function tooDeep(): AppError {
  return new AppError('too-deep', 'The document is nested too deeply to be read. Copy its text into a .txt file.')
}
