import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const texts = (...lines: string[]) => runbookOf('# T', '## Diagnosis', ...lines).steps.map(({ text }) => text)

describe('R3 what a list is announced as', () => {
  it.each([
    'The installer will automate the following:',
    'Repair mode provides these options:',
    'Our relay daemon performs the following:',
    'This will trigger the controller to:',
    'Deleting it is safe. This causes the operator of the ring to:',
  ])('R3 what a tool does by itself is no step: "%s"', (announcement) => {
    expect(texts(announcement, '', '1. Stop the ring', '2. Start a copy of it', '', '- Check the relay')).toEqual([
      'Check the relay',
    ])
  })

  it.each(['**This will:**', '**The refill will then:**'])(
    'R2.2 nor is it below bold words that lead to it: %s',
    (lead) => {
      const items = ['- Drop all parts of the ring', '- Fetch them from the other one']
      expect(texts('1. Refill the ring', '', lead, '', ...items)).toEqual(['Refill the ring'])
      expect(texts('1. Refill the ring', '', '**Then:**', '', ...items)).toHaveLength(3)
    },
  )

  it.each(['Use only if:', 'Only use it when:', 'Only use this script if:'])(
    'R3.6 in which cases alone something may be used is no step: "%s"',
    (lead) => {
      const [first, ...rest] = runbookOf(
        '# T',
        '## Fix',
        `**WARNING**: This drops the ring. ${lead}`,
        '',
        '- The ring is broken beyond repair',
        '- Its queue is stuck',
        '',
        '```sh',
        'ringctl refill',
        '```',
      ).steps
      expect(rest).toEqual([])
      expect(first?.commands.map(({ text }) => text)).toEqual(['ringctl refill'])
      expect(first?.before).toContain('Its queue is stuck')
    },
  )

  it.each([
    'The upgrade will',
    'So currently our relays will',
    'Here is a way of moving it that allows you to:',
    'The objectives are:',
    'The goals of the drill are:',
  ])('R3.6 nor is what it is for or what is to be reached, with or without a colon: "%s"', (announcement) => {
    expect(
      texts(announcement, '', '- check the ring first', '- drain the old relay', '', '## Fix', '', '- Fill it'),
    ).toEqual(['Fill it'])
    expect(texts(announcement, '', '- drain it with `ringctl drain b`')).toEqual(['drain it with ringctl drain b'])
  })

  it.each([
    'The relay sends 2 types of alerts.',
    'There are two kinds of rings:',
    'Rings fall into three classes of size:',
  ])('R3.6 what a line counts as kinds is no step: "%s"', (lead) => {
    const kinds = ['1. to tell of a ring that is full', '2. to tell of one that was emptied']
    expect(texts('- Check the relay', '', lead, '', ...kinds)).toEqual(['Check the relay'])
    expect(texts('- Check the relay', '', lead, '', '1. Drain the ring', '2. Fill the other')).toHaveLength(3)
  })

  it.each([
    'This procedure performs the following:',
    'The on-call engineer does the following:',
    'Then do the following:',
  ])('R3 what the reader does stays a step: "%s"', (announcement) => {
    expect(texts(announcement, '', '1. Stop the ring', '2. Start a copy of it')).toEqual(
      expect.arrayContaining(['Stop the ring', 'Start a copy of it']),
    )
  })

  it('R3 what comes to pass is no step, though an item may begin with a word that is also a verb', () => {
    expect(
      texts(
        'Timeouts often increase during ordinary work on the ring:',
        '',
        '- Relay upgrades or reboots',
        '- Spot relays that are taken away',
        '- Relays that start anew',
        '',
        'Restart the relay.',
      ),
    ).toEqual(['Restart the relay.'])
  })

  it('R3 titles of pages that are announced as examples are no steps', () => {
    expect(
      texts(
        '- Check the relay',
        '- Some examples of muting it:',
        '  - [Ignore the night ring](https://example.org/1)',
        '  - [Stop the day ring](https://example.org/2)',
      ),
    ).toEqual(['Check the relay'])
  })

  it.each([
    'Repair mode can be slow on a large ring.',
    'Access to the logs is told of elsewhere.',
    "As a working example, let's say the relay is down.",
    'They can be contacted by telephone.',
  ])('R3 "%s" orders nothing', (sentence) => {
    expect(texts('- Check the relay', '', sentence)).toEqual(['Check the relay'])
  })

  it.each([
    'Restart relays that lag.',
    'Check relays can reach the ring.',
    'Access the console.',
    'Tail the log of the ring.',
  ])('R3 "%s" is an order', (sentence) => {
    expect(texts('- Look at the relay', '', sentence)).toEqual(['Look at the relay', sentence])
  })
})

describe('R3 what a line above a list asks for', () => {
  it('R3 a line that asks is the step, though an item below it asks as well', () => {
    const items = ['- Title: the hour and the ring', '- Readers: to be told', '- Attach the log of the relay']
    expect(runbookOf('# T', '## Diagnosis', 'Write all of it down:', '', ...items).steps).toMatchObject([
      { text: 'Write all of it down', depth: 0 },
      { text: 'Title: the hour and the ring', depth: 1 },
      { text: 'Readers: to be told', depth: 1 },
      { text: 'Attach the log of the relay', depth: 1 },
    ])
  })

  it('R3 a line that only says that something can be done leads to how', () => {
    expect(texts('The ring can be replaced by:', '', '- Stopping the relay.', '- Moving its folder away.')).toEqual([
      'The ring can be replaced by',
      'Stopping the relay.',
      'Moving its folder away.',
    ])
  })

  it('R3 causes are none, whatever kind of causes they are', () => {
    const items = ['- **400**: a parcel without a ring', '- **ring_gone**: the ring was deleted']
    expect(texts('Read the answers of the relay.', '', 'Common lasting error causes:', '', ...items)).toEqual([
      'Read the answers of the relay.',
    ])
  })

  it.each([
    ['`ring-tool rotate` will:', '- Make new keys.', '- Restart the relay.'],
    ['The stack uses `store` as a key-value store to:', '1. Update settings', '2. Elect a leader'],
    ['Supported commands:', '- load : load a library', '- dump : dump all rings'],
    ['Examples of when this helps:', '- a restore of rings', '- prepare a rollback of the relay'],
    ['A rule should be used for the following types of actions:', '- Blocking an address', '- Prevent late rings'],
    [
      'For each space, the release:',
      '1. Sets the size to 0.',
      '2. Creates a ring.',
      '3. Runs:',
      '4. Deletes the old one.',
    ],
  ])('R3 what is there, or done by itself, is no step: "%s"', (announcement, ...items) => {
    expect(texts('1. Stop the ring', '', announcement, '', ...items)).toEqual(['Stop the ring'])
  })

  it('R3.6 what is to be gone is looked for below a verification, and a ban is only read', () => {
    const checks = ['- No late rings; the alert clears.', '- Do not restart it.']
    const { steps } = runbookOf('# T', '## Fix', '- Grow the ring.', '', '## Verification', ...checks)
    expect(steps.map(({ text }) => text)).toEqual(['Grow the ring.', 'No late rings; the alert clears.'])
  })
})
