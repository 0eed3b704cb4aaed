import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const stepsOf = (...lines: string[]) => runbookOf('# T', '## Mitigation', ...lines).steps
const texts = (...lines: string[]) => stepsOf(...lines).map(({ text }) => text)
const inDepth = (...lines: string[]) => stepsOf(...lines).map(({ text, depth }) => `${'>'.repeat(depth)}${text}`)

describe('R3 orders that are easily lost', () => {
  it('R3 the case in the sentence before stays with an order', () => {
    const long =
      'It has been seen on most of the relays of the north, mostly in the first hours of the night, and it goes on for long.'
    const orders = `If the relay is lost for good, the severity is critical. Delete the ring at once. ${long} ${long} Call the ring team.`
    expect(texts(orders)).toEqual([
      'If the relay is lost for good, the severity is critical. Delete the ring at once.',
      'Call the ring team.',
    ])
    expect(
      texts(`If one is old, it is slow. If you still see it, drain the ring. ${long} ${long} Call the ring team.`)[0],
    ).toBe('If you still see it, drain the ring.')
  })

  it('R3.8 links on lines below a colon go with what leads to them', () => {
    const links = ['[Empty rings](rings.md#empty)', '[Rings of others](rings.md#others)']
    expect(texts('Look into the books of the ring:', ...links)).toEqual([
      'Look into the books of the ring: Empty rings Rings of others',
    ])
  })

  it('R3 "Once it is known, consider ending the session:" is the step above its items, "do the following:" is none', () => {
    const items = ['', '- Stop the relay', '- Drain the ring']
    expect(inDepth('Once the reader is known, consider ending its session:', ...items)).toEqual([
      'Once the reader is known, consider ending its session',
      '>Stop the relay',
      '>Drain the ring',
    ])
    expect(inDepth('Once the reader is known, do the following:', ...items)).toEqual([
      'Stop the relay',
      'Drain the ring',
    ])
  })

  it('R3 bullets that ask are steps beside numbers, but no overview of them', () => {
    const numbers = ['', '1. Open the board.', '2. Close the board.']
    const bullets = ['', '- Stop the relay.', '- Drain the ring.']
    expect(texts('To stop it, follow these steps:', ...bullets, '', 'To close it:', ...numbers)).toHaveLength(4)
    expect(texts('This way involves the following steps:', ...bullets, '', 'So:', ...numbers)).toHaveLength(2)
  })

  it('R3 below a box, and beside boxes, what asks or is to be run is a step though it has no box', () => {
    expect(
      inDepth(
        '- [ ] Save the key',
        '  - `ringctl show key --all`',
        '  - Keep it in the vault',
        '  - It is long',
        '- [ ] Set a new key',
      ),
    ).toEqual(['Save the key', '>ringctl show key --all', '>Keep it in the vault', 'Set a new key'])
    expect(texts('- [ ] Save the key', '', 'Then:', '', '1. Stop the relay', '2. Start the relay')).toHaveLength(3)
  })

  it('R3 before numbers an order behind a statement counts, and a purpose or a time before it', () => {
    const numbers = ['', '1. Open the board.', '2. Close the board.']
    expect(texts('The ring is slow. Repeat the drain for all rings.', ...numbers)[0]).toContain('Repeat the drain')
    expect(texts(...numbers, '', 'To verify that it is closed, open the page of the relay.').at(-1)).toContain(
      'To verify',
    )
    expect(texts(...numbers, '', 'Before you close it, tell the ring team.').at(-1)).toContain('tell the ring team')
    expect(texts('To close a board, you must open it.', ...numbers)).toHaveLength(2)
  })

  it('R3 lists under checks before and after are steps', () => {
    const { steps } = runbookOf(
      '# T',
      '## Pre-checks',
      '- Check the ring',
      '## Resolution',
      '- Drain it',
      '## Postchecks',
      '- Check the ring again',
    )
    expect(steps.map(({ text }) => text)).toEqual(['Check the ring', 'Drain it', 'Check the ring again'])
  })

  it('R3 "How to recover when it happens" is what to do, and "How messages get here" is not', () => {
    const text = (heading: string) =>
      runbookOf('# T', '## Solution', '### Before', '1. Stop it', `### ${heading}`, '1. Kill it')
    expect(text('How to recover from the deadlock when it happens').steps).toHaveLength(2)
    expect(text('How messages get here').steps).toHaveLength(1)
  })
})

describe('R3 warnings and conditions stay with the step', () => {
  it('R3 a column that says when an action is right is part of the step', () => {
    const rows = [
      '| Action | When to use |',
      '| --- | --- |',
      '| Delete the store | **Last resort**, loses data |',
      '| Restart it | |',
    ]
    expect(texts(...rows)).toEqual(['Delete the store (Last resort, loses data)', 'Restart it'])
  })

  it('R3 a note between the line that leads to code and the code takes it from nobody', () => {
    const code = ['', '```sh', 'ringctl show ring-a', '```']
    const [step, ...others] = stepsOf('Get the ring:', '', '**Note**: of two rings take the old one.', ...code)
    expect(others).toEqual([])
    expect(step?.commands.map(({ text }) => text)).toEqual(['ringctl show ring-a'])
    expect(step?.before).toContain('of two rings take the old one')
    expect(texts('NOTE: You might want to run this if you do not see the board', ...code)).toEqual([
      'NOTE: You might want to run this if you do not see the board',
    ])
  })

  it.each([
    ['a container', [':::{warning}', 'It loses data.', ':::']],
    ['a box in a fence', ['```{warning}', ':class: wide', 'It loses data.', '```']],
    ['a mark on its own line', ['[WARNING]', '', '> It loses data.']],
    ['a quote', ['> [!WARNING]', '> It loses data.']],
    ['an admonition', ['!!! warning', '', '    It loses data.']],
  ])('R3 %s of a warning stands beside the step, and says that it warns', (_, warning) => {
    const [step, ...others] = stepsOf(...warning, '', '1. Delete the ring.')
    expect(others).toEqual([])
    expect(step?.before).toMatch(/^\*\*Warning:\*\*\n(?:> )?It loses data\.$/)
    expect(step?.commands).toEqual([])
  })
})
