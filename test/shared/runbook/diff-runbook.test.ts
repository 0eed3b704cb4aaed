import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedSince, diffRunbook, saysTheSame } from '../../../shared/runbook/diff-runbook.ts'

describe('R6 changed since the run began', () => {
  it('R6 gives the lines that came and went, with their numbers', () => {
    expect(diffRunbook('a\nb\nc', 'a\nB\nc\nd')).toEqual({
      changed: true,
      added: 2,
      removed: 1,
      changes: [
        { change: 'same', lines: ['a'], oldLine: 1, newLine: 1 },
        { change: 'removed', lines: ['b'], oldLine: 2, newLine: 2 },
        { change: 'added', lines: ['B'], oldLine: 3, newLine: 2 },
        { change: 'same', lines: ['c'], oldLine: 3, newLine: 3 },
        { change: 'added', lines: ['d'], oldLine: 4, newLine: 4 },
      ],
    })
  })

  it('R6 another line ending is no change', () => {
    expect(diffRunbook('a\r\nb\r\n', 'a\nb\n')).toMatchObject({ changed: false, added: 0, removed: 0 })
  })

  it('R6 an emptied file gains no line, and an empty one loses none', () => {
    expect(diffRunbook('a\nb', '')).toMatchObject({ changed: true, added: 0, removed: 2 })
    expect(diffRunbook('', 'a\nb')).toMatchObject({ changed: true, added: 2, removed: 0 })
    const long = Array.from({ length: 3000 }, (_, line) => `line ${line}`).join('\n')
    expect(diffRunbook(long, '')).toMatchObject({ added: 0, removed: 3000 })
  })

  it('R6 both texts can be put together again from the changes', () => {
    const text = fc.array(fc.constantFrom('', 'a', 'b', '# c')).map((lines) => lines.join('\n'))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { changes, changed } = diffRunbook(before, after)
        const join = (not: string) =>
          changes
            .filter(({ change }) => change !== not)
            .flatMap(({ lines }) => lines)
            .join('\n')
        expect(join('added')).toBe(before)
        expect(join('removed')).toBe(after)
        expect(changed).toBe(before !== after)
      }),
    )
  })

  it('R6 says when the file is the same, changed or gone', () => {
    expect([
      changedSince({ sha256: 'x' }, { sha256: 'x' }),
      changedSince({ sha256: 'x' }, { sha256: 'y' }),
      changedSince({ sha256: 'x' }, undefined),
    ]).toEqual(['same', 'changed', 'gone'])
  })

  it('R6 a text says the same while only its front matter is another', () => {
    const body = '# Late\n\n1. Look\n'
    const [before, after] = ['2026-08-01', '2026-11-23'].map((day) => `---\nlastVerified: ${day}\n---\n${body}`)
    expect(saysTheSame(before ?? '', after ?? '')).toBe(true)
    expect(saysTheSame(body, `---\r\nlastVerified: 2026-11-23\r\n---\r\n\r\n${body.replaceAll('\n', '\r\n')}`)).toBe(
      true,
    )
    expect(saysTheSame(before ?? '', `${after}2. Restart\n`)).toBe(false)
  })
})
