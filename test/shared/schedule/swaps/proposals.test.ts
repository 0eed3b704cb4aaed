import { describe, expect, it } from 'vitest'
import { effectBetween, effectOfChange } from '../../../../shared/schedule/swaps/effect-of-change.ts'
import { applyChange, type ScheduleChange } from '../../../../shared/schedule/swaps/schedule-change.ts'
import type { Override, Proposal } from '../../../../shared/schedule/team.ts'
import { at, onlyRotation, sampleTeam, withRotation } from '../sample-team.ts'
import { accept, applied, made, now, on, proposal, proposed, rotationId, weekMs, withPerson } from './sample-swaps.ts'

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

  it('S6.1 being there in the other role keeps no promise, and a shift that is left open makes none', () => {
    const objections = (override: Override) =>
      made(
        effectOfChange(sampleTeam, { kind: 'stand-in', rotationId, overrides: [override], temporary: [] }, now),
      ).objections.filter((words) => words.includes('would not have'))
    const week = { from: '2026-12-14T10:00', to: '2026-12-21T10:00' }
    expect(objections({ ...week, person: 'eng-a', for: 'eng-d' })).toEqual([
      'Engineer A would not have the turn from 2026-12-14T10:00 to 2026-12-21T10:00: it has changed hands meanwhile.',
    ])
    expect(objections({ ...week, for: 'eng-c' })).toEqual([])
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
