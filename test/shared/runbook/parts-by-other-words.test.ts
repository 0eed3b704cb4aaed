import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const kindOf = (heading: string, ...below: string[]) =>
  runbookOf('# Late rings', `## ${heading}`, ...below).parts.find((part) => part.heading === heading)?.kind

describe('R2.1 headings in other words', () => {
  it.each([
    ['Fast checks', 'debugging'],
    ['Detection query', 'debugging'],
    ['Incident mitigation', 'mitigation'],
    ['What is the process for a restart?', 'debugging'],
    ['Preparation', 'debugging'],
    ['Check RunBook Match', 'meaning'],
    ['On-call escalation', 'escalation'],
  ])('R2.1 "%s" announces the %s', (heading, kind) => {
    expect(kindOf(heading, '1. Check the ring')).toBe(kind)
  })

  it.each(['Needed credentials', 'Permissions required', 'Required tools'])(
    'R2.1 "%s" announces what one must have, and none of it is ticked',
    (heading) => {
      const { steps } = runbookOf(
        '# Late rings',
        `## ${heading}`,
        '1. Admin key for reading the ring',
        '1. ssh access to the relay: key of the team for running it',
        '## Steps',
        '1. Open the ring',
      )
      expect(steps.map(({ text }) => text)).toEqual(['Open the ring'])
    },
  )

  it('R2.1 "Findings" announces what was seen, and nothing to do', () => {
    const told = (order: string) => [
      '**Findings**',
      '',
      '1. The rings were late.',
      '',
      '**Resolutions**',
      '',
      `1. ${order}`,
      '',
    ]
    const first = ['### Complete shutdown for 1 hour', '', ...told('Use the second relay')]
    const second = ['### Shutdown of nodes and lost disk', '', ...told('Mend the disk')]
    const rest = ['## Playbook', '', '### Relays', '', '1. Stop the relay', '2. Start the relay']
    const { scenarios } = runbookOf('# Lost rings', '', '## Procedures', '', ...first, ...second, ...rest)
    const texts = scenarios.map(({ steps }) => steps.map(({ text }) => text))
    expect(texts).toEqual([['Use the second relay'], ['Mend the disk']])
  })

  it('R2.1 "Detection" above signs of which one begins like an order is no diagnosis', () => {
    expect(kindOf('Detection', '- A reader reports a late ring', '- Email flagged by the filter')).toBe('meaning')
  })

  it('R2.1 "Detection" above what is typed is the diagnosis, above mere signs the meaning', () => {
    expect(kindOf('Detection', '```bash', 'kubectl get rings -n north', '```')).toBe('debugging')
    expect(kindOf('Detection', 'The board of the rings is red.')).toBe('meaning')
  })

  it('R1 a page whose title is only the name of its first part is named by its file', () => {
    const { title, titleFrom } = runbookOf('# Purpose', 'Removes a ring.', '## How to remove it', '1. Drain it')
    expect(titleFrom).toBe('file name')
    expect(title).not.toBe('Purpose')
  })

  it('R2.4 what a scenario orders or advises is no symptom of it', () => {
    const { scenarios } = runbookOf(
      '# T',
      '## Failure scenarios',
      '### Ring is lost',
      'The ring can be restored by:',
      '',
      '1. Stopping the relay',
      '2. Loading the slices',
      '### Ring is late',
      'The board is red.',
      '',
      '1. Restart it',
    )
    expect(scenarios.map(({ symptoms }) => symptoms)).toEqual(['', 'The board is red.'])
  })
})
