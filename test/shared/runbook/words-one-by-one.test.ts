import { describe, expect, it } from 'vitest'
import { topicOf } from '../../../shared/runbook/words/topic.ts'
import { outlineOf } from './outline.ts'
import { runbookOf } from './read-sample.ts'

const outline = (...lines: string[]): string[] => outlineOf(runbookOf('# Relay', ...lines).steps)

/** The steps of lines below a remedy. */
const mended = (...lines: string[]): string[] => outline('', '## Mitigation', '', ...lines)

describe('R2.1 headings that begin with what they announce', () => {
  it.each([
    ['Escalating a torn ring', 'escalation'],
    ['Impact on the relays', 'impact'],
    ['Causes fr\u00E9quentes de la panne', 'cause'],
    ['M\u00F6gliche Ursachen f\u00FCr R\u00FCckstand', 'cause'],
    ['Causas del atasco', 'cause'],
    ['Data sources of the ring', 'sources'],
    ['Failure modes of the ring', 'scenarios'],
  ])('R2.1 "%s" announces %s', (heading, topic) => {
    expect(topicOf(heading)).toBe(topic)
  })
})

describe('R3.1 what looks like an order, and what looks like none', () => {
  it('R3.1 the name of an authority orders nothing, though it begins with "Let\u2019s"', () => {
    expect(mended("Let's Encrypt limits the renewals of a week.", '', 'Renew the certificate.')).toEqual([
      'Renew the certificate.',
    ])
  })

  it('R3.1 what is told in a sentence without a full stop before it takes no order away', () => {
    const order = '- Open `ring.yaml` The file contains the limits.'
    expect(mended(order, '- A ring is kept for a week.', '- Restart the relay.')).toEqual([
      'Open ring.yaml The file contains the limits.',
      'Restart the relay.',
    ])
  })
})

describe('R3.9 headings that name ways', () => {
  it('R3.9 methods side by side are ways of one task', () => {
    const ways = ['### Snapshot method', '', '1. Stop the relay.', '', '### Dump method', '', '1. Load the dump.']
    expect(mended(...ways)).toEqual(['Either: Snapshot method: Stop the relay.', 'Or: Dump method: Load the dump.'])
  })

  it.each([
    ['Fresh deployment', 'Existing deployment'],
    ['New cluster', 'Upgrading the cluster'],
    ['Replay physical backups', 'Replay logical backups'],
  ])('R3.9 "%s" and "%s" are opposites of which one is wanted', (one, other) => {
    const ways = [`### ${one}`, '', '1. Stop the relay.', '', `### ${other}`, '', '1. Drain the ring.']
    expect(mended(...ways)).toEqual([`${one}: Stop the relay.`, `${other}: Drain the ring.`])
  })
})

describe('R3.10 orders where no heading announces any', () => {
  it('R3.10 beside numbers the words behind the label of a bullet are what asks', () => {
    const labelled = ['- Ring of the night: drain the relay', '- Ring of the day: it is open', '- Other rings are kept']
    expect(outline('', '## Open it', '', '1. Restart the relay.', '', '## Rings', '', ...labelled)).toEqual([
      'Restart the relay.',
      'Ring of the night: drain the relay',
    ])
  })

  it('R3.10 "first" and what is done to it in turn are an order behind a statement', () => {
    const told = 'A ring is kept in two places. First, you delete its keys. This is slow.'
    expect(outline('', told, '', '## Ring', '', 'Drain the relay.')).toEqual([
      'First, you delete its keys. This is slow.',
      'Drain the relay.',
    ])
  })
})

describe('R3.15 time boxes', () => {
  it('R3.15 "again in ~10 minutes" says when and not for how long', () => {
    const { steps } = runbookOf('# T', '## Steps', '1. Look at the ring again in ~10 minutes.', '2. Wait ~5 minutes.')
    expect(steps.map(({ timeBoxMs }) => timeBoxMs)).toEqual([undefined, 300_000])
  })
})
