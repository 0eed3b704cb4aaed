import type { AlertList, Intake } from '../../shared/contract/alert-answers.ts'
import type { Desk } from '../../shared/contract/answers.ts'
import type { IncidentSummary, Integrity } from '../../shared/contract/incident-summary.ts'
import type { IncidentState } from '../../shared/incident/incident-state.ts'
import type { Connection } from '../bridge/desk-wire.ts'
import type { HostClock } from './host-clock.ts'
import type { IncidentLog } from './incident-log.ts'
import type { Unsaved } from './unsaved.ts'

/** The incident that is open in this window, folded live by the same code as the host's. */
export type OpenIncident = {
  readonly incident: string
  readonly state: IncidentState
  readonly log: IncidentLog
  readonly integrity: Integrity
}

/** Why the incident asked for could not be opened. */
export type OpenProblem = { readonly incident: string; readonly message: string; readonly hint: string | null }

/** Something for the live region: said once, politely or at once. */
export type Announcement = { readonly id: number; readonly text: string; readonly urgent: boolean }

/** A save that failed on the host's side, for the incident it concerns (J4). */
export type SaveFailure = { readonly incident: string; readonly message: string }

/** All that this window knows. */
export type StoreState = {
  readonly desk: Desk | null
  readonly deskProblem: string | null
  readonly clock: HostClock
  /** Who wrote here until this console took over, until somebody has read it. */
  readonly tookOverFrom: string | null
  readonly connection: Connection
  readonly lostSinceMs: number | null
  readonly summaries: readonly IncidentSummary[]
  readonly open: OpenIncident | null
  readonly openProblem: OpenProblem | null
  readonly drafts: Readonly<Record<string, string>>
  /** What is being typed for secrets, by incident and name: in memory alone, unlike drafts. */
  readonly secretDrafts: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** The secret values that the host holds for the incident that was opened last. */
  readonly secrets: { readonly incident: string; readonly values: Readonly<Record<string, string>> } | null
  readonly unsaved: readonly Unsaved[]
  readonly saveFailure: SaveFailure | null
  /** Why the last thing somebody tried was not done, until they have read it. */
  readonly refusal: string | null
  readonly pendingSaves: number
  readonly announcement: Announcement | null
  /** Rises whenever the library's files changed on disk, so that readers read again. */
  readonly libraryVersion: number
  /** What came in from monitoring; null before it was read. */
  readonly alerts: AlertList | null
  readonly intake: Intake | null
}

/** Before the host has said anything. */
export const emptyStoreState: StoreState = {
  desk: null,
  deskProblem: null,
  tookOverFrom: null,
  clock: { kind: 'system', offsetMs: 0 },
  connection: 'connected',
  lostSinceMs: null,
  summaries: [],
  open: null,
  openProblem: null,
  drafts: {},
  secretDrafts: {},
  secrets: null,
  unsaved: [],
  saveFailure: null,
  refusal: null,
  pendingSaves: 0,
  announcement: null,
  libraryVersion: 0,
  alerts: null,
  intake: null,
}
