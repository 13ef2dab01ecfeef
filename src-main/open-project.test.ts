import { expect, test, vi } from 'vitest'
import { mayRestart, openProject } from './open-project.ts'
import { replyOf } from './serve.ts'
import { fakeStore, settled, type FakeStore } from './testing/fake-store.ts'

function project() {
  const stores: FakeStore[] = []
  const events = { changed: vi.fn(), restarted: vi.fn(), lost: vi.fn() }
  const options = { path: '/a.rapporteur', create: true, author: 'Ada', backupMinutes: 0 }
  const opened = openProject(
    options,
    given => {
      stores.push(fakeStore(given))
      return stores.at(-1)!.port
    },
    events,
  )
  stores[0]!.opens()
  return { stores, events, opened }
}

async function dies({ stores }: { stores: FakeStore[] }) {
  stores.at(-1)!.exits(139)
  await settled()
}

test('a store that dies is started anew on the file that is there now, and serves again', async () => {
  const { stores, events, opened } = project()
  await opened.opened
  await dies({ stores })
  expect(stores.map(({ options }) => options.create)).toEqual([true, false])
  const request = opened.request('project.info', null)
  stores[1]!.opens()
  await settled()
  expect(events.restarted).toHaveBeenCalledOnce()
  stores[1]!.answers(1, 'here')
  expect(replyOf(await request)).toEqual({ ok: true, value: 'here' })
  expect(events.lost).not.toHaveBeenCalled()
})

test('a sixth death within a minute is the last', async () => {
  const { stores, events, opened } = project()
  await opened.opened
  for (let death = 1; death <= 6; death++) {
    await dies({ stores })
    if (death < 6) stores.at(-1)!.opens()
    await settled()
  }
  expect(stores).toHaveLength(6)
  expect(events.lost).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 'store-unstable' }))
  expect(replyOf(await opened.request('project.info', null))).toMatchObject({ ok: false, code: 'store-gone' })
})

test('stores that die before they open count too', async () => {
  const { stores, events, opened } = project()
  await opened.opened
  for (let death = 1; death <= 6; death++) await dies({ stores })
  expect(stores).toHaveLength(6)
  expect(events.lost).toHaveBeenCalledOnce()
})

test('a project that is found damaged when its store is started anew is lost with that reason', async () => {
  const { stores, events, opened } = project()
  await opened.opened
  await dies({ stores })
  stores[1]!.fails('damaged-project')
  await settled()
  expect(events.lost).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 'damaged-project' }))
  expect(stores).toHaveLength(2)
})

test('a store that ends because it was closed stays away', async () => {
  const { stores, events, opened } = project()
  await opened.opened
  const closing = [opened.close(), opened.close()]
  await settled()
  expect(stores[0]!.received).toEqual([{ close: true }])
  await dies({ stores })
  await Promise.all(closing)
  expect(stores).toHaveLength(1)
  expect(events.lost).not.toHaveBeenCalled()
})

test('restarts of more than a minute ago are forgiven', () => {
  expect(mayRestart([1, 2, 3, 4], 5)).toBe(true)
  expect(mayRestart([1, 2, 3, 4, 5], 6)).toBe(false)
  expect(mayRestart([1, 2, 3, 4, 5], 60_001)).toBe(true)
})
