import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const textsOf = (...lines: string[]): readonly string[] =>
  runbookOf('# T', '## Diagnosis', ...lines).steps.map(({ text }) => text)

describe('R3 what only goes with a step is none', () => {
  it.each([
    'See the [scheduling guide](https://example.org/s) for more details.',
    'Please see [Rings](https://example.org/rings) for more information.',
    'For details, see [the reference](../reference.md).',
    'For more on the output of this command, see [the book](https://example.org).',
    'Read more about rings [here](https://example.org/rings).',
    'You can read all about our [rings](rings.md), which goes over this in more detail.',
    'Check more about [rings](https://example.org/rings).',
    'You can also read the [ring book](https://example.org/rings) for a nice write-up about late rings.',
    'See [Debugging rings](https://example.org/debug)',
    'Please refer to the documentation of your storage.',
    'Refer to [Limits](https://example.org/limits) for a step-by-step tutorial.',
    'See also [Is the ring there?](../rings/#there)',
  ])('R3 a pointer to what others wrote stands beside a step: %s', (sentence) => {
    expect(textsOf('Restart the loader.', '', sentence)).toEqual(['Restart the loader.'])
    expect(textsOf('- Restart the loader', `- ${sentence}`)).toEqual(['Restart the loader'])
  })

  it.each([
    'Replace `$RING` with the name of the ring. The name of the relay is in the alert, so replace `$RELAY` with that.',
    'Replace `$RING` with its name and `$RELAY` with that of its relay.',
    `Replace \`$\{label:ring}\` with the name of your ring, e.g. \`ring-b\`.`,
    'Replace `YOUR_RING` and `YOUR_RELAY` with their names.',
    '(replace `relay` with the name of your service if it has another)',
    '(update the path of the file if yours is another)',
  ])('R3.13 what to change in the command above is read with that: %s', (words) => {
    const below = ['   - Look for the relay.', '   - Check the board.']
    const command = ['1. Show the ring:', '   ```sh', '   relayctl show $RING $RELAY', '   ```', '']
    expect(textsOf(...command, `   ${words}`, '', '2. Drain it.')).toEqual(['Show the ring', 'Drain it.'])
    expect(textsOf(...command, `   ${words}`, '', ...below, '2. Drain it.')).toEqual([
      ...['Show the ring', 'Look for the relay.', 'Check the board.', 'Drain it.'],
    ])
  })

  it('R3.13 but not what is to be done to the thing', () => {
    expect(textsOf('1. Show the ring: `relayctl show`', '', '   Replace the torn ring with a new one.')).toHaveLength(2)
  })

  it.each([
    'See [Late ring](#late-ring).',
    'See [the ring runbook](./ring.md).',
    'See the ring runbook to restart it.',
    'See the logs of the relay for details.',
    'See if the ring is empty.',
    'Follow the [restore runbook](https://example.org/restore).',
  ])('R3 what is to be followed or looked at is a step: %s', (sentence) => {
    expect(textsOf('- Restart the loader', `- ${sentence}`)).toHaveLength(2)
  })

  it('R3 a pointer that is all there is to do is a step, and so is one with a number', () => {
    expect(textsOf('See [Debugging rings](https://example.org/debug).')).toHaveLength(1)
    expect(textsOf('1. Restart the loader', '2. See [Rings](https://example.org/rings)')).toHaveLength(2)
  })

  it('R3 a pointer below a heading of its own that says how is a step of that heading', () => {
    const steps = textsOf(
      '- Check the ring',
      '## Mitigation',
      'Refer to [Ring failures](https://example.org) for more information on how to mitigate this.',
    )
    expect(steps).toHaveLength(2)
  })

  it.each([
    'Note: it may be worth using the fast reader.',
    'Tip: open it in a second window.',
    'Note that you can also read it in the console.',
    'Use these commands with caution.',
    'Note - the ring team 2026-03-01',
    'Note this solution will not work if the ring is lost',
  ])('R3 a remark stands beside a step: %s', (sentence) => {
    expect(textsOf('- Restart the loader', `- ${sentence}`)).toEqual(['Restart the loader'])
    expect(textsOf(sentence, '', '1. Restart the loader')).toEqual(['Restart the loader'])
  })

  it.each(['Note the time and what you saw.', 'Note the key labels', 'Important: stop all writers first.'])(
    'R3 what is to be noted down or done first is a step: %s',
    (sentence) => {
      expect(textsOf('- Restart the loader', `- ${sentence}`)).toHaveLength(2)
    },
  )

  it('R3 an overview is no step where what it tells of is told in full below it', () => {
    const overview = ['The recovery process includes:', '', '1. Drain the ring.', '2. Fill the ring.']
    const inFull = ['## Recover', '', '1. Run the drain on each ring.', '2. Fill each ring from the store.']
    expect(textsOf(...overview, ...inFull)).toEqual(['Run the drain on each ring.', 'Fill each ring from the store.'])
    expect(textsOf(...overview)).toEqual(['Drain the ring.', 'Fill the ring.'])
    const underHeading = ['## Process overview', '', '1. Drain the ring.', '2. Fill the ring.', '', ...inFull]
    expect(runbookOf('# T', ...underHeading).steps.map(({ text }) => text)).toEqual([
      'Run the drain on each ring.',
      'Fill each ring from the store.',
    ])
  })

  it('R3 what is to be sent to others is quoted, and no step', () => {
    const order = ['Tell the owners of the ring.', '']
    const demands = ['> 1. Remove old parcels', '>', '> 2. Ask us for a larger ring']
    expect(textsOf(...order, 'This is the e-mail template:', '', ...demands)).toEqual(['Tell the owners of the ring.'])
    expect(textsOf(...order, '> Dear owners,', '>', ...demands)).toEqual(['Tell the owners of the ring.'])
    expect(textsOf(...order, ...demands)).toHaveLength(3)
  })

  it('R3 what a thing is for is told in the introduction, and an order there is a step', () => {
    const below = ['', '## Drain the ring', '', '1. Stop the packers', '2. Drain it']
    const read = (words: string) => runbookOf('# Rings', '', words, ...below).steps.map(({ text }) => text)
    expect(read('Use quiet mode to keep rings safe. Once it is over, end the mode.')).toEqual([
      'Stop the packers',
      'Drain it',
    ])
    expect(read('A ring may tear. Perform regular restores to be sure of it!')).toEqual([
      'Stop the packers',
      'Drain it',
    ])
    expect(read('Before you begin, stop all relays.')).toContain('Before you begin, stop all relays.')
  })
})

describe('R3.7 pages by the names of their files', () => {
  it('R3.7 are no steps, whatever is told of them, but an order that links one is', () => {
    const pages = [
      '- [ring-late.md](ring-late.md) - Late rings',
      '- [ring-torn.md](ring-torn.md) - Torn rings (old ones)',
    ]
    const script = [
      '```bash',
      '# 1. Look at it',
      'kubectl get pods',
      '',
      '# 2. Restart it',
      'kubectl delete pod a',
      '```',
    ]
    const checklist = ['### Checklist', '', ...script, '', '**Updated:** 2026', '**Related:**']
    expect(textsOf(...checklist, ...pages)).toEqual(['Look at it', 'Restart it'])
    expect(textsOf('- Restart the loader', '- Go through [ring-late.md](ring-late.md)')).toHaveLength(2)
  })

  it('R3.13 nor is a pointer to more results, in a section of its own', () => {
    const pointer = 'See [Rings under load](https://example.org/load) for more research results.'
    const page = ['## Limits', 'A ring has three.', '', pointer, '', '## Draining', 'To drain a ring, use:', '']
    const { steps } = runbookOf('# Rings', ...page, '```sh', 'ringctl drain b', '```')
    expect(steps.map(({ text }) => text)).toEqual(['To drain a ring, use'])
  })
})
