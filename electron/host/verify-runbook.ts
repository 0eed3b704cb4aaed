import {
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
import { join, sep } from 'node:path'
import type { MarkedVerified, VerifiedProposal } from '../../shared/contract/contract.ts'
import type { Reply } from '../../shared/contract/refusal.ts'
import { markVerified } from '../../shared/library/mark-verified.ts'
import type { HostContext } from './host-context.ts'
import { sha256OfText } from './library-document.ts'
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

type Opened = { readonly file: string; readonly text: string; readonly sha256: string }

const changedMeanwhile = (): Reply<never> =>
  refuse(
    'notAllowed',
    'The file changed in the meantime, so nothing was written.',
    'Look at the change, then mark it again.',
  )

/** Opens a runbook of the workspace as bytes that are text; a link that leads out of the workspace is none of ours. */
function openRunbook({ workspace }: HostContext, path: string): Reply<Opened> {
  if (!workspace.runbooks().some((runbook) => runbook.path === path)) {
    return refuse('notFound', `There is no runbook at ${path} in this workspace.`, 'Choose another one.')
  }
  const file = join(workspace.folder, path)
  try {
    const inside = `${realpathSync(workspace.folder)}${sep}`
    if (!realpathSync(file).startsWith(inside)) return refuse('notAllowed', 'The file lies outside of the workspace.')
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(file))
    return { ok: true, value: { file, text, sha256: sha256OfText(text) } }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return refuse('notFound', `The runbook could not be read: ${why}`, 'Nothing was written.')
  }
}

/** Writes beside the file and puts it in its place, so that a crash leaves the old text or the new one, whole. */
function writeWhole(file: string, text: string): void {
  const beside = `${file}.nightdesk-new`
  const fd = openSync(beside, 'w', statSync(file).mode)
  try {
    writeSync(fd, text)
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
  renameSync(beside, file)
}

function write(context: HostContext, { file }: Opened, text: string): Reply<null> {
  try {
    writeWhole(file, text)
  } catch (error) {
    rmSync(`${file}.nightdesk-new`, { force: true })
    const why = error instanceof Error ? error.message : String(error)
    return refuse('notSaved', `The runbook was not written: ${why}`, 'The file is as it was. Look at its permissions.')
  }
  context.workspace.reload()
  return { ok: true, value: null }
}

/** Makes the verifier of a host. What can be undone is remembered until the host ends. */
export function createRunbookVerifier(context: HostContext): RunbookVerifier {
  const before = new Map<string, { readonly text: string; readonly markedSha256: string }>()

  const propose = (path: string): Reply<VerifiedProposal> => {
    const opened = openRunbook(context, path)
    if (!opened.ok) return opened
    const day = localDay(context)
    const { text, sha256 } = opened.value
    const marked = markVerified(text, day)
    return marked.ok
      ? { ok: true, value: { path, day, baseSha256: sha256, before: text, after: marked.value } }
      : refuse('notAllowed', marked.error, 'Mend the front matter, or write the day into it by hand.')
  }

  return {
    propose,
    verify: (path, baseSha256) => {
      const opened = openRunbook(context, path)
      if (!opened.ok) return opened
      if (opened.value.sha256 !== baseSha256) return changedMeanwhile()
      const proposal = propose(path)
      if (!proposal.ok) return proposal
      const { after, day } = proposal.value
      const sha256 = sha256OfText(after)
      const written = write(context, opened.value, after)
      if (!written.ok) return written
      before.set(path, { text: opened.value.text, markedSha256: sha256 })
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
      const opened = openRunbook(context, path)
      if (!opened.ok) return opened
      if (opened.value.sha256 !== baseSha256 || kept.markedSha256 !== baseSha256) return changedMeanwhile()
      const written = write(context, opened.value, kept.text)
      if (!written.ok) return written
      before.delete(path)
      return { ok: true, value: { path, sha256: sha256OfText(kept.text), day: null } }
    },
  }
}
