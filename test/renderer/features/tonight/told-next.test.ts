import { expect, it } from 'vitest'
import { toldNext } from '../../../../renderer/features/tonight/told-next.ts'
import { at, onlyRotation, sampleTeam } from '../../../shared/schedule/sample-team.ts'

/** Engineer A has the week, Engineer C is backup; Engineer A is the pipeline's secondary owner. */
const nowMs = at('2026-11-03T15:00:00.000Z')
const dueAt = '2026-11-03T16:00:00.000Z'
const next = (commander: string | null, who: string | null, atMs = nowMs) =>
  toldNext(
    { nextRung: { rungId: 'r', dueAt, words: '', who }, pipeline: { id: 'profit', name: 'Profit' }, commander },
    sampleTeam,
    atMs,
  )

it('E5 names whom the host will tell: whoever has command is passed over, not whoever looks', () => {
  expect(next('eng-b', 'secondary')).toBe('Engineer A')
  expect(next('eng-a', 'secondary')).toBe('Engineer C')
  expect(next(null, 'secondary')).toBe('Engineer A')
  expect(next(null, null)).toBeNull()
})

it('E5 names whoever can be told now for a rung that is overdue', () => {
  const nextWeek = at('2026-11-10T15:00:00.000Z')
  expect(onlyRotation(sampleTeam).weeks[1]?.backup).toBe('eng-d')
  expect(next('eng-a', 'backup', nextWeek)).toBe('Engineer D')
})
