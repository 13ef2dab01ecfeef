import type { MenuItemConstructorOptions } from 'electron'
import { expect, test, vi } from 'vitest'
import { commands } from '../src-preload/contract.ts'
import { menuTemplate, type MenuState } from './menu.ts'

function menu(more: Partial<MenuState> = {}) {
  const command = vi.fn<MenuState['command']>()
  const request = vi.fn<MenuState['request']>()
  const state = { recent: ['/x/A & B.rapporteur'], hasProject: true, isMac: false, isDeveloper: false, command, request, ...more }
  return { command, request, items: flat(menuTemplate(state)) }
}

function flat(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap(item => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])
}

function press(item: MenuItemConstructorOptions) {
  ;(item.click as (() => void) | undefined)?.()
}

test('every command of the window is in the menu, once', () => {
  const { items, command } = menu()
  for (const item of items) press(item)
  expect(command.mock.calls.map(([name]) => name).toSorted()).toEqual([...commands].toSorted())
})

test('a recent project opens by its path', () => {
  const { items, request } = menu()
  press(items.find(({ label }) => label === 'A && B – /x')!)
  expect(request).toHaveBeenCalledExactlyOnceWith('project.openRecent', '/x/A & B.rapporteur')
})

test('without a project, its commands are grey and projects can still be opened', () => {
  const { items, command, request } = menu({ hasProject: false })
  for (const item of items.filter(({ enabled }) => enabled !== false)) press(item)
  expect(command).not.toHaveBeenCalled()
  expect(request.mock.calls.map(([name]) => name)).toEqual(['project.create', 'project.open', 'project.openRecent', 'project.openSample'])
})

test('no key is promised twice', () => {
  const keys = menu({ isDeveloper: true }).items.flatMap(({ accelerator }) => (accelerator ? [accelerator] : []))
  expect(new Set(keys).size).toBe(keys.length)
})

test('the tools of developers are theirs alone', () => {
  const hasTools = (isDeveloper: boolean) => menu({ isDeveloper }).items.some(({ role }) => role === 'toggleDevTools')
  expect([hasTools(true), hasTools(false)]).toEqual([true, false])
})
