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

describe('R2 bold lines among bold lines', () => {
  it('R2 a fact has ended where the next bold line begins', () => {
    const { steps } = runbookOf(
      '# Certificate',
      '**Severity:** high',
      '',
      '**Step 1 - Find it**',
      '',
      'Look for the name:',
      '```sh',
      'kubectl get certificate',
      '```',
      '**Step 2 - Renew it**',
      '',
      'Ask for one at the portal.',
      '',
      '**Step 3 - Verify**',
      '',
      'Check the date.',
    )
    expect(steps.map(({ section, above, text }) => [...above, section, text])).toEqual([
      ['Step 1 - Find it', 'Look for the name'],
      ['Step 2 - Renew it', 'Renew it'],
      ['Step 3 - Verify', 'Check the date.'],
    ])
  })

  it('R2 brackets behind a bold line leave it a heading', () => {
    const { steps } = runbookOf(
      '# Refill the ring',
      '**If the files are there** (usual):',
      '',
      '1. Clear the mark.',
      '',
      '**If they are gone**:',
      '',
      '1. Ask for them.',
    )
    expect(steps.map(({ section }) => section)).toEqual(['If the files are there (usual)', 'If they are gone'])
  })

  it('R1 "Title: Ring full" is called Ring full', () => {
    expect(runbookOf('# Title: Ring full', 'Text.').title).toBe('Ring full')
  })
})

describe('R3 what stands beside scenarios', () => {
  it('R3 tasks below headings of their own are general steps', () => {
    const { steps, scenarios } = runbookOf(
      '# Ingest',
      '## Common operations',
      '### Restarting the relay',
      '`systemctl restart relay`',
      '### Sending a file again',
      'Upload it under a new name. The relay skips names that it knows.',
      '## Known problems',
      '### Relay crashes with code 137',
      'Move the file and restart the relay.',
      '### Files are stuck',
      '- Is the relay up? See the board.',
      '- Is the ring gone? It was once deleted by hand.',
    )
    expect(steps.map(({ line }) => line)).toEqual([4, 6])
    expect(scenarios[1]?.steps).toHaveLength(2)
  })

  it('R3 a case among cases that ask is one of them', () => {
    expect(
      textsOf(
        '## Diagnosis',
        '- Check how long it took.',
        '  - In most cases it took longer than usual and you can close the alert.',
        '  - In other cases it began late, which is fine.',
      ),
    ).toHaveLength(3)
  })

  it('R3 a column "If that fails" goes with its row', () => {
    expect(
      textsOf(
        '| Alert | First action | If that fails |',
        '| --- | --- | --- |',
        '| RingFull | Drain the ring | Page the owner |',
      ),
    ).toEqual(['RingFull: Drain the ring (If that fails: Page the owner)'])
  })
})

describe('R2.3 headings that are counted by letters', () => {
  const book = (...headings: string[]) =>
    runbookOf('# T', '## Mitigation', ...headings.flatMap((heading) => [`### ${heading}`, 'Run `ringctl open`.']))

  it('R2.3 are all scenarios where two are', () => {
    const { scenarios, steps } = book(
      'A. Move by itself',
      'B. Ring exhausted',
      'C. Relay failed',
      'D. Restore from a copy',
    )
    expect(scenarios.map(({ title }) => title)).toEqual([
      'Move by itself',
      'Ring exhausted',
      'Relay failed',
      'Restore from a copy',
    ])
    expect(steps).toEqual([])
  })

  it('R2.3 also one with a key word in brackets', () => {
    const { scenarios } = book('A. Ring exhausted', 'B. Relay failed', 'C. External dependency (bank, partner) outage')
    expect(scenarios.map(({ title }) => title)).toContain('External dependency (bank, partner) outage')
  })

  it('R2.3 or none', () => {
    expect(book('A. Check the ring', 'B. Drain it', 'C. Restore from a copy').scenarios).toEqual([])
  })
})
