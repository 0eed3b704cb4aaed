import type { StoreApi } from 'zustand/vanilla'
import type { PersonFact } from '../../shared/contract/person-facts.ts'
import type { Stated } from '../../shared/contract/stated.ts'
import type { FactRecord } from '../../shared/incident/facts/fact-catalog.ts'
import { idsToTakeBack } from '../../shared/incident/take-back.ts'
import type { KeptText } from './kept-text.ts'
import { canWrite } from './selectors.ts'
import { createStating, type Saved, type Stating, type StatingPorts, whyNotSaved } from './stating.ts'
import type { StoreState } from './store-state.ts'
import { type Batch, type Evidence, isForbidden, restated, statedOf, triesAgain, type Unsaved } from './unsaved.ts'
import { createUnsavedList } from './unsaved-list.ts'

/** What can be done with facts and evidence that are not saved yet. */
export type UnsavedDesk = Pick<Stating, 'heed'> & {
  /** States facts. A refusal that loses nothing is only returned; what failed, or has no answer for long, is also kept as NOT SAVED. */
  readonly state: (incident: string, facts: readonly PersonFact[]) => Promise<Saved>
  /** The same for a piece of evidence. */
  readonly attach: (incident: string, evidence: Evidence) => Promise<Saved>
  readonly retry: (key: string) => Promise<void>
  /** States what was overtaken once more, as it is now: at this time, by whoever sits here. */
  readonly restate: (key: string) => Promise<void>
  /** Throws it away and has the console refuse it from then on. It is gone once the console has said that it was not written (J4.6). */
  readonly throwAway: (key: string) => Promise<void>
  /** Only keeps it no longer: whoever stated it has the words, or has read what became of it. */
  readonly discard: (key: string) => void
  /** Shows what any window keeps, and tries it whenever the console can write again, from now on; gives back how to end that. */
  readonly start: () => () => void
}

/** What the desk is given besides: where it keeps things, and how the console is told that a batch is thrown away. */
export type UnsavedPorts = StatingPorts & {
  readonly kept: KeptText
  readonly withdraw: (incident: string, stated: Stated) => Promise<Saved>
}

const whenWritable = ({ subscribe }: Pick<StoreApi<StoreState>, 'subscribe'>, run: () => void): (() => void) =>
  subscribe((is, was) => {
    if (canWrite(is) && !canWrite(was)) run()
  })

/** Keeps failed submissions across reloads, the same in every window, and saves each of them once. */
export function createUnsavedDesk(
  store: Pick<StoreApi<StoreState>, 'getState' | 'setState' | 'subscribe'>,
  ports: UnsavedPorts,
): UnsavedDesk {
  const { kept, send } = ports
  const list = createUnsavedList(store, kept)
  const { find, update, discard } = list

  /** It is in the log: saved, or, where somebody threw it away meanwhile, to be told. */
  const took = (key: string, records: readonly FactRecord[]): void => {
    const unsaved = find(key)
    if (unsaved === undefined) return
    if (unsaved.isThrownAway !== true) discard(key)
    else update(key, { written: idsToTakeBack(records), isRetrying: false })
  }
  const settle = (key: string, reply: Saved): void => {
    if (reply.ok) took(key, reply.value)
    else update(key, { ...whyNotSaved(reply.error), isRetrying: false, isOvertaken: reply.error.code === 'conflict' })
  }
  const { state, heed } = createStating(store.getState, ports, { keep: list.keep, settle, took })

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
  const withdraw = async (unsaved: Unsaved): Promise<void> => {
    const { key, incident } = unsaved
    const reply = await ports.withdraw(incident, statedOf(unsaved))
    if (!reply.ok && reply.error.code !== 'notFound') return update(key, { message: reply.error.message })
    if (!reply.ok || reply.value.length === 0) return discard(key)
    // Another window may have heard of it first, and have let go of it as saved.
    list.keep({ ...unsaved, isThrownAway: true, written: idsToTakeBack(reply.value), isRetrying: false })
  }
  const save = async (unsaved: Unsaved): Promise<void> => settle(unsaved.key, await send(unsaved, statedOf(unsaved)))
  const stateAnew = async (unsaved: Unsaved): Promise<void> => {
    const { key, incident } = unsaved
    const reply = await state({ incident, facts: restated(unsaved) })
    if (reply.ok || !isForbidden(reply.error)) discard(key)
    else settle(key, reply)
  }
  const retryAll = async (): Promise<void> => {
    for (const { key } of store.getState().unsaved) {
      const unsaved = find(key)
      if (unsaved?.isThrownAway === true && unsaved.written === undefined) await withdraw(unsaved)
      else if (unsaved !== undefined && triesAgain(unsaved)) await alone(key, save)
    }
  }
  /** Where one got through, those that wait may too. */
  const stated = async (batch: Batch): Promise<Saved> => {
    const reply = await state(batch)
    if (reply.ok) void retryAll()
    return reply
  }

  return {
    discard,
    heed,
    retry: async (key) => {
      await alone(key, save)
      if (find(key) === undefined) void retryAll()
    },
    restate: (key) => alone(key, stateAnew),
    throwAway: async (key) => {
      const unsaved = find(key)
      if (unsaved === undefined) return
      update(key, { isThrownAway: true })
      await withdraw(unsaved)
    },
    state: (incident, facts) => stated({ incident, facts }),
    attach: (incident, evidence) => stated({ incident, facts: [], evidence }),
    start: () => {
      list.readShared()
      const stops = [kept.listen(list.readShared), whenWritable(store, () => void retryAll())]
      return () => {
        for (const stop of stops) stop()
      }
    },
  }
}
