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
    readonly path: string
    readonly owner: string | null
    readonly lastVerified: string | null
    /** The pipeline or folder it stands under; empty under none. */
    readonly shelf: string
    readonly reviewDueOn: string | null
    readonly entry: LibraryEntry
  }[]
  /** The pipelines that runbooks of the copy name. */
  readonly pipelines: readonly { readonly id: string; readonly name: string }[]
  readonly rotations: readonly OfflineRotation[]
  readonly people: Readonly<Record<string, PagePerson>>
}

/** Takes from a copy what the script needs beside the markup. */
export function pageData(copy: OfflineCopy): PageData {
  const { madeAt, staleAt, scheduleEndsAt, documents, shelves, schedule, people } = copy
  const shelfOf = new Map(shelves.flatMap(({ name, anchors }) => anchors.map((anchor) => [anchor, name] as const)))
  const pipelines = new Map(
    documents.flatMap(({ entry, pipelineName }) =>
      entry.pipeline === null ? [] : [[entry.pipeline, pipelineName ?? entry.pipeline] as const],
    ),
  )
  return {
    madeAt,
    staleAt,
    scheduleEndsAt,
    documents: documents.map(({ anchor, title, path, owner, lastVerified, reviewDueOn, entry }) => ({
      anchor,
      title,
      path,
      owner,
      lastVerified,
      shelf: shelfOf.get(anchor) ?? '',
      reviewDueOn,
      entry,
    })),
    pipelines: [...pipelines].map(([id, name]) => ({ id, name })),
    rotations: schedule?.rotations ?? [],
    people: Object.fromEntries((people ?? []).map(({ id, phone, timezone }) => [id, { phone, timezone }])),
  }
}
