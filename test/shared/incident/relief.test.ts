import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rungDueAtMs } from '../../../shared/incident/deadlines.ts'
import { knownFact } from '../../../shared/incident/facts/fact-catalog.ts'
import { pagingRefusal } from '../../../shared/incident/paging-refusal.ts'
import type { Relief, Severity } from '../../../shared/incident/primitives.ts'
import { parseDurationMs } from '../../../shared/schedule/policy.ts'
import { declaration, minuteAt, minuteMs, recordOf, secondary, stated } from '../../support/log-builder.ts'
import { outcomes, told } from './ladder-readings.ts'
import { LadderSimulator } from './ladder-simulator.ts'
import { nightDeclaration, nightStep } from './night-steps.ts'
import { NightWatch } from './night-watch.ts'

const morning = { from: '09:00', to: '18:00', timezone: 'UTC', days: 'daily' } as const
const yearEnd: Relief = {
  reason: 'Year-end',
  startsAt: minuteAt(-600),
  endsAt: minuteAt(7 * 24 * 60),
  stretch: 2,
  severityFloor: null,
  hours: null,
}
const waiting: Relief = { ...yearEnd, stretch: null, severityFloor: 2, hours: { ...morning } }

const dueMinutes = ({ context }: LadderSimulator): readonly number[] =>
  context.policy.rungs.map((rung) => (rungDueAtMs(context, rung) - minuteMs(0)) / 60_000)

describe('E15 a holiday mode relaxes the ladder', () => {
  it('E15 every rung, the question and the lead too, comes as many times later as was agreed', () => {
    const simulator = new LadderSimulator({ relief: [yearEnd] })
    expect(dueMinutes(simulator)).toEqual([60, 120, 240])
    simulator.at(119).tick()
    expect(told(simulator)).toEqual([])
    expect(outcomes(simulator)).toEqual(['debug asked'])
    simulator.at(120).tick()
    expect(told(simulator)).toEqual([`secondary ${secondary.id} 1`])
    expect(simulator.ofType('rung.fired').at(-1)?.data).toMatchObject({ dueAt: minuteAt(120), lateCause: null })
  })

  it('E15 a log without a relief is as it always was', () => {
    expect(dueMinutes(new LadderSimulator())).toEqual([30, 60, 120])
    expect(new LadderSimulator().context.declaration).not.toHaveProperty('relief')
  })

  it('E15 a mode that ends during an incident slows only the part within it', () => {
    const simulator = new LadderSimulator({ relief: [{ ...yearEnd, endsAt: minuteAt(40) }] })
    expect(dueMinutes(simulator)).toEqual([50, 80, 140])
  })

  it('E15 a mode that begins during an incident slows what is left, and brings nothing back', () => {
    const simulator = new LadderSimulator({ relief: [{ ...yearEnd, startsAt: minuteAt(40) }] })
    expect(dueMinutes(simulator)).toEqual([30, 80, 200])
  })

  it('E15 a severity below the floor waits until morning, a floor or a worse one does not', () => {
    const simulator = new LadderSimulator({ severity: 3, relief: [waiting] }).at(60)
    simulator.tick()
    expect(simulator.ofType('rung.withheld')[0]?.data.reason).toBe(
      'SEV-3 waits until morning, agreed for "Year-end": not before 14 Nov 2026, 09:00 (UTC)',
    )
    expect(told(simulator)).toEqual([])
    simulator.at(6 * 60).tick()
    expect(told(simulator)).toHaveLength(1)
    const kept = new LadderSimulator({ severity: 2, relief: [waiting] }).at(60)
    kept.tick()
    expect(told(kept)).toEqual([`secondary ${secondary.id} 1`])
  })

  it('E15 what waits pages when the mode ends, if that comes before the morning', () => {
    const simulator = new LadderSimulator({ severity: 3, relief: [{ ...waiting, endsAt: minuteAt(90) }] }).at(60)
    simulator.tick()
    expect(simulator.ofType('rung.withheld')[0]?.data.reason).toContain('not before 14 Nov 2026, 04:30 (UTC)')
    simulator.at(90).tick()
    expect(told(simulator)).toEqual([`secondary ${secondary.id} 1`])
  })

  it('E15 a mode that begins in the night makes what has not gone off wait', () => {
    const simulator = new LadderSimulator({ severity: 3, relief: [{ ...waiting, startsAt: minuteAt(70) }] }).at(60)
    simulator.tick()
    simulator.at(120).tick()
    expect(outcomes(simulator)).toContain('secondary sent')
    expect(simulator.ofType('rung.withheld').map(({ data }) => data.rungId)).toEqual(['lead'])
  })

  it('E15 raising the severity over the floor ends the wait at once', () => {
    const simulator = new LadderSimulator({ severity: 3, relief: [waiting] }).at(60)
    simulator.tick()
    simulator.at(70).say('severity.changed', { from: 3, to: 2 })
    simulator.tick()
    expect(told(simulator)).toEqual([`secondary ${secondary.id} 1`])
    expect(simulator.ofType('rung.fired').at(-1)?.data.lateCause).toContain('waits until morning')
  })

  it('E15 SEV-1 keeps the normal ladder, and raising to it makes overdue rungs due at that moment, not late', () => {
    expect(dueMinutes(new LadderSimulator({ severity: 1, relief: [yearEnd] }))).toEqual([30, 60, 120])
    const simulator = new LadderSimulator({ relief: [yearEnd] }).at(90)
    simulator.tick()
    simulator.say('severity.changed', { from: 2, to: 1 })
    expect(dueMinutes(simulator)).toEqual([60, 90, 120])
    simulator.tick()
    expect(simulator.ofType('rung.fired').at(-1)?.data).toMatchObject({ outcome: 'sent', lateMs: 0, lateCause: null })
  })

  it('E15 setting it aside gives the normal ladder back for this incident, once', () => {
    const simulator = new LadderSimulator({ relief: [yearEnd] }).at(90)
    expect(simulator.say('relief.setAside', { reason: 'the investors call at eight' })).toBe(true)
    expect(simulator.say('relief.setAside', {})).toBe(false)
    expect(dueMinutes(simulator)).toEqual([60, 90, 120])
    simulator.restart().tick()
    expect(told(simulator)).toEqual([`secondary ${secondary.id} 1`])
    const waits = new LadderSimulator({ severity: 3, relief: [waiting] }).at(60)
    waits.tick()
    waits.say('relief.setAside', {})
    waits.tick()
    expect(told(waits)).toEqual([`secondary ${secondary.id} 1`])
  })

  it('E15 nothing can be set aside where nothing was agreed, where it is over, or once resolved', () => {
    expect(new LadderSimulator().say('relief.setAside', {})).toBe(false)
    const over = new LadderSimulator({ relief: [{ ...yearEnd, endsAt: minuteAt(10) }] }).at(10)
    expect(over.say('relief.setAside', {})).toBe(false)
    const resolved = new LadderSimulator({ relief: [yearEnd] })
    resolved.say('incident.resolved', {})
    expect(resolved.say('relief.setAside', {})).toBe(false)
  })

  it('E15 of two modes at once only what both relax is relaxed', () => {
    const both = new LadderSimulator({
      severity: 3,
      relief: [
        { ...yearEnd, stretch: 3 },
        { ...waiting, stretch: 1.5 },
      ],
    })
    expect(dueMinutes(both)).toEqual([45, 90, 180])
    expect(pagingRefusal(both.context, minuteMs(90))).toBeNull()
  })

  it('E15 a reopening counts with the same agreement from its own beginning', () => {
    const simulator = new LadderSimulator({ relief: [yearEnd] }).at(10)
    simulator.say('incident.resolved', {})
    simulator.at(20).say('incident.reopened', { reason: 'it is back' })
    expect(dueMinutes(simulator)).toEqual([80, 140, 260])
  })

  it('E15 hours that cannot be read make nobody wait', () => {
    const broken = { ...waiting, hours: { ...morning, timezone: 'Mars/Olympus' } }
    const simulator = new LadderSimulator({ severity: 3, relief: [broken] }).at(60)
    simulator.tick()
    expect(told(simulator)).toEqual([`secondary ${secondary.id} 1`])
  })

  it('E15 the declaration is read with a relief and without', () => {
    const read = (change: Parameters<typeof declaration>[0]) =>
      knownFact(recordOf(stated('incident.declared', declaration(change)), 1, minuteMs(0)))
    expect(read({ relief: [yearEnd, waiting] })).not.toBeNull()
    expect(read({})).not.toBeNull()
  })
})

const anyRelief: fc.Arbitrary<Relief> = fc
  .record({
    from: fc.integer({ min: -300, max: 400 }),
    minutes: fc.integer({ min: 1, max: 3_000 }),
    stretch: fc.option(fc.double({ min: 1, max: 24, noNaN: true })),
    severityFloor: fc.option(fc.integer({ min: 1, max: 5 })),
    hours: fc.constantFrom(null, { ...morning }, { ...morning, from: '22:00', to: '06:00' }),
  })
  .map(({ from, minutes, stretch, severityFloor, hours }) => ({
    reason: 'any',
    startsAt: minuteAt(from),
    endsAt: minuteAt(from + minutes),
    stretch,
    severityFloor,
    hours,
  }))
const anyReliefs = fc.array(anyRelief, { maxLength: 3 })
const anySeverity = fc.constantFrom<Severity>(1, 2, 3)

describe('E15 whatever was agreed', () => {
  it('E15 no relief silences an incident whose severity the team did not name', () => {
    fc.assert(
      fc.property(anyReliefs, anySeverity, fc.integer({ min: 0, max: 3_000 }), (relief, severity, minutes) => {
        const { context } = new LadderSimulator({ relief, severity })
        const nowMs = minuteMs(minutes)
        const named = relief.filter(
          (each) =>
            each.startsAt <= minuteAt(minutes) &&
            each.endsAt > minuteAt(minutes) &&
            each.severityFloor !== null &&
            severity > each.severityFloor,
        )
        if (named.length === 0) expect(pagingRefusal(context, nowMs)).toBeNull()
      }),
    )
  })

  it('E15 a rung is due between its normal time and that of the longest stretch, and rungs stay in order', () => {
    fc.assert(
      fc.property(anyReliefs, anySeverity, (relief, severity) => {
        const simulator = new LadderSimulator({ relief, severity })
        const longest = Math.max(1, ...relief.map(({ stretch }) => stretch ?? 1))
        const { context } = simulator
        const due = context.policy.rungs.map((rung) => rungDueAtMs(context, rung))
        for (const [index, rung] of context.policy.rungs.entries()) {
          const delayMs = parseDurationMs(rung.after) ?? 0
          expect(due[index]).toBeGreaterThanOrEqual(minuteMs(0) + delayMs)
          expect(due[index]).toBeLessThanOrEqual(Math.ceil(minuteMs(0) + delayMs * longest + 1))
        }
        expect(due).toEqual([...due].sort((one, other) => one - other))
        expect(new Set(due).size).toBe(due.length)
      }),
    )
  })

  it('E15 a rung goes off at its relaxed time: not before, not twice, not later, whatever the severity does', () => {
    const turns = fc.array(
      fc.record({
        minutes: fc.integer({ min: 1, max: 120 }),
        act: fc.constantFrom<'none' | 'aside' | Severity>('none', 'none', 'aside', 1, 2, 3),
      }),
      { maxLength: 20 },
    )
    const nonWaiting = anyReliefs.map((reliefs) => reliefs.map((each) => ({ ...each, severityFloor: null })))
    fc.assert(
      fc.property(nonWaiting, turns, (relief, steps) => {
        const simulator = new LadderSimulator({ relief, severity: 2 })
        for (const { minutes, act } of steps) {
          for (let minute = 0; minute < minutes; minute += 1) {
            simulator.step(60_000).tick()
          }
          if (act === 'aside') simulator.say('relief.setAside', {})
          else if (act !== 'none') simulator.say('severity.changed', { from: simulator.context.severity, to: act })
          simulator.tick()
        }
        const fired = simulator.ofType('rung.fired')
        for (const { at, data } of fired) {
          expect(Date.parse(at)).toBeGreaterThanOrEqual(Date.parse(data.dueAt))
          expect(Date.parse(at) - Date.parse(data.dueAt)).toBeLessThan(60_000)
        }
        expect(new Set(fired.map(({ data }) => data.rungId)).size).toBe(fired.length)
      }),
      { numRuns: 60 },
    )
  })

  it('E15 keeps all promises of the ladder through random nights', () => {
    fc.assert(
      fc.property(
        nightDeclaration,
        fc.array(anyRelief, { minLength: 1, maxLength: 2 }),
        fc.array(nightStep, { minLength: 5, maxLength: 20 }),
        (declared, relief, steps) => {
          const shift = Date.parse(declared.detectedAt) - minuteMs(0)
          const moved = (at: string): string => new Date(Date.parse(at) + shift).toISOString()
          const near = relief.map((each) => ({ ...each, startsAt: moved(each.startsAt), endsAt: moved(each.endsAt) }))
          const simulator = new LadderSimulator({ ...declared, relief: near })
          const watch = new NightWatch(simulator)
          watch.tick()
          for (const [index, step] of steps.entries()) {
            if (index === 4) simulator.say('relief.setAside', {})
            else step.does(simulator)
            watch.tick()
          }
          watch.expectSameAfterRestart()
        },
      ),
      { numRuns: 300 },
    )
  })
})
