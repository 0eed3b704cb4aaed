import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { nextHandover, type OnCallEntry, shiftsBetween, whoIsOnCall } from '../../../shared/schedule/on-call.ts'
import { type Override, type Rotation, type Team, weekdays } from '../../../shared/schedule/team.ts'
import { at, onlyRotation, sampleTeam, withRotation } from './sample-team.ts'

const weekMs = 7 * 24 * 3_600_000
const start = at('2026-11-02T15:00:00Z')
const tenYears = { min: start - weekMs, max: start + 522 * weekMs }
const instants = fc.integer(tenYears)

const ask = (team: Team, instantMs: number) => whoIsOnCall(onlyRotation(team), team, instantMs)
const brief = (entry: OnCallEntry) => (entry.kind === 'person' ? entry.person.id : entry.cause)
const both = (team: Team, iso: string) => {
  const { primary, backup } = ask(team, at(iso))
  return [brief(primary), brief(backup)]
}
const withOverrides = (...overrides: Override[]) => withRotation({ overrides })

const overrideArbitrary = fc
  .record(
    {
      day: fc.integer({ min: 0, max: 400 }),
      length: fc.integer({ min: 0, max: 20 }),
      person: fc.constantFrom('eng-a', 'eng-b', 'eng-c', 'nobody-known'),
      for: fc.constantFrom('eng-a', 'eng-b', 'eng-d'),
    },
    { requiredKeys: ['day', 'length'] },
  )
  .map(({ day, length, ...rest }): Override => {
    const from = Temporal.PlainDate.from('2026-10-20').add({ days: day })
    return { from: from.toString(), to: from.add({ days: length }).toString(), ...rest }
  })

const rotationArbitrary: fc.Arbitrary<Partial<Rotation>> = fc.record({
  start: fc.constantFrom('2024-02-29', '2026-11-02', '2026-12-28', '2027-03-14'),
  handover: fc.record({
    day: fc.constantFrom(...weekdays),
    at: fc.constantFrom('00:00', '02:30', '10:00', '23:59'),
    timezone: fc.constantFrom(
      'America/New_York',
      'Asia/Kolkata',
      'Australia/Lord_Howe',
      'America/St_Johns',
      'Asia/Kathmandu',
      'Pacific/Apia',
    ),
  }),
  weeks: fc.array(
    fc.record({ primary: fc.constantFrom('eng-a', 'eng-b'), backup: fc.constantFrom('eng-c', 'eng-d') }),
    {
      maxLength: 5,
    },
  ),
  overrides: fc.array(overrideArbitrary, { maxLength: 5 }),
})

/** The weeks walked one by one: slow, obvious, and the measure for the quick answer. */
function primaryByWalking(rotation: Rotation, instantMs: number): string {
  const { day, at: time, timezone } = rotation.handover
  let date = Temporal.PlainDate.from(rotation.start)
  while (weekdays[date.dayOfWeek - 1] !== day) date = date.add({ days: 1 })
  let week = -1
  while (date.toZonedDateTime({ timeZone: timezone, plainTime: time }).epochMilliseconds <= instantMs) {
    date = date.add({ days: 7 })
    week += 1
  }
  if (rotation.weeks.length === 0) return 'no-weeks'
  return week < 0 ? 'not-started' : (rotation.weeks[week % rotation.weeks.length]?.primary ?? '')
}

describe('S1 who is on call', () => {
  it('S1 is total over ten years and agrees with walking week by week', () => {
    fc.assert(
      fc.property(rotationArbitrary, instants, (change, instantMs) => {
        const team = withRotation({ ...change, overrides: [] })
        const { primary, backup, week } = ask(team, instantMs)
        expect(brief(primary)).toBe(primaryByWalking(onlyRotation(team), instantMs))
        expect(backup.role).toBe('backup')
        expect(week === null).toBe(primary.kind === 'gap')
      }),
      { numRuns: 300 },
    )
  })

  it('S1 an instant lies inside the shift it is answered with, whatever the overrides', () => {
    fc.assert(
      fc.property(rotationArbitrary, instants, (change, instantMs) => {
        const { primary, backup } = ask(withRotation(change), instantMs)
        for (const entry of [primary, backup]) {
          const { startsAt, endsAt } = entry.kind === 'person' ? entry.shift : entry
          if (startsAt !== undefined) expect(at(startsAt)).toBeLessThanOrEqual(instantMs)
          if (endsAt !== undefined) expect(at(endsAt)).toBeGreaterThan(instantMs)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('S1 says why in words', () => {
    const team = withOverrides({ from: '2026-11-17', to: '2026-11-17', person: 'eng-b', for: 'eng-c', reason: 'swap' })
    const why = (iso: string) => {
      const { primary, backup } = ask(team, at(iso))
      return [primary, backup].map((entry) => (entry.kind === 'person' ? entry.why : entry.reason))
    }
    expect(why('2026-11-16T20:00:00Z')).toEqual([
      'Engineer C: week 3 of the rotation',
      'Engineer A: backup in week 3 of the rotation',
    ])
    expect(why('2026-11-17T20:00:00Z')[0]).toBe('Engineer B: week 3 of the rotation, in for Engineer C (swap)')
    expect(why('2026-11-01T00:00:00Z')[0]).toBe('the rotation starts with the first monday handover from 2026-11-02')
  })

  it('S1 gaps have a cause', () => {
    const cause = (change: Partial<Rotation>, iso = '2026-11-03T00:00:00Z') => both(withRotation(change), iso)
    expect(cause({ weeks: [] })).toEqual(['no-weeks', 'no-weeks'])
    expect(cause({ weeks: [{ primary: 'gone' }] })).toEqual(['unknown-person', 'not-named'])
    expect(cause({}, '2026-11-01T00:00:00Z')).toEqual(['not-started', 'not-started'])
  })

  it.each([
    ['2026-11-02T14:59:59.999Z', ['not-started', 'not-started'], null],
    ['2026-11-02T15:00:00Z', ['eng-a', 'eng-c'], 1],
    ['2026-11-09T14:59:59.999Z', ['eng-a', 'eng-c'], 1],
    ['2026-11-09T15:00:00Z', ['eng-b', 'eng-d'], 2],
    ['2026-11-30T15:00:00Z', ['eng-a', 'eng-c'], 1],
  ])('S1.1 at %s', (iso, expected, week) => {
    expect(both(sampleTeam, iso)).toEqual(expected)
    expect(ask(sampleTeam, at(iso)).week).toBe(week)
  })

  it('S1.1 the first handover is the first such day on or after the start', () => {
    const team = withRotation({ start: '2026-10-28' })
    expect(both(team, '2026-11-02T14:59:00Z')).toEqual(['not-started', 'not-started'])
    expect(both(team, '2026-11-02T15:00:00Z')).toEqual(['eng-a', 'eng-c'])
  })
})

describe('S1.2 overrides', () => {
  const days = { from: '2026-11-04', to: '2026-11-05' }

  it('S1.2 whole days hold from local midnight to the end of the last day', () => {
    const team = withOverrides({ ...days, person: 'eng-d', for: 'eng-a' })
    expect(both(team, '2026-11-04T04:59:59Z')).toEqual(['eng-a', 'eng-c'])
    expect(both(team, '2026-11-04T05:00:00Z')).toEqual(['eng-d', 'eng-c'])
    expect(both(team, '2026-11-06T04:59:59Z')).toEqual(['eng-d', 'eng-c'])
    expect(both(team, '2026-11-06T05:00:00Z')).toEqual(['eng-a', 'eng-c'])
  })

  it('S1.2 local date-times hold with the end excluded', () => {
    const team = withOverrides({ from: '2026-11-04T09:00', to: '2026-11-04 17:30', person: 'eng-d' })
    expect(both(team, '2026-11-04T13:59:59Z')[0]).toBe('eng-a')
    expect(both(team, '2026-11-04T14:00:00Z')[0]).toBe('eng-d')
    expect(both(team, '2026-11-04T22:29:59Z')[0]).toBe('eng-d')
    expect(both(team, '2026-11-04T22:30:00Z')[0]).toBe('eng-a')
  })

  it.each<[string, Override[], string[]]>([
    ['the primary without `for`', [{ ...days, person: 'eng-d' }], ['eng-d', 'eng-c']],
    ['the backup by name', [{ ...days, person: 'eng-d', for: 'eng-c' }], ['eng-a', 'eng-d']],
    ['nobody when `for` is not on call', [{ ...days, person: 'eng-d', for: 'eng-b' }], ['eng-a', 'eng-c']],
    [
      'the last one',
      [
        { ...days, person: 'eng-d', for: 'eng-a' },
        { ...days, person: 'eng-b', for: 'eng-a' },
      ],
      ['eng-b', 'eng-c'],
    ],
    [
      'whoever stands in',
      [
        { ...days, person: 'eng-d', for: 'eng-a' },
        { ...days, person: 'eng-b', for: 'eng-d' },
      ],
      ['eng-b', 'eng-c'],
    ],
    [
      'both when two trade roles',
      [
        { ...days, person: 'eng-c', for: 'eng-a' },
        { ...days, person: 'eng-a', for: 'eng-c' },
      ],
      ['eng-c', 'eng-a'],
    ],
  ])('S1.2 replaces %s', (_what, overrides, expected) => {
    expect(both(withOverrides(...overrides), '2026-11-04T12:00:00Z')).toEqual(expected)
  })

  it("S1.2 an override of one role does not cut the other role's shift", () => {
    const { backup } = ask(withOverrides({ ...days, person: 'eng-d' }), at('2026-11-04T12:00:00Z'))
    expect(backup).toMatchObject({
      shift: { startsAt: '2026-11-02T15:00:00.000Z', endsAt: '2026-11-09T15:00:00.000Z' },
    })
  })

  it('S1.2 an override covers even before the rotation starts', () => {
    const team = withOverrides({ from: '2026-10-30', to: '2026-10-30', person: 'eng-b' })
    expect(both(team, '2026-10-30T12:00:00Z')).toEqual(['eng-b', 'not-started'])
    expect(both(team, '2026-10-31T12:00:00Z')).toEqual(['not-started', 'not-started'])
  })

  it('S1.3 without a person the shift is open', () => {
    const { primary } = ask(withOverrides({ ...days, for: 'eng-a', reason: 'hospital' }), at('2026-11-04T12:00:00Z'))
    expect(primary).toMatchObject({
      kind: 'gap',
      cause: 'open-shift',
      reason: 'Engineer A is out (hospital) and nobody has taken the shift',
      startsAt: '2026-11-04T05:00:00.000Z',
    })
  })
})

describe('S1.4 shifts between two instants', () => {
  it('S1.4 are contiguous, clipped, and agree with the answer at any instant inside', () => {
    const length = fc.integer({ min: 1, max: 10 * weekMs })
    fc.assert(
      fc.property(
        rotationArbitrary,
        instants,
        length,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (change, from, span, part) => {
          const team = withRotation(change)
          const shifts = shiftsBetween(onlyRotation(team), team, from, from + span)
          expect(at(shifts[0]?.startsAt ?? '')).toBe(from)
          expect(at(shifts.at(-1)?.endsAt ?? '')).toBe(from + span)
          for (const [index, shift] of shifts.entries()) {
            expect(at(shift.endsAt)).toBeGreaterThan(at(shift.startsAt))
            if (index > 0) expect(shift.startsAt).toBe(shifts[index - 1]?.endsAt)
          }
          const probe = from + Math.floor(part * (span - 1))
          const inside = shifts.find(({ startsAt, endsAt }) => at(startsAt) <= probe && probe < at(endsAt))
          expect(inside).toMatchObject(ask(team, probe))
        },
      ),
      { numRuns: 200 },
    )
  })

  it('S1.4 an empty span has none', () => {
    expect(shiftsBetween(onlyRotation(sampleTeam), sampleTeam, start, start)).toEqual([])
  })
})

describe('S2 handovers on local wall time', () => {
  const zones = [
    'America/New_York',
    'Europe/Berlin',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
    'America/St_Johns',
    'Asia/Kathmandu',
    'Pacific/Auckland',
  ]
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
