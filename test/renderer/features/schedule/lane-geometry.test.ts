import { describe, expect, it } from 'vitest'
import { slimTurnAt, slimTurns, turnRow } from '../../../../renderer/features/schedule/picture/lane-geometry.ts'
import { lanesOf } from '../../../../renderer/features/schedule/picture/lanes.ts'
import { placeIn, twelveMonths, twelveWeeks } from '../../../../renderer/features/schedule/window-of-weeks.ts'
import { largeTeam, largeTeamText } from '../../../bench/schedule-setup.ts'

const nowMs = Date.parse('2026-11-24T14:00:00.000Z')
const team = largeTeam(largeTeamText())
const lanesIn = (span: ReturnType<typeof twelveWeeks>) => lanesOf(team, team.rotations, span, [], nowMs)

describe('turns that are drawn together', () => {
  it('are the nights of twelve weeks, and everything in a year', () => {
    const weeks = twelveWeeks(nowMs, 0, 'America/New_York')
    const nights = lanesIn(weeks).find(({ id }) => id === 'p10')
    const slim = nights === undefined ? [] : slimTurns(nights, weeks)
    expect(slim.length).toBeGreaterThan(6)
    expect(slim.every(({ fromMs, toMs }) => toMs - fromMs < 20 * 3_600_000)).toBe(true)
    const year = twelveMonths(2026, 10, 'America/New_York')
    for (const lane of lanesIn(year)) expect(slimTurns(lane, year)).toEqual(lane.blocks)
  })

  it('are each found by a pointer on their middle, and not below it', () => {
    const year = twelveMonths(2026, 10, 'America/New_York')
    for (const lane of lanesIn(year)) {
      for (const block of lane.blocks) {
        const { top, height } = turnRow(lane, block)
        const share = (placeIn(year, block.fromMs) + placeIn(year, block.toMs)) / 2
        expect(slimTurnAt(lane, year, { share, y: top + height / 2 })?.id).toBe(block.id)
        expect(slimTurnAt(lane, year, { share, y: top + height })).toBeNull()
      }
    }
  })
})
