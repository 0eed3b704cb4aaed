import { describe, expect, it } from 'vitest'
import { outlineOf } from './outline.ts'
import { runbookOf } from './read-sample.ts'

const read = (...lines: string[]) => runbookOf('# Relay', '', ...lines).steps

const outline = (...lines: string[]): string[] => outlineOf(read(...lines))

const mended = (...lines: string[]): string[] => outline('## Mitigation', '', ...lines)

describe('R3.6 what a list is for', () => {
  it('R3.6 numbers below a purpose are steps, though they state something', () => {
    const looks = ['1. The board of the ring is red.', '2. The queue of the relay is full.']
    expect(mended('To confirm this is the cause:', '', ...looks, '', 'Restart the relay.')).toEqual([
      'The board of the ring is red.',
      'The queue of the relay is full.',
      'Restart the relay.',
    ])
  })

  it('R3.6 what a case counts on in its words are its details', () => {
    const details = ['  - late rings of the night', '  - the queue of the packer']
    expect(mended('- If any of these grow, restart the relay', ...details, '- Call the owner.')).toEqual([
      'If any of these grow, restart the relay',
      'Call the owner.',
    ])
  })

  it('R3.6 below an item that leads to "these steps" every item is one', () => {
    const items = ['- Consider these steps:', '  - More memory for the relay', '  - Fewer rings in a relay']
    expect(outline('## Relay', '', ...items, '- Call the owner.')).toEqual([
      'Consider these steps',
      '  More memory for the relay',
      '  Fewer rings in a relay',
      'Call the owner.',
    ])
  })
})

describe('R3.6 items below "by:"', () => {
  it('R3.6 are all done, in whatever form, also where a tool warns of them', () => {
    const forced = '  * running `ringctl force`. This will warn that it is dangerous; do not cancel.'
    const items = ['* stop the ring', '* make another, only on A, by:', '  * editing its file to name A', forced]
    const others = ['* join B to it by following the same steps as for A:', '  * editing its file to name A', forced]
    expect(outline('To mend it:', '', ...items, ...others, '* check that it is open')).toEqual([
      'stop the ring',
      'make another, only on A, by',
      '  editing its file to name A',
      '  running ringctl force. This will warn that it is dangerous; do not cancel.',
      'join B to it by following the same steps as for A',
      '  editing its file to name A',
      '  running ringctl force. This will warn that it is dangerous; do not cancel.',
      'check that it is open',
    ])
  })
})

describe('R3.7 items that are no step', () => {
  it.each(['1 hour', 'within 30 minutes'])('R3.7 "%s" is a target', (amount) => {
    const { text, before } = mendedFirst(`- ${amount}`, '- Restart the relay.')
    expect(text).toBe('Restart the relay.')
    expect(before).toContain(amount)
  })

  it('R3.7 the title of what follows is a bare label, though it begins with a verb', () => {
    expect(mended('1. Drain it.', '   - Check commands:', '2. Restart it.')).toEqual(['Drain it.', 'Restart it.'])
  })
})

const mendedFirst = (...lines: string[]) => {
  const [first, ...others] = read('## Mitigation', '', ...lines)
  expect(others).toEqual([])
  return { text: first?.text, before: first?.before }
}

describe('R3.8 paragraphs and tables', () => {
  it('R3.8 the command goes with the order, and not with an option behind it', () => {
    const code = ['', '```sh', 'relayctl restart relay-1', '```']
    const steps = read('## Mitigation', '', 'Restart the relay. You can also leave out its name.', ...code)
    expect(steps.map(({ text, commands }) => [text, commands.length])).toEqual([
      ['Restart the relay.', 1],
      ['You can also leave out its name.', 0],
    ])
  })

  it('R3.8 beside commands a column of words names the rows', () => {
    const table = [
      '| # | Description | Command | Owner |',
      '|---|---|---|---|',
      '| 1 | Empty it | `relayctl drain` | ann |',
    ]
    expect(mended(...table)).toEqual(['Empty it'])
  })

  it('R3.8 a row names its cause where no column names its case', () => {
    const table = ['| No. | Likely cause | Fix |', '|---|---|---|', '| 1 | Full ring | Drain it |']
    expect(mended(...table)).toEqual(['Full ring: Drain it'])
  })

  it.each([
    ['Command | Acts on | Result', '`relayctl drain` | a relay | it is empty'],
    ['Script | Role | Since', '`drain.sh` | Drain a relay | 2.0'],
  ])('R3.8 a table of tools with their role (%s) holds no steps', (names, row) => {
    expect(mended('Restart the relay.', '', `| ${names} |`, '|---|---|---|', `| ${row} |`)).toEqual([
      'Restart the relay.',
    ])
  })
})

describe('R3.10 where steps stand', () => {
  it('R3.10 what an introduction says the thing is for is beside the first step', () => {
    const [first, ...others] = read(
      'Use `relayctl` to mend the rings of a relay.',
      '',
      '## Open it',
      '',
      '1. Drain it.',
    )
    expect(others).toEqual([])
    expect(first?.text).toBe('Drain it.')
    expect(first?.before).toContain('to mend the rings')
  })

  it('R3.10 advice to the reader in prose is a step where nothing better is there', () => {
    const rings = ['## Rings', '', 'Restart the relay when it is late.', '']
    expect(outline(...rings, '## Their size', '', 'Perhaps you can look at the board too!')).toEqual([
      'Restart the relay when it is late.',
      'Perhaps you can look at the board too!',
    ])
  })

  const scenario = (name: string) => [`### ${name}`, '', '1. Restart it.', '']

  it('R3.10 "Useful commands" behind scenarios with steps are none', () => {
    const commands = ['## Useful commands', '', '1. Show the pods: `kubectl get pods`', '2. Drain the ring.']
    expect(outline('## Failure scenarios', '', ...scenario('Late ring'), ...commands)).toEqual([])
  })

  it('R3.10 only straight under the heading of the scenarios a list of orders takes the place of all else', () => {
    const remedy = ['## Mitigation', '', '1. The board of the ring', '2. The logs of the relay', '', 'Then:', '']
    expect(outline(...remedy, '- Call the owner.', '', ...scenario('Scenario 1: Late ring'))).toEqual([
      'The board of the ring',
      'The logs of the relay',
      'Call the owner.',
    ])
    expect(outline('## References', '', '- Restart the packer.', '', ...scenario('Scenario 1: Late ring'))).toEqual([])
  })
})

describe('R3.7 a bare link to what is done', () => {
  const links = ['- [Draining the relay](drain.md)', '- [Renewing its key](key.md)']

  it.each(['## Rotation', '## Mitigation'])('R3.7 is a step among bullets that ask, below "%s"', (heading) => {
    expect(outline(heading, '- Delete the ring', ...links, '- Tell the owner')).toEqual([
      'Delete the ring',
      'Draining the relay',
      'Renewing its key',
      'Tell the owner',
    ])
  })

  it('R3.7 and none among other links, or beside a lone bullet that asks', () => {
    const others = ['- [The ring](ring.md)', '- [Board of the relay](board.md)']
    expect(outline('## Rotation', '- Delete the ring', ...links)).toEqual(['Delete the ring'])
    expect(outline('## Rotation', '- Delete the ring', ...links, ...others)).toEqual(['Delete the ring'])
  })
})
