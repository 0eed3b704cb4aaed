import type { AlertRow } from '../alerts/alert-row.ts'
import type { Inbox } from '../alerts/inbox.ts'

/** Alerts that came in, in the order in which they are shown. */
export type AlertList = Pick<Inbox, 'lastAt' | 'cutShort'> & {
  readonly rows: readonly AlertRow[]
  /** Lines of the inbox's log that could not be read, and where they lie now; null when all could. */
  readonly problem: string | null
}

/** The door for alerts: whether it is open, and what it last did. The token itself is never in it. */
export type Intake = {
  readonly enabled: boolean
  readonly listening: boolean
  /** Why it is not open although it should be. */
  readonly problem: string | null
  readonly port: number
  /** Null while there is none; `madeAt` is null for one from the command line. */
  readonly token: { readonly madeAt: string | null } | null
  /** Switched on by the command line, for this run. */
  readonly forThisRun: boolean
  /** Reports taken in since this Nightdesk started. */
  readonly received: number
  /** When the last report came in, also in an earlier run. */
  readonly lastAt: string | null
  readonly lastRefusal: { readonly at: string; readonly status: number; readonly reason: string } | null
}
