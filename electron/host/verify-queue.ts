import type { Reply } from '../../shared/contract/refusal.ts'
import { reasonOf } from '../../shared/kit/reason-of.ts'

/** Incidents whose logs are still to be verified, one after another. */
export type VerifyQueue = { readonly put: (incident: string) => void }

/** The first screen is there by then; what is verified afterwards begins at once. Milliseconds. */
const BEGIN_AFTER_MS = 1_000

/** Verifies what is put in, in the background, until `closing` is aborted. */
export function createVerifyQueue(
  verify: (incident: string) => Promise<Reply<unknown>>,
  closing: AbortSignal,
  log: (line: string) => void,
): VerifyQueue {
  const waiting = new Set<string>()
  let isReady = false
  let isRunning = false

  const verifyOne = async (incident: string): Promise<void> => {
    try {
      await verify(incident)
    } catch (error) {
      if (!closing.aborted) log(`${incident}: it could not be verified: ${reasonOf(error)}`)
    }
  }
  const run = async (): Promise<void> => {
    if (isRunning) return
    isRunning = true
    for (const incident of waiting) {
      if (closing.aborted) break
      waiting.delete(incident)
      await verifyOne(incident)
    }
    isRunning = false
  }
  const timer = setTimeout(() => {
    isReady = true
    void run()
  }, BEGIN_AFTER_MS)
  timer.unref()
  closing.addEventListener('abort', () => clearTimeout(timer), { once: true })

  return {
    put: (incident) => {
      waiting.add(incident)
      if (isReady) void run()
    },
  }
}
