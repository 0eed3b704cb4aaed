import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const textsOf = (...lines: string[]) => runbookOf('# T', ...lines).steps.map(({ text }) => text)

describe('R3 fixes behind labels', () => {
  it('R3 what a list of causes says to do about them is a step, with the cause in front', () => {
    const texts = textsOf(
      '## Diagnosis',
      'Check the log of the relay.',
      '',
      '**Common causes**',
      '',
      '- **Late clock:** the clock of a relay is behind.',
      '  - **Solution:** Set the clock of all relays.',
      '- **Two rings:** both hold the parcel.',
      '',
      '  **Fix:** Remove one of the rings.',
      '- **Slow net:** nothing helps.',
      '  - **Solution:** It goes away by itself.',
    )
    expect(texts).toEqual([
      'Check the log of the relay.',
      'Late clock: Set the clock of all relays.',
      'Two rings: Remove one of the rings.',
    ])
  })

  it('R3 of items that are labels only those that announce steps are any, with the words below the label', () => {
    const form = ['- Alert rule:', '', '    `ring_lag > 3`', '', '- Description:', '', '    The ring is late.', '']
    expect(textsOf('## RingLate', ...form, '- Solution:', '', '    Restart the ring.')).toEqual(['Restart the ring.'])
    expect(
      textsOf('## RingLate', '- 説明：', '', '    遅れています。', '', '- 解決：', '', '    再起動してください。'),
    ).toEqual(['再起動してください。'])
    expect(
      textsOf('## Mitigation', '- First:', '', '  Restart the ring.', '', '- Then:', '', '  Restart the relay.'),
    ).toEqual(['First', 'Restart the ring.', 'Then', 'Restart the relay.'])
  })

  it('R3 a list of orders straight under the heading of the scenarios is done in any of them', () => {
    const scenarios = ['### Ring broken', '1. Mend the ring', '', '### Relay broken', '1. Mend the relay']
    const orders = ['- Try to restart the relay first.', '- Check the log of the ring.', '']
    expect(textsOf('## Common problems', ...orders, ...scenarios)).toEqual([
      'Try to restart the relay first.',
      'Check the log of the ring.',
    ])
    expect(
      textsOf(
        '## Common problems',
        '- [Restart the ring](#ring-broken)',
        '- [Check the relay](#relay-broken)',
        '',
        ...scenarios,
      ),
    ).toEqual([])
  })

  it('R3 what is to be done to the thing before all else is a step, and what one must have is none', () => {
    const before = [
      '## Prerequisites',
      '- kubectl is installed',
      '- Take a backup of the ring',
      '- Access to the relay',
      '',
    ]
    expect(textsOf(...before, '## Mitigation', '- Drain the ring')).toEqual([
      'Take a backup of the ring',
      'Drain the ring',
    ])
    const check = [
      '## Before you begin',
      'You must verify that the ring is not in use:',
      '',
      '```sh',
      'lsof /var/ring',
      '```',
      '',
    ]
    expect(
      runbookOf('# T', ...check, '## Mitigation', '- Drain the ring').steps.map(({ commands }) => commands.length),
    ).toEqual([1, 0])
  })
})

describe('R3 what stands beside a step behind a label', () => {
  it('R3 is not told again when the step says all but its label', () => {
    const [step] = runbookOf('# T', '## Causes', '- **Late:** it is late.', '  - **Fix:** Restart the ring.').steps
    expect(step?.before).not.toContain('Restart')
  })
})
