import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { dateAt, timeAt } from '../../../shared/schedule/wall-clock.ts'
import {
  dateOfDay,
  dayNumber,
  instantOfWallMs,
  isoWeekday,
  offsetMsAt,
  startOfDay,
} from '../../../shared/schedule/zone-clock.ts'
import { at } from './sample-team.ts'

const zones = [
  'America/New_York',
  'Europe/Berlin',
  'Europe/London',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'America/Santiago',
  'America/Sao_Paulo',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Pacific/Apia',
  'Pacific/Auckland',
]
const zone = fc.constantFrom(...zones)
const instant = fc.integer({ min: at('2020-01-01T00:00:00Z'), max: at('2040-01-01T00:00:00Z') })
const hourMs = 3_600_000

/** Instants near a change of the clocks, where mistakes are made. */
const edge = fc.tuple(zone, instant, fc.integer({ min: -3 * hourMs, max: 3 * hourMs })).map(([timezone, near, off]) => {
  const next = Temporal.Instant.fromEpochMilliseconds(near).toZonedDateTimeISO(timezone).getTimeZoneTransition('next')
  return { timezone, instantMs: (next?.epochMilliseconds ?? near) + off }
})

describe('S2 the clock of a zone', () => {
  it('S2 agrees with Temporal everywhere near a change of the clocks', () => {
    fc.assert(
      fc.property(edge, ({ timezone, instantMs }) => {
        const zoned = Temporal.Instant.fromEpochMilliseconds(instantMs).toZonedDateTimeISO(timezone)
        expect(offsetMsAt(instantMs, timezone)).toBe(zoned.offsetNanoseconds / 1e6)
        expect(dateAt(instantMs, timezone)).toBe(zoned.toPlainDate().toString())
        expect(timeAt(instantMs, timezone)).toBe(zoned.toPlainTime().toString().slice(0, 5))
      }),
      { numRuns: 500 },
    )
  })

  it('S2 finds the instant of any wall time as Temporal does, skipped and repeated ones included', () => {
    fc.assert(
      fc.property(edge, ({ timezone, instantMs }) => {
        const wallMs = Math.floor((instantMs + offsetMsAt(instantMs, timezone)) / 60_000) * 60_000
        for (const shown of [wallMs, wallMs + hourMs / 2, wallMs - hourMs]) {
          const wall = Temporal.PlainDateTime.from(new Date(shown).toISOString().slice(0, 16))
          expect(instantOfWallMs(shown, timezone)).toBe(wall.toZonedDateTime(timezone).epochMilliseconds)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('S2 a day begins at midnight, or later where DST skips it', () => {
    expect(startOfDay(dayNumber('2024-04-26'), 'Africa/Cairo')).toBe(at('2024-04-25T22:00:00Z'))
    expect(timeAt(startOfDay(dayNumber('2024-04-26'), 'Africa/Cairo'), 'Africa/Cairo')).toBe('01:00')
    expect(timeAt(startOfDay(dayNumber('2024-04-27'), 'Africa/Cairo'), 'Africa/Cairo')).toBe('00:00')
  })

  it('S2 counts days and weekdays through leap days and before 1970', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 40_000 }), (day) => {
        expect(dayNumber(dateOfDay(day))).toBe(day)
        expect(isoWeekday(day)).toBe(Temporal.PlainDate.from(dateOfDay(day)).dayOfWeek)
      }),
    )
    expect(dayNumber('2028-03-01') - dayNumber('2028-02-28')).toBe(2)
  })
})
