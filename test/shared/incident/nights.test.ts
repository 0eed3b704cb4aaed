import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openDeadlines } from '../../../shared/incident/deadlines.ts'
import { LadderSimulator } from './ladder-simulator.ts'
import { nightDeclaration, nightStep } from './night-steps.ts'
import { NightWatch } from './night-watch.ts'

describe('E the ladder on any night', () => {
  it('E6 keeps its promises through 1,000 random nights (L11, L13)', () => {
    const seen = { fired: 0, sent: 0, exhausted: 0, withheld: 0, asked: 0, reopened: 0 }
    fc.assert(
      fc.property(nightDeclaration, fc.array(nightStep, { minLength: 5, maxLength: 30 }), (declared, steps) => {
        const simulator = new LadderSimulator(declared)
        const watch = new NightWatch(simulator)
        watch.tick()
        for (const step of steps) {
          step.does(simulator)
          watch.tick()
        }
        watch.expectSameAfterRestart()
        seen.fired += simulator.ofType('rung.fired').length
        seen.sent += simulator.ofType('rung.fired').filter(({ data }) => data.outcome === 'sent').length
        seen.exhausted += simulator.ofType('rung.exhausted').length
        seen.withheld += simulator.ofType('rung.withheld').length
        seen.asked += simulator.ofType('question.asked').length
        seen.reopened += simulator.ofType('incident.reopened').length
      }),
      { numRuns: 1_000 },
    )
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(10)
  })

  it('E6 a deadline 30 days off is pending after any night that leaves it alone', () => {
    const quiet = fc.array(fc.integer({ min: -3_600_000, max: 86_400_000 }), { maxLength: 25 })
    fc.assert(
      fc.property(quiet, (steps) => {
        const rung = { id: 'lead', after: 'P30D', action: { do: 'tell', who: 'lead' } } as const
        const policy = { clock: 'detection', rungs: [{ ...rung }], acknowledgeWithin: 'PT5M', repeat: 0 } as const
        const simulator = new LadderSimulator({ policy: { ...policy, rungs: [...policy.rungs] } })
        const dueAtMs = simulator.nowMs + 30 * 86_400_000
        for (const ms of steps) {
          simulator.step(ms).restart().tick()
          if (simulator.nowMs >= dueAtMs) return
          expect(openDeadlines(simulator.context).map((each) => each.dueAtMs)).toEqual([dueAtMs])
        }
      }),
      { numRuns: 100 },
    )
  })
})
