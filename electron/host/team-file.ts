import {
  chmodSync,
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { fail, ok, type Result } from '../../shared/kit/result.ts'
import { sha256OfText } from './library-document.ts'

/** team.yaml as it stands on the disk now. */
export type TeamFile = { readonly path: string; readonly text: string; readonly sha256: string }

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Reads team.yaml; the error says why it could not be read. Bytes that are no UTF-8 are refused: writing them back would change them. */
export function readTeamFile(workspaceFolder: string): Result<TeamFile> {
  const path = join(workspaceFolder, 'team.yaml')
  try {
    const bytes = readFileSync(path)
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return ok({ path, text, sha256: sha256OfText(text) })
  } catch (error) {
    return fail(reasonOf(error))
  }
}

/**
 * Puts a text in place of team.yaml whole or not at all, flushed, with the old file's permissions, through a symbolic link to the file it
 * names. The file must still be the one with `baseSha256`, looked at last thing before the rename: an edit made meanwhile is never
 * overwritten, and then the answer is null.
 */
export function writeTeamFile(workspaceFolder: string, text: string, baseSha256: string): Result<TeamFile | null> {
  const path = join(workspaceFolder, 'team.yaml')
  let beside: string | null = null
  try {
    const target = realpathSync(path)
    beside = `${target}.new`
    const descriptor = openSync(beside, 'w')
    try {
      writeSync(descriptor, text)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    chmodSync(beside, statSync(target).mode)
    const now = readTeamFile(workspaceFolder)
    if (!now.ok || now.value.sha256 !== baseSha256) {
      rmSync(beside, { force: true })
      return now.ok ? ok(null) : now
    }
    renameSync(beside, target)
    return ok({ path, text, sha256: sha256OfText(text) })
  } catch (error) {
    if (beside !== null) rmSync(beside, { force: true })
    return fail(reasonOf(error))
  }
}
