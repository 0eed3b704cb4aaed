import { expect, it } from 'vitest'
import type { RunRecord } from '../../../shared/library/run-fold.ts'
import { runsByRunbook } from '../../../shared/library/runs-by-runbook.ts'
import { trustSignals } from '../../../shared/library/trust-signals.ts'
import { trustNotes } from '../../../shared/library/trust-words.ts'
import { parseRunbook } from '../../../shared/runbook/parse-runbook.ts'
import { emptyTeam } from '../../../shared/schedule/team.ts'

const file = (path: string, hash: string, title = 'Late') => ({ path, title, sha256: hash.repeat(64) })
const run = (path: string, hash: string, day: number, title = 'Late'): RunRecord => ({
  ...file(path, hash, title),
  openedAt: `2026-11-${String(day).padStart(2, '0')}T03:00:00.000Z`,
  isUsed: true,
  asked: ['Look'],
  steps: [{ text: 'Look', outcome: 'done', tookMs: 60_000 }],
})
const daysAt = (path: string, runs: readonly RunRecord[], files: readonly ReturnType<typeof file>[]) =>
  (runsByRunbook(runs, files).get(path) ?? [])
    .map(({ openedAt }) => Number(openedAt.slice(8, 10)))
    .toSorted((a, b) => a - b)

it('L16 runs count where the file of their runbook lies now', () => {
  const runs = [run('late.md', 'a', 1), run('ops/late.md', 'a', 3)]
  expect(daysAt('ops/late.md', runs, [file('ops/late.md', 'a')])).toEqual([1, 3])
  expect(daysAt('ops/late.md', runs, [file('ops/late.md', 'a'), file('late.md', 'b')])).toEqual([3])
})

it('L16 two runbooks of one title that were there at once stay two when one goes', () => {
  const runs = [run('late.md', 'a', 1), run('ops/late.md', 'b', 2), run('late.md', 'a', 3)]
  expect(daysAt('ops/late.md', runs, [file('ops/late.md', 'b')])).toEqual([1, 2])
  expect(daysAt('ops/late.md', runs, [file('ops/late.md', 'a')])).toEqual([1, 2, 3])
})

it('L16 tells the names that the file had', () => {
  const runs = [run('late.md', 'a', 1), run('old/late.md', 'a', 2), run('ops/late.md', 'a', 3)]
  const signals = trustSignals(parseRunbook({ path: 'ops/late.md', text: '# Late\n' }), runs, {
    ...{ team: emptyTeam, files: new Set<string>(), today: '2026-11-24' },
  })
  expect(signals).toMatchObject({ runs: 3, formerPaths: ['old/late.md', 'late.md'] })
  expect(trustNotes(signals, (at) => at.slice(0, 10)).map(({ words }) => words)).toContain(
    'before at old/late.md, late.md',
  )
})
