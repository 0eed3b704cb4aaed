import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const outline = (...lines: string[]) =>
  runbookOf('# T', '## Procedure', ...lines).steps.map(
    ({ depth, text, commands }) => `${'  '.repeat(depth)}${[text, ...commands.map((one) => one.text)].join(' $ ')}`,
  )

describe('R3 labels that Markdown does not know', () => {
  it('R3 letters straight below an item are items below it', () => {
    expect(
      outline(
        '1. Stop the loader',
        '   a. Log in to the host',
        '   b. Run the script:',
        '      ```sh',
        '      systemctl stop loader',
        '      ```',
        '   c. Confirm that it is stopped',
        '2. Tell the owner',
      ),
    ).toEqual([
      'Stop the loader',
      '  Log in to the host',
      '  Run the script $ systemctl stop loader',
      '  Confirm that it is stopped',
      'Tell the owner',
    ])
  })

  it.each([
    ['   i. Cordon it', '   ii. Drain it'],
    ['   (a) Cordon it', '   (b) Drain it'],
    ['   1.1. Cordon it', '   1.2. Drain it'],
    ['   1.1 Cordon it', '   1.2 Drain it'],
  ])('R3 "%s" counts as well', (first, second) => {
    expect(outline('1. Prepare the node', first, second, '2. Replace it')).toEqual([
      'Prepare the node',
      '  Cordon it',
      '  Drain it',
      'Replace it',
    ])
  })

  it('R3 labels on lines of their own are steps', () => {
    expect(outline('1.1 Stop the loader', '1.2 Drain the ring')).toEqual(['Stop the loader', 'Drain the ring'])
  })

  it('R3 a number that begins a line by chance is none', () => {
    expect(outline('- Restart it when the version is', '  1.1 or older')).toEqual([
      'Restart it when the version is 1.1 or older',
    ])
  })

  it('R3 what stands in a fence is left alone', () => {
    const { steps } = runbookOf('# T', '## Procedure', 'Run it:', '', '```sh', 'echo x \\', 'a. y', 'b. z', '```')
    expect(steps[0]?.commands[0]?.text).toContain('a. y\nb. z')
  })

  it('R3 a table that tells what then to do is steps', () => {
    expect(outline('| If | Then |', '|---|---|', '| lag above 1000 | Page the owner |')).toEqual([
      'lag above 1000: Page the owner',
    ])
  })
})
