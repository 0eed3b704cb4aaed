import { describe, expect, it } from 'vitest'
import { outlineOf } from './outline.ts'
import { runbookOf } from './read-sample.ts'

const stepsOf = (...lines: string[]) => runbookOf('# Relay late', ...lines).steps
const textsOf = (...lines: string[]) => stepsOf(...lines).map(({ text }) => text)

describe('R3.10 boxes of one list', () => {
  it('R3.10 among prerequisites are all steps where one is of the thing', () => {
    const boxes = ['- [ ] The cause is mended.', '- [ ] You know the day to replay.', '- [ ] Somebody else knows it.']
    expect(textsOf('## Prerequisites', ...boxes, '## Replay', '1. Drain the ring.')).toEqual([
      'The cause is mended.',
      'You know the day to replay.',
      'Somebody else knows it.',
      'Drain the ring.',
    ])
  })

  it('R3.10 none is where all are of the reader', () => {
    expect(textsOf('## Prerequisites', '- [ ] Access to the ring', '## Replay', '1. Drain the ring.')).toEqual([
      'Drain the ring.',
    ])
  })
})

describe('R3.7 numbers of one list', () => {
  it('R3.7 a list does not begin at 2, and what has a name is no remark', () => {
    const first = 'The copy of the night is the cheapest.'
    const named = '**The second copy** is as good.'
    const numbers = [`1. ${first}`, `2. ${named}`, '3. Rebuild the ring.', '4. Fetch the ring.', '5. Ask for the ring.']
    expect(textsOf('## Restore', ...numbers)).toEqual([
      first,
      'The second copy is as good.',
      'Rebuild the ring.',
      'Fetch the ring.',
      'Ask for the ring.',
    ])
  })

  it('R3.7 numbers with words of their own between are read alike, and a finding is a decision', () => {
    const steps = stepsOf(
      '## Fix',
      'If the answer has:',
      '1. no rows => The job is not there',
      '',
      'Open the job.',
      '',
      '2. state is bad => The job failed',
      '',
      'Start it again.',
    )
    expect(steps.map(({ kind, text }) => [kind, text])).toEqual([
      ['decision', 'no rows => The job is not there'],
      ['action', 'Open the job.'],
      ['decision', 'state is bad => The job failed'],
      ['action', 'Start it again.'],
    ])
  })
})

describe('R3.7 bullets below a heading that announces steps', () => {
  it('R3.7 a case is a step beside one, and what is told of a name beside the same', () => {
    expect(
      textsOf(
        '## Mitigation',
        '- Check the board first.',
        '- If the disk is full, free space first \u2014 the ring may come back.',
        '- `relay_a`: drain it.',
        '- `relay_b`: it may start anew by itself.',
      ),
    ).toEqual([
      'Check the board first.',
      'If the disk is full, free space first \u2014 the ring may come back.',
      'relay_a: drain it.',
      'relay_b: it may start anew by itself.',
    ])
  })

  it('R3.7 elsewhere such items stand beside the steps', () => {
    expect(
      textsOf('## Rings', '- `relay_a`: drain it.', '- `relay_b`: it may start anew.', '## Fix', '1. Go.'),
    ).toEqual(['relay_a: drain it.', 'Go.'])
  })
})

describe('R3.2 bullets with code at the margin between', () => {
  it('R3.2 are one list beside numbers too', () => {
    const steps = stepsOf(
      '## Mitigation',
      '- End the long reads.',
      '',
      '```sh',
      'relayctl reads --end',
      '```',
      '',
      '- Raise the limit.',
      '',
      'If that is not enough:',
      '',
      '1. Begin with a new ring.',
      '2. Drain the old one.',
    )
    expect(steps.map(({ text, commands }) => [text, commands.length])).toEqual([
      ['End the long reads.', 1],
      ['Raise the limit.', 0],
      ['If that is not enough', 0],
      ['Begin with a new ring.', 0],
      ['Drain the old one.', 0],
    ])
  })
})

describe('R3.6 examples with a paragraph below each', () => {
  it('R3.6 none is a step, and each stands with the paragraph below it', () => {
    const steps = stepsOf(
      '## Diagnosis',
      'It can be caused by a number of things, including:',
      '',
      '- A slow network',
      '',
      'Inspect the network.',
      '',
      '- A busy relay',
      '',
      'Inspect the relay.',
    )
    expect(steps.map(({ text }) => text)).toEqual(['Inspect the network.', 'Inspect the relay.'])
    expect(steps[1]?.before).toBe('- A busy relay')
  })

  it('R3.6 what one is told about is no step', () => {
    expect(
      textsOf('## Fix', 'Ask the owner, telling them that:', '', '1. The copy is a day old.', '2. It takes an hour.'),
    ).toEqual(['Ask the owner, telling them that'])
  })

  it('R3.6 "Look for:" behind a step says what may be seen there', () => {
    expect(
      textsOf('## Diagnosis', '- Read the log of the relay.', '', 'Look for:', '', '- Slow calls', '- Late answers'),
    ).toEqual(['Read the log of the relay.'])
  })
})

describe('R3.7 below items of an item', () => {
  it('R3.7 what goes on at its margin is a step behind them, shown once', () => {
    const steps = stepsOf(
      '1. Change the file of the ring:',
      '',
      '   * Set the first field.',
      '   * Remove the second.',
      '',
      '   Run the following command to apply it:',
      '',
      '   ```sh',
      '   relayctl apply ring',
      '   ```',
      '2. Check it.',
    )
    expect(outlineOf(steps)).toEqual([
      'Change the file of the ring',
      '  Set the first field.',
      '  Remove the second.',
      '  Run the following command to apply it',
      'Check it.',
    ])
    expect(steps.map(({ commands }) => commands.length)).toEqual([0, 0, 0, 1, 0])
    expect(steps.every(({ before, after }) => !`${before}${after}`.includes('relayctl'))).toBe(true)
  })
})
