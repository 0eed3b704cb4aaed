import type { StoreApi } from 'zustand/vanilla'
import type { Client } from '../../shared/contract/client.ts'
import type { PersonFact } from '../../shared/contract/person-facts.ts'
import type { Refusal, Reply } from '../../shared/contract/refusal.ts'
import type { FactRecord } from '../../shared/incident/facts/fact-catalog.ts'
import type { KeptText } from './kept-text.ts'
import type { StoreState } from './store-state.ts'
import { isAlreadySaved, isForbidden, type Unsaved } from './unsaved.ts'

/** What can be done with facts that are not saved yet. */
export type UnsavedDesk = {
  readonly keep: (incident: string, facts: readonly PersonFact[], statedAt: string, error: Refusal) => void
  readonly retry: (key: string) => Promise<void>
  readonly retryAll: () => Promise<void>
  readonly discard: (key: string) => void
}

const LOOK_BACK = 200

/** Keeps failed submissions across reloads and saves each of them once. */
export function createUnsavedDesk(
  store: Pick<StoreApi<StoreState>, 'getState' | 'setState'>,
  kept: KeptText,
  send: (incident: string, facts: readonly PersonFact[]) => Promise<Reply<readonly FactRecord[]>>,
  client: Client,
): UnsavedDesk {
  const change = (next: (list: readonly Unsaved[]) => readonly Unsaved[]): void => {
    const unsaved = next(store.getState().unsaved)
    kept.write('unsaved', unsaved.length === 0 ? null : JSON.stringify(unsaved))
    store.setState({ unsaved })
  }
  const update = (key: string, part: Partial<Unsaved>): void =>
    change((list) => list.map((each) => (each.key === key ? { ...each, ...part } : each)))
  const discard = (key: string): void => change((list) => list.filter((each) => each.key !== key))

  const isOnDisk = async (unsaved: Unsaved): Promise<boolean> => {
    const opened = await client.call('incidents.open', { incident: unsaved.incident, tail: LOOK_BACK })
    return opened.ok && isAlreadySaved(unsaved, opened.value.records)
  }

  const retry = async (key: string): Promise<void> => {
    const unsaved = store.getState().unsaved.find((each) => each.key === key)
    if (unsaved === undefined || unsaved.isRetrying) return
    update(key, { isRetrying: true })
    if (await isOnDisk(unsaved)) return discard(key)
    const reply = await send(unsaved.incident, unsaved.facts)
    if (reply.ok) return discard(key)
    update(key, { isRetrying: false, message: reply.error.message, hint: reply.error.hint ?? null })
  }

  return {
    retry,
    discard,
    keep: (incident, facts, statedAt, error) => {
      if (isForbidden(error)) return
      const key = `${statedAt}.${store.getState().unsaved.length}`
      const { message, hint = null } = error
      change((list) => [...list, { key, incident, facts, statedAt, message, hint, isRetrying: false }])
    },
    retryAll: async () => {
      for (const { key } of store.getState().unsaved) await retry(key)
    },
  }
}
