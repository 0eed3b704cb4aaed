import { describe, expect, it } from 'vitest'
import { asks, moodOf } from '../../../shared/runbook/words/sentence-mood.ts'
import { runbookOf } from './read-sample.ts'

const textsOf = (...lines: string[]): readonly string[] =>
  runbookOf('# T', '## Diagnosis', ...lines).steps.map(({ text }) => text)

describe('R3 aims, permissions and announcements are no steps', () => {
  it.each([
    'When a ring becomes obsolete, we want to delete it.',
    'We want to make sure that nothing is lost.',
    'As this runs on a replica, it is safe to rerun at anytime.',
    'It is safe to run manually.',
    'It is possible to restore a ring from another relay.',
    "Let's get down to how this is done!",
    "So, let's dive into the rings.",
    "Let's walk over this line by line:",
    'VACUUM takes locks, and they last.',
    'So you may find that you get an error when writing a new key.',
    'So you will see two rings.',
    'In this case we can quickly discern that the ring is full.',
    "In this example we can confirm there's trouble.",
  ])('R3 "%s" asks for nothing', (sentence) => {
    expect(asks(moodOf(sentence))).toBe(false)
  })

  it.each([
    'If you want to drain it, stop the ring.',
    'You may want to raise the limit.',
    'It is safe to delete the rings.',
    'Once it is drained, it is possible to delete it.',
    'From the label, it is possible to determine the ring.',
    "Let's check the relay.",
    'VACUUM the table.',
    'Be sure that the relay is not blocked.',
    'Be sure to drain it.',
    "Don't forget to set the label.",
  ])('R3 "%s" asks for something', (sentence) => {
    expect(asks(moodOf(sentence))).toBe(true)
  })

  it.each([
    'Please follow the steps outlined here when you remove a ring.',
    'Complete all steps after any failover, planned or not.',
    'Follow the procedure described in the next section.',
    'Use the following steps to find out why it is late:',
    'You can run the following steps using the console of the store.',
    'Follow these steps to look at the ring, and to open or close it as needed.',
    'Follow this runbook to load the rings again after a failed run.',
    'Find more information about rings, see the [book](https://example.org).',
  ])('R3 what stands on the page is only announced: %s', (sentence) => {
    expect(textsOf(sentence, '', '- Drain the ring.', '- Delete the ring.')).toEqual([
      'Drain the ring.',
      'Delete the ring.',
    ])
  })

  it.each([
    'Follow the rollback instructions in the change request.',
    'Follow the steps described [here](https://example.org/restore).',
    'Complete all steps in the change request.',
  ])('R3 what stands elsewhere is to be done: %s', (sentence) => {
    expect(textsOf('- Drain the ring.', `- ${sentence}`)).toHaveLength(2)
  })
})
