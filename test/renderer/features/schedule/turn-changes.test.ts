import { describe, expect, it } from 'vitest'
import { candidatesFor, turnChange } from '../../../../renderer/features/schedule/change/turn-changes.ts'
import { rotationsToTake, takeOverIntent } from '../../../../renderer/features/schedule/take-over.ts'
import { whoIsOnCall } from '../../../../shared/schedule/on-call.ts'
import { parseTeam } from '../../../../shared/schedule/parse-team.ts'
import { applyChange } from '../../../../shared/schedule/swaps/schedule-change.ts'
import { demoTeam as team } from '../../../support/demo-team.ts'
import { nowMs } from './demo-board.ts'

describe('changes', () => {
  const turn = {
    rotationId: 'rotation',
    role: 'primary',
    fromMs: Date.parse('2026-12-21T15:00:00Z'),
    toMs: Date.parse('2026-12-28T15:00:00Z'),
  } as const
  const candidates = candidatesFor(team, turn, nowMs)
  const [candidate = null] = candidates
  const choice = { mode: 'swap', candidate, reason: ' Christmas ', isProposal: false, meId: 'eng-b' } as const
  const onCallAt = (change: ReturnType<typeof turnChange>, at: string) => {
    if (!change.ok) throw new Error(change.error)
    const after = applyChange(team, change.value)
    if (!after.ok) throw new Error(after.error)
    const [rotation] = after.value.rotations
    const primary = rotation && whoIsOnCall(rotation, after.value, Date.parse(at)).primary
    return primary?.kind === 'person' ? primary.person.id : 'nobody'
  }

  it('S6.5 what nobody has can be taken by everybody, a backup by everybody but who is on call', () => {
    const { team: withGaps } = parseTeam({
      path: 'team.yaml',
      text: `people:
  - {id: a, name: Ann, timezone: UTC}
  - {id: b, name: Ben, timezone: UTC}
rotation:
  start: 2026-11-02
  handover: {day: monday, at: "10:00", timezone: UTC}
  weeks: [{primary: a, backup: b}, {primary: b}]
  overrides: [{from: 2026-12-01, to: 2026-12-02}]
`,
    })
    const takers = (role: 'primary' | 'backup', from: string, to: string) =>
      candidatesFor(
        withGaps,
        { rotationId: 'rotation', role, fromMs: Date.parse(from), toMs: Date.parse(to) },
        nowMs,
      ).map(({ id, conflicts }) => [id, conflicts])
    expect(takers('primary', '2026-12-01T00:00:00Z', '2026-12-03T00:00:00Z').map(([, conflicts]) => conflicts)).toEqual(
      [[], []],
    )
    expect(takers('backup', '2026-12-07T10:00:00Z', '2026-12-14T10:00:00Z')).toEqual([
      ['a', []],
      ['b', ['Ben is on call then.']],
    ])
  })

  it('a swap moves both turns, cover one, an open shift to nobody', () => {
    expect(candidates.map(({ id, conflicts }) => [id, conflicts.length])).toEqual([
      ['eng-c', 0],
      ['eng-a', 1],
      ['eng-b', 1],
    ])
    const swap = turnChange(team, turn, choice, nowMs)
    expect(onCallAt(swap, '2026-12-25T15:00:00Z')).toBe('eng-c')
    expect(onCallAt(swap, '2027-01-12T15:00:00Z')).toBe('eng-d')
    const cover = turnChange(team, turn, { ...choice, mode: 'cover' }, nowMs)
    expect(onCallAt(cover, '2026-12-25T15:00:00Z')).toBe('eng-c')
    expect(onCallAt(cover, '2027-01-12T15:00:00Z')).toBe('eng-c')
    expect(onCallAt(turnChange(team, turn, { ...choice, mode: 'open' }, nowMs), '2026-12-25T15:00:00Z')).toBe('nobody')
  })

  it('a proposal says who made it and why, and moves nothing', () => {
    const proposed = turnChange(team, turn, { ...choice, isProposal: true }, nowMs)
    expect(proposed).toMatchObject({
      value: { kind: 'propose', proposal: { by: 'eng-b', reason: 'Christmas', state: 'proposed' } },
    })
    expect(onCallAt(proposed, '2026-12-25T15:00:00Z')).toBe('eng-d')
  })

  it('are refused in words when there is nobody, no time or no rotation', () => {
    expect(turnChange(team, turn, { ...choice, candidate: null }, nowMs)).toMatchObject({ ok: false })
    expect(turnChange(team, { ...turn, toMs: turn.fromMs }, choice, nowMs)).toMatchObject({ ok: false })
    expect(turnChange(team, { ...turn, toMs: Number.NaN }, choice, nowMs)).toMatchObject({ ok: false })
    expect(turnChange(team, { ...turn, rotationId: 'gone' }, choice, nowMs)).toMatchObject({ ok: false })
  })
})

it('a shift is taken from this minute on, and only one that is not mine', () => {
  const me = team.people.find(({ id }) => id === 'eng-b') ?? null
  const [rotation] = rotationsToTake(team, me, team.rotations, nowMs)
  if (me === null || rotation === undefined) throw new Error('Engineer D is on call then')
  const intent = takeOverIntent(team, me, rotation, nowMs + 12_345)
  expect(intent).toMatchObject({
    ok: true,
    value: { kind: 'review', words: "Engineer B takes Engineer D's shift now" },
  })
  const onCall = team.people.find(({ id }) => id === 'eng-d') ?? null
  expect(rotationsToTake(team, onCall, team.rotations, nowMs)).toEqual([])
  expect(rotationsToTake(team, null, team.rotations, nowMs)).toEqual([])
})
