import type { LibraryEntry } from '../library/library-entry.ts'
import type { OfflineCopy, OfflineRotation } from './offline-copy.ts'

/** Somebody to call straight from "on call now". */
export type PagePerson = { readonly phone: string | null; readonly timezone: string | null }

/** What the page's script works with: the texts to search, the shifts to find now in, the dates to judge the age by. */
export type PageData = {
  readonly madeAt: string
  readonly staleAt: string
  readonly scheduleEndsAt: string | null
  readonly documents: readonly {
    readonly anchor: string
    readonly title: string
    readonly reviewDueOn: string | null
    readonly entry: LibraryEntry
  }[]
  readonly rotations: readonly OfflineRotation[]
  readonly people: Readonly<Record<string, PagePerson>>
}

/** Takes from a copy what the script needs beside the markup. */
export const pageData = ({ madeAt, staleAt, scheduleEndsAt, documents, schedule, people }: OfflineCopy): PageData => ({
  madeAt,
  staleAt,
  scheduleEndsAt,
  documents: documents.map(({ anchor, title, reviewDueOn, entry }) => ({ anchor, title, reviewDueOn, entry })),
  rotations: schedule?.rotations ?? [],
  people: Object.fromEntries((people ?? []).map(({ id, phone, timezone }) => [id, { phone, timezone }])),
})
