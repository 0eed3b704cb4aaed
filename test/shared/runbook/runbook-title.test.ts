import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

describe('R1 the title beside other headings of its level', () => {
  it('R1 the first heading is the title where others of level 1 are parts, though it names alerts', () => {
    const { title, scenarios, steps } = runbookOf(
      '# RelayDown and RingDown',
      '## Troubleshooting',
      '- Check the relay',
      '# Mute Alert',
      'It can be muted.',
      '# Escalation',
      'Call the owner.',
    )
    expect(title).toBe('RelayDown and RingDown')
    expect(scenarios).toEqual([])
    expect(steps.map(({ text }) => text)).toEqual(['Check the relay'])
  })

  it('R1 headings of level 1 that are all alerts stay scenarios', () => {
    const { scenarios } = runbookOf('# RelayDown', '1. Start it', '# RingDown', '1. Close it')
    expect(scenarios.map(({ title }) => title)).toEqual(['RelayDown', 'RingDown'])
  })

  it('R1 an underlined heading with a colon in its name is the title', () => {
    const { title, titleFrom } = runbookOf('Impact:Ring/RelayScan', '---', '', '### A relay scans.', '', 'Some text.')
    expect([title, titleFrom]).toEqual(['Impact:Ring/RelayScan', 'heading'])
  })
})

describe('R2 headings of two words', () => {
  it.each([
    ['Alert Response', 'mitigation'],
    ['Communications / Escalation', 'escalation'],
    ['Owner / escalation', 'escalation'],
    ['Impact: the whole ring', 'impact'],
  ])('R2 "%s" announces %s', (heading, kind) => {
    const { parts } = runbookOf('# T', '## Diagnosis', '1. Check it', `## ${heading}`, 'text')
    expect(parts.find((part) => part.heading === heading)?.kind).toBe(kind)
  })
})
