import type { LibraryEntry } from '../library/library-entry.ts'
import type { StepKind } from '../runbook/runbook.ts'

/** The parts of a workspace that an offline copy may hold. */
export const offlineParts = ['runbooks', 'reference', 'schedule'] as const

/** One of those parts; `schedule` brings who owns what and, unless left out, the contacts. */
export type OfflinePart = (typeof offlineParts)[number]

/** What goes in. Without `contacts` no phone number, mail address or chat name of anybody is in the copy, in no text of it. */
export type OfflineChoice = {
  readonly parts: readonly OfflinePart[]
  readonly contacts: boolean
  /** How far ahead the schedule reaches; after that the copy is stale. */
  readonly weeks: number
}

/** All that is taken along when nobody says otherwise: eight weeks cover a holiday and the way back. */
export const everything: OfflineChoice = { parts: offlineParts, contacts: true, weeks: 8 }

/** A step to tick; commands are copied, never run. */
export type OfflineStep = {
  readonly text: string
  readonly kind: StepKind
  readonly timeBoxMs: number | null
  /** The author's headings that begin here. */
  readonly heading: string | null
  readonly depth: number
  readonly commands: readonly { readonly text: string; readonly output: string | null }[]
}

/** A checklist under its name: a failure scenario, or the general steps with an empty title. */
export type OfflineChecklist = {
  readonly title: string
  readonly symptoms: string
  readonly steps: readonly OfflineStep[]
}

/** A document of the copy. `anchor` is its address within the file; `body` is safe markup, `entry` is what the search reads. */
export type OfflineDocument = {
  readonly anchor: string
  readonly kind: 'runbook' | 'reference'
  readonly path: string
  readonly title: string
  readonly pipelineName: string | null
  readonly owner: string | null
  readonly lastVerified: string | null
  /** The last day on which the text counts as reviewed; null when it says nothing about that. */
  readonly reviewDueOn: string | null
  readonly checklists: readonly OfflineChecklist[]
  readonly entry: LibraryEntry
  readonly body: string
}

/** Somebody to reach, or only their name when contacts are left out. */
export type OfflinePerson = {
  readonly id: string
  readonly name: string
  readonly timezone: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly slack: string | null
  readonly note: string | null
}

/** Who has one role in a shift, or why nobody has; `person` is an id of `people`. */
export type OfflineDuty = { readonly person: string | null; readonly name: string; readonly why: string }

/** A stretch of the schedule; UTC ISO bounds, end excluded, and the same in the words of the rotation's own zone. */
export type OfflineShift = {
  readonly startsAt: string
  readonly endsAt: string
  readonly from: string
  readonly to: string
  readonly primary: OfflineDuty
  readonly backup: OfflineDuty
}

/** A rotation over the weeks of the copy. */
export type OfflineRotation = {
  readonly name: string
  readonly timezone: string
  readonly shifts: readonly OfflineShift[]
}

/** Who answers for a pipeline, by name, and by when its data is due. */
export type OfflineOwnership = {
  readonly name: string
  readonly primary: string
  readonly secondary: string | null
  readonly lead: string | null
  readonly sla: string | null
}

/** The weeks ahead: shifts, holidays of those on call, and what the linter of the schedule finds. */
export type OfflineSchedule = {
  readonly rotations: readonly OfflineRotation[]
  readonly holidays: readonly { readonly date: string; readonly name: string; readonly who: readonly string[] }[]
  readonly findings: readonly { readonly date: string; readonly severity: string; readonly why: string }[]
  readonly owners: readonly OfflineOwnership[]
}

/** Everything in one offline copy. Plain data made from a workspace at one instant, so the same inputs give the same file. */
export type OfflineCopy = {
  readonly madeAt: string
  /** When it must not be trusted any more: the end of the schedule in it. */
  readonly staleAt: string
  readonly documents: readonly OfflineDocument[]
  readonly schedule: OfflineSchedule | null
  /** Null when contacts are left out. */
  readonly people: readonly OfflinePerson[] | null
}
