import { useEffect, useRef } from 'react'
import { belongsToTyping, matchesKeys } from './key-match.ts'

export const isMac = typeof navigator !== 'undefined' && navigator.platform.startsWith('Mac')

export type KeyBindings = Readonly<Record<string, (event: KeyboardEvent) => void>>
interface Reader {
  readonly bindings: KeyBindings
  readonly when: boolean
}

/** The newest reader comes last and is asked first. */
const readers: { current: Reader }[] = []

const typing =
  'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true], [contenteditable=""], [role=combobox], [role=textbox]'
/** Menus and lists in a popover find by letter; a dialog has the keyboard to itself. */
const ownLetters = '[role=menu], .popover [role=listbox]'

const isIn = (target: EventTarget | null, selector: string) => target instanceof Element && target.closest(selector) !== null
export const isTextInput = (target: EventTarget | null) => isIn(target, typing)
export const isModalOpen = () => document.querySelector('.modal-overlay') !== null

function press(event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing || isModalOpen()) return
  const typed = isIn(event.target, `${typing}, ${ownLetters}`)
  for (const { current } of readers.toReversed()) {
    if (!current.when) continue
    const found = Object.entries(current.bindings).find(([keys]) => matchesKeys(keys, event, isMac) && !(typed && belongsToTyping(keys)))
    if (!found) continue
    event.preventDefault()
    found[1](event)
    return
  }
}

function addReader(reader: { current: Reader }) {
  if (readers.length === 0) window.addEventListener('keydown', press)
  readers.push(reader)
  return () => {
    readers.splice(readers.indexOf(reader), 1)
    if (readers.length === 0) window.removeEventListener('keydown', press)
  }
}

/**
 * Binds keys such as `n`, `mod+k` or `shift+arrowdown` while mounted; `mod` is Cmd on a Mac and Ctrl elsewhere.
 * Nothing is heard while a modal is open, and letters are left to whoever is typing.
 */
export function useKeys(bindings: KeyBindings, { when = true }: { when?: boolean } = {}) {
  const reader = useRef({ bindings, when })
  useEffect(() => {
    reader.current = { bindings, when }
  })
  useEffect(() => addReader(reader), [])
}
