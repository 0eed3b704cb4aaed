import type { OfflineCopy } from '../bundle/offline-copy.ts'
import type { UnknownSecret } from '../incident/unknown-secrets.ts'
import type { Problem } from '../kit/problem.ts'
import type { Unfiltered } from '../library/unfiltered.ts'
import type { Preferences } from '../ports.ts'
import type { ShellName } from '../runbook/commands/shell-of-command.ts'
import type { Team } from '../schedule/team.ts'

/** What this door can do; the screens ask this, never which shell they run in. */
export type Capabilities = {
  readonly shell: 'desktop' | 'loopback' | 'memory'
  readonly nativeNotifications: boolean
  /** `shell`: links go through the main process; `browser`: a new tab after a confirm. */
  readonly openLinks: 'shell' | 'browser'
  readonly testClock: boolean
}

/** Where the desk stands: sent once at start and again whenever the workspace or the preferences change. */
export type Desk = {
  readonly version: string
  readonly now: string
  readonly clock: 'system' | 'test'
  readonly capabilities: Capabilities
  readonly workspace: {
    readonly path: string
    readonly team: Team
    /** When the team.yaml was read that is in force because the one that stands there now has an error or is gone (UTC ISO); else null. */
    readonly teamAsOf: string | null
    readonly problems: readonly Problem[]
  }
  readonly dataFolder: string
  /** The shells of this machine that a runbook's command can be handed to. */
  readonly shells: readonly ShellName[]
  readonly preferences: Preferences
  /**
   * Set when another Nightdesk holds the data folder (J9): everything can be read, nothing written. `unseenClaim` is the file that holds it
   * when nobody here can see whether that one still runs.
   */
  readonly readOnly: { readonly holder: string; readonly unseenClaim: string | null } | null
}

/** A document of the offline library. */
export type LibraryDocument = {
  readonly kind: 'runbook' | 'reference'
  readonly path: string
  readonly title: string
  readonly pipeline: string | null
  readonly owner: string | null
  readonly lastVerified: string | null
  readonly tags: readonly string[]
  readonly text: string
  readonly sha256: string
}

/** A document as the library lists it: without its text, with the alerts that it is for. */
export type ListedDocument = Omit<LibraryDocument, 'text'> & { readonly alertnames: readonly string[] }

/** One result of a search over runbooks, reference and past incidents. */
export type SearchHit = {
  readonly kind: 'runbook' | 'reference' | 'incident'
  /** A workspace path, or an incident id. */
  readonly ref: string
  readonly title: string
  readonly snippet: string
  /** The terms of the snippet and title that matched, for highlighting. */
  readonly terms: readonly string[]
  readonly score: number
}

/** What a search found, as much as is shown of it. */
export type SearchAnswer = {
  /** The best of each kind, best first. */
  readonly hits: readonly SearchHit[]
  /** How many there are of each kind, shown or not. */
  readonly totals: Readonly<Record<SearchHit['kind'], number>>
  /** `every`: each result holds every word. `some`: nothing does, and these hold the most telling ones. */
  readonly holding: 'every' | 'some'
  /** What the same words find without the filter; null when nothing was filtered. */
  readonly unfiltered: Unfiltered | null
  /**
   * Where the answer is from: `ready`, the index; else a look at every text, because the index is being built or is lost, or because the workspace is
   * still being read after the start: then what was read so far is found.
   */
  readonly index: 'ready' | 'reading' | 'building' | 'lost'
}

/** An offline copy as it was written; `staleAt` is when it must be made again, `scheduleEndsAt` how far its schedule reaches, if it has one. */
export type OfflineCopyFile = {
  readonly folder: string
  readonly file: string
  readonly name: string
  readonly text: string
  readonly bytes: number
  readonly sha256: string
  readonly madeAt: string
  readonly staleAt: string
  readonly scheduleEndsAt: string | null
  readonly documents: number
  readonly encrypted: boolean
} & Pick<OfflineCopy, 'teamDoubt' | 'teamLack' | 'absent' | 'contactsTakenOut' | 'linesMasked'>

/** A runbook that fits, and why (R5). */
export type RunbookSuggestion = {
  readonly path: string
  readonly title: string
  readonly reason: string
  /** The failure scenario that the alert names, which opens with it; null when it names none. */
  readonly scenario: { readonly id: string; readonly title: string } | null
}

/** team.yaml as it stands on the disk, and what of it can be taken back. */
export type ScheduleFile = {
  readonly path: string
  readonly sha256: string
  /** The last change made from here, when the file still stands as it left it; null when there is nothing to take back. */
  readonly lastChange: LastChange | null
}

/** A change of team.yaml that was made from here: in words, when (UTC ISO), and the name of who was at the desk, null where that is not known. */
export type LastChange = { readonly words: string; readonly changedAt: string; readonly by: string | null }

/** What a change would make of team.yaml: the base it was worked out from, and a unified diff for the eyes. */
export type SchedulePreview = { readonly baseSha256: string; readonly diff: string }

/** What taking the last change back would make of team.yaml, shown as a change is; `team` is what would be in force. */
export type UndoPreview = SchedulePreview & { readonly lastChange: LastChange; readonly team: Team }

/** What marking a runbook verified would write: the text as it is, whose hash is `baseSha256`, and as it would be. */
export type VerifiedProposal = {
  readonly path: string
  /** The calendar day that would be written, YYYY-MM-DD. */
  readonly day: string
  readonly baseSha256: string
  readonly before: string
  readonly after: string
}

/** A runbook that was just written, by its new hash; `day` is null when a marking was undone. */
export type MarkedVerified = { readonly path: string; readonly sha256: string; readonly day: string | null }

/** A secret of which a value was told only to hide it, and how many entries of the incident, with their evidence, repeat one. */
export type HiddenSecret = { readonly name: string; readonly written: string; readonly places: number }

/** Secrets that were given and that the host cannot be sure to hide in an export, because it only knows what it was told since then. */
export type UnknownSecrets = {
  /** When the host began to remember (UTC ISO). */
  readonly since: string
  readonly secrets: readonly UnknownSecret[]
  readonly hidden: readonly HiddenSecret[]
}
