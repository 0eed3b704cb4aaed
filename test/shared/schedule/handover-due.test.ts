import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { handoverDue } from '../../../shared/schedule/handover-due.ts'
import type { Team } from '../../../shared/schedule/team.ts'
import { at, onlyRotation, sampleTeam, withRotation } from './sample-team.ts'

const due = (opened: string, now: string, team: Team = sampleTeam, commander: string | null = null) => {
  const found = handoverDue(team, onlyRotation(team), at(opened), at(now), commander)
  return found && [found.kind, found.at, found.from?.id ?? null, found.to?.id ?? null]
}

describe('S7 hand-over at a shift change', () => {
  it.each([
    ['not within a turn', '2026-11-05T03:00:00Z', '2026-11-05T09:00:00Z', null],
    [
      'soon within the last hour',
      '2026-11-05T03:00:00Z',
      '2026-11-09T14:00:00Z',
      ['soon', '2026-11-09T15:00:00.000Z', 'eng-a', 'eng-b'],
    ],
    ['not yet before it', '2026-11-05T03:00:00Z', '2026-11-09T13:59:59Z', null],
    [
      'due at the handover',
      '2026-11-05T03:00:00Z',
      '2026-11-09T15:00:00Z',
      ['due', '2026-11-09T15:00:00.000Z', 'eng-a', 'eng-b'],
    ],
    [
      'due ever after',
      '2026-11-05T03:00:00Z',
      '2026-11-13T03:00:00Z',
      ['due', '2026-11-09T15:00:00.000Z', 'eng-a', 'eng-b'],
    ],
    [
      'from the first to the last of several',
      '2026-11-05T03:00:00Z',
      '2026-11-17T03:00:00Z',
      ['due', '2026-11-16T15:00:00.000Z', 'eng-a', 'eng-c'],
    ],
  ])('S7 %s', (_what, opened, now, expected) => {
    expect(due(opened, now)).toEqual(expected)
  })

  it('S7 whoever took command is warned of the end of their own turn, and it is due again after it', () => {
    const opened = '2026-11-05T03:00:00Z'
    expect(due(opened, '2026-11-12T15:00:00Z', sampleTeam, 'eng-b')).toBeNull()
    const soon = ['soon', '2026-11-16T15:00:00.000Z', 'eng-b', 'eng-c']
    expect(due(opened, '2026-11-16T14:30:00Z', sampleTeam, 'eng-b')).toEqual(soon)
    // Four weeks later Engineer A, under whom it opened, has the week again.
    const next = ['due', '2026-11-30T15:00:00.000Z', 'eng-b', 'eng-a']
    expect(due(opened, '2026-12-01T15:00:00Z', sampleTeam, 'eng-b')).toEqual(next)
    expect(due(opened, '2026-12-01T15:00:00Z', sampleTeam, 'eng-a')).toBeNull()
  })

  it('S7 a commander who never had a turn changes nothing', () => {
    expect(due('2026-11-05T03:00:00Z', '2026-11-05T09:00:00Z', sampleTeam, 'data-lead')).toBeNull()
    const next = ['due', '2026-11-09T15:00:00.000Z', 'eng-a', 'eng-b']
    expect(due('2026-11-05T03:00:00Z', '2026-11-10T15:00:00Z', sampleTeam, 'data-lead')).toEqual(next)
  })

  it('S7 a stand-in of a few hours that is over needs none, one that lasts does', () => {
    const overrides = [{ from: '2026-11-05T09:00', to: '2026-11-05T12:00', person: 'eng-d', for: 'eng-a' }]
    const team = withRotation({ overrides })
    expect(due('2026-11-05T13:00:00Z', '2026-11-05T15:00:00Z', team)).toEqual([
      'due',
      '2026-11-05T14:00:00.000Z',
      'eng-a',
      'eng-d',
    ])
    expect(due('2026-11-05T13:00:00Z', '2026-11-05T18:00:00Z', team)).toBeNull()
    expect(due('2026-11-05T15:00:00Z', '2026-11-05T16:30:00Z', team)).toEqual([
      'soon',
      '2026-11-05T17:00:00.000Z',
      'eng-d',
      'eng-a',
    ])
  })

  it('S7 where nobody follows, whoever has the incident keeps it, in words', () => {
    const overrides = [{ from: '2026-11-06', to: '2026-11-06', for: 'eng-a' }]
    const team = withRotation({ overrides })
    const found = handoverDue(team, onlyRotation(team), at('2026-11-05T15:00:00Z'), at('2026-11-06T12:00:00Z'))
    expect(found).toMatchObject({
      kind: 'due',
      to: null,
      words: 'Nobody is on call now: Engineer A keeps the incident.',
    })
    expect(due('2026-10-01T00:00:00Z', '2026-10-02T00:00:00Z')).toBeNull()
  })

  it('S7 the instant it names is when that person took over, at any time', () => {
    const instant = fc.integer({ min: at('2026-11-02T15:00:00Z'), max: at('2028-11-02T15:00:00Z') })
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 40 * 24 * 3_600_000 }), (opened, open) => {
        const found = handoverDue(sampleTeam, onlyRotation(sampleTeam), opened, opened + open)
        if (found?.kind !== 'due') return
        expect(at(found.at)).toBeGreaterThan(opened)
        expect(at(found.at)).toBeLessThanOrEqual(opened + open)
        expect(found.from?.id).not.toBe(found.to?.id)
        expect(opened + open - at(found.at)).toBeLessThan(170 * 3_600_000)
      }),
    )
  })
})
