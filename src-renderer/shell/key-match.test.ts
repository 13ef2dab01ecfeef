import { expect, test } from 'vitest'
import { belongsToTyping, matchesKeys, showKeys, type KeyPress } from './key-match.ts'

const press = (key: string, change: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...change,
})

test('mod is Ctrl, and Cmd on a Mac', () => {
  expect(matchesKeys('mod+k', press('k', { ctrlKey: true }), false)).toBe(true)
  expect(matchesKeys('mod+k', press('k', { metaKey: true }), true)).toBe(true)
  expect(matchesKeys('mod+k', press('k', { ctrlKey: true }), true)).toBe(false)
})

test('a letter alone is not that letter with a modifier', () => {
  expect(matchesKeys('n', press('n'), false)).toBe(true)
  expect(matchesKeys('n', press('n', { ctrlKey: true }), false)).toBe(false)
  expect(matchesKeys('n', press('n', { altKey: true }), false)).toBe(false)
  expect(matchesKeys('n', press('N', { shiftKey: true }), false)).toBe(false)
  expect(matchesKeys('shift+n', press('N', { shiftKey: true }), false)).toBe(true)
})

test('a sign is known by what it types, whatever Shift does on that keyboard', () => {
  expect(matchesKeys('?', press('?', { shiftKey: true }), false)).toBe(true)
  expect(matchesKeys('/', press('/', { shiftKey: true }), false)).toBe(true)
})

test('letters work on keyboards of other scripts', () => {
  expect(matchesKeys('n', press('т', { code: 'KeyN' }), false)).toBe(true)
  expect(matchesKeys('mod+z', press('я', { code: 'KeyZ', ctrlKey: true }), false)).toBe(true)
})

test('a Latin letter is where the keyboard has it', () => {
  expect(matchesKeys('mod+z', press('z', { code: 'KeyY', ctrlKey: true }), false)).toBe(true)
  expect(matchesKeys('mod+y', press('z', { code: 'KeyY', ctrlKey: true }), false)).toBe(false)
})

test('undo inside a text input is its own, finding is not', () => {
  expect(belongsToTyping('n')).toBe(true)
  expect(belongsToTyping('shift+a')).toBe(true)
  expect(belongsToTyping('mod+z')).toBe(true)
  expect(belongsToTyping('mod+k')).toBe(false)
  expect(belongsToTyping('escape')).toBe(false)
  expect(belongsToTyping('f6')).toBe(false)
})

test('keys are shown as they are printed', () => {
  expect(showKeys('mod+shift+z', false)).toEqual(['Ctrl', 'Shift', 'Z'])
  expect(showKeys('mod+shift+z', true)).toEqual(['⌘', '⇧', 'Z'])
  expect(showKeys('mod+alt+arrowdown', false)).toEqual(['Ctrl', 'Alt', '↓'])
  expect(showKeys('f6', false)).toEqual(['F6'])
})
