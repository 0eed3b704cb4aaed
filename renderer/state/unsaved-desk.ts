import type { StoreApi } from 'zustand/vanilla'
import type { PersonFact } from '../../shared/contract/person-facts.ts'
import type { Refusal, Reply } from '../../shared/contract/refusal.ts'
import type { Stated } from '../../shared/contract/stated.ts'
import type { FactRecord } from '../../shared/incident/facts/fact-catalog.ts'
import type { KeptText } from './kept-text.ts'
import { canWrite } from './selectors.ts'
import type { StoreState } from './store-state.ts'
import { isForbidden, statedOf, type Unsaved } from './unsaved.ts'
import { createUnsavedList, type UnsavedList } from './unsaved-list.ts'

type Saved = Reply<readonly FactRecord[]>

/** What can be done with facts that are not saved yet. */
export type UnsavedDesk = {
  /** States facts. A refusal that loses nothing is only returned; what failed, or has no answer for long, is also kept as NOT SAVED. */
  readonly state: (incident: string, facts: readonly PersonFact[]) => Promise<Saved>
  /** Takes in that records are in a log: those that this window waits for are saved, whatever became of the answer. */
  readonly heed: (records: readonly FactRecord[]) => void
  readonly retry: (key: string) => Promise<void>
  /** States what was overtaken once more, as it is now: at this time, by whoever sits here. */
  readonly restate: (key: string) => Promise<void>
  readonly discard: (key: string) => void
  /** Shows what any window keeps, and tries it whenever the console can write again, from now on; gives back how to end that. */
  readonly start: () => () => void
}

/** What the desk is given: how facts are sent, the host's time (epoch ms), and for how long (ms) an answer is waited for. */
export type UnsavedPorts = {
  readonly kept: KeptText
  readonly send: (incident: string, facts: readonly PersonFact[], stated: Stated) => Promise<Saved>
  readonly now: () => number
  readonly patienceMs: number
}

const noAnswer: Refusal = {
  code: 'offline',
  message: 'The console has not answered yet.',
  hint: 'What you typed is kept, with the time at which you said it, and is saved as soon as the console answers.',
}

/** What is given after a while; the returned function calls it off. */
function after<T>(ms: number, value: T): readonly [Promise<T>, () => void] {
  let timer: ReturnType<typeof setTimeout> | undefined
  const given = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(value), ms)
  })
  return [given, () => clearTimeout(timer)]
}

/** The stating of new facts. */
type Stating = Pick<UnsavedDesk, 'state' | 'heed'>

function createStating(
  { getState }: Pick<StoreApi<StoreState>, 'getState'>,
  { send, now, patienceMs }: UnsavedPorts,
  list: UnsavedList,
  settle: (key: string, reply: Saved) => void,
): Stating {
  /** Those that have no answer yet, with what is to be told once their records are heard of. */
  const underWay = new Map<string, (saved: Saved) => void>()
  let statings = 0

  const newlyStated = (incident: string, facts: readonly PersonFact[]): Unsaved => {
    const statedAt = new Date(now()).toISOString()
    const by = getState().desk?.preferences.me
    statings += 1
    // In the order in which they were stated, and never the key of another window.
    const key = `${statedAt}.${`${statings}`.padStart(6, '0')}.${crypto.randomUUID()}`
    const whose = by === undefined ? {} : { by }
    return { key, incident, facts, statedAt, ...whose, message: '', hint: null, isRetrying: false }
  }

  return {
    state: async (incident, facts) => {
      const unsaved = newlyStated(incident, facts)
      const { key } = unsaved
      const heard = new Promise<Saved>((resolve) => {
        underWay.set(key, resolve)
      })
      const sent = send(incident, facts, statedOf(unsaved))
      const [silence, callOff] = after(patienceMs, null)
      const reply = await Promise.race([sent, heard, silence])
      callOff()
      underWay.delete(key)
      const error = reply === null ? noAnswer : reply.ok ? null : reply.error
      if (reply !== null && (error === null || isForbidden(error))) return reply
      const { message, hint = null } = error ?? noAnswer
      list.keep({ ...unsaved, message, hint, isRetrying: reply === null })
      if (reply === null) void sent.then((late) => settle(key, late))
      return reply ?? { ok: false, error: noAnswer }
    },
    heed: (records) => {
      for (const key of new Set(records.flatMap((record) => record.key ?? []))) {
        underWay.get(key)?.({ ok: true, value: records.filter((record) => record.key === key) })
        if (list.find(key) !== undefined) list.discard(key)
      }
    },
  }
}

/** Keeps failed submissions across reloads, the same in every window, and saves each of them once. */
export function createUnsavedDesk(
  store: Pick<StoreApi<StoreState>, 'getState' | 'setState' | 'subscribe'>,
  ports: UnsavedPorts,
): UnsavedDesk {
  const { kept, send } = ports
  const list = createUnsavedList(store, kept)
  const { find, update, discard } = list
  const settle = (key: string, reply: Saved): void => {
    if (reply.ok) discard(key)
    else {
      const { code, message, hint = null } = reply.error
      update(key, { isRetrying: false, message, hint, isOvertaken: code === 'conflict' })
    }
  }
  const { state, heed } = createStating(store, ports, list, settle)

  /** Does something with one of them, unless it is under way, here or in another window. */
  const alone = async (key: string, run: (unsaved: Unsaved) => Promise<void>): Promise<void> => {
    const unsaved = find(key)
    if (unsaved === undefined || unsaved.isRetrying) return
    await kept.alone(`unsaved.${key}`, async () => {
      if (!list.isKept(key)) return discard(key)
      update(key, { isRetrying: true })
      await run(unsaved)
    })
  }
  const save = async (unsaved: Unsaved): Promise<void> =>
    settle(unsaved.key, await send(unsaved.incident, unsaved.facts, statedOf(unsaved)))
  const stateAnew = async ({ key, incident, facts }: Unsaved): Promise<void> => {
    const reply = await state(incident, facts)
    if (reply.ok || !isForbidden(reply.error)) discard(key)
    else settle(key, reply)
  }
  const retryAll = async (): Promise<void> => {
    for (const { key } of store.getState().unsaved) if (find(key)?.isOvertaken !== true) await alone(key, save)
  }

  return {
    discard,
    heed,
    retry: (key) => alone(key, save),
    restate: (key) => alone(key, stateAnew),
    state: async (incident, facts) => {
      const reply = await state(incident, facts)
      // Where one got through, those that wait may too.
      if (reply.ok) void retryAll()
      return reply
    },
    start: () => {
      list.readShared()
      const stops = [
        kept.listen(list.readShared),
        store.subscribe((is, was) => {
          if (canWrite(is) && !canWrite(was)) void retryAll()
        }),
      ]
      return () => {
        for (const stop of stops) stop()
      }
    },
  }
}
