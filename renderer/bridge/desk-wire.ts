import type { Wire } from '../../shared/contract/client.ts'

/** Whether the host answers. A window that has lost it shows so, keeps what was typed, and tries again by itself. */
export type Connection = 'connected' | 'lost'

/** A wire that also says when the host is gone and when it is back. */
export type DeskWire = Wire & { readonly watch: (hear: (connection: Connection) => void) => () => void }
