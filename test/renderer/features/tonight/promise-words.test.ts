import { describe, expect, it } from 'vitest'
import { promiseWords } from '../../../../renderer/features/tonight/promise-words.ts'

const zone = 'America/New_York'
const nowMs = Date.parse('2026-12-24T13:18:00.000Z')
const inMinutes = (minutes: number): string => new Date(nowMs + minutes * 60_000).toISOString()

describe('a promised update on the row of an incident', () => {
  it('E14 says when word is due, and presses in the last five minutes', () => {
    const promised = (minutes: number) =>
      promiseWords({ updatePromisedFor: inMinutes(minutes), updateMissedFor: null }, nowMs, zone)
    expect(promised(12)).toEqual({ words: 'Next update promised 08:30, in 12 min', presses: false })
    expect(promised(5)).toEqual({ words: 'Next update promised 08:23, in 5 min', presses: true })
    expect(promised(0)).toEqual({ words: 'Next update promised 08:18, overdue by 0 s', presses: true })
  })

  it('E14 says how long a missed one is overdue, and that nobody waits when none was promised', () => {
    const missed = promiseWords({ updatePromisedFor: null, updateMissedFor: inMinutes(-5) }, nowMs, zone)
    expect(missed).toEqual({ words: 'Next update promised 08:13, overdue by 5 min', presses: true })
    expect(promiseWords({ updatePromisedFor: null, updateMissedFor: null }, nowMs, zone)).toBeNull()
  })
})
