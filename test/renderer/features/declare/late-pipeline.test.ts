import { describe, expect, it } from 'vitest'
import { latePipeline } from '../../../../renderer/features/declare/late-pipeline.ts'
import type { IncidentSummary } from '../../../../shared/contract/incident-summary.ts'
import { at, sampleText, teamFrom } from '../../../shared/schedule/sample-team.ts'

/** Profit is due at 08:00 in New York (13:00 UTC), growth at 09:30. */
const team = teamFrom(
  sampleText.replace(
    'rotation:',
    `  - id: growth
    name: Aggregate growth for investors
    primary: eng-a
    secondary: eng-b
    lead: data-lead
    tier: investor
    sla: {by: "09:30", timezone: America/New_York, days: daily}
  - {id: internal, name: Without an SLA, primary: eng-a, secondary: eng-b, lead: data-lead, tier: internal}
rotation:`,
  ),
)
const dueAt = '2026-12-22T13:00:00.000Z'
const later = (minutes: number): number => at(dueAt) + minutes * 60_000

const incident = (change: Partial<IncidentSummary>): IncidentSummary => ({
  incident: 'one',
  title: 'Profit is late',
  pipeline: { id: 'profit', name: 'Profit' },
  severity: 2,
  lifecycle: 'debugging',
  escalation: 'holding',
  detectedAt: '2026-12-22T13:10:00.000Z',
  originAt: dueAt,
  commander: null,
  mitigatedAt: null,
  resolvedAt: null,
  nextRung: null,
  questionOpen: false,
  updatePromisedFor: null,
  updateMissedFor: null,
  currentStep: null,
  seq: 1,
  lastAt: dueAt,
  integrity: { kind: 'unchecked' },
  ...change,
})

describe('the pipeline that a blank form is about', () => {
  it('E1 is the only one that is past its SLA, from the first full minute on', () => {
    expect(latePipeline(team, [], later(40))).toMatchObject({ pipeline: { id: 'profit' }, dueAt })
    expect(latePipeline(team, [], later(0.9))).toBeNull()
    expect(latePipeline(team, [], later(-1))).toBeNull()
  })

  it('E1 is none when two are late, or when all were due too long ago to be meant', () => {
    expect(latePipeline(team, [], later(100))).toBeNull()
    expect(latePipeline(team, [], later(4 * 60 + 1))).toMatchObject({ pipeline: { id: 'growth' } })
    expect(latePipeline(team, [], later(9 * 60))).toBeNull()
  })

  it('E1 leaves out a pipeline whose miss has an incident, open or over', () => {
    const resolvedAt = '2026-12-22T13:20:00.000Z'
    const yesterday = '2026-12-21T13:00:00.000Z'
    expect(latePipeline(team, [incident({})], later(40))).toBeNull()
    expect(latePipeline(team, [incident({ lifecycle: 'resolved', resolvedAt })], later(40))).toBeNull()
    const old = incident({ lifecycle: 'resolved', resolvedAt: yesterday, detectedAt: yesterday, originAt: yesterday })
    expect(latePipeline(team, [old], later(40))).toMatchObject({ pipeline: { id: 'profit' } })
    const other = incident({ pipeline: { id: 'growth', name: 'Growth' } })
    expect(latePipeline(team, [other], later(40))).toMatchObject({ pipeline: { id: 'profit' } })
  })
})
