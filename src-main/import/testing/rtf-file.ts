const HEAD = String.raw`\rtf1\ansi\ansicpg1252\deff0\uc1{\fonttbl{\f0\froman\fcharset0 Times New Roman;}{\f1\fnil\fcharset204 Arial Cyr;}{\f2\fnil\fcharset128 MS Mincho;}{\f3\fnil\fcharset2 Symbol;}}{\colortbl;\red0\green0\blue0;}{\stylesheet{\s0 Normal;}{\s1 heading 1;}}{\info{\title No title}{\author No author}}`

/** The bytes of a Rich Text file with this body; its fonts are 0 Western, 1 Cyrillic, 2 Japanese and 3 symbols. */
export function rtfFile(body: string): Buffer {
  return Buffer.from(`{${HEAD}\n${body}}`, 'latin1')
}

/** Text as word processors write it: letters of the code page as bytes, others as Unicode with a question mark. */
export function rtfText(text: string): string {
  return text.replace(/[\\{}]|[^\x20-\x7E]/g, letter => {
    const code = letter.charCodeAt(0)
    if (code < 0x80) return letter === '\t' ? String.raw`\tab ` : `\\${letter}`
    return code > 0xa0 && code < 0x100 ? `\\'${code.toString(16)}` : `\\u${code > 0x7fff ? code - 0x10000 : code}?`
  })
}

export function rtfParagraph(text: string): string {
  return `\\pard\\plain\\f0\\fs24 ${rtfText(text)}\\par\n`
}

export function rtfRow(cells: string[]): string {
  return `\\trowd\\cellx2000\\cellx4000 ${cells.map(cell => `\\pard\\intbl ${rtfText(cell)}\\cell `).join('')}\\row\n`
}
