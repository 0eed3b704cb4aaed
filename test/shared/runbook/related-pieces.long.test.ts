import { describe, expect, it } from 'vitest'
import { parseRunbook } from '../../../shared/runbook/parse-runbook.ts'
import { isGroup } from '../../../shared/runbook/scenarios/like-failures.ts'
import { sectionsOf } from '../../../shared/runbook/sections/sections.ts'
import { NO_INLINE } from '../../../shared/runbook/text/read-inline.ts'
import { leastProcessorMs } from '../../support/processor-time.ts'

const parse = (text: string) => parseRunbook({ path: 'x.md', text })
const fill = (text: string, length: number) => text.repeat(Math.ceil(length / text.length)).slice(0, length)
const times = (length: number, piece: (at: number) => string): string => {
  const pieces: string[] = []
  for (let [at, left] = [0, length]; left > 0; at += 1, left -= pieces.at(-1)?.length ?? left) pieces.push(piece(at))
  return pieces.join('')
}

/** Shapes whose pieces are looked for among each other. */
const related: Readonly<Record<string, (length: number) => string>> = {
  'tasks that are opposites': (length) => fill('## Full restore\n## Partial restore\n', length / 2),
  'the same task for many': (length) => fill('## Replay for snapshots\n', length * 2),
  'lists that count ways': (length) =>
    `# T\n\n${fill('There are two ways:\n- a\n- b\n\n', length / 4)}\n\n${times(length / 4, (at) => `## h${at}\n`)}`,
  'items beside scenarios': (length) =>
    `## Failure scenarios\n${times(length / 2, (at) => `- Disk ${at} z: run it\n`)}## Known issues\n${times(length / 2, (at) => `### Problem: q${at}\na\n`)}`,
  'examples of a call': (length) => times(length, (at) => `Example:\n\n\`\`\`\n$ ls a${at}\nx1\n\`\`\`\n\n`),
  'names of metrics': (length) => `1. Run \`a{}${fill('{', length)}\`.`,
  'underscores in a function': (length) => `1. Run \`sum(${fill('_', length)}\`.`,
  'code in a sentence': (length) => times(length * 2, (at) => `\`a${at} b\` and `),
  'ways in a script': (length) => `\`\`\`bash\n${fill('# or so\n', length)}ls\n\`\`\``,
  'settings in a script': (length) => `\`\`\`bash\n${times(length * 5, (at) => `k${at}: v\n`)}\`\`\``,
  'code below its lead': (length) => `## Fix\n\n${fill('Run it:\n\n```\nls -l\n```\n\n', length * 3)}`,
  'code in an item': (length) => `1. Stop it\n\n${fill('   ```sh\n   ls -l\n   ```\n', length * 4)}`,
}

describe('R4 pieces that are looked for among each other', () => {
  it.each(Object.entries(related))('R4 %s: time grows with the length, not with its square', (_, make) => {
    const timed = (length: number) => leastProcessorMs(() => make(length), parse)
    timed(10_000)
    const small = Math.max(10, timed(10_000))
    // Eight times the length: linear is 8, square is 64. Half-way leaves room for a busy machine.
    expect(timed(80_000) / small).toBeLessThan(32)
  })

  it('R4 a heading may gather as many as a file holds', () => {
    const heading = (text: string, level: number, line: number) => ({
      type: 'heading' as const,
      level,
      inline: { ...NO_INLINE, text },
      line,
      endLine: line,
    })
    const below = Array.from({ length: 150_000 }, (_, at) => heading('A', 3, at + 2))
    const sections = sectionsOf([heading('Loader issues', 2, 1), ...below], 1, 150_001)
    expect(sections.filter((section) => section.level === 2 && isGroup(sections, section))).toHaveLength(1)
  })
})
