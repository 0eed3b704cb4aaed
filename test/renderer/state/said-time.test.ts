import { describe, expect, it } from 'vitest'
import { saidTime } from '../../../renderer/state/said-time.ts'

const newYork = (words: string, now: string) => saidTime(words, 'America/New_York', Date.parse(now))

describe('a time that somebody says', () => {
  it('is the last time it was that, never the future', () => {
    expect(newYork('08:15', '2026-12-24T14:00:00Z')).toBe('2026-12-24T13:15:00.000Z')
    expect(newYork('23:50', '2026-12-24T14:00:00Z')).toBe('2026-12-24T04:50:00.000Z')
    expect(newYork('2026-12-24 10:00', '2026-12-24T14:00:00Z')).toBeNull()
    expect(newYork('25:00', '2026-12-24T14:00:00Z')).toBeNull()
  })

  it('in an hour that comes twice is the later one as soon as that was', () => {
    expect(newYork('01:30', '2026-11-01T06:45:00Z')).toBe('2026-11-01T06:30:00.000Z')
    expect(newYork('01:30', '2026-11-01T05:45:00Z')).toBe('2026-11-01T05:30:00.000Z')
    expect(newYork('2026-11-01 01:30', '2026-11-01T06:45:00Z')).toBe('2026-11-01T06:30:00.000Z')
  })
})
