import { describe, expect, it } from 'vitest'
import { saysNothingIsToDo } from '../../../shared/runbook/words/nothing-to-do.ts'
import { sentencesOf } from '../../../shared/runbook/words/sentences.ts'
import { runbookOf } from './read-sample.ts'

const texts = (...lines: string[]) => runbookOf('# T', '## Mitigation', ...lines).steps.map(({ text }) => text)
const inDepth = (...lines: string[]) =>
  runbookOf('# T', '## Mitigation', ...lines).steps.map(({ text, depth }) => `${'>'.repeat(depth)}${text}`)

describe('R3 what asks for nothing, and what must not be lost beside lists', () => {
  it('R3 "No action needed" and "takes over automatically" are known, but not behind a case', () => {
    for (const words of ['No action needed', 'None', 'The spare ring takes over automatically.', 'Automatic.'])
      expect(saysNothingIsToDo(words)).toBe(true)
    expect(saysNothingIsToDo('If it was planned, no action needed')).toBe(false)
    expect(saysNothingIsToDo('Restart the ring')).toBe(false)
  })

  it('R3 rows and bullets that say nothing is to be done are no steps', () => {
    expect(
      texts(
        '| Error | Action |',
        '|---|---|',
        '| Torn parcel | No action needed |',
        '| Full ring | Drain the ring |',
        '| Done | The next run takes over automatically |',
      ),
    ).toEqual(['Full ring: Drain the ring'])
    expect(texts('- Stop the relay', '- **Return of the ring**: automatic once it is up.')).toEqual(['Stop the relay'])
  })

  it('R3.7 a lone bullet that says so makes no step of its scenario, and the last number wishes well', () => {
    const { scenarios } = runbookOf(
      '# T',
      '',
      '- #### RingOpen',
      '  - Nothing to worry about.',
      '- #### RingLate',
      '  - Drain it.',
    )
    expect(scenarios.map(({ steps }) => steps.map(({ text }) => text))).toEqual([[], ['Drain it.']])
    expect(texts('1. Start the relay.', '2. Drain the ring.', '3. Enjoy your new ring!')).toHaveLength(2)
  })

  it('R2.3 a heading that only calls for action is no scenario', () => {
    const failure = (name: string) => [`### ${name}`, 'It is late.', '', '1. Drain it.']
    const below = ['## Failures', '### IMMEDIATE ACTION REQUIRED', 'The ring is late.', ...failure('Ring is full')]
    const { scenarios } = runbookOf('# T', ...below, ...failure('Ring is torn'))
    expect(scenarios.map(({ title }) => title)).toEqual(['Ring is full', 'Ring is torn'])
  })

  it('R3 what one can do is told by the line below that says how', () => {
    const how = ['', 'To skip the ring, run:', '', '```sh', 'relayctl skip', '```']
    expect(texts('You can skip a ring when it is old.', ...how)).toEqual(['To skip the ring, run'])
    expect(texts('Stop the relay first.', ...how)).toEqual(['Stop the relay first.', 'To skip the ring, run'])
  })

  it('R3 bullets below a bold "Patterns to look for:" are what may be seen', () => {
    const bullets = ['- `401` - the seal is wrong', '- `timeout` - a wall stands between']
    expect(texts('Check the relay.', '', '**Error patterns to look for:**', '', ...bullets)).toEqual([
      'Check the relay.',
    ])
  })

  it('R3 what must be done after a list, and an order in front of it, are steps', () => {
    const items = ['1. Stop the relay.', '2. Drain the ring.', '']
    expect(texts(...items, 'After the ring is empty, you must tell its owners.')).toHaveLength(3)
    expect(texts('If it is torn, please ensure you have a copy.', '', ...items)[0]).toBe(
      'If it is torn, please ensure you have a copy.',
    )
    expect(texts('To mend it, you need to stop the relay.', '', ...items)).toHaveLength(2)
  })

  it('R3 an order in a paragraph of its own within an item is a step below it, an explanation of a title is none', () => {
    expect(inDepth('1. Drain the ring.', '', '   Try restarting the relay to speed it up.', '2. Stop it.')).toEqual([
      'Drain the ring.',
      '>Try restarting the relay to speed it up.',
      'Stop it.',
    ])
    expect(inDepth('1. Drain the ring', '', '   Drain the ring with the board of the relay.', '2. Stop it.')).toEqual([
      'Drain the ring',
      'Stop it.',
    ])
  })

  it('R3 a place in front of an order is no reason to lose it', () => {
    const { steps } = runbookOf('# Export', '## Run it', 'In the **search box**, enter the name and press return.')
    expect(steps).toHaveLength(1)
  })

  it('R3 a sentence may begin with a small letter', () => {
    expect(sentencesOf('seen in the journal. check the seal exists')).toHaveLength(2)
    expect(sentencesOf('rings, relays etc. check them')).toHaveLength(1)
  })
})
