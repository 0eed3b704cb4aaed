import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editTeamYaml } from '../../../../shared/schedule/swaps/edit-team-yaml.ts'
import { applyChange, type ScheduleChange } from '../../../../shared/schedule/swaps/schedule-change.ts'
import { rotationId } from './sample-swaps.ts'
import { parse, quotedProposal, teamFiles } from './team-files.ts'

const dates = fc.constantFrom('2026-12-01', '2026-12-24', '2027-02-28', '2028-02-29')
const ids = fc.constantFrom('eng-a', 'eng-b', 'eng-c', 'eng-d', 'data-lead')
const words = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 20 }),
    fc.constantFrom('a: b', '- x', '# no', "it's", '"q"', 'true', '007', 'x, y', '{z}', '*a', '& b', '\u{1F600} é'),
  )
  .map((text) => text.replace(/[\p{Cc}\p{Cs}\uFEFF\u2028\u2029\u0085]/gu, ''))
  .filter((text) => text.trim() !== '')
const override$ = fc.record(
  { from: dates, to: fc.constant('2028-03-01'), person: ids, for: ids, reason: words },
  { requiredKeys: ['from', 'to'] },
)
const absence$ = fc.record(
  { from: dates, to: fc.constant('2028-03-01'), reason: words, uid: fc.constantFrom('u1', 'u2@x') },
  { requiredKeys: ['from', 'to'] },
)
const mode$ = fc.record(
  {
    from: fc.constantFrom('2027-12-20', '2028-01-10'),
    to: fc.constantFrom('2028-01-03', '2028-01-12'),
    timezone: fc.constant('Europe/Berlin'),
    reason: fc.constantFrom('year end', "New Year's: #1"),
    severityFloor: fc.constantFrom(1, 2, 5),
    hours: fc.constantFrom(
      { from: '08:00', to: '20:00', timezone: 'Europe/Berlin', days: 'daily' as const },
      { from: '09:00', to: '12:30', timezone: 'UTC', days: ['monday' as const, 'friday' as const] },
    ),
    stretch: fc.constantFrom(1.5, 2),
    tiers: fc.subarray(['experiment', 'internal'] as const),
  },
  { requiredKeys: ['from', 'to', 'timezone', 'reason', 'tiers'] },
)

const change$: fc.Arbitrary<ScheduleChange> = fc.oneof(
  fc.record({
    kind: fc.constant('stand-in' as const),
    rotationId: fc.constant(rotationId),
    overrides: fc.array(override$, { maxLength: 2 }),
    temporary: fc.array(
      fc.record(
        { from: dates, to: fc.constant('2028-03-01'), primary: ids, uid: fc.constantFrom('u1', 'u2@x') },
        { requiredKeys: ['from', 'to'] },
      ),
      { maxLength: 2 },
    ),
  }),
  fc.record({
    kind: fc.constant('propose' as const),
    rotationId: fc.constant(rotationId),
    proposal: fc
      .record({ id: fc.constantFrom('p1', 'p2'), reason: words })
      .map((drawn) => ({ ...quotedProposal, ...drawn })),
  }),
  fc.record({
    kind: fc.constantFrom('accept' as const, 'decline' as const),
    rotationId: fc.constant(rotationId),
    proposalId: fc.constantFrom('p1', 'p2'),
    on: dates,
  }),
  fc.record({
    kind: fc.constant('withdraw' as const),
    rotationId: fc.constant(rotationId),
    proposalId: fc.constantFrom('p1', 'p2'),
  }),
  fc.record({
    kind: fc.constant('undo-swap' as const),
    rotationId: fc.constant(rotationId),
    swapId: fc.constantFrom('p1', 'p2'),
  }),
  fc.record({
    kind: fc.constant('leave' as const),
    person: ids,
    forget: fc.subarray(['u1', 'u2@x']),
    absences: fc.array(absence$, { maxLength: 2 }),
  }),
  fc.record({
    kind: fc.constant('import-shifts' as const),
    rotationId: fc.constant(rotationId),
    forget: fc.subarray(['u1', 'u2@x']),
    shifts: fc.array(
      fc.record({ from: dates, to: fc.constant('2028-03-01'), backup: ids, uid: fc.constantFrom('u1', 'u2@x') }),
      { maxLength: 2 },
    ),
  }),
  fc.record({ kind: fc.constant('work-holiday' as const), person: ids, date: dates }),
  fc.record({
    kind: fc.constant('set-phone' as const),
    person: ids,
    phone: fc.constantFrom('+1 555 0199', '0049 30 1'),
  }),
  fc.record({ kind: fc.constant('remove-leave' as const), person: ids, absence: absence$ }),
  fc.record({ kind: fc.constantFrom('holiday-mode' as const, 'remove-holiday-mode' as const), mode: mode$ }),
  fc.record({ kind: fc.constant('edit-holiday-mode' as const), before: mode$, mode: mode$ }),
)

describe('S6.3 editing team.yaml', () => {
  it('S6.3 any changes one after another say in the file what they say in the model, and no remark or order is lost', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...teamFiles),
        fc.array(change$, { minLength: 1, maxLength: 6 }),
        ([, text], changes) => {
          let current = text
          for (const change of changes) {
            const wanted = applyChange(parse(current), change)
            const result = editTeamYaml(current, change)
            expect(result.ok || result.error.code !== 'not-editable').toBe(true)
            expect(result.ok).toBe(wanted.ok)
            if (!result.ok || !wanted.ok) continue
            expect(parse(result.value)).toEqual(wanted.value)
            const remarks = (source: string) =>
              source.split(/\r?\n/).filter((line) => /^\s*#|\s#\s/.test(line) && !line.includes('{from'))
            const kept = remarks(result.value)
            for (const remark of remarks(current)) expect(kept).toContain(remark)
            current = result.value
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})
