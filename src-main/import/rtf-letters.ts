import { CHARSET_PAGES, pageEncoding, WESTERN_PAGE } from './rtf-words.ts'

/** Turns the bytes of an RTF file into letters, by the code page of the document and of its fonts. */
export interface RtfLetters {
  setDocumentPage(page: number): void
  setFontCharset(font: number, charset: number): void
  setFontPage(font: number, page: number): void
  decode(bytes: string, font: number): string
  /** Letters were read in a code page that is not known here. */
  hasGuessed(): boolean
}

/** `decode` takes bytes as Latin-1 characters. */
export function rtfLetters(): RtfLetters {
  const fonts = new Map<number, number>()
  const decoders = new Map<number, TextDecoder>()
  let documentPage = WESTERN_PAGE
  let hasGuessed = false

  function decoderOf(page: number): TextDecoder {
    const known = decoders.get(page)
    if (known) return known
    const encoding = pageEncoding(page)
    const decoder = new TextDecoder(encoding ?? `windows-${WESTERN_PAGE}`)
    if (encoding === null) hasGuessed = true
    decoders.set(page, decoder)
    return decoder
  }

  return {
    setDocumentPage: page => void (documentPage = page),
    setFontCharset(font, charset) {
      const page = CHARSET_PAGES[charset]
      if (page !== undefined) fonts.set(font, page)
    },
    setFontPage: (font, page) => void fonts.set(font, page),
    decode(bytes, font) {
      if (!/[\x80-\xFF]/.test(bytes)) return bytes
      return decoderOf(fonts.get(font) ?? documentPage).decode(Buffer.from(bytes, 'latin1'))
    },
    hasGuessed: () => hasGuessed,
  }
}
