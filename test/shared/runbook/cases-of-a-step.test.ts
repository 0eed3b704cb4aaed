import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const cases = (number: string) => [
  `### ${number}.1) Ring not found`,
  'If the ring is gone, restore it from the copy.',
  `### ${number}.2) No right to read`,
  'If the relay may not read, grant it the role.',
]

describe('R2.3 numbered cases below a numbered order', () => {
  it('R2.3 are told within the steps, and what comes behind them is done all the same', () => {
    const { scenarios, steps } = runbookOf(
      '# Late rings',
      '## 1) Gather what there is',
      'Run `relayctl show`.',
      '## 2) Examine the events',
      ...cases('2'),
      '## 3) Check the relay',
      'Look at its board.',
    )
    expect(scenarios).toEqual([])
    expect(steps.map(({ text }) => text)).toEqual([
      'Run relayctl show.',
      'If the ring is gone, restore it from the copy.',
      'If the relay may not read, grant it the role.',
      'Check the relay',
    ])
  })

  it('R2.3 below a number that only names a part they are scenarios', () => {
    const { scenarios } = runbookOf(
      '# Late rings',
      '## 1. Overview',
      'Rings.',
      '## 2. Troubleshooting',
      '### 2.1) Ring not found',
      'Restore it.',
      '### 2.2) Relay failed',
      'Grant it the role.',
      '## 3. Contacts',
      'The ring team.',
    )
    expect(scenarios.map(({ title }) => title)).toEqual(['Ring not found', 'Relay failed'])
  })
})
