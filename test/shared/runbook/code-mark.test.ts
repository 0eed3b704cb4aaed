import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CODE_MARK } from '../../../shared/runbook/languages/code-mark.ts'
import { parseRunbook } from '../../../shared/runbook/parse-runbook.ts'
import { parseBlocks } from '../../../shared/runbook/text/parse-blocks.ts'

const room = join(import.meta.dirname, '../../../shared/runbook')
const proseOf = (line: string): string => {
  const [block] = parseBlocks(line, [line])
  return block?.type === 'paragraph' ? block.inline.prose : ''
}

describe('the mark of code in prose', () => {
  it('is one of Latin-1, so that a pattern is compiled for one kind of text', () => {
    expect(CODE_MARK.charCodeAt(0)).toBeLessThan(0x100)
    expect(proseOf('Restart `ring-b` now.')).toBe(`Restart ${CODE_MARK} now.`)
  })

  it('is written one way in all patterns: another white bullet is one that the author wrote', () => {
    const sources = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
    const astray = sources.filter((name) => /\u25E6|\\u25E6/i.test(readFileSync(join(room, name), 'utf8')))
    expect(astray).toEqual([])
  })

  it('is never shown', () => {
    const text =
      '# Torn ring\n\n## Mitigation\n\n1. Stop `ring-b` and run `ringctl mend`.\n2. You can also `cd` into `/srv/ring`.\n'
    expect(JSON.stringify(parseRunbook({ path: 'ring.md', text }))).not.toContain(CODE_MARK)
  })
})
