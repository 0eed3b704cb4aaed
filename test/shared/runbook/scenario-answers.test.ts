import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const texts = (steps: readonly { readonly text: string }[]) => steps.map(({ text }) => text)

describe('R2 what is told of a scenario elsewhere', () => {
  it.each([
    ['Scenario 1: Ring broken', 'For Scenario 1:'],
    ['Case A: Ring broken', 'Fixing case A'],
    ['Problem 1 - Ring broken', 'Solution for problem 1'],
  ])('R2 "%s" has the steps below "%s"', (name, answer) => {
    const other = name.replace('1', '2').replace('A', 'B').replace('Ring', 'Relay')
    const { steps, scenarios } = runbookOf(
      '# T',
      '## Problems we know',
      `### ${name}`,
      'The ring is gone.',
      `### ${other}`,
      'The relay is gone.',
      '## Resolution',
      `### ${answer}`,
      '1. Drain the ring',
      '2. Tell the owner',
      `### ${answer.replace('1', '2').replace(/A$/, 'B')}`,
      '1. Swap the relay',
    )
    expect(scenarios.map((scenario) => texts(scenario.steps))).toEqual([
      ['Drain the ring', 'Tell the owner'],
      ['Swap the relay'],
    ])
    expect(steps).toEqual([])
  })

  it('R3 the expression of the alert is no step', () => {
    const { steps } = runbookOf(
      '# T',
      '## Monitoring Metric',
      '```promql',
      'sum(rate(ring_errors_total[5m])) > 0',
      '```',
      '## Alert Response',
      'Drain the ring.',
    )
    expect(texts(steps)).toEqual(['Drain the ring.'])
  })

  it('R2.4 what a scenario holds as its steps is no further text of any', () => {
    const { scenarios } = runbookOf(
      ...['# Rings', '## Problem', '### Scenario 1: Full', 'The disk is full.', '### Scenario 2: Late', 'It is late.'],
      ...['## Resolution', '### For Scenario 1:', '- Drain it', '### For Scenario 2:', '- Restart it'],
    )
    expect(scenarios.map(({ steps, furtherText }) => [steps.map(({ text }) => text), furtherText])).toEqual([
      [['Drain it'], []],
      [['Restart it'], []],
    ])
  })
})

describe('R2.4 alerts whose names stand straight above each other', () => {
  const read = (...between: string[]) =>
    runbookOf('# T', '## RingFull', ...between, '## RingTorn', '1. Drain the ring', '## RelayLate', '1. Swap it')

  it('R2.4 have the same steps, and each its own id', () => {
    const { scenarios } = read()
    expect(scenarios.map(({ title, steps }) => [title, ...texts(steps)])).toEqual([
      ['RingFull', 'Drain the ring'],
      ['RingTorn', 'Drain the ring'],
      ['RelayLate', 'Swap it'],
    ])
    expect(new Set(scenarios.flatMap(({ steps }) => steps.map(({ id }) => id))).size).toBe(3)
    expect(scenarios.map(({ line }) => line)).toEqual([2, 3, 5])
  })

  it('R2.4 but not with words of its own below the first', () => {
    expect(read('The ring is full.').scenarios[0]?.steps).toEqual([])
  })
})
