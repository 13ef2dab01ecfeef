import { headerValue } from './mime-headers.ts'
import type { MimePart } from './mime.ts'

/** The page in a file that a browser saved as one, or null for a mail: by the header of browsers, or by an address that the page has. */
export function savedPage(root: MimePart): MimePart | null {
  const pages = root.parts.flatMap(part => (part.parts.length > 0 ? part.parts : [part])).filter(isPage)
  const saved = root.headers.get('snapshot-content-location')
  if (root.type.value !== 'multipart/related' || (saved === undefined && !pages.some(hasAddress))) return null
  const start = root.type.parameters.get('start')
  return (
    pages.find(page => start !== undefined && page.headers.get('content-id') === start) ??
    pages.find(page => saved !== undefined && page.headers.get('content-location') === saved) ??
    pages[0] ??
    null
  )
}

function isPage({ headers, type }: MimePart): boolean {
  return (
    /^(?:text\/html|application\/xhtml\+xml)$/.test(type.value) && headerValue(headers.get('content-disposition')).value !== 'attachment'
  )
}

function hasAddress({ headers }: MimePart): boolean {
  return /^(?:https?|file):/i.test(headers.get('content-location') ?? '')
}
