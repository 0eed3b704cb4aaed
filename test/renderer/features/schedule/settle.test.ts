import { describe, expect, it } from 'vitest'
import { findingsIn } from '../../../../renderer/features/schedule/settle/findings-ahead.ts'
import { remedyKeys } from '../../../../renderer/features/schedule/settle/remedies.ts'
import { scheduleFindings } from '../../../../shared/schedule/schedule-findings.ts'
import { demoTeam as team } from '../../../support/demo-team.ts'
import { nowMs, weeks } from './demo-board.ts'

describe('what is to be settled', () => {
  it('every remedy of a finding is a key or advice, and none has two meanings', () => {
    for (const finding of scheduleFindings(team, nowMs, nowMs + 60 * 7 * 86_400_000)) {
      const keys = remedyKeys(team, finding)
      expect(keys.length).toBeGreaterThanOrEqual(finding.remedies.length)
      const strokes = keys.flatMap(({ keys: stroke }) => stroke ?? [])
      expect(new Set(strokes).size).toBe(strokes.length)
      expect(keys.every(({ intent, keys: stroke }) => (intent === null) === (stroke === undefined))).toBe(true)
    }
  })

  it('several missing phones are several remedies, each with its name, and one stroke', () => {
    const remedies = ['eng-a', 'eng-b'].map((person) => ({ kind: 'add-phone', person }) as const)
    const finding = { id: 'f', kind: 'unreachable-rung', severity: 'error', date: '2026-12-25' } as const
    const keys = remedyKeys(team, { ...finding, who: [], why: '', hint: '', remedies })
    expect(keys.map(({ label }) => label)).toEqual(['Add a phone for Engineer A', 'Add a phone for Engineer B'])
    expect(keys.map(({ keys: stroke }) => stroke)).toEqual(['p', undefined])
    expect(new Set(keys.map(({ key }) => key)).size).toBe(2)
  })

  it('what is over is not to be settled', () => {
    const past = { fromMs: nowMs - 20 * 86_400_000, toMs: nowMs - 86_400_000 }
    expect(findingsIn(team, past, nowMs)).toEqual([])
    expect(findingsIn(team, weeks, nowMs)).toBe(findingsIn(team, weeks, nowMs))
  })
})
