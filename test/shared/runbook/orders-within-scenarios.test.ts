import { describe, expect, it } from 'vitest'
import { asks, moodOf } from '../../../shared/runbook/words/sentence-mood.ts'
import { runbookOf } from './read-sample.ts'

describe('R3 plain orders beside the named parts of a scenario', () => {
  it('R3 an order under a heading of its own words is a step of the scenario, a statement is none', () => {
    const { scenarios } = runbookOf(
      '# T',
      '## Is the ring torn?',
      '### Ours or not',
      'Check the [board](https://board.example) first.',
      '### About rings',
      'A ring may be torn.',
      '### Diagnosis',
      'Look at the journal.',
      '### Remedial action',
      '- Tell the owner',
      '## Is the relay down?',
      'Start the relay.',
    )
    expect(scenarios[0]?.steps.map(({ text }) => text)).toEqual([
      'Check the board first.',
      'Look at the journal.',
      'Tell the owner',
    ])
  })

  it('R3 "the best is to" and "we should" advise', () => {
    expect(asks(moodOf('The best is to just replace the ring.'))).toBe(true)
    const { steps } = runbookOf('# Rings', '## Torn', 'When it is torn we should call the ring team.')
    expect(steps).toHaveLength(1)
  })
})
