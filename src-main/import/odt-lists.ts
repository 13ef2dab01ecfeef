import { readXml } from './xml.ts'

export type Attribute = (name: string) => string | null

interface Numbering {
  /** `1`, `a`, `A`, `i` or `I`. */
  format: string
  start: number
}

/** How each level of each list style counts; null where it has bullets. */
export type ListStyles = Map<string, Map<number, Numbering | null>>

/** Opens and closes the lists of an OpenDocument text as HTML lists that carry its numbers. */
export interface OdtLists {
  open(attribute: Attribute): { start: string; end: string }
  openItem(attribute: Attribute): { start: string; end: string }
  close(): void
  isOpen(): boolean
}

/** Adds the list styles that a content or styles part of an OpenDocument file defines. */
export function addListStyles(xml: string, styles: ListStyles): void {
  let levels = new Map<number, Numbering | null>()
  readXml(xml, {
    enter(name, attribute) {
      if (name === 'text:list-style') styles.set(attribute('style:name') ?? '', (levels = new Map<number, Numbering | null>()))
      const level = Number(attribute('text:level'))
      if (name === 'text:list-level-style-bullet') levels.set(level, null)
      if (name === 'text:list-level-style-number') levels.set(level, numbering(attribute))
      return name !== 'office:body'
    },
    text: () => undefined,
    leave: () => undefined,
  })
}

function numbering(attribute: Attribute): Numbering | null {
  const format = attribute('style:num-format') ?? ''
  return /^[1aAiI]$/.test(format) ? { format, start: integer(attribute('text:start-value')) ?? 1 } : null
}

export function odtLists(styles: ListStyles): OdtLists {
  const open: { style: string; level: number; isNumbered: boolean; next: number }[] = []
  const counted = new Map<string, number>()
  return {
    open(attribute) {
      const style = attribute('text:style-name') ?? open.at(-1)?.style ?? ''
      const level = open.length + 1
      const kind = styles.get(style)?.get(level) ?? null
      const isContinued = attribute('text:continue-numbering') === 'true' || attribute('text:continue-list') !== null
      const next = (isContinued ? counted.get(`${level} ${style}`) : undefined) ?? kind?.start ?? 1
      open.push({ style, level, isNumbered: kind !== null, next })
      return kind === null ? { start: '<ul>', end: '</ul>' } : { start: `<ol type="${kind.format}">`, end: '</ol>' }
    },
    openItem(attribute) {
      const list = open.at(-1)
      if (!list?.isNumbered) return { start: '<li>', end: '</li>' }
      const value = integer(attribute('text:start-value')) ?? list.next
      list.next = value + 1
      return { start: `<li value="${value}">`, end: '</li>' }
    },
    close() {
      const list = open.pop()
      if (list) counted.set(`${list.level} ${list.style}`, list.next)
    },
    isOpen: () => open.length > 0,
  }
}

function integer(value: string | null): number | null {
  return value !== null && /^\d{1,6}$/.test(value) ? Number(value) : null
}
