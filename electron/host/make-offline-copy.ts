import { unknownPlace } from '../../shared/bundle/chosen-places.ts'
import { composeOfflineCopy } from '../../shared/bundle/compose-offline-copy.ts'
import type { OfflineChoice, OfflineCopy } from '../../shared/bundle/offline-copy.ts'
import type { OfflineSource } from '../../shared/bundle/offline-source.ts'
import { passphraseFault } from '../../shared/bundle/sealed.ts'
import type { Problem } from '../../shared/kit/problem.ts'
import { fail, ok, type Result } from '../../shared/kit/result.ts'
import { sha256OfText } from './library-document.ts'
import { offlineCopyFile } from './offline-copy-file.ts'
import { readOfflinePage } from './offline-copy-page.ts'

/** A copy ready to be written. */
export type MadeOfflineCopy = {
  readonly text: string
  readonly bytes: number
  readonly sha256: string
  readonly madeAt: string
  readonly staleAt: string
  readonly scheduleEndsAt: string | null
  readonly documents: number
  readonly encrypted: boolean
} & Pick<OfflineCopy, 'teamDoubt' | 'teamLack' | 'absent' | 'contactsTakenOut' | 'linesMasked'>

/** Why there is no copy: secrets and errors of team.yaml with their places, or a reason in words. */
export type OfflineCopyFailure =
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  | { readonly kind: 'refused'; readonly message: string; readonly hint: string }

const refused = (message: string, hint: string): Result<never, OfflineCopyFailure> =>
  fail({ kind: 'refused', message, hint })

/** Nothing to read and nobody to reach. */
const isEmpty = ({ documents, schedule, people }: OfflineCopy): boolean =>
  documents.length === 0 && schedule === null && people === null

/** Makes the offline copy of a workspace at an instant (epoch ms); encrypted when there is a passphrase. */
export async function makeOfflineCopy(
  source: OfflineSource,
  choice: OfflineChoice,
  passphrase: string | null,
  nowMs: number,
): Promise<Result<MadeOfflineCopy, OfflineCopyFailure>> {
  const fault = passphrase === null ? null : passphraseFault(passphrase)
  if (fault !== null) return refused(fault, 'The file can be guessed at for ever. Four random words do well.')
  const unknown = unknownPlace(source, choice)
  if (unknown !== null) {
    const { place, nearest } = unknown
    const hint =
      nearest === undefined ? 'Give a path within the workspace, or the id of a pipeline.' : `Did you mean ${nearest}?`
    return refused(`There is no document, folder or pipeline "${place}".`, hint)
  }
  const page = readOfflinePage()
  if (!page.ok) return refused(page.error, 'Then make the copy again.')
  const composed = composeOfflineCopy(source, choice, nowMs)
  if (!composed.ok) return fail({ kind: 'problems', problems: composed.error })
  if (isEmpty(composed.value)) return refused('Nothing would be in the copy.', 'Leave less out.')
  const text = await offlineCopyFile(page.value, composed.value, passphrase)
  const { madeAt, staleAt, scheduleEndsAt, documents, teamDoubt, teamLack, absent, contactsTakenOut, linesMasked } =
    composed.value
  return ok({
    text,
    bytes: Buffer.byteLength(text, 'utf8'),
    sha256: sha256OfText(text),
    madeAt,
    staleAt,
    scheduleEndsAt,
    documents: documents.length,
    encrypted: passphrase !== null,
    teamDoubt,
    teamLack,
    absent,
    contactsTakenOut,
    linesMasked,
  })
}
