import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const read = (header: string, row: string) =>
  runbookOf('# T', '## Failure scenarios', header, header.replace(/[^|]+/g, '---'), row).scenarios.map((scenario) => [
    scenario.title,
    scenario.symptoms,
    ...scenario.steps.map(({ text }) => text),
  ])

describe('R2.3 rows as scenarios', () => {
  it('R2.3 whole words of a column tell what names a row and what shows it', () => {
    expect(read('| Scenario | Assigned to | Action |', '| Ring full | Ann | Drain the ring |')).toEqual([
      ['Ring full', '', 'Drain the ring'],
    ])
    expect(read('| Failure | What it looks like | Fix |', '| Ring full | red board | Drain the ring |')).toEqual([
      ['Ring full', 'red board', 'Drain the ring'],
    ])
  })

  it('R2.3 a first column without a name names the rows', () => {
    expect(read('|  | Symptom | Fix |', '| Ring full | red board | Drain the ring |')).toEqual([
      ['Ring full', 'red board', 'Drain the ring'],
    ])
  })

  it('R2.3 a rank, a number or what to do names no row', () => {
    expect(read('| Severity | Alert | Action |', '| P1 | RingFull | Drain the ring |')).toEqual([
      ['RingFull', '', 'Drain the ring'],
    ])
    expect(read('| # | Trouble | What to do |', '| 1 | Ring full | Drain the ring |')).toEqual([
      ['Ring full', '', 'Drain the ring'],
    ])
  })
})
