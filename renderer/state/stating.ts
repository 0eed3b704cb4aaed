import type { Refusal, Reply } from '../../shared/contract/refusal.ts'
import type { Stated } from '../../shared/contract/stated.ts'
import type { FactRecord } from '../../shared/incident/facts/fact-catalog.ts'
import type { StoreState } from './store-state.ts'
import { type Batch, isForbidden, statedOf, type Unsaved } from './unsaved.ts'

/** The answer to what was stated: its records once they are durable. */
export type Saved = Reply<readonly FactRecord[]>

/** The stating of new facts and evidence. */
export type Stating = {
  readonly state: (batch: Batch) => Promise<Saved>
  /** Takes in that records are in a log: those that are waited for are saved, whatever became of the answer. */
  readonly heed: (records: readonly FactRecord[]) => void
}

/** What the stating is given: how a batch is sent, the host's time (epoch ms), and for how long (ms) an answer is waited for. */
export type StatingPorts = {
  readonly send: (batch: Batch, stated: Stated) => Promise<Saved>
  readonly now: () => number
  readonly patienceMs: number
}

/** What becomes of what could not be saved at once. */
type Kept = {
  readonly keep: (unsaved: Unsaved) => void
  /** The answer that came after all. */
  readonly settle: (key: string, reply: Saved) => void
  readonly took: (key: string, records: readonly FactRecord[]) => void
}

const TRIES_AGAIN = 'It is kept, with the time at which you said it, and is saved as soon as the console answers.'

const noAnswer: Refusal = { code: 'offline', message: 'The console has not answered yet.', hint: TRIES_AGAIN }

/** Evidence takes longer on its way: a machine that is busy moves at least so many characters of it in a millisecond. */
const CHARACTERS_PER_MS = 2_000

/** Why it is not saved, in words that are true of what is kept and tried again by itself. */
export const whyNotSaved = ({ code, message, hint }: Refusal): Pick<Unsaved, 'message' | 'hint'> => ({
  message,
  hint: code === 'offline' ? TRIES_AGAIN : (hint ?? null),
})

/** What is given after a while; the returned function calls it off. */
function after<T>(ms: number, value: T): readonly [Promise<T>, () => void] {
  let timer: ReturnType<typeof setTimeout> | undefined
  const given = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(value), ms)
  })
  return [given, () => clearTimeout(timer)]
}

/** Makes the stating of a window; what failed, or has no answer for long, is kept. */
export function createStating(
  getState: () => StoreState,
  { send, now, patienceMs }: StatingPorts,
  { keep, settle, took }: Kept,
): Stating {
  /** Those that have no answer yet, with what is to be told once their records are heard of. */
  const underWay = new Map<string, (saved: Saved) => void>()
  let statings = 0

  const newlyStated = (batch: Batch): Unsaved => {
    const statedAt = new Date(now()).toISOString()
    const by = getState().desk?.preferences.me
    statings += 1
    // In the order in which they were stated, and never the key of another window.
    const key = `${statedAt}.${`${statings}`.padStart(6, '0')}.${crypto.randomUUID()}`
    const whose = by === undefined ? {} : { by }
    return { ...batch, key, statedAt, ...whose, message: '', hint: null, isRetrying: false }
  }

  return {
    state: async (batch) => {
      const unsaved = newlyStated(batch)
      const { key } = unsaved
      const heard = new Promise<Saved>((resolve) => {
        underWay.set(key, resolve)
      })
      const sent = send(batch, statedOf(unsaved))
      const [silence, callOff] = after(patienceMs + (batch.evidence?.base64.length ?? 0) / CHARACTERS_PER_MS, null)
      const reply = await Promise.race([sent, heard, silence])
      callOff()
      underWay.delete(key)
      const error = reply === null ? noAnswer : reply.ok ? null : reply.error
      if (reply !== null && (error === null || isForbidden(error))) return reply
      keep({ ...unsaved, ...whyNotSaved(error ?? noAnswer), isRetrying: reply === null })
      if (reply === null) void sent.then((late) => settle(key, late))
      return reply ?? { ok: false, error: noAnswer }
    },
    heed: (records) => {
      for (const key of new Set(records.flatMap((record) => record.key ?? []))) {
        const ofKey = records.filter((record) => record.key === key)
        underWay.get(key)?.({ ok: true, value: ofKey })
        took(key, ofKey)
      }
    },
  }
}
