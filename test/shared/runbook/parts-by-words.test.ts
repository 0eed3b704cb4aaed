import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const kindOf = (heading: string) =>
  runbookOf('# Disk of the ring', '', 'It tells.', '', `## ${heading}`, '', 'The ring is there.').parts.at(-1)?.kind

describe('R2 a heading that announces nothing as a whole', () => {
  it.each([
    ['Finding issues', 'debugging'],
    ['Detecting torn rings', 'debugging'],
    ['Replacing a disk', 'mitigation'],
    ['Solution 2', 'mitigation'],
    ['Possible impact', 'impact'],
    ['The alerts at a glance', 'meaning'],
    ['What \u201Ctorn\u201D means', 'meaning'],
    ['Alert conditions', 'meaning'],
    ['Getting support', 'escalation'],
    ['Who owns this', 'escalation'],
    ['Failover architecture', 'other'],
    ['Configuration', 'other'],
  ])('R2 "%s" is of the %s by some of its words', (heading, kind) => {
    expect(kindOf(heading)).toBe(kind)
  })
})
