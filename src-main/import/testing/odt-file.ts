import { escapeXml } from './docx-file.ts'
import { zipFile, type ZipEntry } from './zip-file.ts'

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns'
const NAMESPACES = ['office', 'style', 'text', 'table', 'draw', 'meta'].map(name => `xmlns:${name}="${OASIS}:${name}:1.0"`).join(' ')
const LIST_STYLES = `<text:list-style style:name="Numbers"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a"/></text:list-style><text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>`

export interface OdtParts {
  /** The XML inside `office:text`. */
  body: string
  header?: string
  manifest?: string
  more?: ZipEntry[]
}

/** The bytes of a small OpenDocument text; its list styles are `Numbers` and `Bullets`. */
export function odtFile({ body, header = '', manifest = '', more = [] }: OdtParts): Buffer {
  return zipFile([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', isStored: true },
    { name: 'content.xml', content: odtContent(body) },
    {
      name: 'styles.xml',
      content: `<office:document-styles ${NAMESPACES}><office:master-styles><style:master-page><style:header>${header}</style:header></style:master-page></office:master-styles></office:document-styles>`,
    },
    { name: 'META-INF/manifest.xml', content: `<manifest>${manifest}</manifest>` },
    ...more,
  ])
}

export function odtContent(body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${NAMESPACES}><office:automatic-styles>${LIST_STYLES}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`
}

export function odtParagraph(text: string): string {
  return `<text:p text:style-name="Standard">${escapeXml(text)}</text:p>`
}

export function odtHeading(text: string, level = 1): string {
  return `<text:h text:outline-level="${level}">${escapeXml(text)}</text:h>`
}

export function odtList(style: 'Numbers' | 'Bullets', items: string[], attributes = ''): string {
  const written = items.map(item => `<text:list-item>${item}</text:list-item>`).join('')
  return `<text:list text:style-name="${style}"${attributes}>${written}</text:list>`
}

export function odtTable(rows: string[][]): string {
  const cells = (row: string[]): string => row.map(cell => `<table:table-cell>${odtParagraph(cell)}</table:table-cell>`).join('')
  return `<table:table>${rows.map(row => `<table:table-row>${cells(row)}</table:table-row>`).join('')}</table:table>`
}
