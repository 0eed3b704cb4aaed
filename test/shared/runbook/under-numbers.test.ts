import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const outline = (...lines: string[]) =>
  runbookOf('# T', '## Diagnosis', ...lines).steps.map(({ text, depth, commands }) =>
    [`${'  '.repeat(depth)}${text}`, ...commands.map((command) => command.text)].join(' $ '),
  )

describe('R4 what stands below a number, and is not set in far enough', () => {
  it('R4 bullets are items of it, with what stands below them', () => {
    expect(
      outline(
        ...[
          '1. Plan it:',
          '  - $ cd ring',
          '  - tools/plan.sh -c plan -p ring **please look at the keys of it first**',
        ],
        ...['2. Check these:', '  - Check the head', '    - Drain it', '', '3. Close the ring.'],
      ),
    ).toEqual([
      'Plan it',
      '  $ cd ring $ cd ring',
      '  tools/plan.sh -c plan -p ring please look at the keys of it first $ tools/plan.sh -c plan -p ring',
      'Check these',
      '  Check the head',
      '    Drain it',
      'Close the ring.',
    ])
  })

  it('R4 code is of it, whatever stands in the code, and the list goes on', () => {
    expect(
      outline(
        'If it is torn:',
        '',
        '1. List it:',
        '',
        '  ```sh',
        '- no item',
        '  relayctl list',
        '  ```',
        '2. Close it.',
      ),
    ).toEqual(['If it is torn', '  List it $ - no item\nrelayctl list', '  Close it.'])
  })

  it('R4 text at the margin ends the list, and bullets beside it are its own', () => {
    expect(outline('1. Drain it.', '', 'Then restart the relay.', '', ' - Close the ring.', ' - Open it.')).toEqual([
      'Drain it.',
      'Then restart the relay.',
      'Close the ring.',
      'Open it.',
    ])
  })
})
