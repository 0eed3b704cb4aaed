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

  it('R3.10 causes of which most say what to do are steps of the scenario, and a look among them is one too', () => {
    const causes = [
      '- Port in use: `lsof -i :9092` \u2014 stop the relay that has it',
      '- Ring torn: inspect the ring (`docker volume inspect ring`)',
      '- Too little space: `df -h` \u2014 the ring needs 5 GB',
    ]
    const scenario = (name: string) => [`## ${name}`, '', '**Resolution**:', '', '- Restart the relay', '']
    const { scenarios } = runbookOf(
      '# T',
      '## Relay failure',
      '',
      '**Common causes**:',
      '',
      ...causes,
      '',
      ...scenario('Ring failure').slice(2),
      ...scenario('Ring failure'),
    )
    expect(scenarios[0]?.steps.flatMap(({ commands }) => commands.map(({ text }) => text))).toEqual([
      'lsof -i :9092',
      'docker volume inspect ring',
      'df -h',
    ])
  })

  it('R3 "the best is to" and "we should" advise', () => {
    expect(asks(moodOf('The best is to just replace the ring.'))).toBe(true)
    const { steps } = runbookOf('# Rings', '## Torn', 'When it is torn we should call the ring team.')
    expect(steps).toHaveLength(1)
  })
})
