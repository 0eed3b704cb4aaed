import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const textsOf = (...lines: string[]) => runbookOf('# Relay late', ...lines).steps.map(({ text }) => text)

describe('R2 sections side by side', () => {
  it('R2 an investigation of a trouble is one beside other troubles, and a table of names none', () => {
    const { scenarios } = runbookOf(
      '# Relay late',
      '## Resolution',
      '### Ring full',
      '1. Raise the limit.',
      '### Known large rings',
      'These need more than others:',
      '',
      '| Ring | Size |',
      '| --- | --- |',
      '| b | 2 GB |',
      '',
      '### Node under pressure',
      '1. Drain the node.',
      '### Memory leak investigation',
      '1. Check whether it grows.',
    )
    expect(scenarios.map(({ title }) => title)).toEqual([
      'Ring full',
      'Node under pressure',
      'Memory leak investigation',
    ])
  })

  it('R2 "Long-term solutions" are a remedy too', () => {
    const { parts } = runbookOf('# T', '## Mitigation', '1. Drain it.', '### Long-term solutions', '- Add a ring.')
    expect(parts.map(({ kind }) => kind)).toEqual(['other', 'mitigation', 'mitigation'])
  })

  it('R3 "Step 2:" on a line of its own is a heading', () => {
    const { steps } = runbookOf(
      '# Relay',
      '## Create a ring',
      'Step 1:',
      '',
      'Copy the file of the old ring.',
      '',
      'Step 2:',
      '',
      'Apply the file.',
    )
    expect(steps.map(({ section, text }) => [section, text])).toEqual([
      ['Step 1', 'Copy the file of the old ring.'],
      ['Step 2', 'Apply the file.'],
    ])
  })
})

describe('R3 what asks for nothing among what does', () => {
  it('R3 a row of a table of fixes that asks for nothing is no step', () => {
    expect(
      textsOf(
        '## Errors',
        '| Error | Action |',
        '| --- | --- |',
        '| Bad ring | No action needed, rare |',
        '| Ring gone | Restore the ring |',
        '| Ring late | - |',
        '| Ring full | None, but drain it soon |',
      ),
    ).toEqual(['Ring gone: Restore the ring', 'Ring full: None, but drain it soon'])
  })

  it('R3 "Expected:" begins what one will see', () => {
    expect(textsOf('## Diagnosis', '1. Check the ring.', '', 'Expected:', '- A head', '- OR a tail')).toEqual([
      'Check the ring.',
    ])
  })
})
