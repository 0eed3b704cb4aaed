import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Connection } from '../../../renderer/bridge/desk-wire.ts'
import { createDeskStore, type DeskStore } from '../../../renderer/state/desk-store.ts'
import type { KeptText } from '../../../renderer/state/kept-text.ts'
import type { Client } from '../../../shared/contract/client.ts'
import type { Reply } from '../../../shared/contract/refusal.ts'
import { declareOn, openTestDesk, type TestDesk } from '../../support/open-host.ts'
import { createWindowsStorage } from '../../support/windows-storage.ts'

type Fault = 'lostBefore' | 'diskFull' | null

let desk: TestDesk
let fault: Fault
let newStorage: () => KeptText
let hearConnection: (connection: Connection) => void
const stops: (() => void)[] = []

/** Answers that a test holds back, so that events overtake them. */
let held: { readonly name: string; readonly released: Promise<void> } | null = null

/** Holds back the answer of a call that was asked already; the returned function lets it go. */
function holdBack(name: string): () => void {
  let release = (): void => undefined
  held = {
    name,
    released: new Promise((resolve) => {
      release = resolve
    }),
  }
  return release
}

/** The real host's client, with a wire that fails where a test says so. */
function faulty(client: Client): Client {
  const offline: Reply<never> = { ok: false, error: { code: 'offline', message: 'The console could not be reached.' } }
  return {
    listen: client.listen,
    call: async (name, input) => {
      if (held !== null && held.name === name) {
        const { released } = held
        held = null
        const reply = await client.call(name, input)
        await released
        return reply
      }
      if (name !== 'facts.record' || fault === null) return client.call(name, input)
      if (fault === 'diskFull') return { ok: false, error: { code: 'notSaved', message: 'No space left on the disk.' } }
      return offline
    },
  }
}

async function openWindow(): Promise<DeskStore> {
  const store = createDeskStore({
    client: faulty(desk.client()),
    watch: (hear) => {
      hearConnection = hear
      return () => undefined
    },
    nowMs: desk.clock.nowMs,
    kept: newStorage(),
  })
  stops.push(store.start())
  await expect.poll(() => store.getState().desk).not.toBeNull()
  return store
}

const note = (text: string) => ({ type: 'note.added', data: { text } }) as const
const textsOf = async (incident: string) =>
  (await desk.facts(incident)).flatMap(({ type, data }) => (type === 'note.added' ? [data.text] : []))

beforeEach(async () => {
  desk = await openTestDesk()
  fault = null
  newStorage = createWindowsStorage()
})

afterEach(async () => {
  for (const stop of stops.splice(0)) stop()
  await desk.close()
})

describe('the store of a window, over the real host', () => {
  it('folds an open incident to the same state as the host, live', async () => {
    const incident = await declareOn(desk)
    const store = await openWindow()
    await store.openIncident(incident)
    await store.record(incident, [{ type: 'incident.acknowledged', data: {} }, note('looking')])
    const open = store.getState().open
    const answer = await desk.call('incidents.open', { incident, tail: 10 })
    expect(open?.state.hash).toBe(answer.state.hash)
    expect(open?.state.ladder.value).toEqual(answer.state.ladder.value)
  })

  it('hears what other windows write', async () => {
    const incident = await declareOn(desk)
    const store = await openWindow()
    await store.openIncident(incident)
    await desk.call('facts.record', { incident, facts: [note('from elsewhere')] })
    await expect.poll(() => store.getState().open?.state.seq).toBe((await desk.facts(incident)).length)
  })

  it('J4 keeps a refused save as NOT SAVED across a reload, and saves it once when the disk can again', async () => {
    const incident = await declareOn(desk)
    const store = await openWindow()
    await store.openIncident(incident)
    fault = 'diskFull'
    expect((await store.record(incident, [note('precious')])).ok).toBe(false)
    const reloaded = await openWindow()
    const [unsaved] = reloaded.getState().unsaved
    expect(unsaved).toMatchObject({ incident, message: 'No space left on the disk.' })
    await expect.poll(() => reloaded.getState().unsaved[0]?.isRetrying).toBe(false)
    fault = null
    await reloaded.retryUnsaved(unsaved?.key ?? '')
    expect(reloaded.getState().unsaved).toEqual([])
    expect(await textsOf(incident)).toEqual(['precious'])
  })

  it('J4 two windows keep what each of them could not save, show both, and save each once at its own time', async () => {
    const incident = await declareOn(desk)
    const [one, other] = [await openWindow(), await openWindow()]
    fault = 'diskFull'
    await one.record(incident, [note('first')])
    desk.clock.advance(60_000)
    await expect.poll(() => other.now()).toBe(desk.clock.nowMs())
    await other.record(incident, [note('second')])
    for (const store of [one, other])
      expect(store.getState().unsaved.map(({ facts }) => facts[0]?.data)).toEqual([
        { text: 'first' },
        { text: 'second' },
      ])
    fault = null
    desk.clock.advance(3_600_000)
    const keys = one.getState().unsaved.map(({ key }) => key)
    await Promise.all([one, other].flatMap((store) => keys.map((key) => store.retryUnsaved(key))))
    await Promise.all(keys.map((key) => other.retryUnsaved(key)))
    expect(await textsOf(incident)).toEqual(['first', 'second'])
    for (const store of [one, other]) expect(store.getState().unsaved).toEqual([])
    const notes = (await desk.facts(incident)).filter(({ type }) => type === 'note.added')
    expect(notes.map(({ at, occurredAt }) => Date.parse(at) - Date.parse(occurredAt ?? at))).toEqual([
      3_660_000, 3_600_000,
    ])
  })

  it('J4 what the storage of a window does not take stays in that window and is saved', async () => {
    const incident = await declareOn(desk)
    const own = newStorage
    newStorage = () => ({ ...own(), write: () => false })
    const store = await openWindow()
    fault = 'diskFull'
    await store.record(incident, [note('kept')])
    await openWindow()
    expect(store.getState().unsaved).toHaveLength(1)
    fault = null
    await store.retryUnsaved(store.getState().unsaved[0]?.key ?? '')
    expect(await textsOf(incident)).toEqual(['kept'])
    expect(store.getState().unsaved).toEqual([])
  })

  it('saves by itself what the wire lost, as soon as it is back', async () => {
    const incident = await declareOn(desk)
    const store = await openWindow()
    fault = 'lostBefore'
    await store.record(incident, [note('later')])
    hearConnection('lost')
    expect(store.getState().lostSinceMs).toBe(desk.clock.nowMs())
    fault = null
    hearConnection('connected')
    await expect.poll(() => textsOf(incident)).toEqual(['later'])
    expect(store.getState().lostSinceMs).toBeNull()
  })

  it('E7 hands back what the machine refuses, and keeps nothing of it', async () => {
    const incident = await declareOn(desk)
    const store = await openWindow()
    const reply = await store.record(incident, [{ type: 'incident.reopened', data: { reason: 'too early' } }])
    expect(reply).toMatchObject({ ok: false, error: { code: 'notAllowed' } })
    expect(store.getState().unsaved).toEqual([])
  })

  it('throws a failed save away only when somebody says so', async () => {
    const incident = await declareOn(desk)
    const store = await openWindow()
    fault = 'diskFull'
    await store.record(incident, [note('a'), note('b')])
    await store.record(incident, [note('c')])
    const [first, second] = store.getState().unsaved
    await store.throwAwayUnsaved(first?.key ?? '')
    expect(store.getState().unsaved).toEqual([second])
  })

  it('keeps a draft for the next window', async () => {
    const store = await openWindow()
    store.setDraft('entry.x', 'half a sent')
    expect((await openWindow()).keptDraft('entry.x')).toBe('half a sent')
    store.setDraft('entry.x', '')
    expect((await openWindow()).keptDraft('entry.x')).toBe('')
  })

  it('reads a long log in pages, and the rest when it is wanted', async () => {
    const incident = await declareOn(desk)
    for (let batch = 0; batch < 26; batch += 1) {
      const facts = Array.from({ length: 50 }, (_, index) => note(`${batch}.${index}`))
      await desk.call('facts.record', { incident, facts })
    }
    const store = await openWindow()
    await store.openIncident(incident)
    const logOf = () => store.getState().open?.log
    expect(logOf()?.loaded).toBeLessThan(logOf()?.total ?? 0)
    await store.readAround(1)
    expect(logOf()?.pages[0]?.[0]?.type).toBe('incident.declared')
    await store.readWhole(() => false)
    expect(logOf()?.loaded).toBe(logOf()?.total)
  })

  it('shows the test clock as it stands, and follows it', async () => {
    const store = await openWindow()
    expect(store.now()).toBe(desk.clock.nowMs())
    expect(store.getState().clock.kind).toBe('test')
  })

  it('does not let a late answer undo what was heard since', async () => {
    const store = await openWindow()
    const release = holdBack('desk.describe')
    const stop = store.start()
    stops.push(stop)
    await desk.call('preferences.change', { me: 'eng-a' })
    desk.clock.advance(60_000)
    await expect.poll(() => store.getState().desk?.preferences.me).toBe('eng-a')
    await expect.poll(() => store.now()).toBe(desk.clock.nowMs())
    release()
    await new Promise((resolve) => setImmediate(resolve))
    expect(store.getState().desk?.preferences.me).toBe('eng-a')
    expect(store.now()).toBe(desk.clock.nowMs())
  })

  it('shows the preference chosen last, however late the answer to the one before comes', async () => {
    const store = await openWindow()
    const release = holdBack('preferences.change')
    const first = store.changePreferences({ me: 'eng-a' })
    const second = store.changePreferences({ me: 'eng-b' })
    await new Promise((resolve) => setImmediate(resolve))
    release()
    await Promise.all([first, second])
    expect(store.getState().desk?.preferences.me).toBe('eng-b')
  })

  it('misses no fact that is written while an incident is being opened', async () => {
    const incident = await declareOn(desk)
    const store = await openWindow()
    const release = holdBack('incidents.open')
    const opening = store.openIncident(incident)
    await new Promise((resolve) => setImmediate(resolve))
    await desk.call('facts.record', { incident, facts: [note('meanwhile')] })
    release()
    await opening
    await expect.poll(() => store.getState().open?.state.seq).toBe((await desk.facts(incident)).length)
  })

  it('shows the incident that was opened last, however late the answer of the one before comes', async () => {
    const [first, last] = [await declareOn(desk), await declareOn(desk)]
    const store = await openWindow()
    const release = holdBack('incidents.open')
    const opening = store.openIncident(first)
    await store.openIncident(last)
    release()
    await opening
    expect(store.getState().open?.incident).toBe(last)
  })

  it('J5 shows only what is intact, once the log turns out to be damaged', async () => {
    const incident = await declareOn(desk)
    await desk.call('facts.record', { incident, facts: [{ type: 'note.added', data: { text: 'as it was' } }] })
    const store = await openWindow()
    await store.openIncident(incident)
    const log = join(desk.dataFolder, 'incidents', incident, 'journal.ndjson')
    writeFileSync(log, readFileSync(log, 'utf8').replace('as it was', 'as it is!'))
    await desk.call('journal.verify', { incident })
    await vi.waitFor(() =>
      expect(store.getState().open).toMatchObject({
        state: { seq: 1 },
        log: { total: 1 },
        integrity: { kind: 'damaged', line: 2 },
      }),
    )
  })

  it('says why an incident cannot be opened', async () => {
    const store = await openWindow()
    await store.openIncident('20261124-zzzz')
    expect(store.getState().openProblem).toMatchObject({ incident: '20261124-zzzz' })
    expect(store.getState().open).toBeNull()
  })
})
