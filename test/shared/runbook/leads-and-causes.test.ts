import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const textsOf = (...lines: string[]) => runbookOf('# T', '## Mitigation', ...lines).steps.map(({ text }) => text)
const besideOf = (...lines: string[]) =>
  runbookOf('# T', '## Mitigation', ...lines)
    .steps.map(({ before, after }) => before + after)
    .join('\n')

describe('R3.6 what a list below such a line is', () => {
  it.each(['To read it, you will need to:', 'You need to:'])('R3.6 "%s" leads to orders', (lead) => {
    expect(textsOf(lead, '', '- add the key to a secret', '- reference the secret in your settings')).toEqual([
      'add the key to a secret',
      'reference the secret in your settings',
    ])
  })

  it('R3.6 a case told in front of the announcement of all steps is no step above them', () => {
    const lead = 'When the key is about to expire, a mail comes. The following outlines the steps to renew it:'
    expect(textsOf(lead, '', '1. Log in', '2. Renew the key')).toEqual(['Log in', 'Renew the key'])
    expect(besideOf(lead, '', '1. Log in', '2. Renew the key')).toContain('about to expire')
    expect(textsOf('If the key has expired:', '', '1. Log in', '2. Renew the key')[0]).toBe('If the key has expired')
  })

  it('R3.6 "You will need a key:" begins what one must have', () => {
    expect(textsOf('1. Restart it.', '', 'You will need these:', '', '- a key', '- a ring')).toEqual(['Restart it.'])
  })

  it('R3.6 below what could be the reason only items that ask are steps', () => {
    const lines = [
      '### Step 1: Check the log',
      '1. Look at the log. If the ring is not there, the problem could be one of the following:',
      '   - The relay cannot be reached. Check its board.',
      '   - The ring was written in a wrong form.',
      '2. Restart the relay.',
    ]
    expect(textsOf(...lines)).toEqual([
      'Look at the log. If the ring is not there, the problem could be one of the following',
      'The relay cannot be reached. Check its board.',
      'Restart the relay.',
    ])
    expect(besideOf(...lines)).toContain('The ring was written in a wrong form.')
  })

  it('R3.6 what a ring must have for an order to hold is read with it, and is no step', () => {
    const lead = 'It may be worth trying a smaller limit if the ring has:'
    const lines = [lead, '', '- at least one large slice', '- few readers', '', 'Restart the relay.']
    expect(textsOf(...lines)).toEqual([lead.slice(0, -1), 'Restart the relay.'])
    expect(besideOf(...lines)).toContain('few readers')
    expect(textsOf(lead, '', '- a large slice: delete it', '- few readers')).toContain('a large slice: delete it')
  })

  it('R3.6 of what may contribute to the trouble none is a step where the items only point', () => {
    const lead = 'Here are some common setups which may contribute to late rings:'
    const told = ['- The disks are not of one size.', '- Others write as well. Refer to the sizes of the disks.']
    const lines = ['- Open the board.', '', lead, '', ...told]
    expect(textsOf(...lines)).toEqual(['Open the board.'])
    expect(besideOf(...lines)).toContain('Refer to the sizes')
    expect(textsOf(...lines, '- Others read as well. Stop the readers.')).toContain(
      'Others read as well. Stop the readers.',
    )
  })
})

describe('R3.1 and R3.13 what only leads to the steps, or tells of the page', () => {
  it.each([
    'Once there you can read the ring in any number of ways, below are some suggestions',
    'If you see this line, continue with this runbook, bearing in mind that it is late.',
  ])('R3.1 "%s"', (lead) => {
    expect(textsOf(lead, '', '- Restart the relay.')).toEqual(['Restart the relay.'])
    expect(besideOf(lead, '', '- Restart the relay.')).toContain(lead)
  })

  it('R3.6 below "Notes:" between an order and its code nothing is a step, and the code is of the order', () => {
    const notes = [
      '* This step defines a name. If your shell knows none, please adjust accordingly.',
      '* If you prefer a list, you can substitute it.',
    ]
    const code = ['', '```sh', 'relayctl list', '```', '', 'Which ring is late?', '', '```sh', 'relayctl late', '```']
    const lines = ['Find the rings of the relay.', '', 'Notes:', '', ...notes, ...code]
    const steps = runbookOf('# T', '## Mitigation', ...lines).steps
    expect(steps.map(({ text, commands }) => [text, ...commands.map((command) => command.text)])).toEqual([
      ['Find the rings of the relay.', 'relayctl list'],
      ['Which ring is late?', 'relayctl late'],
    ])
    expect(steps[0]?.before).toMatch(/Notes:.*adjust accordingly.*substitute it/s)
  })

  it('R3.1 what stands behind "that will, in the end," orders nothing', () => {
    const words = 'Most of the work of the relay is to build the ring that will, eventually, replace the late one.'
    expect(textsOf(words, '', 'Restart the relay.')).toEqual(['Restart the relay.'])
    expect(textsOf('Once it is up you will, eventually, replace the late one.')).toHaveLength(1)
  })

  it('R3.6 below an item that ends in "Check for:" every item is a step, as its sisters are', () => {
    const items = ['   - The new version and what it changes', '   - Any breaking changes in the ring']
    expect(textsOf('1. Open the change. Check for:', ...items, '2. Merge it.')).toEqual([
      'Open the change. Check for',
      'The new version and what it changes',
      'Any breaking changes in the ring',
      'Merge it.',
    ])
  })

  it('R3.8 "You can see this with:" keeps the sentence that says what', () => {
    const code = ['', '```sh', 'relayctl paths', '```']
    expect(textsOf('Rings are late. The path between them may be slow. You can see this with:', ...code)).toEqual([
      'The path between them may be slow. You can see this with',
    ])
  })

  it.each(['Replace `<ring>` with its name.', 'Replace `$RING` only if there is one.'])('R3.13 "%s"', (words) => {
    const lines = ['1. Close it: `relayctl close --ring <ring>`', '', `   ${words}`]
    expect(textsOf(...lines)).toHaveLength(1)
    expect(besideOf(...lines)).toContain(words)
  })

  it('R3.8 "You should ... so that ..." above the list of how to do it is the aim', () => {
    const aim = 'Keys run out. You should renew the key so that the relay goes on.'
    expect(textsOf(aim, '', '- First open the board.', '- Click the key.')).toEqual([
      'First open the board.',
      'Click the key.',
    ])
    expect(besideOf(aim, '', '- First open the board.', '- Click the key.')).toContain(aim)
    expect(textsOf('You should look at the relay first.', '', '- Open the board.')).toHaveLength(2)
    expect(textsOf('You must stop the relay, so that nothing is lost:', '', '1. Look.', '2. Stop it.')).toHaveLength(2)
  })

  it('R3.13 what is put in the place of a thing is a step', () => {
    expect(textsOf('1. Close it: `relayctl close`', '', 'Replace the ring with a new one.')).toHaveLength(2)
  })

  it('R3.1 "Sanity check the query" is an order', () => {
    expect(textsOf('- Open the board', '- Sanity check the query, it may hold a slip')).toHaveLength(2)
  })
})

describe('R3.7 code below the items of an item', () => {
  it('R3.7 is a step for itself if its remark asks', () => {
    const { steps } = runbookOf(
      '# T',
      '## Mitigation',
      '1. Grow the ring:',
      '   - If it is new: change its size',
      '   - If it is old: change its copy',
      '',
      '   ```bash',
      '   # Verify the change',
      '   relayctl show',
      '   ```',
    )
    expect(steps.map(({ text, depth, commands }) => [text, depth, commands.length])).toEqual([
      ['Grow the ring', 0, 0],
      ['If it is new: change its size', 1, 0],
      ['If it is old: change its copy', 1, 0],
      ['Verify the change', 1, 1],
    ])
  })
})
