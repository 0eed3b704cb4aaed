import { reasonOf } from '../kit/reason-of.ts'
import { type CallName, type CallOutput, type CheckedInput, contract } from './contract.ts'
import { inputWords } from './input-words.ts'
import type { Reply } from './refusal.ts'

/** What the host does for each call. */
export type Handlers = {
  readonly [Name in CallName]: (input: CheckedInput<Name>) => Promise<Reply<CallOutput<Name>>>
}

/** Answers a call by name; the input has come over some wire and is trusted in nothing. */
export type Serve = (name: string, input: unknown) => Promise<Reply<unknown>>

const isCallName = (name: string): name is CallName => Object.hasOwn(contract, name)

/**
 * Makes the one door behind every transport: unknown names and bad input are refused with a reason, a handler that throws
 * becomes an `internal` refusal (reported through `onError`, never swallowed), and nothing else gets through.
 */
export function serve(handlers: Handlers, onError: (name: string, error: unknown) => void): Serve {
  return async (name, input) => {
    if (!isCallName(name))
      return { ok: false, error: { code: 'badInput', message: `There is no call named "${name}".` } }
    const checked = contract[name].input.safeParse(input)
    if (!checked.success) {
      return { ok: false, error: { code: 'badInput', message: inputWords(checked.error) } }
    }
    try {
      const handler = handlers[name] as (input: unknown) => Promise<Reply<unknown>>
      return await handler(checked.data)
    } catch (error) {
      onError(name, error)
      const message = reasonOf(error)
      const hint = 'Nothing that was saved is lost. Try again; if it stays, restart Nightdesk.'
      return { ok: false, error: { code: 'internal', message: `Nightdesk failed at "${name}": ${message}`, hint } }
    }
  }
}
