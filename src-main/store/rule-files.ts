import { readFile, writeFile } from 'node:fs/promises'
import * as z from 'zod'
import { ruleKinds } from '../../src-preload/record.ts'
import type { RulesImported } from '../../src-preload/types.ts'
import { AppError } from '../app-error.ts'
import { plural } from './labels.ts'
import type { Handlers, Project } from './project.ts'
import { checkedRule, rules, ruleWriting } from './rules.ts'

const format = 'rapporteur-rules'
const version = 1
const rule = z.object({
  name: z.string().trim().min(1).max(300),
  author: z.string().max(300),
  at: z.iso.datetime(),
  kind: z.enum(ruleKinds),
  pattern: z.string().trim().min(1).max(1000),
  target: z.string().trim().min(1).max(1000).nullable(),
  isOn: z.boolean(),
})
const ruleFile = z.object({ format: z.literal(format), version: z.literal(version), rules: z.array(rule).max(10_000) })
const anyVersion = z.object({ format: z.literal(format), version: z.number() })

/** Rules as a file that another rapporteur can load. */
export function ruleFiles(project: Project): Handlers<'rule.import' | 'rule.export'> {
  const writing = ruleWriting(project)
  const { 'rule.list': list } = rules(project)

  function add(all: z.infer<typeof ruleFile>['rules']): RulesImported {
    const result = { added: 0, known: 0, differing: [] as string[] }
    for (const { author, at, isOn, ...given } of all) {
      const draft = checkedRule(given)
      const same = writing.same(draft)
      if (same?.target === draft.target) result.known++
      else if (same) result.differing.push(given.name)
      else {
        writing.add(draft, { author, at, isOn })
        result.added++
      }
    }
    return result
  }
  return {
    async 'rule.import'(path) {
      const all = rulesIn(path, await readFile(path, 'utf8').catch(unreadable(path)))
      return project.history.act(`Load ${plural(all.length, 'rule')} from a file`, () => add(all))
    },
    async 'rule.export'(path) {
      const all = list(null).map(({ name, author, at, kind, pattern, target, isOn }) => ({ name, author, at, kind, pattern, target, isOn }))
      await writeFile(path, `${JSON.stringify({ format, version, rules: all }, null, 2)}\n`).catch(unwritable(path))
      return all.length
    },
  }
}

function rulesIn(path: string, text: string): z.infer<typeof ruleFile>['rules'] {
  const json = parsed(path, text)
  const known = ruleFile.safeParse(json)
  if (known.success) return known.data.rules
  const other = anyVersion.safeParse(json)
  if (other.success && other.data.version > version)
    throw new AppError('rules-too-new', `${path} was written by a newer Rapporteur. Update to load these rules.`)
  throw new AppError('no-rules', `${path} is not a file of rules, or a rule in it is broken. Nothing was loaded.`)
}

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new AppError('no-rules', `${path} is not a file of rules. Nothing was loaded.`)
  }
}

function unreadable(path: string) {
  return (error: Error): never => {
    throw new AppError('unreadable', `${path} cannot be read: ${error.message}.`)
  }
}
function unwritable(path: string) {
  return (error: Error): never => {
    throw new AppError('unwritable', `The rules could not be written to ${path}: ${error.message}.`)
  }
}
