import { movedRunbooks, type RunbookFile } from '../runbook/moved-runbook.ts'
import type { RunRecord } from './run-fold.ts'

/**
 * Every run by the path that its runbook has now: those of a file that was renamed since count where it lies now. What merely has the title of a file
 * that is gone takes over only runs from before its own first one: two runbooks that were there at once are two.
 */
export function runsByRunbook(
  runs: readonly RunRecord[],
  files: readonly RunbookFile[],
): ReadonlyMap<string, readonly RunRecord[]> {
  const placeOf = movedRunbooks(files)
  const shaOf = new Map(files.map(({ path, sha256 }) => [path, sha256]))
  const found = new Map<string, RunRecord[]>()
  for (const run of runs) found.set(run.path, [...(found.get(run.path) ?? []), run])
  const firstOf = new Map([...found].map(([path, each]) => [path, each.map(({ openedAt }) => openedAt).toSorted()[0]]))
  for (const run of runs) {
    const now = placeOf(run)
    if (now === null) continue
    const first = firstOf.get(now)
    const isSameText = shaOf.get(now) === run.sha256
    if (isSameText || first === undefined || run.openedAt < first) found.set(now, [...(found.get(now) ?? []), run])
  }
  return found
}
