import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rangeBounds, writtenRange } from '../../../shared/schedule/rotation-slots.ts'
import type { Team } from '../../../shared/schedule/team.ts'
import { ask, both, zones } from './ask-schedule.ts'
import { at, withRotation } from './sample-team.ts'

const weekMs = 7 * 24 * 3_600_000

const start = at('2026-11-02T15:00:00Z')

const instants = fc.integer({ min: start - 2 * weekMs, max: start + 522 * weekMs })

const why = (team: Team, iso: string) => {
  const { primary } = ask(team, at(iso))
  return primary.kind === 'person' ? primary.why : primary.reason
}

const zone = fc.constantFrom(...zones)

describe('S1.7 temporary schedules', () => {
  it('S1.7 name people for a while, leave the role they do not name, and yield to overrides', () => {
    const holiday = { from: '2026-12-24', to: '2026-12-26', primary: 'data-lead', reason: 'Christmas rota' }
    const team = withRotation({ temporary: [holiday] })
    expect(both(team, '2026-12-24T04:59:59Z')).toEqual(['eng-d', 'eng-b'])
    expect(both(team, '2026-12-24T05:00:00Z')).toEqual(['data-lead', 'eng-b'])
    expect(both(team, '2026-12-27T05:00:00Z')).toEqual(['eng-d', 'eng-b'])
    expect(why(team, '2026-12-25T12:00:00Z')).toBe('Data Lead: temporary schedule (Christmas rota)')
    const override = { from: '2026-12-25', to: '2026-12-25', person: 'eng-c', for: 'data-lead', agreed: '2026-12-02' }
    expect(why(withRotation({ overrides: [override] }, team), '2026-12-25T12:00:00Z')).toBe(
      'Engineer C: temporary schedule (Christmas rota), in for Data Lead, agreed on 2 Dec 2026',
    )
  })
})

describe('S1.8 ranges as written', () => {
  it('S1.8 whole days stay days, all else becomes local times; reading them again gives the same span', () => {
    const zoneAndTimes = fc.tuple(zone, instants, fc.integer({ min: 60_000, max: 8 * weekMs }))
    fc.assert(
      fc.property(zoneAndTimes, ([timezone, from, length]) => {
        const fromMs = Math.floor(from / 60_000) * 60_000
        const toMs = fromMs + Math.ceil(length / 60_000) * 60_000
        const again = rangeBounds(writtenRange({ fromMs, toMs }, timezone), timezone)
        const repeated = [fromMs - again.fromMs, toMs - again.toMs]
        for (const early of repeated) expect([0, 1_800_000, 3_600_000]).toContain(early)
      }),
    )
    const day = { fromMs: at('2026-12-24T05:00:00Z'), toMs: at('2026-12-27T05:00:00Z') }
    expect(writtenRange(day, 'America/New_York')).toEqual({ from: '2026-12-24', to: '2026-12-26' })
    expect(writtenRange(day, 'Europe/Berlin')).toEqual({ from: '2026-12-24T06:00', to: '2026-12-27T06:00' })
  })
})
