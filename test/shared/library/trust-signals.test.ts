import { describe, expect, it } from 'vitest'
import { trustSignals } from '../../../shared/library/trust-signals.ts'
import { parseRunbook } from '../../../shared/runbook/parse-runbook.ts'
import { emptyTeam } from '../../../shared/schedule/team.ts'

const person = (id: string, name: string) => ({ ...emptyTeam, people: [{ id, name }] }) as unknown as typeof emptyTeam
const files = new Set(['runbooks/a.md', 'runbooks/b.md'])

function signalsOf(text: string, team = person('eng-a', 'Engineer A')) {
  return trustSignals(parseRunbook({ path: 'runbooks/a.md', text }), [], { team, files, today: '2026-11-24' })
}

describe('trust signals', () => {
  it('L16 names the owner, and says when they are gone', () => {
    expect(signalsOf('---\nowner: eng-a\n---\n').owner).toEqual({ id: 'eng-a', name: 'Engineer A', isGone: false })
    expect(signalsOf('---\nowner: eng-z\n---\n').owner).toEqual({ id: 'eng-z', name: 'eng-z', isGone: true })
    expect(signalsOf('---\nowner: eng-z\n---\n', emptyTeam).owner?.isGone).toBe(false)
    expect(signalsOf('# T\n').owner).toBeNull()
  })

  it('L16 tells when it was verified and when its review is due', () => {
    const { lastVerified, review } = signalsOf('---\nlastVerified: 2026-08-01\nreviewEvery: P90D\n---\n')
    expect(lastVerified).toBe('2026-08-01')
    expect(review).toMatchObject({ state: 'stale', dueOn: '2026-10-30' })
    expect(signalsOf('# T\n')).toMatchObject({
      lastVerified: null,
      review: { state: 'unknown' },
      runs: 0,
      lastUsedAt: null,
    })
  })

  it('L16 lists the links that lead nowhere, with their lines', () => {
    const text = '# T\n\n[there](b.md) [gone](c.md)\n\n[here](#t) [nowhere](#zz) [web](https://example.com)\n'
    expect(signalsOf(text).brokenLinks.map(({ line }) => line)).toEqual([3, 5])
  })
})
