import { describe, expect, it } from 'vitest'
import { lanesOf } from '../../../../renderer/features/schedule/picture/lanes.ts'
import { findingsIn } from '../../../../renderer/features/schedule/settle/findings-ahead.ts'
import { holidayRows } from '../../../../renderer/features/schedule/views/holiday-rows.ts'
import { monthCells, weeksOf } from '../../../../renderer/features/schedule/views/month-cells.ts'
import { monthSpan } from '../../../../renderer/features/schedule/window-of-weeks.ts'
import { demoTeam as team } from '../../../support/demo-team.ts'
import { lanes, newYork, nowMs } from './demo-board.ts'

describe('the month and the year', () => {
  const month = monthSpan(2026, 11, newYork)
  const all = lanesOf(team, team.rotations, weeksOf(month, newYork), findingsIn(team, month, nowMs), nowMs)

  it('a month has every day once, in whole weeks, with who hands over to whom', () => {
    const days = monthCells(month, newYork, all).flat()
    expect(days.length % 7).toBe(0)
    expect(days.filter(({ isInMonth }) => isInMonth)).toHaveLength(31)
    const monday = days.find(({ date }) => date === '2026-12-21')
    expect(monday?.primary.map(({ person }) => person?.id)).toEqual(['eng-c', 'eng-d'])
    expect(days.find(({ date }) => date === '2026-12-25')?.off.map(({ name, mark }) => `${name} ${mark.kind}`)).toEqual(
      expect.arrayContaining(['Engineer A leave', 'Engineer D majorHoliday']),
    )
  })

  it('a holiday says who works on it and who is away', () => {
    const christmas = holidayRows(lanes, true).find(({ date }) => date === '2026-12-25')
    const standing = Object.fromEntries((christmas?.people ?? []).map((each) => [each.person.id, each.standing]))
    expect(standing).toEqual({ 'eng-a': 'away', 'eng-b': 'backup', 'eng-c': 'off', 'eng-d': 'onCall' })
    expect(holidayRows(lanes, true).every(({ isMajor }) => isMajor)).toBe(true)
    expect(holidayRows(lanes, false).length).toBeGreaterThan(holidayRows(lanes, true).length)
  })
})
