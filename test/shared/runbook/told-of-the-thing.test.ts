import { describe, expect, it } from 'vitest'
import { moodOf } from '../../../shared/runbook/words/sentence-mood.ts'
import { runbookOf } from './read-sample.ts'

const texts = (...lines: string[]) => runbookOf('# T', '## Mitigation', ...lines).steps.map(({ text }) => text)

describe('R3.1 what is told of the thing is no order', () => {
  it.each([
    '\x81 query doesn’t wait for the readers and tries to stop them.',
    'For example, you may want to split the ring by its keys.',
    'For instance, you could make a ring that holds what the other one did.',
    'When completed, the relay should be able to start, stay alive, and join the ring, while the rest is loaded.',
    'After a restore, the readers resume from the last slice.',
    'If the lag is high and the window is short, note that \x81 slices are kept on disk.',
    'Each reader must scan, parse, and return the slices it was asked for, which means that it reads all of them.',
    'You can read the slices in a variety of ways; with the console, or in the browser.',
    'To recover from a loss, the relay provides a way to keep and to load its slices',
  ])('R3.1 %s', (sentence) => {
    expect(moodOf(sentence)).toBe('statement')
  })

  it.each([
    'From the list, you can see that the root has signed the ring.',
    'You should have a ring running that you want to inspect.',
  ])('R3.1 %s asks for nothing', (sentence) => {
    expect(['statement', 'untold']).toContain(moodOf(sentence))
  })

  it.each([
    ['For example, you can run the reader by hand:', 'order'],
    ['If it is full, drain it, note the time, and restart it.', 'order'],
    ['When the ring is late, stop the relay, and restart it.', 'order'],
    ['You should restart the ring that you want to keep.', 'order'],
  ])('R3.1 %s still asks', (sentence, mood) => {
    expect(moodOf(sentence)).toBe(mood)
  })

  it('R3.7 a case behind what is done in it does not make a statement of it', () => {
    expect(
      texts('- Revert the change.', '- Temporarily route reads to the north if the relay is unhealthy.'),
    ).toHaveLength(2)
  })

  it('R3.6 "Typical offenders:" begins what takes the room, and nothing to do', () => {
    expect(
      texts(
        '1. Find out what is large:',
        '',
        '   Typical offenders (largest first):',
        '   - `old_slices`, see below',
        '   - `lists` if kept',
        '2. Delete it',
      ),
    ).toEqual(['Find out what is large', 'Delete it'])
  })

  it('R3.8 "See the book." behind an order goes with it', () => {
    const words =
      'Check the relay and the ring, the readers of both, the lists they hold and all the slices that are left on the disks of the north.'
    expect(texts(`${words} Restart the relay. Call the ring team if it grows. See the book.`).at(-1)).toBe(
      'Call the ring team if it grows. See the book.',
    )
  })
})
