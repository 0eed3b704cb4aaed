import { describe, expect, it } from 'vitest'
import { checkRunbook } from '../../../shared/runbook/lint/check-runbook.ts'
import { parseRunbook } from '../../../shared/runbook/parse-runbook.ts'
import { leastProcessorMs } from '../../support/processor-time.ts'

const context = { peopleIds: [], pipelineIds: [], files: new Set(['a.md', 'x.md']), today: '2026-11-20' }
const times = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n')

const long: Readonly<Record<string, (count: number) => string>> = {
  'live links to headings': (count) =>
    `${times(count, (at) => `- [x](#part-number-${at})`)}\n\n${times(count, (at) => `## Part number ${at}\n`)}`,
  'definitions of one address': (count) => `[a](x.md)\n\n${times(count * 8, (at) => `[l${at}]: x.md`)}`,
  'links by such definitions': (count) =>
    `${times(count * 2, (at) => `[l${at}]`)}\n\n${times(count * 2, (at) => `[l${at}]: x.md`)}`,
  'links on one line': (count) =>
    `${times(count * 2, (at) => `[l${at}]`).replaceAll('\n', ' ')}\n\n${times(count * 2, (at) => `[l${at}]: x.md`)}`,
  scenarios: (count) =>
    `# X\n\n## Failure scenarios\n\n${times(count, (at) => `### Late data ${at}\n\n1. Check it\n`)}`,
}

describe('R4 R8 checking takes time as the text is long', () => {
  it.each(Object.keys(long))('R4 R8 %s', (what) => {
    const spent = (count: number) => {
      const runbook = parseRunbook({ path: 'a.md', text: long[what]?.(count) ?? '' })
      return leastProcessorMs(
        () => ({ ...runbook, anchors: [...runbook.anchors] }),
        (copy) => checkRunbook(copy, context),
      )
    }
    spent(100)
    // Eight times the length: linear is 8, square is 64. Half-way leaves room for a busy machine.
    expect(spent(3_200)).toBeLessThan(32 * Math.max(4, spent(400)))
  })
})
