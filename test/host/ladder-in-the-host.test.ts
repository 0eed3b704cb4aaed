import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { FactOf, FactRecord, FactType } from '../../shared/incident/facts/fact-catalog.ts'
import { declareOn, openTestDesk, type TestDesk } from '../support/open-host.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

let desk: TestDesk
afterEach(() => desk.close())

const ofType = <T extends FactType>(records: readonly FactRecord[], type: T): FactOf<T>[] =>
  records.filter((record): record is FactOf<T> => record.type === type)

const rungsFired = async (incident: string) =>
  ofType(await desk.facts(incident), 'rung.fired').map(({ data }) => `${data.rungId} ${data.outcome}`)

describe('the ladder in a running host', () => {
  it('E2 asks at 30 min, tells the secondary at 1 h and the lead at 2 h, each on time and once', async () => {
    desk = await openTestDesk()
    const incident = await declareOn(desk)
    desk.clock.advance(30 * MINUTE)
    expect(await rungsFired(incident)).toEqual(['debug asked'])
    desk.clock.advance(30 * MINUTE)
    expect(await rungsFired(incident)).toEqual(['debug asked', 'secondary sent'])
    desk.clock.advance(HOUR)
    expect(await rungsFired(incident)).toEqual(['debug asked', 'secondary sent', 'lead sent'])
    const fired = ofType(await desk.facts(incident), 'rung.fired')
    expect(fired.map(({ data }) => data.lateCause)).toEqual([null, null, null])
    expect(fired.every(({ data }) => data.lateMs <= 1_000)).toBe(true)
  })

  it('E3 nothing is sent at 30 min; more time asks again; "fixed" mitigates', async () => {
    desk = await openTestDesk()
    const incident = await declareOn(desk)
    desk.clock.advance(30 * MINUTE)
    expect(await desk.typesOf(incident)).not.toContain('notification.requested')
    const until = new Date(desk.clock.nowMs() + 10 * MINUTE).toISOString()
    const more = { answer: 'moreTime', round: 1, until, reason: 'waiting for Marketing' } as const
    await desk.call('facts.record', { incident, facts: [{ type: 'question.answered', data: more }] })
    desk.clock.advance(10 * MINUTE)
    expect(ofType(await desk.facts(incident), 'question.asked').map(({ data }) => data.round)).toEqual([2])
    await desk.call('facts.record', {
      incident,
      facts: [{ type: 'question.answered', data: { answer: 'fixed', round: 2 } }],
    })
    expect((await desk.typesOf(incident)).slice(-2)).toEqual(['question.answered', 'incident.mitigated'])
    desk.clock.advance(5 * HOUR)
    expect(await rungsFired(incident)).toEqual(['debug asked'])
  })

  it('E5 repeats to the same person, then the next one, then says that nobody is left', async () => {
    desk = await openTestDesk()
    const incident = await declareOn(desk)
    desk.clock.advance(HOUR + 59 * MINUTE)
    const told = ofType(await desk.facts(incident), 'notification.requested').filter(
      ({ data }) => data.rungId === 'secondary',
    )
    const first = told[0]?.data.person.id
    expect(told.slice(0, 4).map(({ data }) => `${data.person.id === first} ${data.attempt}`)).toEqual([
      'true 1',
      'true 2',
      'true 3',
      'true 4',
    ])
    expect(told[4]?.data.person.id).not.toBe(first)
    expect(told[4]?.data.attempt).toBe(1)
    desk.clock.advance(5 * HOUR)
    const exhausted = ofType(await desk.facts(incident), 'rung.exhausted')
    expect(exhausted).toHaveLength(1)
    const people = exhausted[0]?.data.tried.map(({ id }) => id) ?? []
    expect(new Set(people).size).toBe(people.length)
  })

  it('E5 somebody reached stops the repeats', async () => {
    desk = await openTestDesk()
    const incident = await declareOn(desk)
    desk.clock.advance(HOUR)
    const [told] = ofType(await desk.facts(incident), 'notification.requested')
    if (told === undefined) throw new Error('nobody was told')
    const call = { person: told.data.person, notification: told.data.notification, channel: 'phone' } as const
    await desk.call('facts.record', {
      incident,
      facts: [{ type: 'call.made', data: { ...call, outcome: 'voicemail' } }],
    })
    await desk.call('facts.record', { incident, facts: [{ type: 'call.made', data: { ...call, outcome: 'reached' } }] })
    expect((await desk.typesOf(incident)).at(-1)).toBe('notification.acknowledged')
    desk.clock.advance(30 * MINUTE)
    expect(ofType(await desk.facts(incident), 'notification.requested')).toHaveLength(1)
  })

  it('E6 overdue after three hours without a host: fired once, in order, late with the cause, the highest sent', async () => {
    desk = await openTestDesk()
    const incident = await declareOn(desk)
    desk.clock.advance(MINUTE)
    desk.crash()
    desk.clock.sleep(3 * HOUR)
    await desk.restart()
    expect(await rungsFired(incident)).toEqual(['debug recorded', 'secondary recorded', 'lead sent'])
    const fired = ofType(await desk.facts(incident), 'rung.fired')
    expect(fired.every(({ data }) => data.lateCause?.startsWith('Nightdesk was not running for'))).toBe(true)
    const slept = ofType(await desk.facts(incident), 'host.slept')
    expect(slept.map(({ data }) => data.cause)).toEqual(['notRunning'])
    desk.crash()
    await desk.restart()
    desk.clock.advance(MINUTE)
    expect(await rungsFired(incident)).toHaveLength(3)
  })

  it('E6 a laptop that slept fires within one tick of waking and says for how long', async () => {
    desk = await openTestDesk()
    const incident = await declareOn(desk)
    desk.clock.advance(20 * MINUTE)
    desk.clock.sleep(41 * MINUTE)
    const fired = ofType(await desk.facts(incident), 'rung.fired')
    expect(fired.map(({ data }) => `${data.rungId} ${data.outcome} ${data.lateCause}`)).toEqual([
      'debug recorded laptop asleep 41 min',
      'secondary sent laptop asleep 41 min',
    ])
  })

  it('E6 a host that was held up while the machine was awake is not said to have slept', async () => {
    desk = await openTestDesk()
    const incident = await declareOn(desk)
    desk.clock.block(31 * MINUTE)
    desk.clock.sleep(31 * MINUTE)
    const facts = await desk.facts(incident)
    expect(ofType(facts, 'host.slept').map(({ data }) => [data.cause, data.ms])).toEqual([
      ['heldUp', 31 * MINUTE],
      ['asleep', 31 * MINUTE],
    ])
    expect(ofType(facts, 'rung.fired').map(({ data }) => data.lateCause)).toEqual([
      'Nightdesk was held up for 31 min',
      'laptop asleep 31 min',
    ])
  })

  it('E6 a clock set back neither un-fires nor fires again; set forward it fires late, once', async () => {
    desk = await openTestDesk()
    const incident = await declareOn(desk)
    desk.clock.advance(31 * MINUTE)
    desk.clock.set(desk.clock.nowMs() - HOUR)
    desk.clock.advance(40 * MINUTE)
    expect(await rungsFired(incident)).toEqual(['debug asked'])
    desk.clock.set(desk.clock.nowMs() + HOUR)
    expect(await rungsFired(incident)).toEqual(['debug asked', 'secondary sent'])
    const jumps = ofType(await desk.facts(incident), 'clock.jumped').map(({ data }) => data.deltaMs)
    expect(jumps).toEqual([-HOUR, HOUR])
  })

  it('E6 a rung that was due before anybody declared goes off at the declaration and says so', async () => {
    desk = await openTestDesk()
    const detectedAt = new Date(desk.clock.nowMs() - 45 * MINUTE).toISOString()
    const incident = await declareOn(desk, { detectedAt })
    expect(ofType(await desk.facts(incident), 'rung.fired').map(({ data }) => data.lateCause)).toEqual([
      'due before the incident was declared',
    ])
  })

  it('E7 a click on a rung that the clock fired meanwhile is refused with the reason, and nothing is doubled', async () => {
    desk = await openTestDesk()
    const incident = await declareOn(desk)
    desk.clock.advance(HOUR)
    const late = { deadlineId: 'rung:0:secondary', rungId: 'secondary', reason: 'stuck' }
    const reply = await desk.client().call('facts.record', { incident, facts: [{ type: 'rung.advanced', data: late }] })
    expect(reply).toMatchObject({ ok: false, error: { code: 'notAllowed' } })
    expect(reply.ok ? '' : reply.error.message).toContain('already went off')
    expect(ofType(await desk.facts(incident), 'notification.requested')).toHaveLength(1)
  })

  it('E7 "notify secondary now" tells the first person at once and the rung never fires by itself', async () => {
    desk = await openTestDesk()
    const incident = await declareOn(desk)
    const now = { deadlineId: 'rung:0:secondary', rungId: 'secondary', reason: 'out of ideas' }
    await desk.call('facts.record', { incident, facts: [{ type: 'rung.advanced', data: now }] })
    expect((await desk.typesOf(incident)).slice(1, 3)).toEqual(['rung.advanced', 'notification.requested'])
    desk.clock.advance(HOUR + MINUTE)
    expect(await rungsFired(incident)).toEqual(['debug recorded'])
  })

  it('E8 reopening begins a new ladder counted from the reopening', async () => {
    desk = await openTestDesk()
    const incident = await declareOn(desk)
    desk.clock.advance(31 * MINUTE)
    await desk.call('facts.record', { incident, facts: [{ type: 'incident.resolved', data: {} }] })
    desk.clock.advance(10 * HOUR)
    await desk.call('facts.record', {
      incident,
      facts: [{ type: 'incident.reopened', data: { reason: 'late again' } }],
    })
    desk.clock.advance(29 * MINUTE)
    expect(await rungsFired(incident)).toEqual(['debug asked'])
    desk.clock.advance(MINUTE)
    expect(await rungsFired(incident)).toEqual(['debug asked', 'debug asked'])
  })

  it('E11 SEV-4 pages nobody, says what would have been done, and pages when the severity rises', async () => {
    desk = await openTestDesk()
    const incident = await declareOn(desk, { severity: 4 })
    desk.clock.advance(3 * HOUR)
    const withheld = ofType(await desk.facts(incident), 'rung.withheld').map(({ data }) => data.rungId)
    expect(withheld).toEqual(['secondary', 'lead'])
    expect(await desk.typesOf(incident)).not.toContain('notification.requested')
    await desk.call('facts.record', { incident, facts: [{ type: 'severity.changed', data: { from: 4, to: 2 } }] })
    desk.clock.advance(1_000)
    expect(await rungsFired(incident)).toEqual(['debug asked', 'secondary recorded', 'lead sent'])
  })

  it('E15 a holiday mode is snapshotted at declaration; what team.yaml says later and a restart change nothing', async () => {
    desk = await openTestDesk()
    const file = join(desk.workspaceFolder, 'team.yaml')
    const text = readFileSync(file, 'utf8')
    const today = new Date(desk.clock.nowMs()).toISOString().slice(0, 10)
    const mode = `{from: ${today}, to: ${today}, timezone: UTC, reason: Year-end, stretch: 1.5}`
    writeFileSync(file, `${text}\nholidayModes:\n  - ${mode}\n`)
    desk.crash()
    await desk.restart()
    const incident = await declareOn(desk)
    const [declared] = ofType(await desk.facts(incident), 'incident.declared')
    expect(declared?.data.relief).toMatchObject([{ reason: 'Year-end', stretch: 1.5, severityFloor: null }])
    writeFileSync(file, text)
    desk.crash()
    await desk.restart()
    desk.clock.advance(44 * MINUTE)
    expect(await rungsFired(incident)).toEqual([])
    desk.clock.advance(MINUTE)
    expect(await rungsFired(incident)).toEqual(['debug asked'])
    await desk.call('facts.record', { incident, facts: [{ type: 'relief.setAside', data: {} }] })
    desk.clock.advance(15 * MINUTE)
    expect(await rungsFired(incident)).toEqual(['debug asked', 'secondary sent'])
    const again = await desk.client().call('facts.record', { incident, facts: [{ type: 'relief.setAside', data: {} }] })
    expect(again).toMatchObject({ ok: false, error: { message: 'The normal ladder counts already.' } })
  })

  it('R8 a notification cut off by a crash is shown again under the same key, and gets one receipt', async () => {
    desk = await openTestDesk()
    const incident = await declareOn(desk)
    desk.clock.advance(HOUR)
    desk.crash()
    await desk.restart()
    await new Promise((resolve) => setImmediate(resolve))
    const [told] = ofType(await desk.facts(incident), 'notification.requested')
    const keys = desk.notices.filter(({ key }) => key === told?.data.notification)
    expect(keys.length).toBeGreaterThan(0)
    expect(ofType(await desk.facts(incident), 'notification.sent')).toHaveLength(1)
  })

  it('holds a 30-day deadline across a restart', async () => {
    desk = await openTestDesk()
    const incident = await declareOn(desk, {
      slaAt: new Date(desk.clock.nowMs() + 30 * 24 * HOUR).toISOString(),
      pipeline: 'aggregate-profit-investors',
    })
    await desk.host().close()
    await desk.restart()
    const [summary] = await desk.call('incidents.list', {})
    expect(Date.parse(summary?.nextRung?.dueAt ?? '')).toBe(desk.clock.nowMs() + 30 * 24 * HOUR + 30 * MINUTE)
    expect(await rungsFired(incident)).toEqual([])
  })
})
