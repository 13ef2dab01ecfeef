export interface MailPart {
  headers: Record<string, string>
  body: string | Uint8Array | MailPart[]
  encoding?: 'base64' | 'quoted-printable' | '8bit'
}

let boundaries = 0

/** The bytes of a message, its parts in their transfer encodings. */
export function mailFile(part: MailPart): Buffer {
  return Buffer.from(`${write({ ...part, headers: { 'MIME-Version': '1.0', ...part.headers } })}\r\n`, 'latin1')
}

export function textPart(text: string, encoding: MailPart['encoding'] = 'quoted-printable', parameters = ''): MailPart {
  return { headers: { 'Content-Type': `text/plain; charset=utf-8${parameters}` }, body: text, encoding }
}

export function pagePart(
  markup: string,
  encoding: MailPart['encoding'] = 'quoted-printable',
  headers: Record<string, string> = {},
): MailPart {
  return { headers: { 'Content-Type': 'text/html; charset="utf-8"', ...headers }, body: markup, encoding }
}

export function attachment(name: string, type = 'application/pdf'): MailPart {
  return {
    headers: { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"` },
    body: Buffer.from('not read'),
    encoding: 'base64',
  }
}

export function multipart(kind: string, parts: MailPart[], headers: Record<string, string> = {}): MailPart {
  return { headers: { ...headers, 'Content-Type': `multipart/${kind}` }, body: parts }
}

function write({ headers, body, encoding }: MailPart): string {
  if (Array.isArray(body)) {
    boundaries += 1
    const boundary = `----=_part_${boundaries}`
    const head = headerLines({ ...headers, 'Content-Type': `${headers['Content-Type']};\r\n\tboundary="${boundary}"` })
    return `${head}\r\nA preamble.\r\n${body.map(part => `--${boundary}\r\n${write(part)}\r\n`).join('')}--${boundary}--\r\nAn epilogue.`
  }
  const bytes = Buffer.from(body)
  return `${headerLines({ ...headers, 'Content-Transfer-Encoding': encoding ?? '8bit' })}\r\n${transfer(bytes, encoding)}`
}

function headerLines(headers: Record<string, string>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')
}

function transfer(bytes: Buffer, encoding: MailPart['encoding']): string {
  if (encoding === 'base64') return bytes.toString('base64').replace(/.{76}/g, '$&\r\n')
  if (encoding === 'quoted-printable') return quoted(bytes)
  return bytes.toString('latin1').replace(/\r?\n/g, '\r\n')
}

function quoted(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .split(/\r?\n/)
    .map(line => line.replace(/[^\x20-<>-~]|[ \t]$/g, letter => `=${letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`))
    .map(line => line.replace(/(?:[^=]|=[0-9A-F]{2}){70}(?=.{3})/g, '$&=\r\n'))
    .join('\r\n')
}
