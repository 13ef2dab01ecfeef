import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Api } from '../src-preload/contract.ts'
import { AppError } from './app-error.ts'
import { replyOf, replyText, serve } from './serve.ts'

const bugs: unknown[] = []
const serving = serve<Pick<Api, 'project.forget' | 'note.list' | 'history.undo' | 'history.redo' | 'theme.add'>>(
  {
    'project.forget': () => undefined,
    'note.list': async () => [],
    'history.undo': () => {
      throw new AppError('nothing-to-undo', 'Nothing was done yet.')
    },
    'history.redo': async () => {
      throw new TypeError('a bug')
    },
    'theme.add': ({ name }) => name,
  },
  undefined,
  bug => bugs.push(bug),
)
const request = async (name: string, input: unknown) => replyOf(await serving(name, input))

test('a handler answers, at once or later', async () => {
  expect(await request('project.forget', '/a')).toEqual({ ok: true, value: undefined })
  expect(await request('note.list', '')).toEqual({ ok: true, value: [] })
})

test('a name that the contract does not know is refused, be it one that every object has', async () => {
  for (const name of ['nothing.do', 'toString', '__proto__', 'constructor', ''])
    expect(await request(name, null)).toMatchObject({ ok: false, code: 'unknown-request' })
})

test('a request without a handler is refused, or goes to whom it belongs', async () => {
  expect(await request('project.info', null)).toMatchObject({ ok: false, code: 'unknown-request' })
  const forwarding = serve<Pick<Api, 'note.list'>>({ 'note.list': () => [] }, async (...asked) => replyText({ ok: true, value: asked }))
  expect(replyOf(await forwarding('session.get', 'x'))).toEqual({ ok: true, value: ['session.get', 'x'] })
  expect(replyOf(await forwarding('nothing.do', 'x'))).toMatchObject({ code: 'unknown-request' })
})

test('input that is not as the contract says never reaches a handler', async () => {
  for (const input of [undefined, null, 7, {}, ['/a'], ''])
    expect(await request('project.forget', input)).toMatchObject({ ok: false, code: 'bad-input' })
  expect(await request('theme.add', { parentId: null, name: 'Access', more: 1 })).toMatchObject({ code: 'bad-input' })
})

test('a handler gets the input as the contract reads it', async () => {
  expect(await request('theme.add', { parentId: null, name: '  Access ' })).toEqual({ ok: true, value: 'Access' })
})

test('an expected failure says its code and message', async () => {
  expect(await request('history.undo', null)).toEqual({ ok: false, code: 'nothing-to-undo', message: 'Nothing was done yet.' })
})

test('a bug is reported and settles the request without its details', async () => {
  const reply = await request('history.redo', null)
  expect(reply).toMatchObject({ ok: false, code: 'internal' })
  expect(JSON.stringify(reply)).not.toContain('a bug')
  expect(bugs).toEqual([expect.any(TypeError)])
})

test('no message whatever makes it reject', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string(), fc.constantFrom('note.list', 'theme.add')), fc.anything(), async (name, input) => {
      expect(await request(name, input)).toHaveProperty('ok')
    }),
  )
})
