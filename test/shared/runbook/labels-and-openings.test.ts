import { describe, expect, it } from 'vitest'
import { asks, moodOf } from '../../../shared/runbook/words/sentence-mood.ts'

describe('R3 what orders in a sentence, and what only looks like it', () => {
  it.each([
    'Based on what was found, try to repair the relay.',
    'On relay-core examine the journal of the ring.',
    'In the console navigate to the ring and click the seal.',
    'In the \x81 select the zone.',
    'Before touching any ring make sure to tell the clients.',
    'Again make a note of both seals.',
    'It is time to apply the plan.',
    'If the queue grows, either raise \x81 or drop old parcels.',
    'Cross reference it with a ring that works.',
    'After a week, soft-delete the ring.',
    'Only stop packers after asking their owners.',
    'Break large parcels into small ones.',
    'Confirm: the lag falls within two minutes.',
    'On the replica, run:',
    'You first need to deallocate the relay.',
    'You can also \x81 into the relay.',
    'If the disk cannot keep up, it is recommended to scale-in.',
    'Once it grows, you can further watch the panel of the disk.',
    'This can be confirmed by running \x81 on the relay.',
    'Checking the journal, and comparing ring.json helps.',
    'Removing the seal is as simple as deleting it.',
    'The page will require you to type the name.',
    "You're going to want to run it after telling the owner.",
    'Board: Rings > North > select the last good ring',
    'Still torn after an hour \u2192 page the ring team',
  ])('R3 an order, advice or remedy: %s', (sentence) => {
    expect(asks(moodOf(sentence))).toBe(true)
  })

  it.each([
    'Resume behavior: the packer goes on with the oldest parcel.',
    'Alert condition: the lag is above five minutes.',
    'Block overlap: a set of blocks with the same seal.',
    'Restart policy: always',
    'Check interval: 5 minutes',
    'Vendor guide: Restore a ring from files',
    'This is a known limit \u2014 see the book of rings for what comes.',
    'Each packer must open, weigh, and return a parcel.',
    'It gives an idea of which rings grow, and provides a sense of the rest.',
    'It still gives an idea of what grew, and provide a sense of the rest.',
    'This page shows how to find and, if necessary, cancel a parcel that takes long.',
    'By replaying the parcels on top of a copy, you can restore a ring.',
    'If the ring is used for letters in the future, add a second copy.',
    'You could run a job for each ring to avoid this in the future.',
    'The ring still works - you can still view its parcels.',
    'Note \x81 is sent as well.',
    'In this lesson you will learn how to restart it.',
    'Only restart it if you know what you do.',
    'No rows \u2192 the job is not there',
    'p99 > 5s for ten minutes',
  ])('R3 no request: %s', (sentence) => {
    expect(asks(moodOf(sentence))).toBe(false)
  })

  it.each(['Sync ring: `relayctl sync`', 'Log level: set it to debug', 'Check rate: the board of the ring shows it'])(
    'R3 a label with what to do behind it, or that is an order itself, is one: %s',
    (sentence) => {
      expect(asks(moodOf(sentence))).toBe(true)
    },
  )
})
