import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fieldKeys, pageKinds, regionalGroups, roles, sectionKeys, sessionTypes, stakeholderGroups } from '../../src-preload/record.ts'
import { exportScopes, statuses, themeColors, valueStates } from '../../src-preload/types.ts'
import { fromRoot } from '../from-root.ts'
import { json, jsonBeginning } from './json.ts'
import { contentOf, filesOf, session } from './testing/content.ts'

const schema = JSON.parse(readFileSync(fromRoot('resources/schema/rapporteur.schema.json'), 'utf8'))
const validate = new Ajv2020({ strictTypes: false, formats: { 'json-pointer': /^(?:\/.*)?$/s } }).compile(schema)
const textOf = (sessions: Parameters<typeof contentOf>[0]) => filesOf(json, sessions).files.get('json')!

test('every export is valid by the schema, holds exactly what it was given, and is laid out by two spaces', () => {
  fc.assert(
    fc.property(fc.array(session, { maxLength: 3 }), sessions => {
      const text = textOf(sessions)
      const read: unknown = JSON.parse(text)
      expect(validate(read), JSON.stringify(validate.errors)).toBe(true)
      expect(read).toEqual(JSON.parse(JSON.stringify({ format: 'rapporteur', version: 1, ...contentOf(sessions) })))
      expect(text.startsWith(jsonBeginning)).toBe(true)
      const unfolded = text.replace(/^(\s+)"?.*\[\d+, \d+\],?$/gm, '')
      expect(unfolded.split('\n').every(line => /^ */.exec(line)![0].length % 2 === 0)).toBe(true)
    }),
    { numRuns: 50 },
  )
})

test('spans stand on one line each, and text that looks like one is not touched', () => {
  const [one] = fc.sample(session, { numRuns: 1, seed: 1 })
  const text = textOf([{ ...one!, code: '[\n 1,\n 2\n]', leftover: [[3, 14]] }])
  expect(text).toContain('[3, 14]')
  expect((JSON.parse(text) as { sessions: { code: string }[] }).sessions[0]!.code).toBe('[\n 1,\n 2\n]')
})

test('the schema knows the same names as the record', () => {
  const defs = schema.$defs
  expect(defs.fieldKey.enum.toSorted()).toEqual(fieldKeys.toSorted())
  expect(Object.keys(defs.fields.properties).toSorted()).toEqual(fieldKeys.toSorted())
  expect(defs.person.properties.role.enum).toEqual(roles)
  expect(defs.person.properties.stakeholderGroup.enum).toEqual([...stakeholderGroups, null])
  expect(defs.person.properties.regionalGroup.enum).toEqual([...regionalGroups, null])
  expect(defs.section.properties.key.enum).toEqual(sectionKeys)
  expect(defs.sessionTypeValue.properties.value.enum).toEqual(sessionTypes)
  expect(defs.session.properties.status.enum).toEqual(statuses)
  expect(defs.session.properties.page.enum).toEqual(pageKinds)
  expect(defs.theme.properties.color.enum).toEqual(themeColors)
  expect(defs.reading.properties.state.enum).toEqual(valueStates.filter(state => state !== 'cleared'))
  expect(schema.properties.scope.enum).toEqual(exportScopes)
})
