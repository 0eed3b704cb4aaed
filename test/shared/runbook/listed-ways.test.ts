import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const outline = (...lines: string[]) => {
  const { steps, scenarios } = runbookOf('# T', ...lines)
  return {
    steps: steps.map(({ text }) => text),
    scenarios: scenarios.map(({ title, steps: own }) => [title, ...own.map(({ text }) => text)]),
  }
}
const SECTIONS = ['### Drain the relay', '1. Stop the writers', '### Swap the relay', '1. Add a new one']

describe('R2 ways to choose from', () => {
  it('R2 headings that a list of ways names are scenarios, and the list is no step', () => {
    expect(
      outline(
        '## Restoring the ring',
        'There are two ways to restore it:',
        '',
        '* Drain the relay',
        '* [Swap it](#swap-the-relay)',
        '',
        ...SECTIONS,
      ),
    ).toEqual({
      steps: [],
      scenarios: [
        ['Drain the relay', 'Stop the writers'],
        ['Swap the relay', 'Add a new one'],
      ],
    })
  })

  it('R2 numbers below "The alternatives" are the headings that count these, also where they tell an example of it', () => {
    const told = outline(
      '## The alternatives',
      '1. Drain the relay (if one is left)',
      '2. Swap the relay',
      '## Example for alternative #1 (drain)',
      '1. Stop the writers',
      '## Example for alternative #2 (swap)',
      '1. Add a new one',
    )
    expect(told).toEqual({
      steps: [],
      scenarios: [
        ['Example for alternative #1 (drain)', 'Stop the writers'],
        ['Example for alternative #2 (swap)', 'Add a new one'],
      ],
    })
    const uncounted = outline('## The alternatives', '1. Drain the relay', '2. Swap the relay', '## Then', '1. Wait')
    expect(uncounted.scenarios).toEqual([])
  })

  it('R2 ways without headings of their own are steps', () => {
    expect(
      outline('## Mitigation', 'There are two ways to restore it:', '', '* Drain the relay', '* Swap the relay'),
    ).toEqual({ steps: ['Either: Drain the relay', 'Or: Swap the relay'], scenarios: [] })
  })

  it('R2 a list that counts no ways leaves its headings in sequence', () => {
    const { steps, scenarios } = outline(
      '## Restoring the ring',
      'Go through this:',
      '',
      '* Drain the relay',
      '* Swap the relay',
      '',
      ...SECTIONS,
    )
    expect(scenarios).toEqual([])
    expect(steps).toEqual(expect.arrayContaining(['Stop the writers', 'Add a new one']))
  })
})

describe('R2 causes side by side', () => {
  const causes = ['### Loader stuck', 'Restart the relay.', '### Disk full', 'Drain the node.']

  it('R2 below a remedy all causes are scenarios when two of them are', () => {
    expect(
      outline(
        '## Mitigation',
        ...causes,
        '### Network',
        'Check the network.',
        '### Certificates',
        'Renew them.',
        '### Night work',
        'Wait for it.',
      ).scenarios.map(([title]) => title),
    ).toEqual(['Loader stuck', 'Disk full', 'Network', 'Certificates', 'Night work'])
  })

  it('R2 what is for all of them stays general', () => {
    const { steps, scenarios } = outline('## Mitigation', ...causes, '### Other', 'Check the logs.')
    expect(scenarios.map(([title]) => title)).toEqual(['Loader stuck', 'Disk full'])
    expect(steps).toEqual(['Check the logs.'])
  })

  it('R2.3 below a diagnosis what stands beside "Other" is looked at in turn', () => {
    const { steps, scenarios } = outline('## Diagnosis', ...causes, '### Other', 'Check the logs.')
    expect(scenarios).toEqual([])
    expect(steps).toEqual(['Restart the relay.', 'Drain the node.', 'Check the logs.'])
  })

  it('R2.3 the causes and the prevention of a trouble are no scenarios, and what stands beside them is none for it', () => {
    const { steps, scenarios } = outline(
      '## Common causes of late rings',
      '- Large parcels may fill a ring. Refer to [the limits](https://book.example/limits) for guidance.',
      '- Old relays can be slow. See [the relays](https://book.example/relays) for guidance.',
      '## Temporary relief',
      'To let parcels in again, you can raise the limit:',
      '',
      '```sh',
      'ringctl limit raise',
      '```',
      '## Resolve',
      '- Add a relay.',
      '## Preventing late rings',
      '- Set up an alert.',
    )
    expect(scenarios).toEqual([])
    expect(steps).toEqual(['To let parcels in again, you can raise the limit', 'Add a relay.'])
  })

  it('R2 below symptoms a case may be named by what to do about it', () => {
    const { scenarios } = outline(
      '## Common symptoms',
      '### Loader stuck',
      '1. Restart the relay',
      '### Disk full',
      '1. Drain the node',
      '### Remove broken rings',
      'At times a ring breaks.',
      '',
      '1. Check the ring',
      '2. Remove it',
      '## Mitigation',
      'Ask the owner.',
    )
    expect(scenarios.map(([title]) => title)).toEqual(['Loader stuck', 'Disk full', 'Remove broken rings'])
  })

  it('R2 an instruction among them keeps the others as they are', () => {
    const { scenarios } = outline(
      '## Mitigation',
      ...causes,
      '### Network',
      'Check the network.',
      '### Swap the relay',
      'Add a new one.',
      '### Certificates',
      'Renew them.',
    )
    expect(scenarios.map(([title]) => title)).toEqual(['Loader stuck', 'Disk full'])
  })
})
