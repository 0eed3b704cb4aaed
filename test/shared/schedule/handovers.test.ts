import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { nextHandover } from '../../../shared/schedule/on-call.ts'
import { ask, both, zones } from './ask-schedule.ts'
import { at, onlyRotation, sampleTeam, withRotation } from './sample-team.ts'

const weekMs = 7 * 24 * 3_600_000

const start = at('2026-11-02T15:00:00Z')

describe('S2 handovers on local wall time', () => {
  const starts = ['2026-11-02', '2027-07-05']

  it.each(zones.flatMap((zone) => starts.map((date) => [zone, date] as const)))(
    'S2 at 10:00 on Monday for ten years in %s from %s, to the millisecond',
    (timezone, date) => {
      const team = withRotation({ start: date, handover: { day: 'monday', at: '10:00', timezone } })
      let expected = Temporal.PlainDate.from(date)
      for (let week = 0; week < 522; week += 1) {
        const handoverMs = expected.toZonedDateTime({ timeZone: timezone, plainTime: '10:00' }).epochMilliseconds
        expect(nextHandover(onlyRotation(team), handoverMs - 1)).toBe(new Date(handoverMs).toISOString())
        expect(ask(team, handoverMs - 1).week).toBe(week === 0 ? null : ((week - 1) % 4) + 1)
        expect(ask(team, handoverMs).week).toBe((week % 4) + 1)
        expected = expected.add({ days: 7 })
      }
    },
  )

  it.each([
    ['the spring week has 167 hours', '2027-03-08T15:00:00.000Z', '2027-03-15T14:00:00.000Z', 167],
    ['the autumn week has 169 hours', '2027-11-01T14:00:00.000Z', '2027-11-08T15:00:00.000Z', 169],
  ])('S2 %s', (_what, startsAt, endsAt, hours) => {
    const { primary } = ask(sampleTeam, at(startsAt) + 1)
    expect(primary).toMatchObject({ shift: { startsAt, endsAt } })
    expect(at(endsAt) - at(startsAt)).toBe(hours * 3_600_000)
    expect(ask(sampleTeam, at(endsAt) - 1).week).not.toBe(ask(sampleTeam, at(endsAt)).week)
  })

  it('S2 a handover at a skipped time moves later by the gap, at a repeated time it is the first', () => {
    const handover = { day: 'sunday', at: '02:30', timezone: 'America/New_York' } as const
    const spring = onlyRotation(withRotation({ handover }))
    expect(nextHandover(spring, at('2027-03-10T00:00:00Z'))).toBe('2027-03-14T07:30:00.000Z')
    const autumn = onlyRotation(withRotation({ handover: { ...handover, at: '01:30' } }))
    expect(nextHandover(autumn, at('2027-11-05T00:00:00Z'))).toBe('2027-11-07T05:30:00.000Z')
  })

  it('S2 a half-hour DST step is kept (Lord Howe)', () => {
    const rotation = onlyRotation(
      withRotation({ handover: { day: 'monday', at: '10:00', timezone: 'Australia/Lord_Howe' } }),
    )
    const spans = ['2027-03-31T00:00:00Z', '2027-09-30T00:00:00Z'].map((iso) => {
      const handoverMs = at(nextHandover(rotation, at(iso)) ?? '')
      return (handoverMs - at(nextHandover(rotation, handoverMs - weekMs - 3_600_000) ?? '')) / 3_600_000
    })
    expect(spans).toEqual([168.5, 167.5])
  })

  it('S2 leap day and week 53 are days and weeks like others', () => {
    const leap = withRotation({ start: '2028-02-28' })
    expect(both(leap, '2028-02-29T12:00:00Z')).toEqual(['eng-a', 'eng-c'])
    expect(nextHandover(onlyRotation(leap), at('2028-02-29T12:00:00Z'))).toBe('2028-03-06T15:00:00.000Z')
    expect(Temporal.PlainDate.from('2026-12-31').weekOfYear).toBe(53)
    expect(ask(sampleTeam, at('2026-12-31T12:00:00Z')).week).toBe(1)
    expect(ask(sampleTeam, at('2027-01-04T16:00:00Z')).week).toBe(2)
  })

  it('S2 the next handover is the first one before the start, and none without weeks', () => {
    expect(nextHandover(onlyRotation(sampleTeam), 0)).toBe('2026-11-02T15:00:00.000Z')
    expect(nextHandover(onlyRotation(withRotation({ weeks: [] })), start)).toBeNull()
  })
})
