import { reasonOf } from '../kit/reason-of.ts'
import type { CallInput, CallName, CallOutput } from './contract.ts'
import type { HostEvent } from './host-event.ts'
import type { Reply } from './refusal.ts'

/** The host as a window sees it, whatever the wire. */
export type Client = {
  readonly call: <Name extends CallName>(name: Name, input: CallInput<Name>) => Promise<Reply<CallOutput<Name>>>
  /** Hears every event from now on; the returned function stops it. */
  readonly listen: (hear: (event: HostEvent) => void) => () => void
}

/** A wire: something that carries a name and an input there and a reply back, and events the other way. */
export type Wire = {
  readonly send: (name: string, input: unknown) => Promise<unknown>
  readonly listen: (hear: (event: HostEvent) => void) => () => void
}

/** Makes the typed client over a wire. A wire that fails gives an `offline` refusal, so callers handle one kind of failure. */
export function createClient(wire: Wire): Client {
  return {
    call: async <Name extends CallName>(name: Name, input: CallInput<Name>) => {
      try {
        return (await wire.send(name, input)) as Reply<CallOutput<Name>>
      } catch (error) {
        const message = reasonOf(error)
        const words = `The console could not be reached: ${message}`.replace(/[^.!?]$/, '$&.')
        return { ok: false, error: { code: 'offline', message: words, hint: 'Try again once it is back.' } }
      }
    },
    listen: wire.listen,
  }
}
