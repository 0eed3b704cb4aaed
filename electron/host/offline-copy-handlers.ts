import { basename, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { offlineFileName } from '../../shared/bundle/offline-file-name.ts'
import type { Refusal, Reply } from '../../shared/contract/refusal.ts'
import type { Handlers } from '../../shared/contract/serve.ts'
import type { Problem } from '../../shared/kit/problem.ts'
import { reasonOf } from '../../shared/kit/reason-of.ts'
import type { HostContext } from './host-context.ts'
import { makeOfflineCopy, type OfflineCopyFailure } from './make-offline-copy.ts'
import { refuse } from './refuse.ts'
import type { Workspace } from './workspace.ts'
import { freeFile, writeOfflineCopy } from './write-offline-copy.ts'

const SHOWN_PLACES = 5
const LOOK_AGAIN_MS = 50
const PATIENCE_MS = 60_000

function placesInWords(problems: readonly Problem[]): string {
  const places = problems.map(({ file, line }) => (line === undefined ? file : `${file}:${line}`))
  const more = places.length > SHOWN_PLACES ? ` and ${places.length - SHOWN_PLACES} more` : ''
  return `${places.slice(0, SHOWN_PLACES).join(', ')}${more}`
}

function refuseCopy(failure: OfflineCopyFailure): Reply<never> {
  if (failure.kind === 'refused') return refuse('notAllowed', failure.message, failure.hint)
  const { problems } = failure
  const secrets = problems.filter(({ rule }) => rule.endsWith('/secret'))
  const errors = problems.filter((problem) => !secrets.includes(problem))
  const why = [
    secrets.length === 0 ? null : `there are secrets at ${placesInWords(secrets)}`,
    errors.length === 0 ? null : `team.yaml has errors at ${placesInWords(errors)}`,
  ].filter((each) => each !== null)
  const error: Refusal = {
    code: 'notAllowed',
    message: `No copy was made: ${why.join(', and ')}.`,
    hint: 'Nothing was written.',
    problems,
  }
  return { ok: false, error }
}

/** A large workspace is read in slices after the start; a copy of the first few runbooks would pass for one of all. */
async function isRead(workspace: Workspace): Promise<boolean> {
  for (let waitedMs = 0; workspace.isReading() && waitedMs < PATIENCE_MS; waitedMs += LOOK_AGAIN_MS)
    await pause(LOOK_AGAIN_MS)
  return !workspace.isReading()
}

/** The call that makes an offline copy of the open workspace, under `<data>/exports/offline/`. */
export const offlineCopyHandlers = (context: HostContext): Pick<Handlers, 'library.bundle'> => ({
  'library.bundle': async ({ passphrase, ...choice }) => {
    const { workspace, clock, dataFolder } = context
    if (!(await isRead(workspace))) {
      return refuse('notAllowed', 'The workspace is still being read. Nothing was written.', 'Try again in a minute.')
    }
    const source = {
      team: workspace.team(),
      teamAsOf: workspace.teamAsOf(),
      problems: workspace.problems(),
      runbooks: workspace.runbooks(),
      documents: workspace.documents(),
    }
    const made = await makeOfflineCopy(source, choice, passphrase, clock.nowMs())
    if (!made.ok) return refuseCopy(made.error)
    const { text, ...facts } = made.value
    const folder = join(dataFolder, 'exports', 'offline')
    const file = freeFile(folder, offlineFileName(choice, facts.madeAt, facts.encrypted))
    try {
      writeOfflineCopy(file, text)
    } catch (error) {
      const reason = reasonOf(error)
      const hint = 'The workspace is untouched. Make room or check the folder, then make the copy again.'
      return refuse('notSaved', `The offline copy was not written: ${reason}`, hint)
    }
    return { ok: true, value: { folder, file, name: basename(file), text, ...facts } }
  },
})
