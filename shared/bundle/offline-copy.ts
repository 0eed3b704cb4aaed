import type { LibraryEntry } from '../library/library-entry.ts'
import type { StepKind } from '../runbook/runbook.ts'

/** The parts of a workspace that an offline copy may hold. */
export const offlineParts = ['runbooks', 'reference', 'schedule', 'contacts'] as const

/** One of those parts; `schedule` brings who owns what, `contacts` how to reach everybody in team.yaml. */
export type OfflinePart = (typeof offlineParts)[number]

/** What goes in. Without `contacts` phone numbers, mail addresses and chat names are taken out of every text of the copy (B2). */
export type OfflineChoice = {
  readonly parts: readonly OfflinePart[]
  readonly contacts: boolean
  /** How far ahead the schedule reaches; all else ages from the day on which the copy is made. */
  readonly weeks: number
  /** Places of which alone documents go in: a document or a folder by its path, or a pipeline. A part of which no place is named goes in whole. */
  readonly only: readonly string[]
  /** Places that stay behind: documents and folders by path, and pipelines. */
  readonly leaveOut: readonly string[]
  /** Takes lines with a secret out instead of refusing the copy (B7). */
  readonly maskSecrets: boolean
  /** Makes the copy although team.yaml has errors; it then says so in red (B10). */
  readonly despiteErrors: boolean
}

/** Nobody plans further. */
export const MOST_WEEKS = 52

/**
 * After so many days nothing of a copy counts as true any more, however far its schedule reaches: runbooks, numbers and swaps change
 * meanwhile. It is the rhythm in which runbooks are reviewed (`reviewEvery: P90D` in the demo and its guide), and longer than the
 * eight weeks that a copy is made for when nobody says otherwise.
 */
export const LONGEST_AGE_DAYS = 90

/** All that is taken along when nobody says otherwise: eight weeks cover a holiday and the way back. */
export const everything: OfflineChoice = {
  parts: offlineParts,
  contacts: true,
  weeks: 8,
  only: [],
  leaveOut: [],
  maskSecrets: false,
  despiteErrors: false,
}

/** What was taken out of a file of the workspace, and in how many places. */
export type TakenOut = { readonly file: string; readonly count: number }

/** A document of the workspace that is not in the copy, or a folder of which none is (its path ends in `/`), why, in words, and how many documents that is. */
export type AbsentDocument = { readonly path: string; readonly why: string; readonly documents: number }

/** How many documents of a kind are in the copy, of how many that the workspace has. */
export type OfflineShare = { readonly count: number; readonly of: number }

/** What the author says beside a step, as safe markup; a long one is short on a screen until somebody asks for all of it. */
export type OfflineWords = {
  readonly markup: string
  readonly isLong: boolean
  /** Whether what is out of sight of a long one warns or forbids: while its beginning shows, and while its end does. */
  readonly isWarned: { readonly below: boolean; readonly above: boolean }
}

/** A step to tick; commands are copied, never run. */
export type OfflineStep = {
  readonly text: string
  readonly kind: StepKind
  readonly timeBoxMs: number | null
  /** The author's headings that begin here. */
  readonly heading: string | null
  readonly depth: number
  /** Where its own words lead, as safe markup of a link each. */
  readonly links: readonly string[]
  /** What to read before its first command, and what after its last one; null when the author says nothing there. */
  readonly before: OfflineWords | null
  readonly after: OfflineWords | null
  readonly commands: readonly OfflineCommand[]
}

/** A command to copy; `before` is what the author says between the one before it in its step and this one. */
export type OfflineCommand = {
  readonly before: OfflineWords | null
  readonly text: string
  readonly output: string | null
}

/** A checklist under its name: a failure scenario, or the general steps with an empty title. */
export type OfflineChecklist = {
  readonly title: string
  readonly symptoms: string
  readonly steps: readonly OfflineStep[]
  /** What the text below tells behind these steps, by its headings; `anchor` is the address of one, null where there is none or several have the name. */
  readonly further: readonly { readonly title: string; readonly anchor: string | null }[]
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

/** What stands together in the list: the runbooks of a pipeline, or the documents of a folder. Its name is empty where the documents need no heading. */
export type OfflineShelf = {
  readonly kind: 'runbook' | 'reference'
  readonly name: string
  readonly isPipeline: boolean
  /** Its documents by their addresses in the copy, by title. */
  readonly anchors: readonly string[]
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
  /** When nothing in it counts as true any more: `LONGEST_AGE_DAYS` after it was made. */
  readonly staleAt: string
  /** How far its schedule reaches; null when there is none in it, or nobody is on call by plan. */
  readonly scheduleEndsAt: string | null
  readonly documents: readonly OfflineDocument[]
  /** The order in which the documents are listed. */
  readonly shelves: readonly OfflineShelf[]
  readonly schedule: OfflineSchedule | null
  /** Null when contacts are left out. */
  readonly people: readonly OfflinePerson[] | null
  /** Why people and schedule may be wrong, in words; null when team.yaml is as it should be (B10). */
  readonly teamDoubt: string | null
  /** Why schedule or contacts are not in it although they were asked for, in words; null when they are, or are in doubt. */
  readonly teamLack: string | null
  readonly runbooks: OfflineShare
  readonly reference: OfflineShare
  readonly absent: readonly AbsentDocument[]
  /** Ways to reach somebody that were taken out, by file (B2). */
  readonly contactsTakenOut: readonly TakenOut[]
  /** Lines that were masked, by file (B7). */
  readonly linesMasked: readonly TakenOut[]
}
