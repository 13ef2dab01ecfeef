import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import * as z from 'zod'
import { ruleKinds } from '../../src-preload/record.ts'
import { ruleLimits, type RuleDraft, type RulesImported } from '../../src-preload/types.ts'
import { AppError } from '../app-error.ts'
import { writeError } from '../export/write-error.ts'
import { fileError } from '../import/file-errors.ts'
import type { Handlers, Project } from './project.ts'
import { checkedRule, rules, ruleWriting } from './rules.ts'

const format = 'rapporteur-rules'
const version = 1
const rule = z.object({
  name: z.string().trim().min(1).max(ruleLimits.name),
  author: z.string().max(300),
  at: z.iso.datetime(),
  kind: z.enum(ruleKinds),
  pattern: z.string().trim().min(1).max(ruleLimits.words),
  target: z.string().trim().min(1).max(ruleLimits.words).nullable(),
  isOn: z.boolean(),
})
const ruleFile = z.object({ format: z.literal(format), version: z.literal(version), rules: z.array(rule).max(10_000) })
type FileRules = z.infer<typeof ruleFile>['rules']
const anyVersion = z.object({ format: z.literal(format), version: z.number() })

/** Rules as a file that another rapporteur can load. */
export function ruleFiles(project: Project): Handlers<'rule.import' | 'rule.export'> {
  const writing = ruleWriting(project)
  const { 'rule.list': list } = rules(project)

  function add(all: FileRules, path: string): RulesImported {
    const result = { added: 0, known: 0, differing: [] as string[] }
    for (const [i, { author, at, isOn, ...given }] of all.entries()) {
      const draft = checkedIn(path, i, given)
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
      return project.history.act(`Load rules from ${basename(path)}`, () => add(all, path))
    },
    async 'rule.export'(path) {
      const all = list(null).map(({ name, author, at, kind, pattern, target, isOn }) => ({ name, author, at, kind, pattern, target, isOn }))
      await writeFile(path, `${JSON.stringify({ format, version, rules: all }, null, 2)}\n`).catch(unwritable(path))
      return all.length
    },
  }
}

function rulesIn(path: string, text: string): FileRules {
  const json = parsed(path, text)
  const head = anyVersion.safeParse(json)
  if (!head.success) throw new AppError('no-rules', `${basename(path)} is not a file of rules. Nothing was loaded.`)
  if (head.data.version > version)
    throw new AppError('rules-too-new', `${basename(path)} was written by a newer Rapporteur. Update to load these rules.`)
  const known = ruleFile.safeParse(json)
  if (known.success) return known.data.rules
  const [, at, what] = known.error.issues[0]?.path ?? []
  const where =
    typeof at === 'number' ? ` rule ${at + 1} has no ${String(what ?? 'form')} that Rapporteur knows` : ' it holds no list of rules'
  throw new AppError('no-rules', `${basename(path)} cannot be loaded:${where}. Nothing was loaded.`)
}

function checkedIn(path: string, at: number, draft: RuleDraft): RuleDraft {
  try {
    return checkedRule(draft)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const where = `rule ${at + 1}, “${draft.name}”, cannot be used`
    throw new AppError(error.code, `${basename(path)} cannot be loaded: ${where}. ${error.message} Nothing was loaded.`)
  }
}

function parsed(path: string, text: string): unknown {
  try {
    // As Windows writes it.
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new AppError('no-rules', `${basename(path)} is not a file of rules, or it is damaged. Nothing was loaded.`)
  }
}

function unreadable(path: string) {
  return (error: Error): never => {
    throw new AppError('unreadable', `${basename(path)} cannot be read. ${fileError(error, path).message}`)
  }
}
function unwritable(path: string) {
  return (error: Error): never => {
    throw writeError(error, path)
  }
}
