import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Connection } from '../../../renderer/bridge/desk-wire.ts'
import { createDeskStore, type DeskStore } from '../../../renderer/state/desk-store.ts'
import type { KeptText } from '../../../renderer/state/kept-text.ts'
import type { Client } from '../../../shared/contract/client.ts'
import type { PersonFact } from '../../../shared/contract/person-facts.ts'
import type { Reply } from '../../../shared/contract/refusal.ts'
import type { FactRecord } from '../../../shared/incident/facts/fact-catalog.ts'
import { declareOn, openTestDesk, type TestDesk } from '../../support/open-host.ts'
import { createWindowsStorage } from '../../support/windows-storage.ts'

/** What the way to the host does to a fact: lost before it is heard, its answer lost, or held until `let go`. */
type Way = 'open' | 'lostBefore' | 'lostAfter' | 'held'

/** The calls that carry what somebody stated. */
const carried: ReadonlySet<string> = new Set(['facts.record', 'evidence.attach'])

type Window = {
  readonly store: DeskStore
  readonly way: (way: Way) => void
  readonly letGo: () => void
  readonly connection: (connection: Connection) => void
  /** Whether no call at all gets through. */
  readonly away: (isAway: boolean) => void
  readonly close: () => void
}

let desk: TestDesk
let incident: string
let newStorage: () => KeptText
const stops: (() => void)[] = []

async function openWindow(isDeaf = false): Promise<Window> {
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

const note = (text: string) => ({ type: 'note.added', data: { text } }) as const
const acknowledged = { type: 'incident.acknowledged', data: {} } as const
const recordsOf = async (type: FactRecord['type']) => (await desk.facts(incident)).filter((each) => each.type === type)
const unsavedOf = ({ store }: Window) => store.getState().unsaved
const saveAgain = ({ store }: Window) => store.retryUnsaved(store.getState().unsaved[0]?.key ?? '')

/** Who sits at the desk from now on, as every window knows. */
async function sitsHere(me: string, ...windows: readonly Window[]): Promise<void> {
  await desk.call('preferences.change', { me })
  for (const { store } of windows) await expect.poll(() => store.getState().desk?.preferences.me).toBe(me)
}

async function advance(ms: number, ...windows: readonly Window[]): Promise<void> {
  desk.clock.advance(ms)
  for (const { store } of windows) await expect.poll(() => store.now()).toBe(desk.clock.nowMs())
}

beforeEach(async () => {
  desk = await openTestDesk()
  incident = await declareOn(desk)
  newStorage = createWindowsStorage()
})

afterEach(async () => {
  for (const stop of stops.splice(0)) stop()
  await desk.close()
})

describe('what two people say alike is said twice', () => {
  /** Mara could not save a fact; five seconds later somebody else at this desk stated the same, and the way is open again. */
  async function bothSaid(fact: PersonFact): Promise<{ readonly mara: Window; readonly saidAt: string }> {
    const [mara, tunde] = [await openWindow(), await openWindow()]
    await sitsHere('eng-a', mara, tunde)
    mara.way('lostBefore')
    await mara.store.record(incident, [fact])
    const saidAt = new Date(desk.clock.nowMs()).toISOString()
    await sitsHere('eng-b', mara, tunde)
    await advance(5_000, mara, tunde)
    await desk.call('facts.record', { incident, facts: [fact] })
    mara.way('open')
    await saveAgain(mara)
    return { mara, saidAt }
  }

  it('J4.4 a note that could not be saved is not taken for the one of somebody else', async () => {
    const { mara, saidAt } = await bothSaid(note('still lagging'))
    expect(unsavedOf(mara)).toEqual([])
    expect((await recordsOf('note.added')).map(({ by, occurredAt }) => [by.id, occurredAt])).toEqual([
      ['eng-b', undefined],
      ['eng-a', saidAt],
    ])
  })

  it('J4.4 an acknowledgement that came too late stays on screen, and says why', async () => {
    const { mara } = await bothSaid(acknowledged)
    expect(unsavedOf(mara)).toMatchObject([{ by: 'eng-a', message: 'It is acknowledged already.' }])
    expect(await recordsOf('incident.acknowledged')).toHaveLength(1)
  })
})

describe('a lost answer', () => {
  it('J4.4 of a fact that is heard of is none: nothing is shown as not saved', async () => {
    const window = await openWindow()
    window.way('lostAfter')
    expect(await window.store.record(incident, [note('once')])).toMatchObject({ ok: true })
    expect(unsavedOf(window)).toEqual([])
  })

  it('J4.4 is found however much was written since, and by whichever window asks', async () => {
    const [deaf, other] = [await openWindow(true), await openWindow(true)]
    deaf.way('lostAfter')
    other.way('lostBefore')
    await deaf.store.record(incident, [note('once')])
    expect(unsavedOf(other)).toHaveLength(1)
    await advance(60_000)
    for (let batch = 0; batch < 9; batch += 1) {
      await desk.call('facts.record', { incident, facts: Array.from({ length: 50 }, () => note('of others')) })
    }
    other.way('open')
    await saveAgain(other)
    expect(unsavedOf(other)).toEqual([])
    expect(unsavedOf(deaf)).toEqual([])
    expect((await recordsOf('note.added')).filter(({ data }) => data.text === 'once')).toHaveLength(1)
  })
})

describe('Nightdesk tries again by itself', () => {
  it('J4 when the window was loaded anew while the console was there all the time', async () => {
    const window = await openWindow()
    window.way('lostBefore')
    await window.store.record(incident, [note('kept')])
    window.close()
    const reloaded = await openWindow()
    await expect.poll(() => unsavedOf(reloaded)).toEqual([])
    expect(await recordsOf('note.added')).toHaveLength(1)
  })

  it('J9.1 when this console has taken over from the one that wrote', async () => {
    const window = await openWindow()
    const { desk: known } = window.store.getState()
    if (known === null) throw new Error('no desk')
    window.way('lostBefore')
    await window.store.record(incident, [note('kept')])
    window.store.setState({ desk: { ...known, readOnly: { holder: 'another', unseenClaim: null } } })
    window.way('open')
    window.store.setState({ desk: known })
    await expect.poll(() => unsavedOf(window)).toEqual([])
    expect(await recordsOf('note.added')).toHaveLength(1)
  })

  it('J4 when something else got through', async () => {
    const window = await openWindow()
    window.way('lostBefore')
    await window.store.record(incident, [note('first')])
    window.way('open')
    await window.store.record(incident, [note('second')])
    await expect.poll(() => unsavedOf(window)).toEqual([])
    expect(await recordsOf('note.added')).toHaveLength(2)
  })
})

describe('what is newer stays in force', () => {
  const severity = (from: 2 | 3, to: 1 | 3) => ({ type: 'severity.changed', data: { from, to } }) as const

  async function overtaken(): Promise<Window> {
    const window = await openWindow()
    window.way('lostBefore')
    await window.store.record(incident, [severity(2, 1)])
    await advance(11_000, window)
    await desk.call('facts.record', { incident, facts: [severity(2, 3)] })
    window.way('open')
    window.connection('lost')
    window.connection('connected')
    await expect.poll(() => unsavedOf(window)[0]?.isOvertaken).toBe(true)
    return window
  }

  it('J4.5 a kept change of severity is not laid over a newer one, and asks', async () => {
    const window = await overtaken()
    expect(unsavedOf(window)[0]?.message).toMatch(/severity changed from SEV-2 to SEV-3/)
    expect(await recordsOf('severity.changed')).toHaveLength(1)
  })

  it('J4.5 stated all the same, it is said now, and changes what is in force', async () => {
    const window = await overtaken()
    await window.store.restateUnsaved(unsavedOf(window)[0]?.key ?? '')
    expect(unsavedOf(window)).toEqual([])
    const [, changed] = await recordsOf('severity.changed')
    expect(changed).toMatchObject({ data: { from: 3, to: 1 }, at: new Date(desk.clock.nowMs()).toISOString() })
    expect(changed).not.toHaveProperty('occurredAt')
  })

  it('J4.5 what is said of the time before a recurrence does not quieten the one after it', async () => {
    await desk.call('facts.record', { incident, facts: [{ type: 'incident.mitigated', data: {} }] })
    const window = await openWindow()
    window.way('lostBefore')
    await window.store.record(incident, [acknowledged])
    await advance(11_000, window)
    await desk.call('facts.record', { incident, facts: [{ type: 'incident.recurred', data: { reason: 'again' } }] })
    window.way('open')
    await saveAgain(window)
    expect(unsavedOf(window)).toMatchObject([{ isOvertaken: true }])
    expect(await recordsOf('incident.acknowledged')).toEqual([])
  })

  it('J4.5 notes, and what says the same, are not held up', async () => {
    const window = await openWindow()
    window.way('lostBefore')
    await window.store.record(incident, [note('mine'), { type: 'incident.mitigated', data: {} }])
    await advance(11_000, window)
    await desk.call('facts.record', { incident, facts: [note('other'), acknowledged] })
    window.way('open')
    await saveAgain(window)
    expect(unsavedOf(window)).toEqual([])
    expect(await recordsOf('note.added')).toHaveLength(2)
  })
})

describe('a console that hangs', () => {
  it('J4.5 what is stated meanwhile stands as not saved, then is saved once with the time at which it was said', async () => {
    const window = await openWindow()
    const saidAt = new Date(desk.clock.nowMs()).toISOString()
    window.way('held')
    expect(await window.store.record(incident, [note('is anybody there')])).toMatchObject({
      error: { code: 'offline' },
    })
    expect(unsavedOf(window)).toMatchObject([{ statedAt: saidAt, isRetrying: true }])
    await advance(47_000)
    window.letGo()
    await expect.poll(() => unsavedOf(window)).toEqual([])
    expect(await recordsOf('note.added')).toMatchObject([
      { at: new Date(desk.clock.nowMs()).toISOString(), occurredAt: saidAt },
    ])
  })

  it('J4.4 saved again from another window meanwhile, it is saved once', async () => {
    const [window, other] = [await openWindow(), await openWindow()]
    window.way('held')
    await window.store.record(incident, [note('once')])
    await saveAgain(other)
    window.letGo()
    await expect.poll(() => window.store.getState().pendingSaves).toBe(0)
    expect(unsavedOf(window)).toEqual([])
    expect(await recordsOf('note.added')).toHaveLength(1)
  })

  it('J4.5 what is refused at last stays on screen with the reason', async () => {
    const window = await openWindow()
    window.way('held')
    await window.store.record(incident, [{ type: 'incident.reopened', data: { reason: 'too early' } }])
    window.letGo()
    await expect.poll(() => unsavedOf(window)).toMatchObject([{ isRetrying: false }])
    expect(unsavedOf(window)[0]?.message).not.toMatch(/not answered/)
  })
})

describe('what is thrown away', () => {
  const keyOf = (window: Window): string => unsavedOf(window)[0]?.key ?? ''

  it('J4.6 while it is under way is refused when it comes after all', async () => {
    const window = await openWindow()
    window.way('held')
    await window.store.record(incident, [note('to be thrown away')])
    await window.store.throwAwayUnsaved(keyOf(window))
    expect(unsavedOf(window)).toEqual([])
    window.letGo()
    await expect.poll(() => window.store.getState().pendingSaves).toBe(0)
    expect(await recordsOf('note.added')).toEqual([])
    expect(unsavedOf(window)).toEqual([])
  })

  it('J4.6 after it was written is shown as written in every window, with what can be retracted of it', async () => {
    const [window, other] = [await openWindow(true), await openWindow(true)]
    window.way('lostAfter')
    await window.store.record(incident, [note('written'), { type: 'incident.mitigated', data: {} }])
    await window.store.throwAwayUnsaved(keyOf(window))
    const ids = (await desk.facts(incident)).filter(({ key }) => key === keyOf(window)).map(({ id }) => id)
    expect(ids).toHaveLength(2)
    for (const each of [window, other]) expect(unsavedOf(each)).toMatchObject([{ isThrownAway: true, written: ids }])
    window.store.discardUnsaved(keyOf(window))
    expect(unsavedOf(other)).toEqual([])
  })

  it('J4.6 while the console is gone is asked for again once it is back', async () => {
    const window = await openWindow(true)
    window.way('lostAfter')
    await window.store.record(incident, [note('written')])
    window.away(true)
    await window.store.throwAwayUnsaved(keyOf(window))
    expect(unsavedOf(window)).toMatchObject([{ isThrownAway: true }])
    window.away(false)
    window.connection('lost')
    window.connection('connected')
    await expect.poll(() => unsavedOf(window)[0]?.written).toHaveLength(1)
    expect(await recordsOf('note.added')).toHaveLength(1)
  })
})

describe('what one window finds out', () => {
  it('J4.5 is known in every window: what is overtaken is tried again by none', async () => {
    const [window, other] = [await openWindow(), await openWindow()]
    window.way('lostBefore')
    other.way('lostBefore')
    await window.store.record(incident, [{ type: 'severity.changed', data: { from: 2, to: 1 } }])
    await advance(11_000, window, other)
    await desk.call('facts.record', { incident, facts: [{ type: 'severity.changed', data: { from: 2, to: 3 } }] })
    window.way('open')
    await saveAgain(window)
    const [known] = unsavedOf(other)
    expect(known).toMatchObject({ isOvertaken: true, message: unsavedOf(window)[0]?.message })
  })

  it('J4 one that is saved again by hand has the others tried, too', async () => {
    const window = await openWindow()
    window.way('lostBefore')
    for (const text of ['first', 'second', 'third']) await window.store.record(incident, [note(text)])
    window.way('open')
    await saveAgain(window)
    await expect.poll(() => unsavedOf(window)).toEqual([])
    expect(await recordsOf('note.added')).toHaveLength(3)
  })
})

describe('evidence', () => {
  const text = (length: number) => ({ name: 'pasted.txt', mediaType: 'text/plain', base64: 'QUJD'.repeat(length / 4) })

  it('J4.6 that the console did not get is kept over a reload, and saved once when it is back', async () => {
    const window = await openWindow()
    window.way('lostBefore')
    await window.store.attach(incident, text(400))
    expect(unsavedOf(window)[0]?.hint).toMatch(/saved as soon as the console answers/)
    window.close()
    const reloaded = await openWindow()
    await expect.poll(() => unsavedOf(reloaded)).toEqual([])
    expect(await recordsOf('evidence.attached')).toMatchObject([{ data: { name: 'pasted.txt', bytes: 300 } }])
  })

  it('J4.6 whose answer was lost is attached once', async () => {
    const window = await openWindow(true)
    window.way('lostAfter')
    await window.store.attach(incident, text(400))
    window.way('open')
    await saveAgain(window)
    expect(unsavedOf(window)).toEqual([])
    expect(await recordsOf('evidence.attached')).toHaveLength(1)
  })

  it('J4.6 that is too large for what windows share is kept by its own, which says so', async () => {
    const [window, other] = [await openWindow(), await openWindow()]
    window.way('lostBefore')
    await window.store.attach(incident, text(4_000_000))
    expect(unsavedOf(window)).toMatchObject([{ isOnlyHere: true }])
    expect(unsavedOf(other)).toEqual([])
    window.way('open')
    await saveAgain(window)
    expect(unsavedOf(window)).toEqual([])
    expect(await recordsOf('evidence.attached')).toHaveLength(1)
  })
})
