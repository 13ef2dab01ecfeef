import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createAnswers } from './answers.ts'

/** A store whose replies are let go one by one. */
function heldStore() {
  const asked: { name: string; input: unknown; reply: (value: unknown) => void; fail: (error: Error) => void }[] = []
  const answers = createAnswers((name, input) => new Promise((reply, fail) => asked.push({ name, input, reply, fail })))
  return { asked, answers }
}
const settle = () => new Promise(resolve => setTimeout(resolve))
const nobody = () => {}

test('two readers ask once', async () => {
  const { asked, answers } = heldStore()
  let heard = 0
  answers.subscribe('session.get', 'a', () => heard++)
  answers.subscribe('session.get', 'a', () => heard++)
  asked[0]!.reply('A')
  await settle()
  expect(asked).toHaveLength(1)
  expect(heard).toBe(2)
  expect(answers.read('session.get', 'a')).toEqual({ data: 'A', error: undefined, isAsking: false })
})

test('inputs that say the same share an answer', () => {
  const { asked, answers } = heldStore()
  answers.subscribe('session.list', { text: '', years: [2021] }, nobody)
  answers.subscribe('session.list', { text: '', years: [2021] }, nobody)
  answers.subscribe('session.list', { text: '', years: [2022] }, nobody)
  expect(asked).toHaveLength(2)
})

test('the last answer stays while it is asked again', async () => {
  const { asked, answers } = heldStore()
  answers.subscribe('history.state', null, nobody)
  asked[0]!.reply('old')
  await settle()
  answers.changed(['history.state'])
  while (asked.length < 2) await settle()
  expect(answers.read('history.state', null)).toEqual({ data: 'old', error: undefined, isAsking: true })
  asked[1]!.reply('new')
  await settle()
  expect(answers.read('history.state', null).data).toBe('new')
})

test('many changes while asking ask once more, and show what came before that', async () => {
  const { asked, answers } = heldStore()
  answers.subscribe('import.state', null, nobody)
  for (let at = 0; at < 5; at++) answers.changed(['import.state'])
  expect(asked).toHaveLength(1)
  asked[0]!.reply(1)
  await settle()
  expect(answers.read('import.state', null)).toEqual({ data: 1, error: undefined, isAsking: true })
  while (asked.length < 2) await settle()
  asked[1]!.reply(2)
  await settle()
  expect(answers.read('import.state', null)).toEqual({ data: 2, error: undefined, isAsking: false })
  expect(asked).toHaveLength(2)
})

test('a failure is told, keeps the last answer, and is asked again by the next reader', async () => {
  const { asked, answers } = heldStore()
  const stop = answers.subscribe('session.get', 'a', nobody)
  asked[0]!.fail(new Error('gone'))
  await settle()
  expect(answers.read('session.get', 'a').error?.message).toBe('gone')
  stop()
  answers.subscribe('session.get', 'a', nobody)
  while (asked.length < 2) await settle()
  asked[1]!.reply('A')
  await settle()
  expect(answers.read('session.get', 'a')).toEqual({ data: 'A', error: undefined, isAsking: false })
})

test('answers that come together are shown one by one, each when its turn comes', async () => {
  const turns: (() => void)[] = []
  const answers = createAnswers(
    async name => name,
    () => new Promise(resolve => turns.push(resolve)),
  )
  answers.subscribe('session.list', null, nobody)
  answers.subscribe('session.facets', null, nobody)
  await settle()
  const shown = () => ['session.list', 'session.facets'].map(name => answers.read(name, null).data)
  expect(shown()).toEqual([undefined, undefined])
  turns[0]!()
  await settle()
  expect(shown()).toEqual(['session.list', undefined])
  turns[1]!()
  await settle()
  expect(shown()).toEqual(['session.list', 'session.facets'])
})

test('a change to what nobody reads asks nothing and forgets it', async () => {
  const { asked, answers } = heldStore()
  const stop = answers.subscribe('session.get', 'a', nobody)
  asked[0]!.reply('A')
  await settle()
  stop()
  answers.changed(['session.get'])
  expect(asked).toHaveLength(1)
  expect(answers.read('session.get', 'a').data).toBeUndefined()
})

test('whatever happens meanwhile, what is read in the end is what the store has', async () => {
  const step = fc.constantFrom('read', 'stop', 'write', 'wait')
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async steps => {
      let value = 0
      const answers = createAnswers(async () => value)
      const readers: (() => void)[] = []
      for (const each of steps) {
        if (each === 'read') readers.push(answers.subscribe('project.info', null, nobody))
        if (each === 'stop') readers.pop()?.()
        if (each === 'wait') await settle()
        if (each === 'write') {
          value++
          answers.changed(['project.info'])
        }
      }
      answers.subscribe('project.info', null, nobody)
      while (answers.read('project.info', null).isAsking) await settle()
      expect(answers.read('project.info', null)).toEqual({ data: value, error: undefined, isAsking: false })
    }),
  )
})
