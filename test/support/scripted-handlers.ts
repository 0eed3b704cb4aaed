import { type CallName, contract } from '../../shared/contract/contract.ts'
import type { Reply } from '../../shared/contract/refusal.ts'
import type { Handlers } from '../../shared/contract/serve.ts'

type AnyHandler = (input: unknown) => Promise<Reply<unknown>>

const refuse: AnyHandler = async () => ({ ok: false, error: { code: 'notFound', message: 'nothing is scripted here' } })

/** A host that does what a test says for each call, and refuses the rest. */
export function scriptHandlers(script: Partial<Record<CallName, AnyHandler>>): Handlers {
  const names = Object.keys(contract) as CallName[]
  return Object.fromEntries(names.map((name) => [name, script[name] ?? refuse])) as Handlers
}
