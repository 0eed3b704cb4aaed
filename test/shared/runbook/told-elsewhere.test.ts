import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

describe('R2 headings that belong to scenarios', () => {
  it('R2 what fixes a scenario by its name is done in it', () => {
    const { scenarios, steps } = runbookOf(
      '# Relay',
      '### Ring key failures',
      'The key has changed.',
      '### Fixing ring key failures',
      '1. Rotate the key.',
      '### Ring disk failures',
      'The disk is full.',
      '### Fixing ring disk failures',
      '1. Clear the disk.',
    )
    expect(scenarios.map(({ title, steps: own }) => [title, ...own.map(({ text }) => text)])).toEqual([
      ['Ring key failures', 'Rotate the key.'],
      ['Ring disk failures', 'Clear the disk.'],
    ])
    expect(steps).toEqual([])
  })

  it('R2 "Symptoms - how it looks" names no scenario', () => {
    expect(
      runbookOf('# Relay', '## Symptoms – how it looks', '- It is late.', '## Mitigation', '1. Restart it.').scenarios,
    ).toEqual([])
  })

  it('R3 headings below "Here are a few options:" are ways', () => {
    const { steps } = runbookOf(
      '# Relay is read-only',
      'It cannot be written. Here are a few options:',
      '## Edit the file',
      '1. Open it.',
      '2. Edit it.',
      '## Create another',
      '1. Create it.',
      '2. Use it.',
    )
    expect(steps.map(({ ways }) => ways)).toContainEqual(['Or: Create another'])
  })
})
