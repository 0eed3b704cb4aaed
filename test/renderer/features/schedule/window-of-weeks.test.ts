import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldOf, instantOf } from '../../../../renderer/features/schedule/change/use-turn-form.ts'
import { axisOf } from '../../../../renderer/features/schedule/picture/axis.ts'
import { monthSpan, twelveMonths, twelveWeeks } from '../../../../renderer/features/schedule/window-of-weeks.ts'
import { boardSpanWords, spanInWords } from '../../../../renderer/features/schedule/words.ts'
import { newYork, weeks } from './demo-board.ts'

const instant = fc.integer({ min: Date.parse('2026-11-02T15:00:00Z'), max: Date.parse('2036-01-01T00:00:00Z') })
const zone = fc.constantFrom(newYork, 'Europe/Berlin', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC')

describe('time on the wall', () => {
  it('S2 twelve weeks begin on a Monday 00:00 there, and each step moves them by whole weeks', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: -8, max: 30 }), zone, (atMs, moved, where) => {
        const span = twelveWeeks(atMs, moved * 4, where)
        expect(spanInWords(span, where)).toMatch(/^Mon .* 0\d:\d\d to Mon .* 0\d:\d\d$/)
        expect(twelveWeeks(atMs, moved * 4 + 12, where).fromMs).toBe(span.toMs)
        const axis = axisOf(span, where)
        expect(axis.weeks).toHaveLength(12)
        expect(axis.weeks.every(({ at }, index) => Math.abs(at - index / 12) < 0.001)).toBe(true)
      }),
    )
  })

  it('a field reads back what it shows, DST aside, and nothing else', () => {
    fc.assert(
      fc.property(instant, zone, (atMs, where) => {
        const minuteMs = Math.floor(atMs / 60_000) * 60_000
        const read = instantOf(fieldOf(minuteMs, where), where)
        expect([0, -1_800_000, -3_600_000]).toContain(read - minuteMs)
        expect(fieldOf(read, where)).toBe(fieldOf(minuteMs, where))
      }),
    )
    for (const wrong of ['', 'tomorrow', '2026-02-30 10:00', '2026-12-25', '2026-12-25 24:00']) {
      expect(instantOf(wrong, newYork)).toBeNaN()
    }
  })

  it('spans are named by their days', () => {
    expect(boardSpanWords(weeks, newYork)).toBe('23 Nov 2026 to 14 Feb 2027')
    expect(boardSpanWords(monthSpan(2026, 11, newYork), newYork)).toBe('December 2026')
    expect(boardSpanWords(twelveMonths(2026, 10, newYork), newYork)).toBe('1 Nov 2026 to 31 Oct 2027')
  })

  it('a year of months names each of them once', () => {
    expect(axisOf(twelveMonths(2026, 10, newYork), newYork).months.map(({ label }) => label)).toEqual(
      'Nov 2026,Dec,Jan 2027,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct'.split(','),
    )
  })
})
