import type { StoreApi } from 'zustand/vanilla'
import type { Client } from '../../shared/contract/client.ts'
import type { PersonFact } from '../../shared/contract/person-facts.ts'
import type { Refusal, Reply } from '../../shared/contract/refusal.ts'
import type { FactRecord } from '../../shared/incident/facts/fact-catalog.ts'
import type { KeptText } from './kept-text.ts'
import { createKeptUnsaved } from './kept-unsaved.ts'
import type { StoreState } from './store-state.ts'
import { isAlreadySaved, isForbidden, statedThen, type Unsaved } from './unsaved.ts'

/** What can be done with facts that are not saved yet. */
export type UnsavedDesk = {
  readonly keep: (incident: string, facts: readonly PersonFact[], statedAt: string, error: Refusal) => void
  readonly retry: (key: string) => Promise<void>
  readonly retryAll: () => Promise<void>
  readonly discard: (key: string) => void
  /** Shows what any window keeps, from now on; gives back how to end that. */
  readonly start: () => () => void
}

/** Records that are read at a time to see whether one of them is it. */
const LOOK_BACK = 1_000

/** Keeps failed submissions across reloads, the same in every window, and saves each of them once. */
export function createUnsavedDesk(
  store: Pick<StoreApi<StoreState>, 'getState' | 'setState'>,
  kept: KeptText,
  send: (incident: string, facts: readonly PersonFact[]) => Promise<Reply<readonly FactRecord[]>>,
  client: Client,
): UnsavedDesk {
  const shared = createKeptUnsaved(kept)
  /** Those that the storage did not take: only this window has them. */
  const own = new Set<string>()
  let kepts = 0

  const change = (next: (list: readonly Unsaved[]) => readonly Unsaved[]): void =>
    store.setState({ unsaved: next(store.getState().unsaved) })
  const update = (key: string, part: Partial<Unsaved>): void =>
    change((list) => list.map((each) => (each.key === key ? { ...each, ...part } : each)))
  const discard = (key: string): void => {
    shared.drop(key)
    own.delete(key)
    change((list) => list.filter((each) => each.key !== key))
  }

  /** Takes over what other windows kept, and lets go of what they saved. */
  const readShared = (): void =>
    change((list) => {
      const all = shared.all()
      const known = new Map(list.map((each) => [each.key, each]))
      return [...all.map((each) => known.get(each.key) ?? each), ...list.filter(({ key }) => own.has(key))]
    })

  const isOnDisk = async (unsaved: Unsaved): Promise<boolean> => {
    const { incident, statedAt } = unsaved
    const opened = await client.call('incidents.open', { incident, tail: LOOK_BACK })
    if (!opened.ok) return false
    let { records } = opened.value
    while (!isAlreadySaved(unsaved, records)) {
      const [first] = records
      if (first === undefined || first.seq === 1 || first.at < statedAt) return false
      const fromSeq = Math.max(1, first.seq - LOOK_BACK)
      const before = await client.call('incidents.read', { incident, fromSeq, limit: first.seq - fromSeq })
      if (!before.ok) return false
      records = [...before.value.records, ...records]
    }
    return true
  }

  const save = async (unsaved: Unsaved): Promise<void> => {
    const { key, incident } = unsaved
    if (!own.has(key) && !shared.has(key)) return discard(key)
    update(key, { isRetrying: true })
    if (await isOnDisk(unsaved)) return discard(key)
    const reply = await send(incident, statedThen(unsaved))
    if (reply.ok) return discard(key)
    update(key, { isRetrying: false, message: reply.error.message, hint: reply.error.hint ?? null })
  }

  const retry = async (key: string): Promise<void> => {
    const unsaved = store.getState().unsaved.find((each) => each.key === key)
    if (unsaved === undefined || unsaved.isRetrying) return
    await kept.alone(`unsaved.${key}`, () => save(unsaved))
  }

  return {
    retry,
    discard,
    keep: (incident, facts, statedAt, error) => {
      if (isForbidden(error)) return
      const { message, hint = null } = error
      kepts += 1
      // In the order in which they were stated, and never the key of another window.
      const key = `${statedAt}.${`${kepts}`.padStart(6, '0')}.${crypto.randomUUID()}`
      const unsaved = { key, incident, facts, statedAt, message, hint, isRetrying: false }
      if (!shared.keep(unsaved)) own.add(key)
      change((list) => [...list, unsaved])
    },
    retryAll: async () => {
      for (const { key } of store.getState().unsaved) await retry(key)
    },
    start: () => {
      readShared()
      return kept.listen(readShared)
    },
  }
}
