import { describe, expect, it } from 'vitest'
import { codeOfItem, runbookOf } from './read-sample.ts'

const outline = (...lines: string[]) =>
  runbookOf('# T', '## Diagnosis', ...lines).steps.map(({ text, depth, commands }) =>
    [`${'  '.repeat(depth)}${text}`, ...commands.map((command) => command.text)].join(' $ '),
  )

describe('R3 an item that goes on to something else', () => {
  it('R3 words between two blocks of an item are a step below it, with the second block', () => {
    expect(
      outline(
        '1. List the relays:',
        ...codeOfItem('relayctl list'),
        '   If one is torn, repair it:',
        ...codeOfItem('relayctl repair'),
        '2. Close the ring.',
      ),
    ).toEqual(['List the relays $ relayctl list', '  If one is torn, repair it $ relayctl repair', 'Close the ring.'])
  })

  it('R3 and so is a further sentence with its command, and another way', () => {
    expect(
      outline(
        '1. Look at it with `relayctl status --all`.',
        '',
        '   You should also run `relayctl env --all` to see the rest.',
        '',
        '   Or from the console:',
        ...codeOfItem('kubectl get rings'),
      ),
    ).toEqual([
      'Look at it with relayctl status --all. $ relayctl status --all',
      '  You should also run relayctl env --all to see the rest. $ relayctl env --all',
      '  Or from the console $ kubectl get rings',
    ])
  })

  it('R3 an order behind the command is a step too, and a pointer is none', () => {
    expect(
      outline(
        '1. Read the log:',
        ...codeOfItem('relayctl log'),
        '   Look for torn rings in it.',
        '',
        '   See [the book](ring.md) for their names.',
      ),
    ).toEqual(['Read the log $ relayctl log', '  Look for torn rings in it.'])
  })

  it('R3 an order is whole before its first command, unless it leads to one', () => {
    expect(
      outline(
        '1. Check that the ring has a leader.',
        '',
        '   You can list the members with this command:',
        ...codeOfItem('relayctl members'),
        '2. Change the leader:',
        '',
        '   Please make sure that it is up. You can look with `relayctl status --all`.',
        '',
        ...codeOfItem('relayctl lead ring-b'),
      ),
    ).toEqual([
      'Check that the ring has a leader.',
      '  You can list the members with this command $ relayctl members',
      'Change the leader $ relayctl status --all $ relayctl lead ring-b',
    ])
  })

  it('R3.7 what is done in a case keeps the case, though a further paragraph says how', () => {
    const item = ['1. Resize the ring:', ...codeOfItem('relayctl resize'), '   It may say `only when empty`.', '']
    const inCase = [
      '   In this case you need to stop the relay.',
      '',
      '   You can do that by running: `relayctl stop --all`',
    ]
    expect(outline(...item, ...inCase, '', '2. Close the ring.')).toEqual([
      'Resize the ring $ relayctl resize',
      '  In this case you need to stop the relay. $ relayctl stop --all',
      'Close the ring.',
    ])
  })

  it('R3 but not what leads to the first command, to output, or says nothing', () => {
    expect(
      outline(
        '1. Drain the ring.',
        '',
        '   To do so, run this command:',
        ...codeOfItem('relayctl drain'),
        '   Then run:',
        ...codeOfItem('relayctl swap'),
        '   The output should be similar to this:',
        ...codeOfItem('ring-b drained'),
      ),
    ).toEqual(['Drain the ring. $ relayctl drain $ relayctl swap'])
  })
})

describe('R3.7 a sentence that goes on behind the code', () => {
  it('R3.7 is one step, with the rest of its words', () => {
    const steps = [
      '1. If it is small or late, add',
      ...codeOfItem('RING_MAX=3'),
      '   to the settings, then restart the relay.',
    ]
    expect(outline(...steps, '2. Check it.')).toEqual([
      'If it is small or late, add \u2026 to the settings, then restart the relay. $ RING_MAX=3',
      'Check it.',
    ])
    const [first] = runbookOf('# T', '## Diagnosis', ...steps).steps
    expect([first?.before, first?.after]).toEqual(['', ''])
  })
})
