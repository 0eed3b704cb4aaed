import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openShiftChange, standInChange, takeOverNow } from '../../../../shared/schedule/swaps/stand-in.ts'
import type { Override } from '../../../../shared/schedule/team.ts'
import { at, sampleTeam, withRotation } from '../sample-team.ts'
import { applied, made, on, rotationId, start, weekMs } from './sample-swaps.ts'

describe('S6.5 stand-ins and take-over', () => {
  const overrides = fc.array(
    fc
      .record(
        {
          day: fc.nat(60),
          length: fc.nat(9),
          person: fc.constantFrom('eng-a', 'eng-b', 'eng-c'),
          for: fc.constantFrom('eng-a', 'eng-b', 'eng-d'),
        },
        { requiredKeys: ['day', 'length'] },
      )
      .map(({ day, length, ...rest }): Override => {
        const date = (offset: number) => new Date(start + offset * 24 * 3_600_000).toISOString().slice(0, 10)
        return { from: date(day), to: date(day + length), ...rest }
      }),
    { maxLength: 5 },
  )

  it('S6.5 does what it says throughout, leaves the other role alone and everything outside, whatever stood there', () => {
    const minute = 60_000
    const span = fc.record({ from: fc.nat(60 * 24 * 60), minutes: fc.integer({ min: 1, max: 20 * 24 * 60 }) })
    const role = fc.constantFrom('primary', 'backup')
    const who = fc.constantFrom('eng-a', 'eng-b', 'eng-c', 'eng-d', 'data-lead')
    let written = 0
    fc.assert(
      fc.property(overrides, span, role, who, fc.nat(999), (given, { from, minutes }, part, person, probe) => {
        const team = withRotation({ overrides: given })
        const [fromMs, toMs] = [start + from * minute, start + (from + minutes) * minute]
        const change = standInChange(team, { rotationId, role: part, fromMs, toMs, person })
        if (!change.ok) return
        written += 1
        const then = applied(team, change.value)
        const inside = fromMs + Math.floor((probe / 1_000) * (toMs - fromMs))
        const other = part === 'primary' ? 'backup' : 'primary'
        expect(on(then, inside, part)).toBe(person)
        expect(on(then, inside, other)).toBe(on(team, inside, other))
        for (const outside of [fromMs - 1, toMs, fromMs - weekMs, toMs + weekMs]) {
          expect([on(then, outside), on(then, outside, 'backup')]).toEqual([
            on(team, outside),
            on(team, outside, 'backup'),
          ])
        }
      }),
      { numRuns: 300 },
    )
    expect(written).toBeGreaterThan(150)
  })

  it('S6.5 "take this shift now" holds from this minute to the end of the turn, or as long as said', () => {
    const nowMs = at('2026-11-05T03:14:59Z')
    const change = made(
      takeOverNow(sampleTeam, { rotationId, role: 'primary', person: 'eng-d', nowMs, reason: 'hospital' }),
    )
    expect(change).toMatchObject({
      overrides: [
        { from: '2026-11-04T22:14', to: '2026-11-09T10:00', person: 'eng-d', for: 'eng-a', reason: 'hospital' },
      ],
    })
    expect(on(applied(sampleTeam, change), nowMs)).toBe('eng-d')
    const hours = made(
      takeOverNow(sampleTeam, { rotationId, role: 'backup', person: 'eng-d', nowMs, untilMs: nowMs + 3_600_000 }),
    )
    expect(on(applied(sampleTeam, hours), nowMs + 1_000, 'backup')).toBe('eng-d')
    expect(on(applied(sampleTeam, hours), nowMs + 3_700_000, 'backup')).toBe('eng-c')
  })

  it('S6.5 a gap can be taken too, of a role that nobody has as well', () => {
    const bare = withRotation({ weeks: [{ primary: 'eng-a' }, {}] })
    const gapMs = at('2026-11-10T03:00:00Z')
    const backup = made(takeOverNow(bare, { rotationId, role: 'backup', person: 'eng-b', nowMs: gapMs }))
    expect(on(applied(bare, backup), gapMs, 'backup')).toBe('eng-b')
    const primary = made(takeOverNow(bare, { rotationId, role: 'primary', person: 'eng-b', nowMs: gapMs }))
    expect(on(applied(bare, primary), gapMs)).toBe('eng-b')
  })

  it('S6.5 takes one role from somebody who has both, and leaves them the other', () => {
    const both = withRotation({ weeks: [{ primary: 'eng-a', backup: 'eng-a' }] })
    const nowMs = at('2026-11-05T03:00:00Z')
    const change = made(takeOverNow(both, { rotationId, role: 'backup', person: 'eng-d', nowMs }))
    const then = applied(both, change)
    expect([on(then, nowMs), on(then, nowMs, 'backup')]).toEqual(['eng-a', 'eng-d'])
  })

  it('S6.5 a shift is left open also where a stand-in has handed it on, and in one role of two', () => {
    const week = { from: '2026-12-21T10:00', to: '2026-12-28T10:00' }
    const span = { fromMs: at('2026-12-21T15:00:00Z'), toMs: at('2026-12-28T15:00:00Z') }
    const chain = withRotation({
      overrides: [
        { ...week, person: 'eng-a', for: 'eng-d' },
        { ...week, person: 'eng-c', for: 'eng-a' },
      ],
    })
    const alone = withRotation({ weeks: [{ primary: 'eng-a', backup: 'eng-a' }] })
    for (const [team, backup] of [
      [chain, 'eng-b'],
      [alone, 'eng-a'],
    ] as const) {
      const open = applied(team, made(openShiftChange(team, { rotationId, role: 'primary', ...span })))
      expect([on(open, span.fromMs), on(open, span.toMs - 1)]).toEqual([null, null])
      expect(on(open, span.fromMs, 'backup')).toBe(backup)
    }
    const open = applied(chain, made(openShiftChange(chain, { rotationId, role: 'primary', ...span })))
    const again = openShiftChange(open, { rotationId, role: 'primary', ...span })
    expect(again).toMatchObject({ ok: false, error: 'This shift is open already.' })
  })

  it('S6.5 refuses in words: a turn they have, nobody known, time backwards, no end', () => {
    const stand = (person: string, fromMs: number, toMs: number) =>
      standInChange(sampleTeam, { rotationId, role: 'primary', fromMs, toMs, person })
    expect(stand('eng-a', start, start + 1_000_000)).toEqual({ ok: false, error: 'Engineer A has this turn already.' })
    expect(stand('gone', start, start + 1)).toEqual({ ok: false, error: 'gone is not in team.yaml.' })
    expect(stand('eng-b', start, start)).toEqual({ ok: false, error: 'The time ends before it begins.' })
    const endless = takeOverNow(withRotation({ weeks: [] }), {
      rotationId,
      role: 'primary',
      person: 'eng-b',
      nowMs: start,
    })
    expect(endless).toEqual({ ok: false, error: 'Nobody has this turn and it has no end: say until when.' })
  })
})
