import type { Intake } from '../../../shared/contract/alert-answers.ts'
import { ok, type Result } from '../../../shared/kit/result.ts'
import { digestOf, newSecret } from '../http/secret.ts'
import type { IntakeSettingsFile } from './intake-settings.ts'

/** The key that senders show. Only digests are held; a token from the command line holds for this run and is kept nowhere. */
export type IntakeToken = {
  /** Digests of what opens the intake now. */
  readonly digests: () => readonly Buffer[]
  readonly describe: () => Intake['token']
  /** A new token, given out this once. */
  readonly renew: (nowAt: string) => Result<string>
  /** Lends a token for as long as `use` runs. */
  readonly lend: <T>(use: (token: string) => Promise<T>) => Promise<T>
}

/** Makes the key over the settings file; `given` is the one from the command line. */
export function createIntakeToken(file: IntakeSettingsFile, given: string | null): IntakeToken {
  let forThisRun = given === null ? null : digestOf(given)
  const lent = new Set<Buffer>()
  let kept = file.read().token
  return {
    digests: () => {
      const own = forThisRun ?? (kept === null ? null : Buffer.from(kept.sha256, 'hex'))
      return own === null ? [...lent] : [own, ...lent]
    },
    describe: () => {
      if (forThisRun !== null) return { madeAt: null }
      return kept === null ? null : { madeAt: kept.madeAt }
    },
    renew: (nowAt) => {
      const token = newSecret()
      const written = file.write({ token: { sha256: digestOf(token).toString('hex'), madeAt: nowAt } })
      if (!written.ok) return written
      kept = written.value.token
      forThisRun = null
      return ok(token)
    },
    lend: async (use) => {
      const token = newSecret()
      const digest = digestOf(token)
      lent.add(digest)
      return use(token).finally(() => lent.delete(digest))
    },
  }
}
