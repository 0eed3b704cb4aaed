import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTeam } from '../../../../shared/schedule/parse-team.ts'
import { editTeamYaml } from '../../../../shared/schedule/swaps/edit-team-yaml.ts'
import { applyChange, type ScheduleChange } from '../../../../shared/schedule/swaps/schedule-change.ts'
import type { HolidayMode, Proposal, Team } from '../../../../shared/schedule/team.ts'
import { sampleText } from '../sample-team.ts'

const demo = readFileSync(new URL('../../../../fixtures/workspace/team.yaml', import.meta.url), 'utf8')
const parse = (text: string): Team => parseTeam({ path: 'team.yaml', text }).team

const proposal: Proposal = {
  id: 'p1',
  state: 'proposed',
  from: '2026-12-21T10:00',
  to: '2026-12-28T10:00',
  person: 'eng-c',
  for: 'eng-d',
  returns: { from: '2027-01-11', to: '2027-01-13' },
  reason: 'Christmas: "family", #1',
}
const mode: HolidayMode = {
  from: '2026-12-21',
  to: '2027-01-03',
  timezone: 'America/New_York',
  reason: 'year end',
  stretch: 2,
  severityFloor: 2,
  tiers: ['experiment'],
}
const rotationId = 'rotation'
const override = { from: '2026-12-24', to: '2026-12-26', person: 'eng-c', for: 'eng-d', reason: "O'Brien, cover" }

function edited(text: string, change: ScheduleChange): string {
  const result = editTeamYaml(text, change)
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.value
}
const refused = (text: string, change: ScheduleChange) => {
  const result = editTeamYaml(text, change)
  return result.ok ? 'edited' : result.error
}
const changedLines = (before: string, after: string) => {
  const [old, now] = [before, after].map((text) => text.split(/\r?\n/))
  return {
    gone: old?.filter((line) => !now?.includes(line)),
    came: now?.filter((line) => !old?.includes(line)),
  }
}

/** The ways people write the same file: block maps, flow maps, a list of rotations, empty lists, Windows line ends, no last line break. */
const inLists = sampleText.replace('rotation:\n', 'rotations:\n -\n')
const texts: readonly (readonly [string, string])[] = [
  ['the demo file', demo],
  ['flow maps', sampleText],
  ['a list of rotations', inLists],
  ['empty lists', `${sampleText}  overrides: []\n  proposals: []\n  temporary:\nholidayModes: []\n`],
  ['Windows line ends', demo.replaceAll('\n', '\r\n')],
  ['no line break at the end', sampleText.trimEnd()],
  ['a remark at the end', `${sampleText}# the end\n`],
  ['flow lists', `${sampleText}  overrides: [{from: 2026-12-01, to: 2026-12-01, person: eng-b}, ]\n`],
]

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
    proposal: fc.record({ id: fc.constantFrom('p1', 'p2'), reason: words }).map((drawn) => ({ ...proposal, ...drawn })),
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
      fc.property(fc.constantFrom(...texts), fc.array(change$, { minLength: 1, maxLength: 6 }), ([, text], changes) => {
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
      }),
      { numRuns: 60 },
    )
  })

  it.each(texts)('S6.3 a swap in %s adds its own lines and touches no other', (_what, text) => {
    const proposed = edited(text, { kind: 'propose', rotationId, proposal })
    const accepted = edited(proposed, { kind: 'accept', rotationId, proposalId: 'p1', on: '2026-12-02' })
    const undone = edited(accepted, { kind: 'undo-swap', rotationId, swapId: 'p1' })
    const { gone, came } = changedLines(text, accepted)
    expect(gone?.length).toBeLessThanOrEqual(2)
    expect(came?.length).toBeLessThanOrEqual(4)
    expect(parse(undone)).toEqual(parse(text))
    expect(undone).toMatch(/proposals: \[\s*\]/)
  })

  it('S6.3 in the demo file cover is one line, in its place', () => {
    const change: ScheduleChange = { kind: 'stand-in', rotationId, overrides: [override], temporary: [] }
    const { gone, came } = changedLines(demo, edited(demo, change))
    expect(gone).toEqual([])
    expect(came).toEqual([
      `    - {from: 2026-12-24, to: 2026-12-26, person: eng-c, for: eng-d, reason: "O'Brien, cover"}`,
    ])
  })

  it('S6.3 taking a line out gives the file back as it was, to the letter', () => {
    for (const [, text] of texts) {
      if (!text.includes('overrides:')) continue
      const change: ScheduleChange = { kind: 'stand-in', rotationId, overrides: [override], temporary: [] }
      const back = edited(edited(text, change), { kind: 'remove-override', rotationId, override })
      expect(back.replaceAll(', ]', ']')).toBe(text.replaceAll(', ]', ']'))
    }
  })

  it('S6.3 a remark behind a line goes with it, remarks above it stay', () => {
    const text = `${sampleText}  overrides:\n    # Christmas\n    - {from: 2026-12-24, to: 2026-12-26, person: eng-c} # asked on Monday\n    # next year\n    - {from: 2027-12-24, to: 2027-12-26, person: eng-a}\n`
    const gone = { from: '2026-12-24', to: '2026-12-26', person: 'eng-c' }
    expect(edited(text, { kind: 'remove-override', rotationId, override: gone })).toBe(
      `${sampleText}  overrides:\n    # Christmas\n    # next year\n    - {from: 2027-12-24, to: 2027-12-26, person: eng-a}\n`,
    )
  })

  it('S6.3 a dash in a remark is no dash of the list', () => {
    const gone = { from: '2026-12-24', to: '2026-12-26', person: 'eng-c' }
    const item = '    -\n      # agreed, 10-12 Nov\n      from: 2026-12-24\n      to: 2026-12-26\n      person: eng-c\n'
    const rest = '    - {from: 2027-12-24, to: 2027-12-26, person: eng-a}\n'
    const text = `${sampleText}  overrides:\n${item}${rest}`
    expect(edited(text, { kind: 'remove-override', rotationId, override: gone })).toBe(
      `${sampleText}  overrides:\n${rest}`,
    )
  })

  it('S6.3 in a list in brackets the remarks of the others stay, in their places', () => {
    const days = ['2026-12-24', '2026-12-26', '2026-12-28']
    const [one, two, three] = days.map((day) => `    {from: ${day}, to: ${day}, person: eng-c}`)
    const list = (...lines: readonly (string | undefined)[]) =>
      `${sampleText}  overrides: [\n${lines.join('\n')}\n  ]\n`
    const text = list(`${one}, # first`, `${two}, # second`, '    # the third is open', `${three}  # last`)
    const without = (day: string | undefined) =>
      edited(text, {
        kind: 'remove-override',
        rotationId,
        override: { from: day ?? '', to: day ?? '', person: 'eng-c' },
      })
    expect(without(days[0])).toBe(list(`${two}, # second`, '    # the third is open', `${three}  # last`))
    expect(without(days[1])).toBe(list(`${one}, # first`, '    # the third is open', `${three}  # last`))
    expect(without(days[2])).toBe(list(`${one}, # first`, `${two}, # second`, '    # the third is open'))
    const cover: ScheduleChange = { kind: 'stand-in', rotationId, overrides: [override], temporary: [] }
    expect(changedLines(text, edited(text, cover)).gone).toEqual([`${three}  # last`])
    expect(edited(text, cover)).toContain('  # last\n')
  })

  it('S6.3 an answer or a changed mode touches only what it changes: remarks and unknown keys stay', () => {
    const { id, from, to, person, for: giver } = proposal
    const offer = `  proposals:\n    - id: ${id}\n      # she said maybe\n      from: ${from}\n      to: ${to}\n      person: ${person} # Cyd\n      for: ${giver}\n`
    const declined = edited(`${sampleText}${offer}`, { kind: 'decline', rotationId, proposalId: id, on: '2026-11-22' })
    expect(declined).toBe(`${sampleText}${offer}      state: declined\n      on: 2026-11-22\n`)
    const written = (stretch: string, more: string) =>
      `${sampleText}holidayModes:\n  - from: 2026-12-21\n    to: 2027-01-03\n    # agreed on 1 Oct\n    reason: year end\n    stretch: ${stretch} # twice\n    owner: Cyd\n${more}`
    const text = written('2', '    severityFloor: SEV-2 # not the worst\n    tiers: [experiment]\n')
    const { severityFloor: _gone, ...rest } = mode
    const changed = edited(text, {
      kind: 'edit-holiday-mode',
      before: mode,
      mode: { ...rest, stretch: 3, tiers: ['experiment', 'internal'] },
    })
    expect(changed).toBe(written('3', '    tiers: [experiment, internal]\n'))
  })

  it('S6.3 a holiday mode is added, changed and taken out in its own line, and what is left is as it was', () => {
    const added = edited(demo, { kind: 'holiday-mode', mode })
    expect(changedLines(demo, added).came).toContain(
      '  - {from: 2026-12-21, to: 2027-01-03, timezone: America/New_York, reason: year end, stretch: 2, severityFloor: SEV-2, tiers: [experiment]}',
    )
    const changed = edited(added, { kind: 'edit-holiday-mode', before: mode, mode: { ...mode, stretch: 3 } })
    expect(changedLines(added, changed).came).toHaveLength(1)
    expect(parse(changed).holidayModes[0]?.stretch).toBe(3)
    expect(parse(edited(changed, { kind: 'remove-holiday-mode', mode }))).toEqual(parse(demo))
  })

  it('S6.3 leave is written by hand and taken out again', () => {
    const absence = { from: '2026-12-30', to: '2026-12-31', reason: 'family' }
    const added = edited(demo, { kind: 'leave', person: 'eng-b', forget: [], absences: [absence] })
    expect(parse(added).people.find(({ id }) => id === 'eng-b')?.away).toContainEqual(absence)
    expect(parse(edited(added, { kind: 'remove-leave', person: 'eng-b', absence }))).toEqual(parse(demo))
  })

  it.each<[string, string, ScheduleChange, string]>([
    ['a broken file', 'people: [\n', { kind: 'set-phone', person: 'eng-a', phone: '1' }, 'not-editable'],
    ['a person who has left', demo, { kind: 'set-phone', person: 'gone', phone: '1' }, 'not-found'],
    ['a proposal withdrawn', demo, { kind: 'accept', rotationId, proposalId: 'p1', on: '2026-12-02' }, 'not-found'],
    [
      'leave taken out',
      demo,
      { kind: 'remove-leave', person: 'eng-a', absence: { from: '2020-01-01', to: '2020-01-02' } },
      'not-found',
    ],
    ['a holiday mode taken out', demo, { kind: 'remove-holiday-mode', mode }, 'not-found'],
    [
      'a mode over another',
      `${demo}\nholidayModes: [{from: 2026-12-24, to: 2026-12-26, reason: x, stretch: 3}]\n`,
      { kind: 'holiday-mode', mode },
      'not-found',
    ],
    [
      'a mode that ends before it begins',
      demo,
      { kind: 'holiday-mode', mode: { ...mode, to: '2026-12-01' } },
      'not-found',
    ],
    ['an override removed', demo, { kind: 'remove-override', rotationId, override }, 'not-found'],
    [
      'a list that is an alias',
      `x: &none []\n${sampleText}  overrides: *none\n`,
      { kind: 'stand-in', rotationId, overrides: [override], temporary: [] },
      'not-editable',
    ],
  ])('S6.4 %s is refused, and says why', (_what, text, change, code) => {
    expect(refused(text, change)).toMatchObject({ code })
  })

  it('S6.4 an edit that would not be read as it is meant is refused', () => {
    const broken = { ...override, person: 'no one' }
    expect(refused(demo, { kind: 'stand-in', rotationId, overrides: [broken], temporary: [] })).toMatchObject({
      code: 'not-editable',
    })
  })
})
