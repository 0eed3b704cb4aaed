import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const own = ['# T', '## Common causes', '### Relay is gone']
const other = ['### Ring is down', '', 'Fix:', '', '- Restart the ring']
const fix = ['', 'Fix:', '', '- Start the relay', '- Watch the board']
const scenario = (...lines: string[]) => runbookOf(...own, ...lines, ...fix, ...other).scenarios[0]

describe('R3.10 what is checked in a scenario before its remedy', () => {
  it('R3.10 a paragraph that orders is a step in front of the headings that announce steps', () => {
    const told = scenario('The relay may be starting.', '', 'Check that the relay is running on the board.')
    expect(told?.steps.map(({ text }) => text)).toEqual([
      'Check that the relay is running on the board.',
      'Start the relay',
      'Watch the board',
    ])
  })

  it('R3.3 what the logs are checked for is no command', () => {
    const told = scenario('Check the logs for:', '', '`RelayReader`')
    expect(told?.steps.flatMap(({ commands }) => commands)).toEqual([])
    expect(told?.steps[0]?.text).toBe('Check the logs for')
    expect(told?.steps.map(({ before, after }) => before + after).join('')).toContain('RelayReader')
  })
})
