import { realpathSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { MarkedVerified, VerifiedProposal } from '../../shared/contract/answers.ts'
import type { Reply } from '../../shared/contract/refusal.ts'
import { markVerified } from '../../shared/library/mark-verified.ts'
import { changedMeanwhile, editWorkspaceFile, type FileAsItIs, readFileToEdit } from './edit-workspace-file.ts'
import type { HostContext } from './host-context.ts'
import { localDay } from './local-day.ts'
import { refuse } from './refuse.ts'

/** Puts the day of verification into runbooks, after somebody saw what changes (R1). The only calls that write a runbook. */
export type RunbookVerifier = {
  /** The text as it is and as it would be; writes nothing. */
  readonly propose: (path: string) => Reply<VerifiedProposal>
  /** Writes, unless the file is no longer the one that was shown. */
  readonly verify: (path: string, baseSha256: string) => Reply<MarkedVerified>
  /** Puts the text back as it was before this host marked it, unless somebody edited it since. */
  readonly undo: (path: string, baseSha256: string) => Reply<MarkedVerified>
}

const noRunbook = (path: string): Reply<never> =>
  refuse('notFound', `There is no runbook at ${path} in this workspace.`, 'Choose another one.')

/** The text in force is kept while its file is away (W1), and so nothing can be written. */
const notOnDisk = (path: string): Reply<never> =>
  refuse(
    'notFound',
    `${path} is not on the disk now: it was moved or deleted, or the workspace folder is away. It is shown as it was last read.`,
    'Nothing was written. Bring it back (Settings tells which folder is meant), then try again.',
  )

const inForce = ({ workspace }: HostContext, path: string): string | undefined =>
  workspace.runbooks().find((runbook) => runbook.path === path)?.text

/** A file that was edited just now comes into force first; one that cannot, as in a merge conflict, is not what the Library shows. */
function onlyInForce(context: HostContext, path: string, file: FileAsItIs): Reply<FileAsItIs> {
  if (inForce(context, path) !== file.text) context.workspace.reload(path)
  if (inForce(context, path) === file.text) return { ok: true, value: file }
  const hint = 'Nothing was written. Mend the file, then try again.'
  return refuse('conflict', `${path} on the disk is not the one in force: its last good version is shown.`, hint)
}

/** Opens a runbook of the workspace as it is in force; a link that leads out of the workspace is none of ours. */
function openRunbook(context: HostContext, path: string): Reply<FileAsItIs> {
  const { workspace } = context
  if (inForce(context, path) === undefined) return noRunbook(path)
  try {
    const inside = `${realpathSync(workspace.folder)}${sep}`
    if (!realpathSync(join(workspace.folder, path)).startsWith(inside)) {
      return refuse('notAllowed', 'The file lies outside of the workspace.')
    }
  } catch {
    return notOnDisk(path)
  }
  const file = readFileToEdit(workspace.folder, path)
  return file.ok ? onlyInForce(context, path, file.value) : file
}

/** The text with the day; a text that has it already is refused, so that the way back from the first time stays. */
function marked(text: string, day: string): Reply<string> {
  const made = markVerified(text, day)
  if (!made.ok) return refuse('notAllowed', made.error, 'Nothing was written.')
  if (made.value === text)
    return refuse('notAllowed', 'It is marked verified today already.', 'There is nothing to write.')
  return { ok: true, value: made.value }
}

/** Makes the verifier of a host. What can be undone is remembered until the host ends. */
export function createRunbookVerifier(context: HostContext): RunbookVerifier {
  const before = new Map<string, { readonly text: string; readonly markedSha256: string }>()

  const edit = (path: string, baseSha256: string, how: (text: string) => Reply<string>) => {
    const opened = openRunbook(context, path)
    return opened.ok ? editWorkspaceFile(context, path, baseSha256, how) : opened
  }

  return {
    propose: (path) => {
      const opened = openRunbook(context, path)
      if (!opened.ok) return opened
      const day = localDay(context)
      const { text, sha256 } = opened.value
      const after = marked(text, day)
      return after.ok ? { ok: true, value: { path, day, baseSha256: sha256, before: text, after: after.value } } : after
    },
    verify: (path, baseSha256) => {
      const day = localDay(context)
      const written = edit(path, baseSha256, (text) => marked(text, day))
      if (!written.ok) return written
      const { sha256 } = written.value.after
      before.set(path, { text: written.value.before.text, markedSha256: sha256 })
      return { ok: true, value: { path, sha256, day } }
    },
    undo: (path, baseSha256) => {
      const kept = before.get(path)
      if (kept === undefined) {
        return refuse(
          'notFound',
          'There is nothing to undo here.',
          'The workspace is a Git folder: its history has the text.',
        )
      }
      if (kept.markedSha256 !== baseSha256) return changedMeanwhile(path)
      const written = edit(path, baseSha256, () => ({ ok: true, value: kept.text }))
      if (!written.ok) return written
      before.delete(path)
      return { ok: true, value: { path, sha256: written.value.after.sha256, day: null } }
    },
  }
}
