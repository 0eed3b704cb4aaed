import { join } from 'node:path'
import type { Handlers } from '../../shared/contract/serve.ts'
import { reasonOf } from '../../shared/kit/reason-of.ts'
import type { HostContext } from './host-context.ts'
import { makeOfflineCopy, type OfflineCopyFailure, writeOfflineCopy } from './make-offline-copy.ts'
import { refuse } from './refuse.ts'

function refuseCopy(failure: OfflineCopyFailure) {
  if (failure.kind === 'refused') return refuse('notAllowed', failure.message, failure.hint)
  const places = failure.problems.map(({ file, line }) => (line === undefined ? file : `${file}:${line}`))
  const more = places.length > 5 ? ` and ${places.length - 5} more` : ''
  const hint = 'Nothing was written. Take the secrets out of the workspace, revoke them, and make the copy again.'
  return refuse('notAllowed', `No copy was made: there are secrets at ${places.slice(0, 5).join(', ')}${more}.`, hint)
}

/** The call that makes an offline copy of the open workspace, under `<data>/exports/offline/`. */
export const offlineCopyHandlers = (context: HostContext): Pick<Handlers, 'library.bundle'> => ({
  'library.bundle': async ({ parts, contacts, weeks, passphrase }) => {
    const { workspace, clock, dataFolder } = context
    const source = {
      team: workspace.team(),
      problems: workspace.problems(),
      runbooks: workspace.runbooks(),
      documents: workspace.documents(),
    }
    const made = await makeOfflineCopy(source, { parts, contacts, weeks }, passphrase, clock.nowMs())
    if (!made.ok) return refuseCopy(made.error)
    const { text, madeAt, ...facts } = made.value
    const folder = join(dataFolder, 'exports', 'offline')
    const name = `nightdesk-offline-${madeAt.slice(0, 10)}.html`
    const file = join(folder, name)
    try {
      writeOfflineCopy(file, text)
    } catch (error) {
      const reason = reasonOf(error)
      const hint = 'The workspace is untouched. Make room or check the folder, then make the copy again.'
      return refuse('notSaved', `The offline copy was not written: ${reason}`, hint)
    }
    return { ok: true, value: { folder, file, name, text, madeAt, ...facts } }
  },
})
