import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  awayUntilWords,
  byteWords,
  clockWords,
  countdownWords,
  dayKey,
  isNightAt,
  longDate,
  shortTime,
  spanWords,
  timeOfDay,
  withSpokenDates,
  zoneName,
} from '../../../renderer/ui/time-words.ts'

const newYork = 'America/New_York'
const at = '2026-12-24T13:03:10.000Z'

describe('time in words', () => {
  it('runs like a clock, with days from a day on', () => {
    expect(clockWords(41 * 60_000 + 12_000)).toBe('0:41:12')
    expect(clockWords(26 * 3_600_000 + 605_000)).toBe('1d 02:10:05')
    expect(clockWords(-5_000)).toBe('0:00:00')
  })

  it('says until when somebody is away, by days or by hours where they are', () => {
    expect(awayUntilWords('2026-12-27')).toBe('27 Dec')
    expect(awayUntilWords('2026-12-01T13:00')).toBe('1 Dec 13:00 there')
  })

  it('counts down to zero only when it is due', () => {
    expect(countdownWords(1)).toBe('0:00:01')
    expect(countdownWords(0)).toBe('0:00:00')
    expect(countdownWords(60_000)).toBe('0:01:00')
  })

  it('keeps its width while it counts, so that no digit jumps', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 * 3_600_000 - 1 }), (ms) => {
        expect(clockWords(ms)).toMatch(/^\d:\d\d:\d\d$/)
      }),
    )
  })

  it('says lengths as people do', () => {
    expect([40_000, 12 * 60_000, 78 * 60_000, 120 * 60_000, 27 * 3_600_000].map(spanWords)).toEqual([
      '40 s',
      '12 min',
      '1 h 18 min',
      '2 h',
      '1 d 3 h',
    ])
  })

  it('S2 reads the wall of each zone, also where the day differs', () => {
    expect(timeOfDay(at, newYork)).toBe('08:03:10')
    expect(shortTime(at, 'Asia/Kolkata')).toBe('18:33')
    expect(longDate(at, newYork)).toBe('Thursday 24 December 2026')
    expect(dayKey('2026-12-24T23:30:00.000Z', 'Asia/Tokyo')).toBe('2026-12-25')
    expect(zoneName(at, newYork)).toBe('EST')
  })

  it('knows when a phone would wake somebody', () => {
    expect(isNightAt('2026-12-24T12:00:00.000Z', 'America/Los_Angeles')).toBe(true)
    expect(isNightAt('2026-12-24T15:00:00.000Z', 'America/Los_Angeles')).toBe(false)
    expect(isNightAt('2026-12-24T22:00:00.000Z', 'UTC')).toBe(true)
  })

  it('speaks dates and sizes', () => {
    expect(withSpokenDates('is away until 2026-12-27 (leave)')).toBe('is away until 27 Dec (leave)')
    expect([412, 1_250, 86_000, 3_400_000].map(byteWords)).toEqual(['412 bytes', '1.3 KB', '86 KB', '3.4 MB'])
  })
})
