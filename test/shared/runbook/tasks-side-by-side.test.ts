import { describe, expect, it } from 'vitest'
import { outlineOf } from './outline.ts'
import { runbookOf } from './read-sample.ts'

const outline = (...lines: string[]) => outlineOf(runbookOf('# Relay', ...lines).steps)
const titles = (...lines: string[]) => runbookOf('# Relay', ...lines).scenarios.map(({ title }) => title)

describe('headings side by side of which one is wanted', () => {
  const below = (...headings: readonly (readonly string[])[]) =>
    outline('## Resolution', ...headings.flatMap(([heading, ...items]) => [`### ${heading}`, ...items]))

  it.each([
    ['From the CLI', 'From the Azure Portal'],
    ['gcloud', 'Console'],
    ['Via the browser', 'Command line'],
  ])('R3 %s and %s are ways', (one, other) => {
    const steps = below([one, '1. Open it.', '2. Stop the relay.'], [other, '1. Log in.', '2. Stop the relay.'])
    expect(steps).toEqual([
      `Either: ${one}`,
      '  Open it.',
      '  Stop the relay.',
      `Or: ${other}`,
      '  Log in.',
      '  Stop the relay.',
    ])
  })

  it.each([
    ['Full ring restore', 'Restore single rings'],
    ['Replay for physical backups', 'Replay for snapshots'],
    ['Planned switch', 'Emergency switch'],
    ['Prevent the deadlock', 'How to recover when it happens'],
  ])('R3 %s and %s are tasks and no sequence', (one, other) => {
    const steps = below([one, '1. Open it.', '2. Stop the relay.'], [other, '1. Log in.', '2. Stop the relay.'])
    expect(steps).toEqual([one, '  Open it.', '  Stop the relay.', other, '  Log in.', '  Stop the relay.'])
  })

  it.each([
    ['1. Prepare the full restore', '2. Restore single rings'],
    ['Check the lag for the ring', 'Check the lag for the relay'],
    ['Stop the full ring', 'Open the entire relay'],
  ])('R3 %s and %s follow each other', (one, other) => {
    const steps = below([one, '- Open it.', '- Stop it.'], [other, '- Open it.', '- Close it.'])
    expect(steps).toEqual(['Open it.', 'Stop it.', 'Open it.', 'Close it.'])
  })
})

describe('situations side by side', () => {
  const told = (heading: string) => [
    `## ${heading}`,
    'It may happen.',
    '### Actions to Mitigate',
    '1. Open it.',
    '2. Move the ring.',
  ]

  it('R2 that are each answered below the same heading are scenarios', () => {
    expect(titles(...told('Ring failover'), ...told('Ring restore'), ...told('File recovery from the ring'))).toEqual([
      'Ring failover',
      'Ring restore',
      'File recovery from the ring',
    ])
  })

  it('R2 are none where they are numbered, or orders', () => {
    expect(titles(...told('Étape 1 : la panne'), ...told('Étape 2 : la suite'))).toEqual([])
    expect(titles(...told('Stop the ring'), ...told('Open the ring'))).toEqual([])
  })

  it('R2 are none below queries that are gathered', () => {
    const query = (heading: string) => [`### ${heading}`, '```sql', 'SELECT * FROM rings;', '```']
    expect(titles('## Useful queries', ...query('Rings that are stale'), ...query('Rings that are missing'))).toEqual(
      [],
    )
  })

  it('R2 are none where the heading above has a diagnosis of its own', () => {
    const { scenarios } = runbookOf(
      '# Relay reports many errors',
      '## Possible checks',
      '- Check the ring.',
      '## Resolution',
      '1. Restart it.',
      '## Post checks',
      '1. Check the ring again.',
    )
    expect(scenarios).toEqual([])
  })
})

describe('R3 tasks that are gathered', () => {
  it('R3 do not follow each other, unless they are numbered', () => {
    const two = ['- Pause it.', '- Drain it.']
    expect(
      outline('## Emergency procedures', '### Stop the ring', ...two, '### Rebuild it (last resort)', ...two),
    ).toEqual(['Stop the ring', '  Pause it.', '  Drain it.', 'Rebuild it (last resort)', '  Pause it.', '  Drain it.'])
    expect(outline('## Emergency procedures', '### 1. Stop the ring', ...two, '### 2. Rebuild it', ...two)).toEqual([
      'Pause it.',
      'Drain it.',
      'Pause it.',
      'Drain it.',
    ])
  })

  it('R3 links to headings of the page are no steps beside them', () => {
    const contents = ['- [Stop the ring](#stop-the-ring)', '- [Drain it](#drain-it)']
    expect(
      outline('## Steps', ...contents, '### Stop the ring', '1. Pause it.', '### Drain it', '1. Open the valve.'),
    ).toEqual(['Pause it.', 'Open the valve.'])
  })
})
