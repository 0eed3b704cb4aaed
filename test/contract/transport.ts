import type { Wire } from '../../shared/contract/client.ts'
import type { HostEvent } from '../../shared/contract/host-event.ts'
import type { Handlers } from '../../shared/contract/serve.ts'

/** A wire with both of its ends, over handlers that the test scripts. */
export type OpenTransport = {
  readonly wire: Wire
  /** Says an event as the host would. */
  readonly emit: (event: HostEvent) => void
  /** Resolves once a listener added before would hear the next event. */
  readonly settled: () => Promise<void>
  readonly close: () => Promise<void>
}

export type Transport = {
  readonly name: string
  readonly open: (handlers: Handlers, onError: (name: string, error: unknown) => void) => Promise<OpenTransport>
}
