import { runbookShelves } from '../library/runbook-shelves.ts'
import type { Pipeline } from '../schedule/team.ts'
import type { OfflineDocument, OfflineShelf } from './offline-copy.ts'

/** The documents of a copy by pipeline and folder, as they stand in the console; shelves without a document are left out. */
export function offlineShelves(
  documents: readonly OfflineDocument[],
  pipelines: readonly Pipeline[],
): readonly OfflineShelf[] {
  return (['runbook', 'reference'] as const).flatMap((kind) => {
    const listed = documents
      .filter((document) => document.kind === kind)
      .map(({ anchor, path, title, entry }) => ({ anchor, path, title, pipeline: entry.pipeline }))
    const shelves = runbookShelves(listed, pipelines).filter(({ runbooks }) => runbooks.length > 0)
    return shelves.map(({ id, name, pipeline, runbooks }) => ({
      kind,
      name: id === 'folder:' && (kind === 'reference' || shelves.length === 1) ? '' : name,
      isPipeline: pipeline !== null,
      anchors: runbooks.map(({ anchor }) => anchor),
    }))
  })
}
