import { describe, expect, it } from 'vitest'
import { inlineFromPlace } from '../../../shared/runbook/text/cut-inline.ts'
import { parseBlocks } from '../../../shared/runbook/text/parse-blocks.ts'
import { runbookOf, stepTexts } from './read-sample.ts'

describe('words that look alike, and words at one place', () => {
  it('R3.15 steps of a scenario named "General" have ids of their own', () => {
    const { steps, scenarios } = runbookOf(
      '# Rings',
      '## Steps',
      '1. Drain the ring.',
      '## Failure scenarios',
      '### General',
      '1. Drain the ring.',
      '### Late rings',
      '1. Restart it.',
    )
    const ids = [...steps, ...scenarios.flatMap((scenario) => scenario.steps)].map(({ id }) => id)
    expect(ids).toHaveLength(3)
    expect(new Set(ids).size).toBe(3)
    expect(scenarios[0]?.id).toBe('general')
  })

  it('R3.14 "lag < 10" is not said by a step that says "lag > 10"', () => {
    const [step] = runbookOf('# T', '## Mitigation', '1. Restart the relay if lag > 10.', '', 'Lag < 10.').steps
    expect(step?.before).toBe('Lag < 10.')
  })

  it('R4 words in front of a heading on the same line are kept', () => {
    const lines = ['<p>Never drain two rings at once.</p><h1>Ring</h1>', '', '## Mitigation', '1. Drain the ring.']
    const { steps, title } = runbookOf(...lines)
    expect(title).toBe('Ring')
    expect(steps[0]?.before).toContain('Never drain two rings at once.')
  })

  it('R2.2 behind a label with code in it the words and the prose are the same', () => {
    const [block] = parseBlocks('**Fix `relayctl ring`:** Restart `relay` now.')
    if (block?.type !== 'paragraph') throw new Error('no paragraph')
    const at = block.inline.text.indexOf('Restart')
    expect(inlineFromPlace(block.inline, at)).toMatchObject({
      text: 'Restart relay now.',
      prose: 'Restart \x81 now.',
      lead: '',
    })
  })

  it('R3.9 a way named "Undrain" does not say the step "Drain"', () => {
    expect(
      stepTexts('# T', '## Mitigation', '### Option 1: Undrain', '1. Drain', '### Option 2: Swap', '1. Swap'),
    ).toEqual(['Option 1: Undrain: Drain', 'Option 2: Swap'])
  })

  it('R3.14 what stands above the title is read before what stands below it', () => {
    const { steps } = runbookOf(
      '1. Drain the ring.',
      '',
      'It takes an hour.',
      '',
      '# Ring',
      '',
      'Never drain two rings at once.',
    )
    expect(steps[0]?.before).toBe('It takes an hour.\n\n**Ring**\n\nNever drain two rings at once.')
  })

  it('R2.4 long symptoms are cut between two signs', () => {
    const signs = `${'x'.repeat(999)}\u{1F525}${'y'.repeat(20)}`
    const [scenario] = runbookOf('# T', '## Failure scenarios', '### Ring late', signs, '', '1. Drain it.').scenarios
    expect(scenario?.symptoms).toBe('x'.repeat(999))
  })
})
