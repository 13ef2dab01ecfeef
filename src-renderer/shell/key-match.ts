/** What a keyboard event tells; a real one fits. */
export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

interface Keys {
  readonly key: string
  readonly mod: boolean
  readonly shift: boolean
  readonly alt: boolean
}

export function parseKeys(keys: string): Keys {
  const parts = keys.toLowerCase().split('+')
  return { key: parts.at(-1) || '+', mod: parts.includes('mod'), shift: parts.includes('shift'), alt: parts.includes('alt') }
}

/** The letter that is on the key: with a script other than Latin, the one at its place on a Latin keyboard. */
function letterOf({ key, code }: KeyPress) {
  if (key.length === 1 && key > '~' && code.startsWith('Key')) return code.slice(3).toLowerCase()
  return key === ' ' ? 'space' : key.toLowerCase()
}

const isSign = (key: string) => key.length === 1 && !/[a-z]/.test(key)

/** `mod` is Cmd on a Mac and Ctrl elsewhere; figures and signs such as `?` are told by what they type, not by Shift. */
export function matchesKeys(keys: string, press: KeyPress, isMac: boolean) {
  const wanted = parseKeys(keys)
  const [mod, other] = isMac ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey]
  return (
    letterOf(press) === wanted.key &&
    mod === wanted.mod &&
    !other &&
    press.altKey === wanted.alt &&
    (isSign(wanted.key) || press.shiftKey === wanted.shift)
  )
}

const editingKeys = ['mod+z', 'mod+shift+z', 'mod+y', 'mod+a', 'mod+c', 'mod+x', 'mod+v']

/** Whether a text input needs these keys itself: anything it types, and its own editing keys. */
export function belongsToTyping(keys: string) {
  const { mod, alt, key } = parseKeys(keys)
  const isNamed = /^(escape|f\d+)$/.test(key)
  return (!mod && !alt && !isNamed) || editingKeys.includes(keys.toLowerCase())
}

const names: Readonly<Record<string, string>> = {
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  enter: 'Enter',
  escape: 'Esc',
  space: 'Space',
  backspace: 'Backspace',
  delete: 'Delete',
}

/** For display, a part for each key: `['Ctrl', 'Shift', 'Z']`. */
export function showKeys(keys: string, isMac: boolean): string[] {
  const { key, mod, shift, alt } = parseKeys(keys)
  const modifiers = isMac ? { mod: '⌘', shift: '⇧', alt: '⌥' } : { mod: 'Ctrl', shift: 'Shift', alt: 'Alt' }
  const name = names[key] ?? (/^(.|f\d+)$/.test(key) ? key.toUpperCase() : key)
  return [...(mod ? [modifiers.mod] : []), ...(alt ? [modifiers.alt] : []), ...(shift ? [modifiers.shift] : []), name]
}
