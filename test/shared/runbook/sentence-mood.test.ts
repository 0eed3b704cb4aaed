import { describe, expect, it } from 'vitest'
import { asks, moodOf } from '../../../shared/runbook/words/sentence-mood.ts'

describe('R3 how a sentence speaks to its reader', () => {
  it.each([
    'Restart the loader.',
    'Then please restart the loader.',
    'If the disk is full, archive old files.',
    'From the console check that the queue is empty.',
    'Using the dashboard, find the slow worker.',
    'With relayctl, drain the node.',
    'From the alert, note the shard.',
    'Installation: complete it with the defaults.',
    'In case of a storm ensure to drain the relay.',
    'WARNING: stop the writers first.',
    'In rare cases restore the last parcel.',
    'Hence, to get the mail, prepend info- when naming the ring.',
    'Therefore, drain rings first.',
    'The ring cannot grow, better set a smaller parcel.',
    'One parcel is too heavy, so move it to the other ring.',
    'To get the logs of the ring either check the panel or run the following:',
    'Implement a limit for the parcels.',
    'Modify the size of the ring',
    'Store the parcels in the other ring.',
    'Free up space on the relay.',
    'Route it to the spare relay',
    'Drain nodes in the zone that is down.',
    'Check the packers are running.',
    'Ensure nodes of the zone have space.',
    'Resume packers once the relay is stable.',
    'If the ring is torn ask the ring team.',
    'Include: the name of the ring and the hour it began',
  ])('R3 an order: %s', (sentence) => {
    expect(moodOf(sentence)).toBe('order')
  })

  it.each([
    'In some rare cases you may need to change the rack by hand.',
    'If you want it back before that you can override the name of the index.',
    'The first step is to find out why the packer stopped.',
    "When nobody answers, it's preferable to remove the record.",
    'Raising the limit may help.',
    'We recommend draining it first.',
    'The recipient of this alert should determine why it stopped.',
    'User will have to create a new ring.',
    'In that case, it is encouraged to disable the gate.',
  ])('R3 advice: %s', (sentence) => {
    expect(moodOf(sentence)).toBe('advice')
  })

  it.each([
    'The limit of the packer should be raised until it gets past the parcel.',
    'A block that stays broken can be deleted.',
    'If it hangs, a restart may be necessary.',
    'Deleting the wrong parcel should trigger a new one.',
    'If this does not help, scaling the relay down and up can resolve it.',
    'Usually restarting the packer will clear the backlog.',
    'Once the parcels are moved, the ring can be unlocked.',
    'When it stays behind, the packer can be watched.',
    'If the seal is gone, the vault needs to be unsealed.',
    'The panel of the ring can be used to check the trend.',
  ])('R3 a remedy: %s', (sentence) => {
    expect(moodOf(sentence)).toBe('remedy')
  })

  it.each([
    'The loader is behind.',
    'You should see two pods.',
    'You can find the shard in the labels.',
    'This happens before you can restart it.',
    'If you need to restart it, the queue is kept.',
    'The dashboard can be used to see who fills the disk.',
    'It will list the tables, then show the largest.',
    'Alert should clear within five minutes.',
    'Some judgement is required to determine whether it is necessary to recover it.',
    'WARNING: do not remove it, it is needed.',
    'Two other flags, one and two, prevent it from being marked.',
    'The relay will then recreate the parcels.',
    'Trigger: the ring is down',
    'Summary: restore the ring and its parcels safely',
    'Please notice that parcels are not sent by themselves, see the book for details.',
    'Keep in mind that this is an open list.',
    'No new errors; alert clears.',
    'See also: the book of rings',
    'Scale operations on the ring are slow.',
    'Ring operator (RO) manages the parcels of the relay.',
    'Checks run every minute.',
    'Release notes describe the change.',
    'Restore from a file (step 4) scales with its size.',
    'drain_rings can race.',
    'That was dense, so let us break it down.',
    'You might want to drain the ring in the following cases:',
    'This guide helps you mend the ring when you use relays.',
    'When you mend a ring, keep in mind the following terms:',
    'Failover takes an hour.',
    'Query latency of the ring has doubled.',
    'Store latency is high.',
    'Exit code 2 = one ring is down.',
    'Deleting the ring will result in data loss.',
    'Following the pages above will get you there.',
    'No parcels can be added any more.',
    'Admin access to the ring and the relay.',
    'If users delete the file the ring stops.',
    'All parcels must be queried to get a full answer.',
    'In that case this alert can be triggered as well.',
    'There are several ways you can do this.',
    'This page says how operators should respond to it.',
    'Remember that the ring keeps a day of parcels.',
  ])('R3 no request: %s', (sentence) => {
    expect(asks(moodOf(sentence))).toBe(false)
  })
})
