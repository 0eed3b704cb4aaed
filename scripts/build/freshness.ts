import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { BuildTarget } from './targets.ts'

/** The newest change under a path in epoch ms, folders included so that a deleted file counts; 0 when nothing is there. */
function newestChangeMs(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return 0
  if (!found.isDirectory()) return found.mtimeMs
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestChangeMs(join(path, name))), found.mtimeMs)
}

/** Whether a target has never been built, or a source changed since. */
export function isStale(root: string, target: BuildTarget): boolean {
  const built = statSync(join(root, target.output), { throwIfNoEntry: false })
  return !built || target.sources.some((source) => newestChangeMs(join(root, source)) > built.mtimeMs)
}
