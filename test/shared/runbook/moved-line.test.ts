import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { movedLines } from '../../../shared/runbook/moved-line.ts'

const before = '# A\n\none\ntwo\nthree\nfour\n'

describe('R6 a line after an edit', () => {
  it('R6 stands lower when lines came above it, and higher when some went', () => {
    expect(movedLines(before, `# A\n\nnew\nnewer\n${before.slice(5)}`)(4)).toEqual({ line: 6, isSame: true })
    expect(movedLines(before, 'two\nthree\nfour\n')(5)).toEqual({ line: 2, isSame: true })
  })

  it('R6 that was edited is what stands in its place', () => {
    expect(movedLines(before, before.replace('two', 'two, or so'))(4)).toEqual({ line: 4, isSame: false })
    expect(movedLines(before, before.replace('two\nthree', 'both'))(5)).toEqual({ line: 4, isSame: false })
  })

  it('R6 that went is the one that followed it', () => {
    expect(movedLines(before, before.replace('two\nthree\n', ''))(5)).toEqual({ line: 4, isSame: false })
  })

  it('R6 that never was is the first', () => {
    expect(movedLines(before, 'other')(90)).toEqual({ line: 1, isSame: false })
  })

  it('R6 that is the same has the same words, whatever was edited, and none leaves the text by more than its end', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(text, text, (old, now) => {
        const moved = movedLines(old.join('\n'), now.join('\n'))
        for (const [index, words] of old.entries()) {
          const { line, isSame } = moved(index + 1)
          if (isSame) expect(now[line - 1]).toBe(words)
          expect(line).toBeGreaterThan(0)
          expect(line).toBeLessThanOrEqual(now.length + 1)
        }
      }),
    )
  })
})
