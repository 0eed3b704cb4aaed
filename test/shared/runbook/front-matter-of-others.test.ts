import { describe, expect, it } from 'vitest'
import { freshnessOf } from '../../../shared/runbook/lint/check-freshness.ts'
import { checkRunbook } from '../../../shared/runbook/lint/check-runbook.ts'
import { parseRunbook } from '../../../shared/runbook/parse-runbook.ts'

const context = { peopleIds: [], pipelineIds: [], files: new Set(['runbooks/a.md']), today: '2026-11-20' }
const runbookWith = (...front: string[]) =>
  parseRunbook({ path: 'runbooks/a.md', text: [...front, '# Ring full', '', '1. Open it.'].join('\n') })
const told = (...front: string[]): string[] =>
  checkRunbook(runbookWith(...front), context).flatMap(({ rule, line }) =>
    /date-|period-|policy-|unknown-key|never-verified/.test(rule) ? `${rule}:${line}` : [],
  )

describe('R1 keys that other tools have as well', () => {
  it.each([
    ['verified: true'],
    ['reviewed: Ada'],
    ['reviewed: Q3 2025'],
    ['policy: SEC-12'],
    ['owned: true'],
    ['review_frequency: every quarter\nlast_reviewed: 2026-11-01'],
    ['review_cycle: semi-annually\nlast_reviewed: 2026-11-01'],
    ['review_cycle: bi-weekly\nlast_reviewed: 2026-11-01'],
  ])('R1 R8 %s is no mistake', (line) => {
    expect(told('---', line, '---')).toEqual([])
  })

  it('R1 R8 what tells a day counts, behind another that does not', () => {
    const front = ['---', 'reviewed: Ada', 'last_reviewed: 2026/3/5', 'review_in: 6 months', '---']
    expect(told(...front)).toEqual(['runbook/date-invalid:3'])
    expect(told('---', 'verified: 2026/3/5', '---')).toEqual(['runbook/date-invalid:2'])
  })

  it('R1 R8 half a year is a period', () => {
    const runbook = runbookWith('---', 'review_cycle: semi-annually', 'reviewed: 2026-05-01', '---')
    expect(freshnessOf(runbook, '2026-11-20')).toMatchObject({ dueOn: '2026-11-01' })
  })

  it('R8 a slip is told of in JSON too', () => {
    expect(told('{', '  "lastVerifed": "2026-11-01",', '  "matches": {', '    "ownr": "x"', '  }', '}')).toEqual([
      'runbook/unknown-key:2',
    ])
  })
})
