import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Reply } from '../../shared/contract/refusal.ts'
import { reasonOf } from '../../shared/kit/reason-of.ts'
import { fail, ok, type Result } from '../../shared/kit/result.ts'
import { decodeText } from './decode-text.ts'
import type { HostContext } from './host-context.ts'
import { sha256OfText } from './library-document.ts'
import { refuse } from './refuse.ts'

/** A text of the workspace as it stands on the disk now. */
export type FileAsItIs = { readonly text: string; readonly sha256: string }

/** What an edit made of a file. */
export type EditedFile = { readonly before: FileAsItIs; readonly after: FileAsItIs }

const asItIs = (text: string): FileAsItIs => ({ text, sha256: sha256OfText(text) })

/** The refusal that protects an edit which somebody else made after the file was shown. */
export const changedMeanwhile = (path: string): Reply<never> =>
  refuse(
    'conflict',
    `${path} was changed meanwhile. Nothing was written, and the other edit is kept.`,
    'Look at it as it is now and decide again.',
  )

/** Reads a file to edit it. Bytes that are no UTF-8 are refused: writing them back would change them. */
export function readFileToEdit(workspaceFolder: string, path: string): Reply<FileAsItIs> {
  try {
    const decoded = decodeText(readFileSync(join(workspaceFolder, path)))
    if (decoded.encoding === 'utf-8') return { ok: true, value: asItIs(decoded.text) }
    const hint = 'Nothing was written. Save the file as UTF-8, then try again.'
    return refuse('notAllowed', `${path} is not UTF-8, so writing it could change letters in it.`, hint)
  } catch (error) {
    const hint = 'Nothing was written. Check the workspace folder in Settings.'
    return refuse('notFound', `${path} could not be read: ${reasonOf(error)}`, hint)
  }
}

/** Writes a file that must not be there yet, so that a link which somebody left under its name leads the text nowhere; its owner alone reads it. */
function writeFlushed(file: string, text: string): void {
  const descriptor = openSync(file, 'wx', 0o600)
  try {
    writeFileSync(descriptor, text)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Any of owner, group and others. */
const MAY_WRITE = 0o222

/**
 * Puts a text in place of a file whole or not at all, flushed, with the old file's permissions, through a symbolic link to the file it
 * names. A file that is marked read-only is left so, though its folder would let it be replaced. `isStillShown` is asked last thing before
 * the rename; when it says no, nothing is written and the answer is false.
 */
function putInPlace(file: string, text: string, isStillShown: () => boolean): Result<boolean> {
  let beside: string | null = null
  try {
    const target = realpathSync(file)
    const { mode } = statSync(target)
    if ((mode & MAY_WRITE) === 0) return fail('the file is read-only')
    accessSync(target, constants.W_OK)
    const place = `${target}.nightdesk-new`
    rmSync(place, { force: true })
    beside = place
    writeFlushed(place, text)
    chmodSync(place, mode)
    const isWanted = isStillShown()
    if (isWanted) renameSync(place, target)
    else rmSync(place, { force: true })
    return ok(isWanted)
  } catch (error) {
    if (beside !== null) rmSync(beside, { force: true })
    return fail(reasonOf(error))
  }
}

/**
 * Edits a file in a folder of the user's after a person saw what changes: the only way in which Nightdesk writes there (W). `baseSha256` is the
 * file that was shown; one that was edited meanwhile is never overwritten.
 */
export function editFileIn(
  folder: string,
  path: string,
  baseSha256: string,
  edit: (text: string) => Reply<string>,
): Reply<EditedFile> {
  const before = readFileToEdit(folder, path)
  if (!before.ok) return before
  if (before.value.sha256 !== baseSha256) return changedMeanwhile(path)
  const text = edit(before.value.text)
  if (!text.ok) return text
  const written = putInPlace(join(folder, path), text.value, () => {
    const now = readFileToEdit(folder, path)
    return now.ok && now.value.sha256 === baseSha256
  })
  if (!written.ok) {
    const hint = 'The old file stands. Check the disk and the permissions, then try again.'
    return refuse('notSaved', `${path} was not written: ${written.error}`, hint)
  }
  if (!written.value) return changedMeanwhile(path)
  return { ok: true, value: { before: before.value, after: asItIs(text.value) } }
}

/** The same in the open workspace: what was written is in force at once, since the next rung must not wait for the watcher. */
export function editWorkspaceFile(
  { workspace }: Pick<HostContext, 'workspace'>,
  path: string,
  baseSha256: string,
  edit: (text: string) => Reply<string>,
): Reply<EditedFile> {
  const edited = editFileIn(workspace.folder, path, baseSha256, edit)
  if (edited.ok) workspace.reload(path)
  return edited
}
