import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { whoIsOnCall } from '../../../../shared/schedule/on-call.ts'
import { effectBetween, effectOfChange } from '../../../../shared/schedule/swaps/effect-of-change.ts'
import { proposeSwaps } from '../../../../shared/schedule/swaps/propose-swaps.ts'
import { applyChange, type ScheduleChange } from '../../../../shared/schedule/swaps/schedule-change.ts'
import { standInChange, takeOverNow } from '../../../../shared/schedule/swaps/stand-in.ts'
import { swapsToArrange } from '../../../../shared/schedule/swaps/swaps-to-arrange.ts'
import type { Override, Person, Proposal, Team } from '../../../../shared/schedule/team.ts'
import { at, onlyRotation, sampleTeam, withRotation } from '../sample-team.ts'

const rotationId = 'rotation'
const weekMs = 7 * 24 * 3_600_000
const start = at('2026-11-02T15:00:00Z')
const now = at('2026-11-20T15:00:00Z')
const christmas = { fromMs: at('2026-12-21T15:00:00Z'), toMs: at('2026-12-28T15:00:00Z') }

const on = (team: Team, instantMs: number, role: 'primary' | 'backup' = 'primary') => {
  const { [role]: entry } = whoIsOnCall(onlyRotation(team), team, instantMs)
  return entry.kind === 'person' ? entry.person.id : null
}
function made<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
const applied = (team: Team, change: ScheduleChange) => made(applyChange(team, change))
const withPerson = (id: string, change: Partial<Person>, team: Team = sampleTeam): Team => ({
  ...team,
  people: team.people.map((person) => (person.id === id ? { ...person, ...change } : person)),
})

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

const proposal: Proposal = {
  id: 'p1',
  state: 'proposed',
  from: '2026-12-21T10:00',
  to: '2026-12-28T10:00',
  person: 'eng-c',
  for: 'eng-d',
  returns: { from: '2027-01-11T10:00', to: '2027-01-18T10:00' },
}
const proposed = applied(sampleTeam, { kind: 'propose', rotationId, proposal })
const accept = { kind: 'accept', rotationId, proposalId: 'p1', on: '2026-12-02' } as const

describe('S6.1 proposals and their effect', () => {
  it('S6.1 a proposal changes nobody until it is accepted; accepted, both halves hold; undone, all is as before', () => {
    const [mid, back] = [at('2026-12-24T12:00:00Z'), at('2027-01-13T12:00:00Z')]
    expect([on(proposed, mid), on(proposed, back)]).toEqual(['eng-d', 'eng-c'])
    const accepted = applied(proposed, accept)
    expect([on(accepted, mid), on(accepted, back)]).toEqual(['eng-c', 'eng-d'])
    expect(onlyRotation(accepted).proposals).toEqual([])
    expect(applied(accepted, { kind: 'undo-swap', rotationId, swapId: 'p1' })).toEqual(sampleTeam)
  })

  it('S6.1 declined it stays to be seen, withdrawn it goes, and neither can be done twice', () => {
    const declined = applied(proposed, { kind: 'decline', rotationId, proposalId: 'p1', on: '2026-12-01' })
    expect(onlyRotation(declined).proposals).toMatchObject([{ id: 'p1', state: 'declined', on: '2026-12-01' }])
    const withdraw: ScheduleChange = { kind: 'withdraw', rotationId, proposalId: 'p1' }
    expect(applied(proposed, withdraw)).toEqual(sampleTeam)
    expect(applyChange(sampleTeam, withdraw).ok).toBe(false)
    expect(applyChange(proposed, { kind: 'propose', rotationId, proposal }).ok).toBe(false)
    expect(applyChange(sampleTeam, { kind: 'undo-swap', rotationId, swapId: 'p1' }).ok).toBe(false)
  })

  it('S6.1 shows what changes over twelve weeks before it is made: shifts, findings, load', () => {
    const effect = made(effectOfChange(sampleTeam, { kind: 'propose', rotationId, proposal }, now))
    expect(effect.shifts.map(({ from, to, before, after: taker }) => [from, to, before?.id, taker?.id])).toEqual([
      ['2026-12-21T15:00:00.000Z', '2026-12-28T15:00:00.000Z', 'eng-d', 'eng-c'],
      ['2027-01-11T15:00:00.000Z', '2027-01-18T15:00:00.000Z', 'eng-c', 'eng-d'],
    ])
    expect(effect.settled.map(({ id }) => id)).toContain('rotation:holiday:2026-12-25:primary:eng-d')
    expect(effect.added.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(effect.loads.map(({ person }) => person.id).sort()).toEqual(['eng-c', 'eng-d'])
    expect(effect).toEqual(made(effectOfChange(proposed, { ...accept, on: '2026-11-20' }, now)))
    expect(effect.objections).toEqual([])
  })

  it('S6.1 says what speaks against it: leave, being one’s own backup, nobody to stand behind', () => {
    const away = withPerson('eng-c', { away: [{ from: '2026-12-24', to: '2026-12-24' }] }, proposed)
    expect(made(effectOfChange(away, accept, now)).objections[0]).toMatch(
      /^Engineer C is on call, standing in for Engineer D, while away/,
    )
    const { returns: _returns, ...cover } = proposal
    const backup: Proposal = { ...cover, person: 'eng-b' }
    const effect = made(effectOfChange(sampleTeam, { kind: 'propose', rotationId, proposal: backup }, now))
    expect(effect.objections[0]).toBe(
      'Engineer B is on call and their own backup after a swap, so nobody stands behind them.',
    )
  })

  it('S6.1 a swap that would be accepted and swap nothing is objected to, and so is one that is over', () => {
    const meanwhile = withRotation(
      {
        overrides: [{ from: '2026-12-20', to: '2026-12-29', person: 'eng-a', for: 'eng-b' }],
        weeks: [{ primary: 'eng-a', backup: 'eng-b' }],
      },
      proposed,
    )
    expect(made(effectOfChange(meanwhile, accept, now)).objections[0]).toBe(
      'Engineer C would not have the turn from 2026-12-21T10:00 to 2026-12-28T10:00: it has changed hands meanwhile.',
    )
    const late = made(effectOfChange(proposed, accept, at('2027-02-01T00:00:00Z')))
    expect(late.objections[0]).toMatch(/and that is over\.$/)
  })

  it('S6.1 a change that hits somebody’s holiday or leave is a surprise, up to a year ahead', () => {
    const swapped = withRotation({
      weeks: [
        { primary: 'eng-d', backup: 'eng-c' },
        { primary: 'eng-b', backup: 'eng-d' },
        { primary: 'eng-c', backup: 'eng-a' },
        { primary: 'eng-a', backup: 'eng-b' },
      ],
    })
    const leave = withPerson('eng-a', { away: [{ from: '2027-10-20', to: '2027-10-31' }] }, swapped)
    const { surprises, shifts } = effectBetween(sampleTeam, leave, now)
    expect(surprises.map(({ why }) => why)).toContain('Engineer A is now on call on Christmas Day, 25 Dec 2026.')
    expect(surprises.map(({ why }) => why)).toContain('Engineer A is now on call while away from 20 Oct 2027.')
    expect(surprises.filter(({ person }) => person.id === 'eng-b')).toEqual([])
    expect(shifts.every(({ to }) => at(to) <= now + 12 * weekMs)).toBe(true)
    const willing = withPerson('eng-a', { worksOn: ['2026-12-25'] }, leave)
    expect(effectBetween(sampleTeam, willing, now).surprises.filter(({ date }) => date === '2026-12-25')).toEqual([])
    expect(effectBetween(sampleTeam, sampleTeam, now)).toMatchObject({
      shifts: [],
      surprises: [],
      added: [],
      settled: [],
      loads: [],
    })
  })
})

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
      expect.stringMatching(/^carries \d+\.\d weeks of strain a year, \d+\.\d (below|above) the average$/),
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

describe('S3.1 swaps to arrange', () => {
  const dates = (nowIso: string, team: Team = sampleTeam) =>
    swapsToArrange(team, at(nowIso)).map(({ finding }) => finding.date)

  it('S3.1 a major holiday is there from eight weeks ahead, with partners, until it is swapped or agreed', () => {
    expect(dates('2026-10-01T00:00:00Z')).toEqual([])
    expect(dates('2026-10-02T12:00:00Z')).toEqual(['2026-11-26'])
    expect(dates('2026-11-20T15:00:00Z')).toEqual(['2026-11-26', '2026-12-25', '2027-01-01'])
    const [thanksgiving] = swapsToArrange(sampleTeam, now)
    expect(thanksgiving?.proposals.map(({ person }) => person.id)).toEqual(['eng-c', 'eng-a', 'eng-b'])
    expect(thanksgiving?.proposals[0]).toMatchObject({ takes: { from: '2026-11-23T15:00:00.000Z' }, conflicts: [] })
    const willing = withPerson('eng-d', { worksOn: ['2026-11-26'] })
    expect(dates('2026-11-20T15:00:00Z', willing)).toEqual(['2026-12-25', '2027-01-01'])
    expect(dates('2026-11-20T15:00:00Z', applied(proposed, accept))).toEqual(['2026-11-26', '2027-01-01'])
  })

  it('S3.1 a turn with two of them comes once', () => {
    const team = withPerson('eng-d', { holidays: [{ date: '2026-12-24', name: 'Own eve' }] })
    expect(dates('2026-12-01T00:00:00Z', team)).toEqual(['2026-12-24', '2027-01-01'])
  })
})
