import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { nextHandover, shiftsBetween } from '../../../shared/schedule/on-call.ts'
import {
  type Days,
  type DutyHours,
  type Layer,
  type Rotation,
  type Team,
  type TemporarySchedule,
  weekdays,
} from '../../../shared/schedule/team.ts'
import { ask, both, zones } from './ask-schedule.ts'
import { at, onlyRotation, withRotation } from './sample-team.ts'

const weekMs = 7 * 24 * 3_600_000

const start = at('2026-11-02T15:00:00Z')

const instants = fc.integer({ min: start - 2 * weekMs, max: start + 522 * weekMs })

const why = (team: Team, iso: string) => {
  const { primary } = ask(team, at(iso))
  return primary.kind === 'person' ? primary.why : primary.reason
}

const layer = (change: Partial<Layer>): Layer => ({
  id: 'nights',
  name: 'Nights',
  start: '2026-11-02',
  handover: { day: 'monday', at: '10:00', timezone: 'America/New_York' },
  weeks: [{ primary: 'data-lead' }],
  ...change,
})

const nights: DutyHours = { from: '22:00', to: '06:00', timezone: 'America/New_York', days: 'daily' }

const zone = fc.constantFrom(...zones)

const handover = fc.record({
  day: fc.constantFrom(...weekdays),
  at: fc.constantFrom('00:00', '02:30', '10:00', '23:59'),
  timezone: zone,
})

const hours: fc.Arbitrary<DutyHours> = fc.record({
  from: fc.constantFrom('00:00', '02:30', '09:00', '22:00'),
  to: fc.constantFrom('00:00', '02:30', '06:00', '17:30'),
  timezone: zone,
  days: fc.constantFrom<Days>('daily', 'weekdays', ['saturday', 'sunday'], ['wednesday']),
})

const people = fc.constantFrom('eng-a', 'eng-b', 'eng-c', 'eng-d')

const weeks = fc.array(fc.record({ primary: people, backup: people }, { requiredKeys: [] }), { maxLength: 3 })

const dates = fc.constantFrom('2024-02-29', '2026-11-02', '2026-12-28', '2027-03-14')

const layers = fc.array(
  fc
    .record(
      { start: dates, until: fc.constantFrom('2027-05-01', '2031-12-31'), handover, hours, weeks },
      {
        requiredKeys: ['start', 'handover', 'weeks'],
      },
    )
    .map((drawn) => layer(drawn)),
  { maxLength: 3 },
)

const temporary = fc.array(
  fc
    .record(
      { day: fc.nat(3_600), length: fc.nat(20), primary: people, backup: people },
      { requiredKeys: ['day', 'length'] },
    )
    .map(({ day, length, ...roles }): TemporarySchedule => {
      const from = Temporal.PlainDate.from('2026-10-20').add({ days: day })
      return { from: from.toString(), to: from.add({ days: length }).toString(), ...roles }
    }),
  { maxLength: 4 },
)

const rotations: fc.Arbitrary<Partial<Rotation>> = fc.record(
  { start: dates, handover, weeks, layers, temporary, hours },
  { requiredKeys: ['start', 'handover', 'weeks', 'layers', 'temporary'] },
)

/** Does a day's window of hours hold this instant? Asked of Temporal, window by window. */
function isInHours({ from, to, timezone, days }: DutyHours, instantMs: number): boolean {
  const today = Temporal.Instant.fromEpochMilliseconds(instantMs).toZonedDateTimeISO(timezone).toPlainDate()
  return [-1, 0].some((offset) => {
    const date = today.add({ days: offset })
    const day = weekdays[date.dayOfWeek - 1] ?? 'monday'
    const open = days === 'daily' || (days === 'weekdays' ? date.dayOfWeek <= 5 : days.includes(day))
    const begins = date.toZonedDateTime({ timeZone: timezone, plainTime: from === to ? '00:00' : from })
    const ends =
      from < to
        ? date.toZonedDateTime({ timeZone: timezone, plainTime: to })
        : date.add({ days: 1 }).toZonedDateTime({ timeZone: timezone, plainTime: from === to ? '00:00' : to })
    return open && instantMs >= begins.epochMilliseconds && instantMs < ends.epochMilliseconds
  })
}

/** Who the weeks name, walked one by one from the start: slow, obvious, and the measure for the quick answer. */
function namedByWalking(turns: Pick<Layer, 'start' | 'until' | 'handover' | 'weeks' | 'hours'>, instantMs: number) {
  const { day, at: time, timezone } = turns.handover
  let date = Temporal.PlainDate.from(turns.start)
  while (weekdays[date.dayOfWeek - 1] !== day) date = date.add({ days: 1 })
  let week = -1
  while (date.toZonedDateTime({ timeZone: timezone, plainTime: time }).epochMilliseconds <= instantMs) {
    date = date.add({ days: 7 })
    week += 1
  }
  const local = Temporal.Instant.fromEpochMilliseconds(instantMs).toZonedDateTimeISO(timezone).toPlainDate().toString()
  if (week < 0 || turns.weeks.length === 0 || local > (turns.until ?? '9999')) return {}
  if (turns.hours && !isInHours(turns.hours, instantMs)) return {}
  return turns.weeks[week % turns.weeks.length] ?? {}
}

function namedByHand(rotation: Rotation, instantMs: number) {
  const local = (date: string) =>
    Temporal.PlainDate.from(date).toZonedDateTime(rotation.handover.timezone).epochMilliseconds
  const inForce = rotation.temporary.filter(({ from, to }) => {
    return instantMs >= local(from) && instantMs < local(Temporal.PlainDate.from(to).add({ days: 1 }).toString())
  })
  const all = [rotation, ...rotation.layers].map((turns) => namedByWalking(turns, instantMs))
  const last = (role: 'primary' | 'backup') =>
    [...all, ...inForce].map((named) => named[role]).findLast((id) => id !== undefined)
  return { primary: last('primary'), backup: last('backup') }
}

describe('S1.5 layers', () => {
  it('S1.5 the last layer that names somebody wins, role by role, as walking by hand over ten years shows', () => {
    fc.assert(
      fc.property(rotations, fc.array(instants, { minLength: 3, maxLength: 3 }), (change, probes) => {
        const team = withRotation(change)
        for (const instantMs of probes) {
          const expected = namedByHand(onlyRotation(team), instantMs)
          const { primary, backup } = ask(team, instantMs)
          expect(primary.kind === 'person' ? primary.person.id : undefined).toBe(expected.primary)
          expect(backup.kind === 'person' ? backup.person.id : undefined).toBe(expected.backup)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('S1.5 shifts are contiguous, clipped, and agree with the answer at any instant inside', () => {
    const length = fc.integer({ min: 1, max: 4 * weekMs })
    fc.assert(
      fc.property(rotations, instants, length, fc.nat(999), (change, from, span, part) => {
        const team = withRotation(change)
        const shifts = shiftsBetween(onlyRotation(team), team, from, from + span)
        expect(at(shifts[0]?.startsAt ?? '')).toBe(from)
        expect(at(shifts.at(-1)?.endsAt ?? '')).toBe(from + span)
        for (const [index, shift] of shifts.entries()) {
          expect(at(shift.endsAt)).toBeGreaterThan(at(shift.startsAt))
          if (index > 0) expect(shift.startsAt).toBe(shifts[index - 1]?.endsAt)
        }
        const probe = from + Math.floor((part / 1_000) * span)
        const covering = shifts.filter(({ startsAt, endsAt }) => at(startsAt) <= probe && probe < at(endsAt))
        expect(covering).toHaveLength(1)
        expect(covering[0]).toMatchObject(ask(team, probe))
      }),
      { numRuns: 150 },
    )
  })

  it('S1.5 a night layer takes the nights and says so', () => {
    const team = withRotation({ layers: [layer({ hours: nights })] })
    expect(both(team, '2026-11-04T02:59:59Z')).toEqual(['eng-a', 'eng-c'])
    expect(both(team, '2026-11-04T03:00:00Z')).toEqual(['data-lead', 'eng-c'])
    expect(both(team, '2026-11-04T10:59:59Z')).toEqual(['data-lead', 'eng-c'])
    expect(both(team, '2026-11-04T11:00:00Z')).toEqual(['eng-a', 'eng-c'])
    expect(why(team, '2026-11-04T04:00:00Z')).toBe('Data Lead: week 1 of Nights')
  })

  it('S1.5 a layer covers before its rotation begins, and ends with its last day', () => {
    const team = withRotation({ layers: [layer({ start: '2026-10-05', until: '2026-11-03' })] })
    expect(both(team, '2026-10-05T13:59:59Z')).toEqual(['not-started', 'not-started'])
    expect(both(team, '2026-10-05T14:00:00Z')).toEqual(['data-lead', 'not-started'])
    expect(both(team, '2026-11-04T04:59:59Z')).toEqual(['data-lead', 'eng-c'])
    expect(both(team, '2026-11-04T05:00:00Z')).toEqual(['eng-a', 'eng-c'])
  })

  it('S1.5 the next handover is the first of the rotation or a layer', () => {
    const layers = [layer({ handover: { day: 'thursday', at: '09:00', timezone: 'Europe/Berlin' } })]
    const rotation = onlyRotation(withRotation({ layers }))
    expect(nextHandover(rotation, at('2026-11-03T00:00:00Z'))).toBe('2026-11-05T08:00:00.000Z')
    expect(nextHandover(rotation, at('2026-11-05T08:00:00Z'))).toBe('2026-11-09T15:00:00.000Z')
    expect(nextHandover(rotation, 0)).toBe('2026-11-02T15:00:00.000Z')
  })

  it('S1.5 of two layers that name the same role the later in the file wins, and each says its own name', () => {
    const days = (from: string, to: string) => ({ from, to, timezone: 'America/New_York', days: 'daily' }) as const
    const second = layer({ id: 'late', name: 'Late', weeks: [{ primary: 'eng-d' }] })
    expect(both(withRotation({ layers: [layer({}), second] }), '2026-11-04T12:00:00Z')[0]).toBe('eng-d')
    expect(both(withRotation({ layers: [second, layer({})] }), '2026-11-04T12:00:00Z')[0]).toBe('data-lead')
    const mornings = layer({ name: 'Mornings', hours: days('06:00', '12:00') })
    const noons = layer({ name: 'Noons', hours: days('12:00', '18:00') })
    const team = withRotation({ layers: [mornings, noons] })
    expect([why(team, '2026-11-04T16:59:00Z'), why(team, '2026-11-04T17:00:00Z')]).toEqual([
      'Data Lead: week 1 of Mornings',
      'Data Lead: week 1 of Noons',
    ])
  })

  it('S1.5 a layer that has ended hands over no more', () => {
    const ended = layer({ until: '2026-11-04', handover: { day: 'thursday', at: '09:00', timezone: 'Europe/Berlin' } })
    const rotation = onlyRotation(withRotation({ layers: [ended] }))
    expect(nextHandover(rotation, at('2026-11-05T00:00:00Z'))).toBe('2026-11-09T15:00:00.000Z')
  })

  it('S1.5 an override stands over the layers', () => {
    const override = { from: '2026-11-04', to: '2026-11-04', person: 'eng-b', for: 'data-lead' }
    const team = withRotation({ layers: [layer({ hours: nights })], overrides: [override] })
    expect(both(team, '2026-11-04T06:00:00Z')[0]).toBe('eng-b')
    expect(both(team, '2026-11-04T12:00:00Z')[0]).toBe('eng-a')
  })
})
