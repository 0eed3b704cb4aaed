import { describe, expect, it } from 'vitest'
import {
  begunRunbooks,
  isNews,
  mergedSuggestions,
} from '../../../../renderer/features/incident/runbook/runbook-offers.ts'
import type { RunbookSuggestion } from '../../../../shared/contract/answers.ts'
import { parseRunbook } from '../../../../shared/runbook/parse-runbook.ts'
import { stated } from '../../../support/log-builder.ts'
import { folded, type Timed } from './folded.ts'

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

describe('R6 the runbooks that were begun in an incident', () => {
  const text = '# Late\n\n## Failure scenarios\n\n### Late data\n\n1. Look\n2. Restart\n'
  const opened = (path: string, words: string, hash: string): Timed => [
    2,
    stated('runbook.opened', { path, title: path, sha256: hash.repeat(64), text: words, matchedBy: 'hand' }),
  ]
  const [look] = parseRunbook({ path: 'late.md', text }).scenarios[0]?.steps ?? []
  const state = folded([
    opened('late.md', text, '1'),
    [3, stated('scenario.chosen', { scenario: 'late-data', title: 'Late data' })],
    [4, stated('step.checked', { step: look?.id ?? '', text: 'Look' })],
    opened('notes.md', '# Notes\n\nNothing to do.\n', '2'),
    opened('now.md', '# Now\n\n1. Look\n', '3'),
  ])

  it('R6 are the one in force and then the one left last, each with how far it is', () => {
    expect(begunRunbooks(state).map(({ run, words, isInForce }) => [run.path, words, isInForce])).toEqual([
      ['now.md', 'followed now, 0 of 1 done', true],
      ['notes.md', 'opened before, go on', false],
      ['late.md', '1 of 2 done, go on', false],
    ])
    expect(begunRunbooks({ run: null, otherRuns: [] })).toEqual([])
  })

  it('R6 are offered again only at another scenario', () => {
    const begun = begunRunbooks(state)
    expect(isNews(offer('other.md'), begun)).toBe(true)
    expect(isNews(offer('late.md'), begun)).toBe(false)
    expect(isNews(offer('late.md', 'Late-data'), begun)).toBe(false)
    expect(isNews(offer('late.md', 'Wrong-data'), begun)).toBe(true)
  })
})
