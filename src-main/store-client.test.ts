import { expect, test, vi } from 'vitest'
import { connectStore } from './store-client.ts'
import { replyOf } from './serve.ts'
import { fakeStore, settled } from './testing/fake-store.ts'

const ignore = () => undefined

function opened() {
  const store = fakeStore()
  const client = connectStore(store.port, ignore)
  store.opens()
  return { store, client }
}

test('answers reach the requests that they belong to, in whatever order they come', async () => {
  const { store, client } = opened()
  const first = client.request('session.get', 'a')
  const second = client.request('session.get', 'b')
  await settled()
  expect(store.received).toEqual([
    { id: 1, name: 'session.get', input: 'a' },
    { id: 2, name: 'session.get', input: 'b' },
  ])
  store.answers(2, 'B')
  store.answers(1, 'A')
  expect([await first, await second].map(replyOf)).toEqual([
    { ok: true, value: 'A' },
    { ok: true, value: 'B' },
  ])
})

test('what the store answers is passed on letter by letter', async () => {
  const { store, client } = opened()
  const request = client.request('session.list', null)
  await settled()
  store.answers(1, [{ title: 'Lamps 🌫️' }])
  expect(await request).toBe('{"ok":true,"value":[{"title":"Lamps 🌫️"}]}')
})

test('a store that dies settles every request, those before and those after', async () => {
  const { store, client } = opened()
  const before = client.request('project.info', null)
  await settled()
  store.exits(9)
  expect(replyOf(await before)).toMatchObject({ ok: false, code: 'store-gone', message: expect.stringContaining('9') })
  expect(replyOf(await client.request('project.info', null))).toMatchObject({ ok: false, code: 'store-gone' })
  await client.exited
})

test('requests wait until the project is open', async () => {
  const store = fakeStore()
  const client = connectStore(store.port, ignore)
  void client.request('project.info', null)
  await settled()
  expect(store.received).toEqual([])
  store.opens()
  await settled()
  expect(store.received).toHaveLength(1)
})

test('a project that cannot be opened says why, to everyone who asks, and its process is ended', async () => {
  const store = fakeStore()
  const client = connectStore(store.port, ignore)
  const request = client.request('project.info', null)
  store.fails('damaged-project')
  await expect(client.opened).rejects.toMatchObject({ code: 'damaged-project', message: 'It is damaged-project' })
  expect(replyOf(await request)).toMatchObject({ ok: false, code: 'damaged-project' })
  expect(store.wasKilled).toBe(true)
  await client.close()
})

test('a store that dies before it opened is gone', async () => {
  const store = fakeStore()
  const client = connectStore(store.port, ignore)
  store.exits(11)
  await expect(client.opened).rejects.toMatchObject({ code: 'store-gone' })
})

test('what changed is passed on', () => {
  const changed = vi.fn()
  const store = fakeStore()
  connectStore(store.port, changed)
  store.says(['session.list', 'history.state'])
  expect(changed).toHaveBeenCalledExactlyOnceWith(['session.list', 'history.state'])
})

test('closing asks the store, after every request before it, and waits until it has gone', async () => {
  const { store, client } = opened()
  const edit = client.request('note.set', {})
  const closing = client.close()
  await settled()
  expect(store.received).toEqual([{ id: 1, name: 'note.set', input: {} }, { close: true }])
  store.answers(1, undefined)
  store.exits(0)
  expect(replyOf(await edit)).toEqual({ ok: true, value: undefined })
  await closing
  expect(store.wasKilled).toBe(false)
})

test('a store that does not close within the limit is ended', async () => {
  const store = fakeStore()
  const client = connectStore(store.port, ignore, 0)
  store.opens()
  await client.close()
  expect(store.wasKilled).toBe(true)
})
