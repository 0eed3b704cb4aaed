import type { Capabilities } from '../../shared/contract/answers.ts'
import type { HostEvent } from '../../shared/contract/host-event.ts'
import type { Result } from '../../shared/kit/result.ts'
import type { Clock, Ids, Notifier, PreferencesStore } from '../../shared/ports.ts'
import type { IncidentRegistry } from './incident-registry.ts'
import type { AlertInbox } from './intake/alert-inbox.ts'
import type { GivenIntake } from './intake/intake.ts'
import type { JournalStore } from './journal/journal-store.ts'
import type { SecretValues } from './secret-values.ts'
import type { Workspace } from './workspace.ts'

/** What a shell gives the host: the ports, the folders, and what the shell can do. */
export type HostOptions = {
  readonly dataFolder: string
  readonly workspaceFolder: string
  readonly clock: Clock
  readonly ids: Ids
  readonly notifier: Notifier
  readonly preferences: PreferencesStore
  readonly capabilities: Capabilities
  readonly version: string
  /** Hands a checked link to the user's own program; false when the user said no, a failure in words when nothing could open it. */
  readonly openLink: (url: string) => Promise<Result<boolean>>
  /** What the command line says about the intake; nothing when left out. */
  readonly intake?: GivenIntake
  /** One line for the terminal or the log file; never a fact, never a secret. */
  readonly log: (line: string) => void
}

/** Why a shell asks the alarm to look now; only after `resume` is the time since the last look known to be sleep. */
export type WakeCause = 'resume' | 'unlock' | 'active' | 'focus' | 'clock'

/** Everything that the host's parts share, made once in create-host.ts. */
export type HostContext = HostOptions & {
  readonly store: JournalStore
  readonly workspace: Workspace
  readonly registry: IncidentRegistry
  readonly inbox: AlertInbox
  readonly secrets: SecretValues
  /** Keys of what was thrown away before it was written (J4.6); a request that is under way ends with this host at the latest. */
  readonly withdrawn: Set<string>
  readonly publish: (event: HostEvent) => void
  /** Looks at every deadline now: an incident may be overdue the moment it is declared. */
  readonly lookNow: () => void
  /** Aborted when the host closes: whatever runs beside it ends then. */
  readonly closing: AbortSignal
  /** Work that a closing host waits for before the logs are closed: a part of a second, since a shell may wait no longer than one. */
  readonly beforeClose: (work: () => Promise<void>) => void
  /** What must have ended before the data folder is given free; called after `closing`, when every journal is closed. */
  readonly beforeFree: (close: () => Promise<void>) => void
  /** Who holds the data folder, when it is not this host (J9). */
  readonly readOnly: { readonly holder: string; readonly unseenClaim: string | null } | null
}
