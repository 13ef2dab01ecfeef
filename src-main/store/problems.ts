import type { Choice, ChosenValue } from '../../src-preload/record.ts'
import { AppError } from '../app-error.ts'
import { fieldWrites } from './fields.ts'
import { excerpt } from './labels.ts'
import { personWrites } from './people.ts'
import type { Handlers, Project } from './project.ts'
import { choicesOf } from './rows.ts'
import { sectionWrites } from './sections.ts'
import { checkSpans } from './span-check.ts'
import { checkValue } from './value-check.ts'

export function problems({ db, history }: Project): Handlers<'problem.resolve' | 'problem.choose'> {
  const checked = checkSpans(db)
  const [fields, people, sections] = [fieldWrites(db), personWrites(db), sectionWrites(db)]
  const get = db.prepare<[string], { session_id: string; choices: string }>('SELECT session_id, choices FROM problem WHERE id = ?')
  const resolve = db.prepare<[number, string]>('UPDATE problem SET is_resolved = ? WHERE id = ?')

  function put(session: string, chosen: ChosenValue, reason: string): void {
    const { spans } = chosen
    checked(session, spans)
    if ('field' in chosen) fields.put(session, chosen.field, checkValue(chosen.field, chosen.value), spans, reason)
    else if ('person' in chosen) people.put(session, chosen.person, spans, reason)
    else for (const span of spans) sections.put(session, chosen.section, span, reason)
  }
  function choose(id: string, session: string, choices: readonly Choice[], { values }: Choice): void {
    // Whom another choice takes for a person may have been set as the likeliest.
    for (const other of choices.flatMap(one => one.values)) if ('person' in other) people.takeOut(session, other.spans)
    for (const value of values) put(session, value, `Chosen by the rapporteur from ${choices.length} candidates`)
    resolve.run(1, id)
  }

  return {
    'problem.resolve'({ id, isResolved }) {
      history.act(isResolved ? 'Resolve a problem' : 'Open a problem again', () => resolve.run(Number(isResolved), id))
    },
    'problem.choose'({ id, choice: index }) {
      const problem = get.get(id)
      if (!problem) throw new AppError('no-such-problem', 'This problem is gone: its import was undone.')
      const choices = choicesOf(problem.choices)
      const choice = choices[index]
      if (!choice) throw new AppError('no-such-choice', `This problem has ${choices.length} choices, none of them is number ${index + 1}.`)
      history.act(`Choose “${excerpt(choice.label)}”`, () => choose(id, problem.session_id, choices, choice))
    },
  }
}
