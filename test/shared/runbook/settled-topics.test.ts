import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const kindsOf = (...lines: string[]) => runbookOf(...lines).parts.map(({ heading, kind }) => [heading, kind])

describe('R2 a heading below one that bears steps', () => {
  it('R2 "Cause: ..." below a remedy is one of the cases it is told for', () => {
    const { scenarios } = runbookOf(
      '# Ring full',
      '## Resolution',
      '### Cause: the limit is too low',
      '1. Raise the limit',
      '### Cause 2: a leak in the loader',
      '1. Restart the loader',
    )
    expect(scenarios.map(({ title, steps }) => [title, steps.map(({ text }) => text)])).toEqual([
      ['the limit is too low', ['Raise the limit']],
      ['a leak in the loader', ['Restart the loader']],
    ])
  })

  it('R2 a numbered step bears steps, whatever its words', () => {
    const { steps, parts } = runbookOf(
      '# Names are not found',
      '## Diagnosis',
      '### Step 1: Dependencies',
      '```sh',
      'kubectl get pods -n ring',
      '```',
      '### Step 2: Impact',
      '- Check how many rings are late',
    )
    expect(parts.map(({ kind }) => kind)).toEqual(['other', 'debugging'])
    expect(steps.flatMap(({ text, commands }) => [...commands.map((one) => one.text), text])).toEqual([
      'kubectl get pods -n ring',
      'Dependencies',
      'Check how many rings are late',
    ])
  })

  it('R2 what plainly announces something else is that', () => {
    const { steps } = runbookOf(
      '## Mitigation',
      '1. Restart the loader',
      '### Impact',
      '1. Rings are late',
      '### Escalation: the ring team',
      'They know the ring.',
      '### Step 3: Escalation',
      'The lead is on call.',
    )
    expect(steps.map(({ text }) => text)).toEqual(['Restart the loader'])
  })

  it('R2 "Automated recovery" is to be run above a call, and told of above words', () => {
    const kindOf = (...lines: string[]) => runbookOf('# T', '## Automated Recovery', ...lines).parts.at(-1)?.kind
    expect(kindOf('```bash', 'scripts/recover.sh ring', '```')).toBe('mitigation')
    expect(kindOf('The relay opens the ring again after a minute.')).toBe('other')
  })

  it('R2 the part goes on with what announces nothing of its own', () => {
    expect(
      kindsOf('# T', '## Mitigation', '### Investigate the leak', '1. Look', '### Limits', '1. Raise the limit'),
    ).toEqual([
      ['T', 'other'],
      ['Mitigation', 'mitigation'],
    ])
    expect(kindsOf('# T', '## Mitigation', '### Impact', 'Late.', '### Limits', '1. Raise the limit')).toEqual([
      ['T', 'other'],
      ['Mitigation', 'mitigation'],
      ['Impact', 'impact'],
      ['Limits', 'mitigation'],
    ])
  })
})

describe('R2 a verification', () => {
  it('R2 is of the trouble before anything is done, and of the remedy after', () => {
    expect(kindsOf('# T', '## Meaning', 'Late.', '## Verification', '1. Look', '## Mitigation', '1. Mend it')).toEqual([
      ['T', 'other'],
      ['Meaning', 'meaning'],
      ['Verification', 'debugging'],
      ['Mitigation', 'mitigation'],
    ])
    expect(kindsOf('# T', '## Diagnosis', '1. Look', '## Verification', '1. Look', '## Rollback', '1. Undo')).toEqual([
      ['T', 'other'],
      ['Diagnosis', 'debugging'],
      ['Verification', 'mitigation'],
      ['Rollback', 'mitigation'],
    ])
  })
})

describe('R3 the headings between the steps of a scenario', () => {
  it('R3 are those below its own', () => {
    const { scenarios } = runbookOf(
      '# T',
      '## Common failures',
      '### Case 1: Disk full',
      '#### Diagnosis',
      '1. Look at the disk',
      '#### Fix',
      '1. Clear the disk',
    )
    expect(scenarios.map(({ steps }) => steps.map(({ above, section }) => [...above, section]))).toEqual([
      [['Diagnosis'], ['Fix']],
    ])
  })
})

describe('R2 a question below a diagnosis', () => {
  const read = (question: string) =>
    runbookOf('# T', '## Troubleshooting', `### ${question}`, '1. Open the ring', '## Notes', 'None.').steps

  it('R2 is looked into', () => {
    expect(read('What is the state of the ring?').map(({ text }) => text)).toEqual(['Open the ring'])
  })

  it('R2 is told where it is one of the alert', () => {
    const { parts } = runbookOf('# T', '## Troubleshooting', '1. Open it', '### What is this alert?', 'A ring is late.')
    expect(parts.at(-1)?.kind).toBe('meaning')
  })
})

describe('R2 numbered orders below what only tells of the trouble', () => {
  const causes = ['# Ring late', '## Possible causes', '1. The relay is full', '2. The wire is torn']

  it('R2 are the diagnosis, whose heading the author left out', () => {
    const { steps, parts } = runbookOf(
      ...causes,
      '### 1. Check the relay',
      'tools may use:',
      '- `df -h`',
      '### 2. Inspect the wire',
      'Look at both ends of it.',
    )
    expect(steps.map(({ text }) => text)).toEqual(['df -h', 'Look at both ends of it.'])
    expect(parts.at(-1)).toMatchObject({ heading: '2. Inspect the wire', kind: 'debugging' })
  })

  it('R2 numbered causes stay causes', () => {
    const told = ['### 1. Full relay', 'It has no room.', '### 2. Check of the wire', 'It is torn.']
    expect(runbookOf(...causes, ...told).steps).toEqual([])
  })
})
