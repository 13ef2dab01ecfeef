import { readFile } from 'node:fs/promises'
import { extname, isAbsolute, join, relative } from 'node:path'

export const appOrigin = 'app://rapporteur'

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

export const contentPolicy = Object.entries({
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'frame-src': "'none'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
})
  .map(([directive, sources]) => `${directive} ${sources}`)
  .join('; ')

/** The file that an address of ours stands for; `null` for anything outside `root`, or of a type that we do not ship. */
export function fileOf(address: string, root: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null
  if (url?.protocol !== 'app:' || url.host !== 'rapporteur') return null
  const path = decode(url.pathname === '/' ? '/index.html' : url.pathname)
  if (path === null || path.includes('\0') || path.includes('\\')) return null
  const file = join(root, path)
  const inside = relative(root, file)
  const isInside = inside !== '' && !inside.startsWith('..') && !isAbsolute(inside)
  return isInside && extname(file) in mediaTypes ? file : null
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch (error) {
    if (error instanceof URIError) return null
    throw error
  }
}

/** Answers the window's requests from the files under `root`. */
export async function answer(request: { readonly method: string; readonly url: string }, root: string): Promise<Response> {
  const file = request.method === 'GET' ? fileOf(request.url, root) : null
  const body = file && (await readIfThere(file))
  if (!file || !body) return new Response(null, { status: 404 })
  return new Response(body, {
    headers: {
      'content-type': mediaTypes[extname(file)]!,
      'content-security-policy': contentPolicy,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  })
}

async function readIfThere(file: string): Promise<Buffer<ArrayBuffer> | null> {
  try {
    return await readFile(file)
  } catch (error) {
    if (['ENOENT', 'EISDIR', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return null
    throw error
  }
}

/** The page's own data, and Chromium's tools, which no page can reach and only our menu opens. */
const localSchemes = ['data:', 'blob:', 'devtools:']

/** Whether a window may load this address: its own files, nothing from outside; a developer's server where given. */
export function isAllowedAddress(address: string, developerOrigin: string | null): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  if (url.protocol === 'app:') return url.host === 'rapporteur'
  if (localSchemes.includes(url.protocol)) return true
  return developerOrigin !== null && [developerOrigin, developerOrigin.replace(/^http/, 'ws')].includes(url.origin)
}

interface Frame {
  readonly parent: unknown
  readonly url: string
}

/** Whether a message comes from the page itself: not from a frame in it, nor from anything that took its place. */
export function isOwnPage(frame: Frame | null, developerOrigin: string | null): boolean {
  if (!frame || frame.parent || !URL.canParse(frame.url)) return false
  const { protocol: scheme, host, origin } = new URL(frame.url)
  return (scheme === 'app:' && host === 'rapporteur') || origin === developerOrigin
}
