import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { whoIsOnCall } from '../../../../shared/schedule/on-call.ts'
import { effectOfChange } from '../../../../shared/schedule/swaps/effect-of-change.ts'
import { proposeSwaps } from '../../../../shared/schedule/swaps/propose-swaps.ts'
import type { ScheduleChange } from '../../../../shared/schedule/swaps/schedule-change.ts'
import type { Team } from '../../../../shared/schedule/team.ts'
import { at, onlyRotation, sampleTeam, withRotation } from '../sample-team.ts'
import { applied, christmas, made, now, on, rotationId, start, weekMs, withPerson } from './sample-swaps.ts'

describe('S6.2 proposed partners', () => {
  const proposals = (team: Team, nowMs = now) => proposeSwaps(team, rotationId, christmas, nowMs)

  it('S6.2 are ranked by what it costs them, with reasons, those who cannot last with theirs', () => {
    const found = proposals(withPerson('eng-a', { away: [{ from: '2026-12-23', to: '2026-12-27' }] }))
    expect(found.map(({ person, conflicts }) => [person.id, conflicts])).toEqual([
      ['eng-c', []],
      ['eng-a', ['Engineer A is away from 2026-12-23 to 2026-12-27.']],
      ['eng-b', ['Engineer B is backup then already.']],
    ])
    expect(found[0]).toMatchObject({
      takes: { from: '2026-12-21T15:00:00.000Z', to: '2026-12-28T15:00:00.000Z' },
      returns: { from: '2026-12-14T15:00:00.000Z', to: '2026-12-21T15:00:00.000Z' },
    })
    expect(found[0]?.reasons).toEqual([
      'has a holiday of their own then: Christmas Day (25 Dec 2026)',
      expect.stringMatching(
        /^carries \d+\.\d weeks of strain in the year up to then, \d+\.\d (below|above) the average$/,
      ),
      'worked no major holiday in the year before',
      '7 nights where they are',
      'gives back 14 Dec 2026 to 21 Dec 2026',
    ])
  })

  it('S6.2 a holiday there, one worked last year, a heavy load and no return each cost', () => {
    const cost = (team: Team, id: string, nowMs = now) =>
      proposals(team, nowMs).find(({ person }) => person.id === id)?.cost ?? 0
    const base = cost(sampleTeam, 'eng-c')
    const abroad = withPerson('eng-c', { country: 'JP' })
    expect(base - cost(abroad, 'eng-c')).toBeGreaterThan(0.8)
    const feast = { date: '2026-11-18', name: 'Own feast' }
    expect(cost(withPerson('eng-c', { holidays: [feast] }), 'eng-c')).toBeGreaterThan(base + 0.5)
    const busy = withRotation({ overrides: [{ from: '2026-11-02', to: '2026-11-15', person: 'eng-c', for: 'eng-a' }] })
    expect(cost(busy, 'eng-c')).toBeGreaterThan(base)
    const noReturn = withPerson('eng-d', { away: [{ from: '2026-11-21', to: '2027-04-30' }] })
    expect(cost(noReturn, 'eng-c')).toBeGreaterThan(base + 0.5)
  })

  it('S6.2 a part is given back at the same hours in a week whose clocks change', () => {
    const sunday = { fromMs: at('2027-02-21T21:00:00Z'), toMs: at('2027-02-22T01:00:00Z') }
    const returned = proposeSwaps(sampleTeam, rotationId, sunday, at('2027-02-16T15:00:00Z')).map(
      ({ returns }) => returns,
    )
    // 16:00 to 20:00 in New York, where the clocks go forward that Sunday.
    expect(returned).toContainEqual({ from: '2027-03-14T20:00:00.000Z', to: '2027-03-15T00:00:00.000Z' })
  })

  it('S6.2 a few hours are answered by as many hours, told in the partner’s time', () => {
    const [best] = proposeSwaps(
      sampleTeam,
      rotationId,
      { fromMs: at('2026-11-24T20:00:00Z'), toMs: at('2026-11-25T04:00:00Z') },
      now,
    )
    expect(best?.person.id).toBe('eng-c')
    expect(best?.reasons[3]).toMatch(/^01:30 to 09:30 their time, 0\.6 nights where they are$/)
    const hours = best?.returns && at(best.returns.to) - at(best.returns.from)
    expect(hours).toBe(8 * 3_600_000)
    expect(best?.returns?.from).toBe('2026-12-15T20:00:00.000Z')
  })

  it('S6.2 the rest of a turn that is mostly gone is no return', () => {
    const overrides = [{ from: '2026-12-14', to: '2026-12-19', person: 'eng-b', for: 'eng-c' }]
    const [best] = proposals(withRotation({ overrides }))
    expect(best?.person.id).toBe('eng-c')
    expect(best?.returns?.from).toBe('2027-01-11T15:00:00.000Z')
  })

  it('S6.2 whoever has no conflict can be accepted without a new error, for any turn of two years', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.constantFrom('primary' as const, 'backup' as const), (week, role) => {
        const fromMs = start + week * weekMs + 24 * 3_600_000
        const { [role]: entry } = whoIsOnCall(onlyRotation(sampleTeam), sampleTeam, fromMs)
        if (entry.kind === 'gap') throw new Error('a gap')
        const found = proposeSwaps(sampleTeam, rotationId, { ...entry.shift, role }, fromMs - 4 * weekMs)
        expect(found.map(({ person }) => person.id)).not.toContain(entry.person.id)
        for (const { change, conflicts, cost } of found) {
          if (conflicts.length > 0) continue
          expect(Number.isFinite(cost)).toBe(true)
          const effect = made(effectOfChange(sampleTeam, change, fromMs - 4 * weekMs))
          expect(effect.added.filter(({ severity }) => severity === 'error')).toEqual([])
          expect(effect.shifts.length).toBeGreaterThan(0)
          expect(effect.objections.filter((why) => why.includes('would not'))).toEqual([])
        }
      }),
      { numRuns: 30 },
    )
  })

  it('S6.2 a stand-in who swaps on gives back themselves, not whoever they stand in for', () => {
    const ill = withRotation({
      weeks: ['eng-a', 'eng-b', 'eng-c', 'eng-d'].map((primary) => ({ primary })),
      overrides: [{ from: '2026-12-21T10:00', to: '2026-12-28T10:00', person: 'eng-a', for: 'eng-d' }],
    })
    const best = proposals(ill).find(({ person }) => person.id === 'eng-c')
    if (best?.change.kind !== 'propose' || !best.returns) throw new Error('there is a return')
    const { proposal } = best.change
    const accept: ScheduleChange = { kind: 'accept', rotationId, proposalId: proposal.id, on: '2026-11-20' }
    const after = applied(applied(ill, best.change), accept)
    expect([on(after, christmas.fromMs), on(after, at(best.returns.from))]).toEqual(['eng-c', 'eng-a'])
  })

  it('S6.2 every swap that is offered holds in both halves and moves nobody else, whoever stands in where', () => {
    const people = fc.constantFrom('eng-a', 'eng-b', 'eng-c', 'eng-d')
    const day = (count: number) => new Date(start + count * 24 * 3_600_000).toISOString().slice(0, 10)
    const override = fc
      .record({ from: fc.nat(80), days: fc.nat(6), person: people, for: people })
      .map(({ from, days, ...who }) => ({ from: day(from), to: day(from + days), ...who }))
    const property = fc.property(fc.array(override, { maxLength: 4 }), fc.nat(8), (overrides, week) => {
      const team = withRotation({ overrides })
      const fromMs = start + (week + 3) * weekMs
      const { primary } = whoIsOnCall(onlyRotation(team), team, fromMs)
      if (primary.kind !== 'person') return
      const turn = { fromMs: at(primary.shift.startsAt), toMs: at(primary.shift.endsAt) }
      for (const { person, returns, conflicts, change } of proposeSwaps(team, rotationId, turn, turn.fromMs - 1)) {
        if (conflicts.length > 0) continue
        const proposed = applied(team, change)
        const after =
          change.kind === 'propose'
            ? applied(proposed, { kind: 'accept', rotationId, proposalId: change.proposal.id, on: '2026-11-20' })
            : proposed
        for (let instant = start; instant < start + 26 * weekMs; instant += 5 * 3_600_001) {
          const isGiven = instant >= turn.fromMs && instant < turn.toMs
          const isReturned = returns && instant >= at(returns.from) && instant < at(returns.to)
          const expected = isGiven ? person.id : isReturned ? primary.person.id : on(team, instant)
          expect(on(after, instant)).toBe(expected)
          expect(on(after, instant, 'backup')).toBe(on(team, instant, 'backup'))
        }
      }
    })
    fc.assert(property, { numRuns: 30 })
  })

  it('S6.2 none for a gap, an unknown rotation, or an empty time', () => {
    expect(proposeSwaps(withRotation({ weeks: [] }), rotationId, christmas, now)).toEqual([])
    expect(proposeSwaps(sampleTeam, 'gone', christmas, now)).toEqual([])
    expect(proposeSwaps(sampleTeam, rotationId, { fromMs: now, toMs: now }, now)).toEqual([])
  })

  it('S6.2 the same swap proposed again gets an id of its own', () => {
    const [first] = proposals(sampleTeam)
    if (!first) throw new Error('no proposal')
    const [again] = proposals(applied(sampleTeam, first.change))
    const idOf = (change: ScheduleChange | undefined) => (change?.kind === 'propose' ? change.proposal.id : '')
    expect([idOf(first.change), idOf(again?.change)]).toEqual(['2026-12-21-eng-d-eng-c', '2026-12-21-eng-d-eng-c-2'])
  })
})
