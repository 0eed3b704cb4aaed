import { expect, it } from 'vitest'
import { pipelineOfAlert } from '../../../shared/alerts/pipeline-of-alert.ts'

it("A12 finds the team's pipeline by id, by name however spelled, by dataset, and never by guessing", () => {
  const pipeline = { id: 'profit', name: 'Aggregate profit for investors', dataset: 'mart.profit_daily' }
  const team = { pipelines: [pipeline] } as never
  const found = (name: string | null, labels: Record<string, string> = {}) =>
    pipelineOfAlert(team, { pipeline: name, labels })?.id
  expect(found('profit')).toBe('profit')
  expect(found('aggregate_profit_for_investors')).toBe('profit')
  expect(found(null, { dataset: 'mart.profit_daily' })).toBe('profit')
  expect(found('prof')).toBeUndefined()
  expect(found('---')).toBeUndefined()
  expect(found(null)).toBeUndefined()
})
