import { describe, expect, it } from 'vitest'
import { forbids, moodOf } from '../../../shared/runbook/words/sentence-mood.ts'
import { outlineOf } from './outline.ts'
import { runbookOf } from './read-sample.ts'

const outline = (...lines: string[]) => outlineOf(runbookOf('# T', '## Mitigation', ...lines).steps)

describe('R3.1 what is recommended, however it is spelt', () => {
  it.each(['recommended', 'recomended', 'reccommended', 'recommened', 'recommanded'])('R3.1 "%s" advises', (word) => {
    expect(moodOf(`It is highly ${word} to spread the rings over two relays.`)).toMatch(/^(?:order|advice)$/)
    expect(forbids(`It is not ${word} to drain the ring.`)).toBe(true)
  })
})

describe('R3.6 a line above orders that says what is important to do', () => {
  it('R3.6 is the step above them', () => {
    expect(
      outline(
        'You may get a mail about late rings. It is important to open a ticket with the line of the log:',
        '',
        '- Add "Rings:" to its title.',
        '- Copy the line into the ticket.',
      ),
    ).toEqual([
      'It is important to open a ticket with the line of the log',
      '  Add "Rings:" to its title.',
      '  Copy the line into the ticket.',
    ])
  })

  it('R3.6 only leads to them where it points on', () => {
    expect(
      outline('It is important to check the following:', '', '- Drain the whole ring.', '- Swap the relay.'),
    ).toEqual(['Drain the whole ring.', 'Swap the relay.'])
  })
})
