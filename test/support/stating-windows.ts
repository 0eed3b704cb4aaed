import { afterEach, beforeEach, expect } from 'vitest'
import type { Connection } from '../../renderer/bridge/desk-wire.ts'
import { createDeskStore, type DeskStore } from '../../renderer/state/desk-store.ts'
import type { KeptText } from '../../renderer/state/kept-text.ts'
import type { Client } from '../../shared/contract/client.ts'
import type { Reply } from '../../shared/contract/refusal.ts'
import type { FactRecord } from '../../shared/incident/facts/fact-catalog.ts'
import { declareOn, openTestDesk, type TestDesk } from './open-host.ts'
import { createWindowsStorage } from './windows-storage.ts'

/** What the way to the host does to a fact: lost before it is heard, its answer lost, or held until `let go`. */
type Way = 'open' | 'lostBefore' | 'lostAfter' | 'held'

/** The calls that carry what somebody stated. */
const carried: ReadonlySet<string> = new Set(['facts.record', 'evidence.attach'])

/** A window of a desk, the way of its calls, and whether it hears of anything. */
export type StatingWindow = {
  readonly store: DeskStore
  readonly way: (way: Way) => void
  readonly letGo: () => void
  readonly connection: (connection: Connection) => void
  /** Whether no call at all gets through. */
  readonly away: (isAway: boolean) => void
  readonly close: () => void
}

/** The desk of a test, and an incident on it. */
export let desk: TestDesk
export let incident: string
let newStorage: () => KeptText
const stops: (() => void)[] = []

/** Opens one more window on the desk; one that is deaf hears no news of the host. */
export async function openWindow(isDeaf = false): Promise<StatingWindow> {
  let way: Way = 'open'
  let isAway = false
  let release = (): void => undefined
  let hearConnection: (connection: Connection) => void = () => undefined
  const offline: Reply<never> = { ok: false, error: { code: 'offline', message: 'The console could not be reached.' } }
  const { call, listen } = desk.client()
  const client: Client = {
    listen: isDeaf ? () => () => undefined : listen,
    call: async (name, input) => {
      if (isAway) return offline
      if (!carried.has(name) || way === 'open') return call(name, input)
      if (way === 'held') {
        await new Promise<void>((resolve) => {
          release = resolve
        })
        return call(name, input)
      }
      if (way === 'lostAfter') await call(name, input)
      return offline
    },
  }
  const store = createDeskStore({
    client,
    watch: (hear) => {
      hearConnection = hear
      return () => undefined
    },
    nowMs: desk.clock.nowMs,
    kept: newStorage(),
    patienceMs: 20,
  })
  const close = store.start()
  stops.push(close)
  await expect.poll(() => store.getState().desk).not.toBeNull()
  const letGo = (): void => {
    way = 'open'
    release()
  }
  const away = (next: boolean): void => {
    isAway = next
  }
  const setWay = (next: Way): void => {
    way = next
  }
  return { store, way: setWay, letGo, connection: (connection) => hearConnection(connection), away, close }
}

/** A note. */
export const note = (text: string) => ({ type: 'note.added', data: { text } }) as const
/** An acknowledgement. */
export const acknowledged = { type: 'incident.acknowledged', data: {} } as const
/** What the log holds of one type. */
export const recordsOf = async (type: FactRecord['type']) =>
  (await desk.facts(incident)).filter((each) => each.type === type)
/** What a window shows as NOT SAVED. */
export const unsavedOf = ({ store }: StatingWindow) => store.getState().unsaved
/** Presses Save again at the first of them. */
export const saveAgain = ({ store }: StatingWindow) => store.retryUnsaved(store.getState().unsaved[0]?.key ?? '')

/** Who sits at the desk from now on, as every window knows. */
export async function sitsHere(me: string, ...windows: readonly StatingWindow[]): Promise<void> {
  await desk.call('preferences.change', { me })
  for (const { store } of windows) await expect.poll(() => store.getState().desk?.preferences.me).toBe(me)
}

/** Lets time pass, and waits until the windows know it. */
export async function advance(ms: number, ...windows: readonly StatingWindow[]): Promise<void> {
  desk.clock.advance(ms)
  for (const { store } of windows) await expect.poll(() => store.now()).toBe(desk.clock.nowMs())
}

/** Gives each test a desk with an incident, and closes its windows behind it. */
export function eachOnItsDesk(): void {
  beforeEach(async () => {
    desk = await openTestDesk()
    incident = await declareOn(desk)
    newStorage = createWindowsStorage()
  })

  afterEach(async () => {
    for (const stop of stops.splice(0)) stop()
    await desk.close()
  })
}
