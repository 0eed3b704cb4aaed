import { chmodSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { composeOfflineCopy, type OfflineSource } from '../../shared/bundle/compose-offline-copy.ts'
import type { OfflineChoice } from '../../shared/bundle/offline-copy.ts'
import { SHORTEST_PASSPHRASE } from '../../shared/bundle/sealed.ts'
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
  readonly documents: number
  readonly encrypted: boolean
}

/** Why there is no copy: secrets with their places, or a reason in words. */
export type OfflineCopyFailure =
  | { readonly kind: 'secrets'; readonly problems: readonly Problem[] }
  | { readonly kind: 'refused'; readonly message: string; readonly hint: string }

const refused = (message: string, hint: string): Result<never, OfflineCopyFailure> =>
  fail({ kind: 'refused', message, hint })

/** Makes the offline copy of a workspace at an instant (epoch ms); encrypted when there is a passphrase. */
export async function makeOfflineCopy(
  source: OfflineSource,
  choice: OfflineChoice,
  passphrase: string | null,
  nowMs: number,
): Promise<Result<MadeOfflineCopy, OfflineCopyFailure>> {
  if (passphrase !== null && passphrase.length < SHORTEST_PASSPHRASE) {
    const hint = 'The file can be guessed at for ever. Four random words do well.'
    return refused(`A passphrase needs at least ${SHORTEST_PASSPHRASE} characters.`, hint)
  }
  const page = readOfflinePage()
  if (!page.ok) return refused(page.error, 'Then make the copy again.')
  const composed = composeOfflineCopy(source, choice, nowMs)
  if (!composed.ok) return fail({ kind: 'secrets', problems: composed.error })
  const text = await offlineCopyFile(page.value, composed.value, passphrase)
  const { madeAt, staleAt, documents } = composed.value
  return ok({
    text,
    bytes: Buffer.byteLength(text, 'utf8'),
    sha256: sha256OfText(text),
    madeAt,
    staleAt,
    documents: documents.length,
    encrypted: passphrase !== null,
  })
}

/** Writes a copy whole or not at all, readable by its owner alone: it holds phone numbers. */
export function writeOfflineCopy(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.new`, text, { mode: 0o600 })
  chmodSync(`${file}.new`, 0o600)
  renameSync(`${file}.new`, file)
}
