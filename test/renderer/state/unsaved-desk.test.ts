import { describe, expect, it } from 'vitest'
import type { PersonFact } from '../../../shared/contract/person-facts.ts'
import {
  acknowledged,
  advance,
  desk,
  eachOnItsDesk,
  incident,
  note,
  openWindow,
  recordsOf,
  type StatingWindow,
  saveAgain,
  sitsHere,
  unsavedOf,
} from '../../support/stating-windows.ts'

eachOnItsDesk()

describe('what two people say alike is said twice', () => {
  /** Mara could not save a fact; five seconds later somebody else at this desk stated the same, and the way is open again. */
  async function bothSaid(fact: PersonFact): Promise<{ readonly mara: StatingWindow; readonly saidAt: string }> {
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

  async function overtaken(): Promise<StatingWindow> {
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
    expect(unsavedOf(window)[0]?.message).toMatch(/Severity changed from SEV-2 to SEV-3/)
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

  it('J4.5 a tick that another runbook overtook is logged as a note of its own time, and ticks nothing there', async () => {
    const open = (path: string) => desk.call('runbook.open', { incident, path, reason: 'chosen by hand' })
    await open('runbooks/aggregate-profit-investors.md')
    const window = await openWindow()
    window.way('lostBefore')
    const saidAt = new Date(desk.clock.nowMs()).toISOString()
    const tick = { type: 'step.checked', data: { step: 'late-data/1', text: 'Look at the lag' } } as const
    await window.store.record(incident, [tick])
    await advance(11_000, window)
    await open('runbooks/aggregate-growth-investors.md')
    window.way('open')
    await saveAgain(window)
    const [kept] = unsavedOf(window)
    expect(kept?.message).toMatch(
      /^Another runbook was opened since \([^\n]{3,80}, by [^\n]+\), so this did not reach the checklist\.$/,
    )
    await window.store.restateUnsaved(kept?.key ?? '')
    expect(unsavedOf(window)).toEqual([])
    expect(await recordsOf('step.checked')).toEqual([])
    expect(await recordsOf('note.added')).toMatchObject([
      { occurredAt: saidAt, data: { text: 'Done: Look at the lag (did not reach the checklist)' } },
    ])
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
