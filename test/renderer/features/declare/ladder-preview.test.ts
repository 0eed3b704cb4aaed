import { describe, expect, it } from 'vitest'
import { previewLadder } from '../../../../renderer/features/declare/declare-form.ts'
import type { Severity } from '../../../../shared/incident/primitives.ts'
import type { HolidayMode, Team } from '../../../../shared/schedule/team.ts'
import { at, sampleTeam } from '../../../shared/schedule/sample-team.ts'

const detectedAt = '2026-12-22T08:00:00.000Z'
const nowMs = at(detectedAt)
const mode: HolidayMode = {
  from: '2026-12-21',
  to: '2027-01-02',
  timezone: 'UTC',
  reason: 'Year-end',
  stretch: 2,
  severityFloor: 2,
  hours: { from: '20:00', to: '22:00', timezone: 'UTC', days: 'daily' },
  tiers: [],
}
const ladderOf = (severity: Severity, holidayModes: readonly HolidayMode[] = [mode]) => {
  const team: Team = { ...sampleTeam, holidayModes }
  return previewLadder(team, { pipeline: null, detectedAt, slaAt: null, severity }, null, nowMs).map(
    ({ dueAtMs, relaxed }) => [(dueAtMs - nowMs) / 60_000, relaxed],
  )
}

describe('the ladder that declaring would start', () => {
  it('E15 shows the times as a holiday mode will make them, and why', () => {
    const words = 'relaxed by “Year-end”'
    expect(ladderOf(2)).toEqual([
      [60, words],
      [120, words],
      [240, words],
    ])
    expect(ladderOf(3)[1]).toEqual([120, 'waits until morning, “Year-end”'])
  })

  it('E15 shows the normal ladder for SEV-1, and where nothing is agreed', () => {
    const normal = [
      [30, null],
      [60, null],
      [120, null],
    ]
    expect(ladderOf(1)).toEqual(normal)
    expect(ladderOf(2, [])).toEqual(normal)
  })
})
