import { describe, expect, it } from 'vitest'
import { moodOf } from '../../../shared/runbook/words/sentence-mood.ts'
import { beginsWithAction } from '../../../shared/runbook/words/sentences.ts'
import { runbookOf } from './read-sample.ts'

const stepsOf = (...lines: string[]) => runbookOf('# T', '## Mitigation', ...lines).steps

describe('R3 orders behind openings', () => {
  it.each([
    'In the `limit` field enter machine name',
    'First, you delete the keys of the relay',
    'Then we scale it back to one',
    'To find the source first check if there was a release',
    'To start the relay repeat above steps',
    'Next, under the \x81 part update the \x81 field accordingly.',
    'Before using \x81 run script \x81 without it.',
    'To see the packers of the relay use following setting:',
    'Light parcels suggest a slow ring, in which case raise \x81 instead.',
    'When filing a ticket, include:',
    'Per ring, run:',
    'Kick off the sweep.',
    'Annotate the ring with the time.',
    'If it is still late, for old rings follow the steps of their book.',
    'Fork/Clone the \x81 repo',
    'Manually issue a parcel and check that it is weighed.',
    'Then, populate the new ring in other places:',
    'Setup \x81 as the spare of \x81',
  ])('R3 %s', (sentence) => {
    expect(moodOf(sentence)).toBe('order')
  })

  it.each([
    'Then you see two rings',
    'Next, you will find the ring',
    'At the first check the ring was fine',
    'In the list of rings a name is enough',
    'Read/write ratio of the ring',
    'Issue tracker of the relay team',
    'Setup time',
    'Rings may hang, parcels:',
  ])('R3 no order: %s', (sentence) => {
    expect(moodOf(sentence)).not.toBe('order')
  })

  it('R3 what a phase consists of is advised, and a setting that is to be made is a remedy', () => {
    expect(moodOf('The second phase consists of running the main job')).toBe('advice')
    expect(moodOf('The readers can be configured to use a larger limit.')).toBe('remedy')
    expect(moodOf('It can be configured to use a larger limit.')).toBe('statement')
  })

  it.each([
    ['remedy', 'The slices can then be copied to another store, for example a bucket:'],
    ['statement', 'The slices can be found in another store, for example a bucket:'],
    ['statement', 'The slices can be copied to another store, for example a bucket.'],
    ['order', 'Now we change the settings of the ring to name it, e.g.:'],
    ['advice', 'The primary resolution is to upgrade the relay.'],
    ['advice', 'The easiest way to solve this is by draining the ring.'],
    ['advice', 'If the ring is full, you should be able to grow it by changing the limit.'],
    ['statement', 'Once it is drained, you should be able to see it on the board.'],
    ['remedy', 'The relay cannot do that, this must be done by hand.'],
    ['remedy', 'The move has to be performed manually.'],
    ['statement', 'This is done by hand twice a year.'],
    ['remedy', 'If the ring is torn, it needs to be rebuilt.'],
    ['remedy', 'The relay needs restarting.'],
    ['remedy', 'This requires restarting the relay.'],
    ['statement', 'The relay needs monitoring data.'],
    ['advice', 'Your first step should be to look at the board.'],
    ['advice', 'The quickest fix is restarting the relay.'],
    ['statement', 'A fix that was merged after what the ring is running is not there yet.'],
    ['remedy', 'This can be done by altering the size of the ring.'],
    ['statement', 'This can be done by the owner.'],
    ['remedy', 'For torn rings the repair should be scheduled for the same day.'],
  ])('R3 what is to be done is told in other words: %s of "%s"', (mood, sentence) => {
    expect(moodOf(sentence)).toBe(mood)
  })

  it.each([
    'Through the console, select the ring.',
    'For other causes, report them as bugs.',
    'Where possible, use the spare ring.',
    'Depending on the cause, restart or replace the relay.',
    'Should this fail, page the lead.',
  ])('R3 a line begins with what to do behind its opening: %s', (sentence) => {
    expect(beginsWithAction(sentence)).toBe(true)
  })

  it.each(['For steps, see the book of the ring.', 'For rings, the relay adds a second one.'])(
    'R3 a line does not: %s',
    (sentence) => {
      expect(beginsWithAction(sentence)).toBe(false)
    },
  )

  it('R3 what must be done is a step though nothing is ordered', () => {
    const { steps } = runbookOf(
      '# New readers',
      '## The reader',
      'Create the reader in the console.',
      '## Its keys',
      'The tool cannot add keys, this must be done by hand.',
    )
    expect(steps.map(({ line }) => line)).toEqual([3, 5])
  })

  it('R3 a command goes with the order and the option behind it, which are one step', () => {
    const long =
      'This takes about as long as it took the last time, which was not long at all but still too long for most of the readers of the ring'
    const steps = stepsOf(
      `Run the dump. ${long}. ${long}. You can leave out the name.`,
      '',
      '```sh',
      'ringctl dump ring-a',
      '```',
    )
    expect(steps.map(({ text, commands }) => [text, commands.length])).toEqual([
      ['Run the dump. You can leave out the name.', 1],
    ])
  })

  it('R3 bold words on a line of their own are a label', () => {
    const { steps, parts } = runbookOf(
      '# Relay',
      '**Problem**',
      'The relay hangs.',
      '',
      '**Workaround**',
      'Restart the relay.',
    )
    expect(parts.map(({ kind }) => kind)).toContain('mitigation')
    expect(steps.map(({ text }) => text)).toEqual(['Restart the relay.'])
  })

  it('R3 a checklist in a fence holds boxes, other text in one does not', () => {
    const boxes = ['1. [ ] Stop the relay', '   <!-- it may hang -->', '1. [ ] Run `ringctl drain ring-a`']
    const steps = stepsOf('Copy this:', '', '```', ...boxes, '```')
    expect(steps.map(({ text }) => text)).toEqual(['Stop the relay', 'Run ringctl drain ring-a'])
    expect(steps[1]?.commands).toHaveLength(1)
    expect(
      stepsOf('Write:', '', '```', 'The ring is slow.', '- [ ] seen', '```').every(({ text }) => text !== 'seen'),
    ).toBe(true)
  })

  it('R3 what one enters is done before what stands below it', () => {
    const items = ['', '- Look at the lag', '- Compare it with the load']
    expect(stepsOf('Use the board of the ring:', ...items).map(({ depth }) => depth)).toEqual([0, 1, 1])
    expect(stepsOf('Use the steps below:', ...items)).toHaveLength(2)
  })

  it('R3 a paragraph that tells what comes first orders it', () => {
    const phases = 'Changing a key has two phases. First, you delete the keys with a helper.'
    expect(runbookOf('# T', '## Keys', phases).steps.map(({ text }) => text)).toEqual([
      'First, you delete the keys with a helper.',
    ])
  })

  it('R3 what stands under prerequisites is shown beside the first step', () => {
    const { steps } = runbookOf(
      '# T',
      '## Before you begin',
      'You need the key of the ring.',
      '## Mitigation',
      '1. Drain it',
      '2. Start it',
    )
    expect(steps.map(({ before, after }) => before + after)).toEqual([
      '**Before you begin**\n\nYou need the key of the ring.',
      '',
    ])
  })

  it('R3 "figure out" orders, a figure does not', () => {
    expect(moodOf('Figure out which ring is late')).toBe('order')
    expect(moodOf('Figure 3 shows the ring')).not.toBe('order')
  })
})
