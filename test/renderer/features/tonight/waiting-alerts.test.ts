import { describe, expect, it } from 'vitest'
import { isQuiet, waitingAlerts } from '../../../../renderer/features/tonight/alerts/waiting-alerts.ts'
import type { AlertRow } from '../../../../shared/alerts/alert-row.ts'
import type { IncidentSummary } from '../../../../shared/contract/incident-summary.ts'

const nowMs = Date.parse('2026-11-24T13:00:00.000Z')
const hoursAgo = (hours: number): string => new Date(nowMs - hours * 3_600_000).toISOString()
const row = (change: Partial<AlertRow> = {}): AlertRow =>
  ({ id: 'a', status: 'firing', dismissed: false, incident: null, lastAt: hoursAgo(1), ...change }) as AlertRow
const incident = (lifecycle: IncidentSummary['lifecycle']) => ({ incident: 'i', lifecycle }) as IncidentSummary
const isShown = (change: Partial<AlertRow>, ...summaries: readonly IncidentSummary[]): boolean =>
  waitingAlerts([row(change)], summaries, nowMs).length === 1

describe('what stands in the inbox', () => {
  it('is what nobody has dealt with', () => {
    expect([isShown({}), isShown({ dismissed: true })]).toEqual([true, false])
    expect([isShown({ incident: 'i' }, incident('debugging')), isShown({ incident: 'unknown' })]).toEqual([
      false,
      false,
    ])
  })

  it('is an alert again whose incident is over while it fires', () => {
    expect(isShown({ incident: 'i' }, incident('resolved'))).toBe(true)
    expect(isShown({ incident: 'i', status: 'resolved' }, incident('resolved'))).toBe(false)
  })

  it('is what ended, for half a day after it was last heard of', () => {
    expect([11, 13].map((hours) => isShown({ status: 'resolved', lastAt: hoursAgo(hours) }))).toEqual([true, false])
    expect(isShown({ lastAt: hoursAgo(400) })).toBe(true)
  })

  it('says when nothing was heard for longer than senders wait with a repeat', () => {
    expect([4, 6].map((hours) => isQuiet(row({ lastAt: hoursAgo(hours) }), nowMs))).toEqual([false, true])
    expect(isQuiet(row({ status: 'resolved', lastAt: hoursAgo(6) }), nowMs)).toBe(false)
  })
})
