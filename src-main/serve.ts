import * as z from 'zod'
import { inputs, type Api, type Reply, type RequestName } from '../src-preload/contract.ts'
import { AppError } from './app-error.ts'

/** One handler per request of `A`, plain or asynchronous; forgetting one does not compile. */
export type Handlers<A> = {
  readonly [K in keyof A]: A[K] extends (input: infer I) => infer O ? (input: I) => O | Awaited<O> | Promise<Awaited<O>> : never
}
/** Takes what nobody has checked; always settles, never rejects. The `Reply` is JSON from the start: between two processes, text is passed on as it is. */
export type Request = (name: string, input: unknown) => Promise<string>

export const replyText = (reply: Reply<unknown>) => JSON.stringify(reply)
export const replyOf = <T>(text: string) => JSON.parse(text) as Reply<T>

/** Turns handlers into a function that is safe to feed untrusted messages; requests of the contract without a handler go `otherwise`. */
export function serve<A extends Partial<Api>>(
  handlers: Handlers<A>,
  otherwise: Request = refuse,
  report: (bug: unknown) => void = console.error,
): Request {
  return async (name, input) => {
    if (!Object.hasOwn(inputs, name)) return refuse(name)
    if (!Object.hasOwn(handlers, name)) return otherwise(name, input)
    const parsed = inputs[name as RequestName].safeParse(input)
    if (!parsed.success) return refused('bad-input', `${name}: ${z.prettifyError(parsed.error)}`)
    try {
      const handle = handlers[name as keyof A] as (input: unknown) => unknown
      return replyText({ ok: true, value: await handle(parsed.data) })
    } catch (error) {
      return refusal(name, error, report)
    }
  }
}

/** What says no to a request. */
export const refused = (code: string, message: string) => replyText({ ok: false, code, message })

async function refuse(name: string): Promise<string> {
  return refused('unknown-request', `There is no request ${name}`)
}

function refusal(name: string, error: unknown, report: (bug: unknown) => void): string {
  if (error instanceof AppError) return refused(error.code, error.message)
  report(error)
  return refused('internal', `Rapporteur failed at ${name}. What was saved is safe; the log says more.`)
}
