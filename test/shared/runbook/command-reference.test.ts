import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const CODE = ['```sh', '# See the ring', 'relayctl show ring', '```']
const texts = (...lines: string[]) => runbookOf('# T', ...lines).steps.map(({ text }) => text)

describe('R3 commands that are only gathered', () => {
  it.each(['Related commands', 'Quick Reference Commands', 'Cheat sheet', 'Useful commands'])(
    'R3 "%s" at the end repeats what was told above',
    (heading) => {
      const told = '1. Check the relay: `relayctl show ring`'
      expect(texts('## Diagnosis', told, `## ${heading}`, ...CODE)).toEqual(['Check the relay: relayctl show ring'])
    },
  )

  it.each(['Quick Reference Commands', 'Quick reference', 'Cheat sheet', 'Command reference'])(
    'R3.10 "%s" is looked up and no step, though written otherwise than above, and is shown behind the steps',
    (heading) => {
      const runbook = runbookOf('# T', '## Diagnosis', '1. Check it: `relayctl show a`', `## ${heading}`, ...CODE)
      expect(runbook.steps).toHaveLength(1)
      expect(runbook.furtherText.map(({ title }) => title)).toEqual([heading])
    },
  )

  it('R3 what is told nowhere else is a step, below headings of its own too', () => {
    const script = ['#### Script for rings', '```sh', 'relayctl purge --late', '```']
    expect(texts('## Diagnosis', '1. Check the relay', '### Useful commands', ...script)).toEqual([
      'Check the relay',
      'Script for rings',
    ])
    expect(texts('## Diagnosis', '1. Check the relay', '## Useful commands', ...CODE)).toEqual([
      'Check the relay',
      'See the ring',
    ])
  })

  it('R3 a table of commands at the end is kept in the text and is no step', () => {
    const runbook = runbookOf(
      '# T',
      '## Mitigation',
      '1. Restart the relay',
      '## Related commands',
      '| Command | Purpose |',
      '| --- | --- |',
      '| `relayctl forget ring` | Forgets the ring |',
    )
    expect(runbook.steps.map(({ text }) => text)).toEqual(['Restart the relay'])
    expect(runbook.parts.map(({ heading }) => heading)).toContain('Related commands')
  })

  it('R3 commands are gathered for use where there is no other step, or before the headings that announce steps', () => {
    expect(texts('## Useful commands', ...CODE)).toEqual(['See the ring'])
    expect(texts('## Diagnosis', '### Useful commands', ...CODE, '## Mitigation', '1. Restart it')).toEqual([
      'See the ring',
      'Restart it',
    ])
  })
})
