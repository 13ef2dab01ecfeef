import { attachmentName, type MimePart } from './mime.ts'

export interface MailBodies {
  /** The parts that a mail program shows as its text, in their order. */
  shown: MimePart[]
  attachments: string[]
}

/** What a mail says and what it carries: of alternatives the page, else the text; of related parts the one that the others belong to. */
export function mailBodies(part: MimePart): MailBodies {
  const { type, parts } = part
  if (!type.value.startsWith('multipart/')) return leafBodies(part)
  if (type.value === 'multipart/alternative') return bestOf(parts.map(mailBodies))
  if (type.value === 'multipart/related') return mainOf(part)
  const all = parts.map(mailBodies)
  return { shown: all.flatMap(({ shown }) => shown), attachments: all.flatMap(({ attachments }) => attachments) }
}

function leafBodies(part: MimePart): MailBodies {
  const name = attachmentName(part)
  return name === null ? { shown: [part], attachments: [] } : { shown: [], attachments: [name] }
}

function bestOf(choices: MailBodies[]): MailBodies {
  const page = choices.findLast(({ shown }) => shown.some(part => part.type.value === 'text/html'))
  return page ?? choices.find(({ shown }) => shown.length > 0) ?? { shown: [], attachments: [] }
}

/** Pictures that the page shows are no attachments. */
function mainOf({ type, parts }: MimePart): MailBodies {
  const start = type.parameters.get('start')
  const main = parts.find(part => start !== undefined && part.headers.get('content-id') === start) ?? parts[0]
  const rest = parts.filter(part => part !== main && part.headers.get('content-id') === undefined).map(mailBodies)
  const { shown, attachments } = main ? mailBodies(main) : { shown: [], attachments: [] }
  return { shown, attachments: [...attachments, ...rest.flatMap(one => one.attachments)] }
}

/** Text whose lines a mail program broke and marked with a blank at their ends, made whole. */
export function unflowed(text: string, deletesBlank: boolean): string {
  const lines: string[] = []
  let isOpen = false
  for (const line of text.split(/\r?\n/)) {
    const unstuffed = line.startsWith(' ') ? line.slice(1) : line
    const isSoft = unstuffed.endsWith(' ') && unstuffed !== '-- '
    const words = isSoft && deletesBlank ? unstuffed.slice(0, -1) : unstuffed
    if (isOpen) lines[lines.length - 1] += words
    else lines.push(words)
    isOpen = isSoft
  }
  return lines.join('\n')
}
