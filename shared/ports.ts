import type { Result } from './kit/result.ts'

/** Time as the host is given it. Wall time says when; monotonic time measures, because wall clocks step. */
export type Clock = {
  /** Epoch milliseconds on the wall clock. */
  readonly nowMs: () => number
  /** Milliseconds from an arbitrary start that never go backwards. May stand still while the machine sleeps. */
  readonly monotonicMs: () => number
  /** Milliseconds from an arbitrary start that surely stand still while the machine sleeps, and only then; null where the system has no such clock. */
  readonly awakeMs: () => number | null
  /** `test` stands still until it is advanced, and the screen says so. */
  readonly kind: 'system' | 'test'
  /** Calls back at least once a second of this clock's time while it runs; the returned function stops it. */
  readonly onTick: (run: () => void) => () => void
}

/** Identifiers, passed in so that tests can repeat them. */
export type Ids = {
  /** A ULID whose time part is the given instant (epoch ms); unique, and rising within one host. */
  readonly ulid: (atMs: number) => string
  /** `length` random characters of Crockford's base32, lower case, for incident ids (J1). */
  readonly crockford: (length: number) => string
}

/** Something to show outside the window, even when it is hidden. */
export type Notice = {
  /** Showing the same key twice shows it once: effects are at-least-once. */
  readonly key: string
  readonly title: string
  readonly body: string
  /** What a click opens; null for the window as it is. */
  readonly incident: string | null
  readonly urgent: boolean
}

/** Native notifications. A shell that has none answers with a failure in words, which becomes a fact. */
export type Notifier = { readonly show: (notice: Notice) => Promise<Result<{ readonly channel: string }>> }

/** Preferences, never facts: losing them loses nothing that matters. */
export type Preferences = {
  /** Who sits at this desk, an id of team.yaml; null until chosen. */
  readonly me: string | null
  readonly theme: 'dark' | 'light' | 'system'
  /** IANA zone for local times; null means the machine's. */
  readonly timezone: string | null
  readonly workspace: string | null
  /** Whether commands of a runbook may be run from here, each after its own confirm. Off until somebody switches it on (R7). */
  readonly runCommands: boolean
  /** The folder in which the last backup was asked for. */
  readonly backupFolder: string | null
  /** When the last backup was finished (UTC ISO), and the folder that it is. */
  readonly lastBackup: { readonly at: string; readonly folder: string } | null
}

/** Where preferences are kept: electron-store in the desktop door, `conf` (same file format) in the loopback door. */
export type PreferencesStore = {
  readonly read: () => Preferences
  readonly write: (change: Partial<Preferences>) => Result<Preferences>
}
