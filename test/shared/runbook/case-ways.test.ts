import { describe, expect, it } from 'vitest'
import { outlineOf } from './outline.ts'
import { runbookOf } from './read-sample.ts'

const stepsOf = (...lines: string[]) => runbookOf('# T', '## Mitigation', '', ...lines).steps
const outline = (...lines: string[]) => outlineOf(stepsOf(...lines))

const LATE = ['1. If the ring is late:', '   - Drain it', '   - Fill it']
const TORN = ['2. If the ring is torn:', '   - Mend it', '   - Fill it anew']

describe('R3 cases side by side are ways', () => {
  it('R3 cases side by side with steps of their own are ways, and none of them is a step', () => {
    const steps = stepsOf(...LATE, ...TORN, '3. Tell the owner')
    expect(steps.map(({ text, ways }) => [...ways, text])).toEqual([
      ['If the ring is late', 'Drain it'],
      ['If the ring is late', 'Fill it'],
      ['If the ring is torn', 'Mend it'],
      ['If the ring is torn', 'Fill it anew'],
      ['Tell the owner'],
    ])
    expect(steps.every(({ depth }) => depth === 0)).toBe(true)
    expect(steps.every(({ before }) => !before.includes('If the ring'))).toBe(true)
  })

  it('R3 a single step of a case has it in front, and a case alone is one', () => {
    expect(outline('- If the ring is late:', '  - Drain it', '- Otherwise:', '  - Fill it')).toEqual([
      'If the ring is late: Drain it',
      'Otherwise: Fill it',
    ])
    expect(stepsOf(...LATE, '2. Tell the owner').map(({ depth, text }) => `${depth} ${text}`)).toEqual([
      '0 If the ring is late',
      '1 Drain it',
      '1 Fill it',
      '0 Tell the owner',
    ])
  })

  it('R3 a case that orders something is a step', () => {
    const [first] = stepsOf('1. If the ring is late, drain it:', '   - Stop it', '   - Open it', ...TORN)
    expect(first?.text).toBe('If the ring is late, drain it')
  })

  it('R3 cases within a case stand below it', () => {
    const within = (ring: string) => [`  - If ${ring} is old:`, '    - Drain it', '    - Sell it']
    const [first] = stepsOf(
      '- If rings are late:',
      ...within('one'),
      ...within('all'),
      '- If rings are torn:',
      '  - Mend them',
      '  - Fill them',
    )
    expect([first?.above, first?.section, first?.ways]).toEqual([
      ['Mitigation', 'If rings are late'],
      'If one is old',
      ['If rings are late', 'If one is old'],
    ])
  })

  it('R3 what was overlooked stands below its case', () => {
    const steps = stepsOf(
      '- If the ring is late, then:',
      '',
      '  - If it is a table, you could:',
      '    - Drain it',
      '    - Re-create the index',
      '  - If it is an index, you could:',
      '    - Verify which rows are affected',
      '    - Contact the owner',
      '',
      '1. Fill it',
      '2. Tell the owner',
    )
    expect(steps.map(({ ways }) => ways.at(-1) ?? '')).toEqual([
      '',
      'If it is a table, you could',
      'If it is a table, you could',
      'If it is an index, you could',
      'If it is an index, you could',
      '',
      '',
    ])
  })
})

it('R3.9 an installation and its removal are not done one after the other', () => {
  expect(
    outline('Installation: Open the ring and name it.', '', 'Uninstall: Drain the ring. If it hangs, stop the relay.'),
  ).toEqual([
    'Installation: Open the ring and name it.',
    'Uninstall',
    '  Drain the ring.',
    '  If it hangs, stop the relay.',
  ])
})
