import { describe, expect, it } from 'vitest'
import { movedRunbooks } from '../../../shared/runbook/moved-runbook.ts'

const file = (path: string, title: string, hash: string) => ({ path, title, sha256: hash.repeat(64) })
const before = file('late.md', 'Growth is late', 'a')

describe('where a runbook lies whose own file is gone', () => {
  it('R6 is the file with its text, whatever else has its title', () => {
    const files = [file('ops/late.md', 'Growth is late', 'a'), file('eu/late.md', 'Growth is late', 'b')]
    expect(movedRunbooks(files)(before)).toBe('ops/late.md')
  })

  it('R6 is the one with its title where the text was edited, too', () => {
    expect(movedRunbooks([file('ops/late.md', 'Growth is late', 'b'), file('x.md', 'X', 'c')])(before)).toBe(
      'ops/late.md',
    )
  })

  it('R6 is not known where several have its text, or its title', () => {
    const [one, other] = [file('ops/late.md', 'Growth is late', 'a'), file('eu/late.md', 'Growth', 'a')]
    expect(movedRunbooks([one, other])(before)).toBeNull()
    expect(movedRunbooks([one, { ...other, title: one.title }].map((each) => ({ ...each, sha256: 'c' })))(before)).toBe(
      null,
    )
    expect(movedRunbooks([file('x.md', 'X', 'c')])(before)).toBeNull()
  })

  it('R6 is where it was while its file is there, whatever became of the text', () => {
    expect(
      movedRunbooks([file('late.md', 'Other', 'c'), file('ops/late.md', 'Growth is late', 'a')])(before),
    ).toBeNull()
  })
})
