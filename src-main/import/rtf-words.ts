// What the control words of RTF mean, as data; words that are not here say how text looks and are passed over.

/** Groups that hold no text of the page. */
export const SILENT_GROUPS = new Set(
  'fonttbl colortbl stylesheet info pict object themedata colorschememapping datastore latentstyles listtable listoverridetable revtbl rsidtbl filetbl fldinst header headerl headerr headerf footer footerl footerr footerf ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn nonshppict xe tc rxe private generator sp atnid atnauthor atntime atndate atnref atnparent atrfstart atrfend annotationref pgptbl mmathPr xmlnstbl'.split(
    ' ',
  ),
)

/** Groups marked `\*` that hold text all the same; other marked groups are not read. */
export const MARKED_TEXT = new Set(['annotation', 'footnote', 'shpinst', 'shptxt', 'pnseclvl'])

/** Groups whose text goes to the end, and what stands in their place. */
export const MARGIN_GROUPS: Readonly<Record<string, string>> = { footnote: '', annotation: 'C' }

/** Groups that hold the number or bullet of a list item. */
export const MARKER_GROUPS = new Set(['listtext', 'pntext'])

export const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['emdash', '—'],
  ['endash', '–'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['bullet', '•'],
  ['emspace', '\u2003'],
  ['enspace', '\u2002'],
  ['qmspace', '\u2005'],
  ['zwj', '\u200D'],
  ['zwnj', '\u200C'],
  ['ltrmark', '\u200E'],
  ['rtlmark', '\u200F'],
  ['~', '\u00A0'],
  ['_', '\u2011'],
  ['{', '{'],
  ['}', '}'],
  ['\\', '\\'],
])

/** A line break written as itself after a backslash ends a paragraph too. */
export const LINE_ENDS = new Set(['par', 'line', 'sect', 'page', 'column', 'softline', 'nestrow', '\n', '\r'])

export const WESTERN_PAGE = 1252
export const MACINTOSH_PAGE = 10_000

/** By the `\fcharset` of a font; 0 and 1 are the document's own. */
export const CHARSET_PAGES: Readonly<Record<number, number>> = {
  77: MACINTOSH_PAGE,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
}

const ENCODINGS: Readonly<Record<number, string>> = {
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  [MACINTOSH_PAGE]: 'macintosh',
  10_007: 'x-mac-cyrillic',
  20_866: 'koi8-r',
  21_866: 'koi8-u',
  54_936: 'gb18030',
  65_001: 'utf-8',
}

/** The encoding of a Windows code page; null where no decoder knows it. */
export function pageEncoding(page: number): string | null {
  if (page >= 1250 && page <= 1258) return `windows-${page}`
  if (page > 28_591 && page <= 28_606) return `iso-8859-${page - 28_590}`
  return ENCODINGS[page] ?? null
}
