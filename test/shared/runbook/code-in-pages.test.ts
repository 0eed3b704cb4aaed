import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const bookOf = (...lines: string[]) => runbookOf('# T', '## Mitigation', ...lines)
const stepsOf = (...lines: string[]) =>
  bookOf(...lines).steps.map(
    ({ text, commands, depth }) => '  '.repeat(depth) + [text, ...commands.map((one) => one.text)].join(' $ '),
  )

describe('R3 code in the pages of site builders', () => {
  it.each([
    ['<1>', 'PUT ring/settings', '{ "size" : 3 <1>', '}'],
    ['# (1)!', 'relayctl set --size 3 # (1)!'],
    ['# <1>', 'relayctl set --size 3 # <1>'],
  ])('R3 %s points at what explains the code, and neither is typed nor a step', (_, ...code) => {
    const list = ['   1. The new size of the ring.']
    const { steps } = bookOf(
      '1. Set the size:',
      '',
      '   ```sh',
      ...code.map((line) => `   ${line}`),
      '   ```',
      '',
      ...list,
    )
    expect(steps).toHaveLength(1)
    expect(steps[0]?.commands[0]?.text).not.toMatch(/[<(]1[>)]/)
    expect(`${steps[0]?.before}${steps[0]?.after}`).toContain('The new size of the ring.')
  })

  it('R3 a place to fill in at the end of a line, and numbers with no list of their own, stay', () => {
    expect(stepsOf('1. Drain it:', '', '   ```sh', '   relayctl drain --ring <1>', '   ```', '2. Start it')).toEqual([
      'Drain it $ relayctl drain --ring <1>',
      'Start it',
    ])
  })

  it('R3 blocks with labels straight below each other are tabs', () => {
    const code = (label: string, line: string) => [`\`\`\`bash [${label}]`, line, '```']
    expect(
      stepsOf('::: code-group', '', ...code('npm', 'npm run drain'), '', ...code('yarn', 'yarn drain'), ':::'),
    ).toEqual(['Either: npm $ npm run drain', 'Or: yarn $ yarn drain'])
  })

  it('R3 blocks whose labels say what to do are done in turn, and are no choice', () => {
    const code = (label: string, line: string) => [`\`\`\`sql [${label}]`, line, '```']
    expect(
      stepsOf(
        ...code('Release the blocked relay', 'KILL 7;'),
        '',
        ...code('Watch the relays drain', 'SHOW PROCESSLIST;'),
      ),
    ).toEqual(['Release the blocked relay $ KILL 7;', 'Watch the relays drain $ SHOW PROCESSLIST;'])
  })

  it('R3 code in back quotes within a block is copied without them', () => {
    expect(stepsOf('Run the book:', '', '    `ansible-playbook ring.yml --limit=b`')).toEqual([
      'Run the book $ ansible-playbook ring.yml --limit=b',
    ])
  })

  it('R3 the name of a picture that stands alone is no step, and the picture stands beside one', () => {
    const { steps } = bookOf('Drain the ring from the console.', '', '![Press the button that drains](drain.png)')
    expect(steps.map(({ text }) => text)).toEqual(['Drain the ring from the console.'])
    expect(`${steps[0]?.before}${steps[0]?.after}`).toContain('drain.png')
  })

  it('R4 so is one within an item, with the code of its items', () => {
    const inner = [
      '1. Look at the state of ring b.',
      '   ```sh',
      '   ringctl state b',
      '   ```',
      '2. Check that the relay is open.',
    ]
    const set = (by: number) => inner.map((line) => ' '.repeat(by) + line)
    const stepsOf = (...lines: string[]) =>
      runbookOf('# T', '## Fix', '1. Open the ring', '', ...lines, '', '2. Close it').steps.map(
        ({ text, depth, commands }) => [text, depth, ...commands.map((command) => command.text)],
      )
    expect(stepsOf(...set(7))).toEqual(stepsOf(...set(3)))
    expect(stepsOf(...set(7))).toHaveLength(4)
    expect(stepsOf('       ringctl open b')).toEqual([
      ['Open the ring', 0, 'ringctl open b'],
      ['Close it', 0],
    ])
  })

  it('R4 a list of words that is set in as far as code is a list', () => {
    expect(
      stepsOf('Fixes:', '', '\t* Ensure the relay is in the path', '\t* Restart all of the writers', '', 'Done.'),
    ).toEqual(['Ensure the relay is in the path', 'Restart all of the writers'])
    expect(stepsOf('Add this line:', '', '    * * * * * relayctl drain')).toEqual([
      'Add this line $ * * * * * relayctl drain',
    ])
  })
})
