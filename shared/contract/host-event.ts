import type { FactRecord } from '../incident/facts/fact-catalog.ts'
import type { AlertList, Intake } from './alert-answers.ts'
import type { Desk } from './answers.ts'
import type { IncidentSummary } from './incident-summary.ts'

/** Something that the host tells every open window. */
export type HostEvent =
  | {
      readonly type: 'facts'
      readonly incident: string
      readonly records: readonly FactRecord[]
      readonly summary: IncidentSummary
    }
  | { readonly type: 'summary'; readonly summary: IncidentSummary }
  | { readonly type: 'desk'; readonly desk: Desk }
  /** Alerts that came in or that somebody decided about; `isWhole` when those that are not named are gone. */
  | (Omit<AlertList, 'problem'> & { readonly type: 'alerts'; readonly isWhole: boolean })
  | { readonly type: 'intake'; readonly intake: Intake }
  /** Which secret values the host holds for an incident has changed; never the values. */
  | { readonly type: 'secrets'; readonly incident: string }
  | { readonly type: 'library' }
  | { readonly type: 'clock'; readonly now: string }
  /** A command of a runbook printed something or ended: `command.read` says what. At most some times a second. */
  | { readonly type: 'command'; readonly run: string; readonly incident: string; readonly ended: boolean }
  /** An append failed: shown within 1 s, the typed text stays (J4). */
  | { readonly type: 'saveFailed'; readonly incident: string; readonly message: string }
  /** The listener missed events: read everything again. */
  | { readonly type: 'reset' }
