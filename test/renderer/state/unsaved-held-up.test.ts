import { describe, expect, it } from 'vitest'
import {
  advance,
  desk,
  eachOnItsDesk,
  incident,
  note,
  openWindow,
  recordsOf,
  type StatingWindow,
  saveAgain,
  unsavedOf,
} from '../../support/stating-windows.ts'

eachOnItsDesk()

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
  const keyOf = (window: StatingWindow): string => unsavedOf(window)[0]?.key ?? ''

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
