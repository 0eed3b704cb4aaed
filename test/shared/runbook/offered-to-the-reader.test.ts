import { describe, expect, it } from 'vitest'
import { moodOf } from '../../../shared/runbook/words/sentence-mood.ts'
import { runbookOf } from './read-sample.ts'

const read = (...lines: string[]) => runbookOf('# Rings', '', ...lines).steps
const told = (...lines: string[]) => read(...lines).map(({ text }) => text)

describe('R3.1 what is offered to the reader by another name', () => {
  it.each([
    'As a workaround, users can restart the pod.',
    'For the temporary workaround, users can follow the steps at https://example.org/issues/1',
    'Operators can drain the ring by hand.',
    'If the ring is torn, the on-call engineer can swap the relay.',
    'Once the form is made, feel free to send it to rings@example.org.',
    'This means you will need to find the copies of last night.',
    'The slow reader can be identified by taking a dump of its threads.',
    '\x81 will provide you with an outline of the damage.',
    '\x81 gives you the names of all rings.',
  ])('R3.1 %s', (sentence) => expect(moodOf(sentence)).toMatch(/^(?:order|advice|remedy)$/))

  it.each([
    'Users can create rings in the console.',
    'If the ring is torn, users can read old parcels only.',
    'Operators can see the rings of all teams.',
    'Feel free to ask the ring team.',
    'Feel free to add to this page.',
    'This means that you can keep several rings.',
    '\x81 will give you an error.',
    '\x81 provides us with the access to the store.',
  ])('R3.1 not %s', (sentence) => expect(moodOf(sentence)).not.toMatch(/^(?:order|advice|remedy)$/))

  it('R3.1 a command that gives one something is run for it', () => {
    const [step] = read(
      ...['## Before you start', '', 'Take a backup of the ring.', ''],
      ...[
        '## The damage',
        '',
        '`git fsck` will give you an outline of it.',
        '',
        '```',
        'Checking parcels: 100% done.',
        '```',
      ],
    ).slice(-1)
    expect(step?.commands.map(({ text }) => text)).toEqual(['git fsck'])
  })
})

describe('R3 steps where the rules saw none', () => {
  it('R3.7 a number that says what to run is none of the remarks, whatever its tool', () => {
    expect(
      told(
        ...['## Steps', '', '1. Remove the ring from the plan.'],
        ...[
          '2. `rp plan` to make sure the plan looks as expected',
          '3. Open a request.',
          '4. It is applied at night.',
          '5. Tell the ring team.',
        ],
      ),
    ).toEqual([
      'Remove the ring from the plan.',
      'rp plan to make sure the plan looks as expected',
      'Open a request.',
      'Tell the ring team.',
    ])
  })

  it('R3.6 a lead that narrows it down "as follows" announces every item', () => {
    expect(
      told(
        ...['## Mitigation', '', 'If the log tells of timeouts then narrow down the problem as follows.', ''],
        ...['- Pauses are in the log. Use it to confirm them.', '- Captures will reveal faults of the network.'],
        '- If you see other processes pausing, check the host.',
      ),
    ).toContain('Captures will reveal faults of the network.')
  })

  it('R3.8 what one can do in order to have something is a step beside numbers, also in a tab', () => {
    const offer = 'In order to place the copies you can add more relays to your ring.'
    const tab = (name: string, ...words: string[]) => [`=== "${name}"`, '', ...words.map((line) => `    ${line}`), '']
    const steps = told(
      ...['## Mitigation', ''],
      ...tab('Hosted', '1. Open the board.', '2. Enlarge the ring.'),
      ...tab('Own', offer, '', 'To see the ring, run:', '', '```sh', 'kubectl get rings', '```', '', '1. Check it.'),
    )
    expect(steps).toContain(offer)
  })

  it('R3.11 a heading that orders is a step in front of one that says what to do if it failed', () => {
    const failed = 'If restarting still has not helped, look at the spare relay.'
    const why = 'The probe is not ours; the partner restarts it.'
    expect(told('## Ask the partner to restart the probe', '', why, '', failed)).toEqual([
      'Ask the partner to restart the probe',
      failed,
    ])
    expect(told('## Restart the probe', '', 'Restart it with the console.', '', failed)).toEqual([
      'Restart it with the console.',
      failed,
    ])
  })

  it('R3.10 what to collect for a diagnosis, below the title, is a step', () => {
    const lead = 'A torn ring is told of in the log. To properly troubleshoot rings, collect the logs of all relays.'
    const torn = ['## Ring is torn', '', '### Mitigation', '', '1. Restart the store.', '']
    const late = ['## Ring is late', '', '### Mitigation', '', '1. Drain the relay.']
    const { steps } = runbookOf('# Troubleshoot rings', '', lead, '', ...torn, ...late)
    expect(steps.map(({ text }) => text).join(' ')).toContain('collect the logs of all relays.')
  })
})
