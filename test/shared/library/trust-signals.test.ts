import { describe, expect, it } from 'vitest'
import { signalsOfVersion } from '../../../shared/library/signals-of-version.ts'
import { trustSignals } from '../../../shared/library/trust-signals.ts'
import { timeWords, trustNotes } from '../../../shared/library/trust-words.ts'
import { parseRunbook } from '../../../shared/runbook/parse-runbook.ts'
import { emptyTeam } from '../../../shared/schedule/team.ts'

const person = (id: string, name: string) => ({ ...emptyTeam, people: [{ id, name }] }) as unknown as typeof emptyTeam
const files = new Set(['runbooks/a.md', 'runbooks/b.md'])

function signalsOf(text: string, team = person('eng-a', 'Engineer A')) {
  return trustSignals(parseRunbook({ path: 'runbooks/a.md', text }), [], { team, files, today: '2026-11-24' })
}

describe('trust signals', () => {
  it('L16 names the owner, and says when team.yaml does not know them', () => {
    expect(signalsOf('---\nowner: eng-a\n---\n').owner).toEqual({ id: 'eng-a', name: 'Engineer A', isUnknown: false })
    expect(signalsOf('---\nowner: eng-z\n---\n').owner).toEqual({ id: 'eng-z', name: 'eng-z', isUnknown: true })
    expect(signalsOf('---\nowner: eng-z\n---\n', emptyTeam).owner?.isUnknown).toBe(false)
    expect(signalsOf('---\nowner_slack: "#ledger"\n---\n').owner).toMatchObject({ id: '#ledger', isUnknown: false })
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

  it('R6 of a version that is followed, its own days count, and no link of the file that went on', () => {
    const today = '2026-11-24'
    const version = parseRunbook({
      path: 'runbooks/a.md',
      text: '---\nlastVerified: 2026-08-01\nreviewEvery: P90D\n---\n# A\n\n1. Restart the pod.\n',
    })
    const ofFile = signalsOf('---\nlastVerified: 2026-11-20\nlastDrilled: 2026-11-01\n---\n[gone](gone.md)\n')
    const left = signalsOfVersion(ofFile, { version, today })
    expect(left).toMatchObject({
      lastVerified: '2026-08-01',
      lastDrilled: null,
      review: { state: 'stale' },
      brokenLinks: [],
    })
  })

  it('L16 tells when it was last drilled', () => {
    const signals = signalsOf('---\nlast-drilled: 2026-09-12\n---\n')
    expect(signals.lastDrilled).toBe('2026-09-12')
    expect(trustNotes(signals, (at) => at).map((note) => note.words)).toEqual([
      'no owner',
      'not used yet',
      'drilled 12 Sep 2026',
    ])
    expect(signalsOf('# T\n').lastDrilled).toBeNull()
  })

  it('L16 lists the links that lead nowhere, with their lines', () => {
    const text = '# T\n\n[there](b.md) [gone](c.md)\n\n[here](#t) [nowhere](#zz) [web](https://example.com)\n'
    expect(signalsOf(text).brokenLinks.map(({ line }) => line)).toEqual([3, 5])
  })
})

describe('trust in words', () => {
  const base = signalsOf('---\nowner: eng-a\n---\n')
  const words = (change: Partial<typeof base>) =>
    trustNotes({ ...base, ...change }, (at) => at.slice(0, 10)).map(
      (note) => `${note.isWarning ? '! ' : ''}${note.words}`,
    )

  it('L16 says what is wrong as a warning, and what is known as a fact', () => {
    expect(words({})).toEqual(['not used yet', 'no drill noted'])
    expect(words({ owner: null })).toEqual(['! no owner', 'not used yet', 'no drill noted'])
    expect(words({ onlyOpened: 3 })[0]).toBe('not used yet, only opened 3 times')
    expect(words({ runs: 1, lastUsedAt: '2026-11-01T03:00:00.000Z' })).toEqual([
      'used once, last 1 Nov 2026',
      'no drill noted',
    ])
    expect(
      words({
        owner: { id: 'eng-z', name: 'eng-z', isUnknown: true },
        review: { state: 'stale', lastVerified: '2026-01-01', dueOn: '2026-04-01', daysOverdue: 9 },
        brokenLinks: [{ line: 3, rule: 'runbook/dead-link', severity: 'error', message: 'gone' }],
      }),
    ).toEqual([
      '! owner eng-z is not in team.yaml',
      '! review was due 1 Apr 2026',
      '! 1 broken link',
      'not used yet',
      'no drill noted',
    ])
  })

  it('L15 says of how many runs a time is', () => {
    const words = (timed: number, medianMs: number | null) =>
      timeWords(
        { text: 'Look', runs: timed, done: timed, skipped: 0, otherWay: 0, timed, medianMs },
        (ms) => `${ms / 60_000} min`,
      )
    expect([words(0, null), words(1, 180_000), words(3, 240_000)]).toEqual([
      'not timed',
      '3 min, in one run',
      '4 min, median of 3 runs',
    ])
  })

  it('L15 calls a step mostly skipped only when that is a habit', () => {
    const step = (done: number, skipped: number, otherWay = 0) => ({
      ...{ text: 'Look', runs: 9, done, skipped, otherWay, timed: 0, medianMs: null },
    })
    expect(words({ steps: [step(0, 1), step(3, 2), step(0, 0, 5)] })).toEqual(['not used yet', 'no drill noted'])
    expect(words({ steps: [step(1, 2), step(0, 2)] })).toEqual([
      '! 2 steps mostly skipped',
      'not used yet',
      'no drill noted',
    ])
  })
})
