import { describe, expect, it } from 'vitest'
import type { Override } from '../../../shared/schedule/team.ts'
import { ask, both } from './ask-schedule.ts'
import { at, withRotation } from './sample-team.ts'

const withOverrides = (...overrides: Override[]) => withRotation({ overrides })

describe('S1.2 overrides', () => {
  const days = { from: '2026-11-04', to: '2026-11-05' }

  it('S1.2 whole days hold from local midnight to the end of the last day', () => {
    const team = withOverrides({ ...days, person: 'eng-d', for: 'eng-a' })
    expect(both(team, '2026-11-04T04:59:59Z')).toEqual(['eng-a', 'eng-c'])
    expect(both(team, '2026-11-04T05:00:00Z')).toEqual(['eng-d', 'eng-c'])
    expect(both(team, '2026-11-06T04:59:59Z')).toEqual(['eng-d', 'eng-c'])
    expect(both(team, '2026-11-06T05:00:00Z')).toEqual(['eng-a', 'eng-c'])
  })

  it('S1.2 local date-times hold with the end excluded', () => {
    const team = withOverrides({ from: '2026-11-04T09:00', to: '2026-11-04 17:30', person: 'eng-d' })
    expect(both(team, '2026-11-04T13:59:59Z')[0]).toBe('eng-a')
    expect(both(team, '2026-11-04T14:00:00Z')[0]).toBe('eng-d')
    expect(both(team, '2026-11-04T22:29:59Z')[0]).toBe('eng-d')
    expect(both(team, '2026-11-04T22:30:00Z')[0]).toBe('eng-a')
  })

  it.each<[string, Override[], string[]]>([
    ['the primary without `for`', [{ ...days, person: 'eng-d' }], ['eng-d', 'eng-c']],
    ['the backup by name', [{ ...days, person: 'eng-d', for: 'eng-c' }], ['eng-a', 'eng-d']],
    ['nobody when `for` is not on call', [{ ...days, person: 'eng-d', for: 'eng-b' }], ['eng-a', 'eng-c']],
    [
      'the last one',
      [
        { ...days, person: 'eng-d', for: 'eng-a' },
        { ...days, person: 'eng-b', for: 'eng-a' },
      ],
      ['eng-b', 'eng-c'],
    ],
    [
      'whoever stands in',
      [
        { ...days, person: 'eng-d', for: 'eng-a' },
        { ...days, person: 'eng-b', for: 'eng-d' },
      ],
      ['eng-b', 'eng-c'],
    ],
    [
      'both when two trade roles',
      [
        { ...days, person: 'eng-c', for: 'eng-a' },
        { ...days, person: 'eng-a', for: 'eng-c' },
      ],
      ['eng-c', 'eng-a'],
    ],
  ])('S1.2 replaces %s', (_what, overrides, expected) => {
    expect(both(withOverrides(...overrides), '2026-11-04T12:00:00Z')).toEqual(expected)
  })

  it("S1.2 an override of one role does not cut the other role's shift", () => {
    const { backup } = ask(withOverrides({ ...days, person: 'eng-d' }), at('2026-11-04T12:00:00Z'))
    expect(backup).toMatchObject({
      shift: { startsAt: '2026-11-02T15:00:00.000Z', endsAt: '2026-11-09T15:00:00.000Z' },
    })
  })

  it('S1.2 an override covers even before the rotation starts', () => {
    const team = withOverrides({ from: '2026-10-30', to: '2026-10-30', person: 'eng-b' })
    expect(both(team, '2026-10-30T12:00:00Z')).toEqual(['eng-b', 'not-started'])
    expect(both(team, '2026-10-31T12:00:00Z')).toEqual(['not-started', 'not-started'])
  })

  it('S1.3 without a person the shift is open', () => {
    const { primary } = ask(withOverrides({ ...days, for: 'eng-a', reason: 'hospital' }), at('2026-11-04T12:00:00Z'))
    expect(primary).toMatchObject({
      kind: 'gap',
      cause: 'open-shift',
      reason: 'Engineer A is out (hospital) and nobody has taken the shift',
      startsAt: '2026-11-04T05:00:00.000Z',
    })
  })
})
