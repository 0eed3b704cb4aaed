import { describe, expect, it } from 'vitest'
import type { RunbookSuggestion } from '../../../shared/contract/answers.ts'
import { mergedSuggestions } from '../../../shared/library/merged-suggestions.ts'

const offer = (path: string, scenario: string | null = null): RunbookSuggestion => ({
  path,
  title: path.toUpperCase(),
  reason: 'matched by alertname',
  scenario: scenario === null ? null : { id: scenario.toLowerCase(), title: scenario },
})
const merged = (...perAlert: Parameters<typeof mergedSuggestions>[0]) =>
  mergedSuggestions(perAlert).map(({ path, scenario, reason }) => [path, scenario?.title ?? null, reason])

describe('R5 what fits the alerts of an incident', () => {
  it('R5 the best of each alert comes first, and each says whose it is', () => {
    const perAlert = [
      { alert: 'KafkaDown', list: [offer('kafka'), offer('general')] },
      { alert: 'NodeNotReady', list: [offer('node')] },
    ]
    expect(merged(...perAlert)).toEqual([
      ['kafka', null, 'KafkaDown: matched by alertname'],
      ['node', null, 'NodeNotReady: matched by alertname'],
      ['general', null, 'KafkaDown: matched by alertname'],
    ])
  })

  it('R5 with one alert that has any, its name is not repeated', () => {
    expect(merged({ alert: 'Odd', list: [] }, { alert: 'KafkaDown', list: [offer('kafka')] })).toEqual([
      ['kafka', null, 'matched by alertname'],
    ])
    expect(merged({ alert: null, list: [offer('late')] })).toEqual([['late', null, 'matched by alertname']])
    expect(merged()).toEqual([])
  })

  it('R5 one file of many alerts is offered at the scenario of each, and not without one', () => {
    const perAlert = [
      { alert: 'Down', list: [offer('alerts', 'Down')] },
      { alert: 'Lag', list: [offer('alerts', 'Lag'), offer('alerts')] },
    ]
    expect(merged(...perAlert).map(([path, scenario]) => [path, scenario])).toEqual([
      ['alerts', 'Down'],
      ['alerts', 'Lag'],
    ])
  })
})
