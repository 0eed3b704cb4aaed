import { describe, expect, it } from 'vitest'
import { editTeamYaml } from '../../../../shared/schedule/swaps/edit-team-yaml.ts'
import type { ScheduleChange } from '../../../../shared/schedule/swaps/schedule-change.ts'
import type { HolidayMode } from '../../../../shared/schedule/team.ts'
import { demoTeamText as demo } from '../../../support/demo-team.ts'
import { sampleText } from '../sample-team.ts'
import { rotationId } from './sample-swaps.ts'
import { parse, quotedProposal, teamFiles } from './team-files.ts'

const mode: HolidayMode = {
  from: '2026-12-21',
  to: '2027-01-03',
  timezone: 'America/New_York',
  reason: 'year end',
  stretch: 2,
  severityFloor: 2,
  tiers: ['experiment'],
}
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

describe('S6.3 editing team.yaml', () => {
  it.each(teamFiles)('S6.3 a swap in %s adds its own lines and touches no other', (_what, text) => {
    const proposed = edited(text, { kind: 'propose', rotationId, proposal: quotedProposal })
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
    for (const [, text] of teamFiles) {
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
    const { id, from, to, person, for: giver } = quotedProposal
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
