import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boxLeftMs, minutesOnTop, stepStartedAtMs } from '../../../../renderer/features/incident/runbook/time-box.ts'
import { checklistOf, parsedPin } from '../../../../shared/incident/checklist.ts'
import { filledCommand, partsOfCommand, placeholdersOf } from '../../../../shared/runbook/commands/placeholders.ts'
import { parseRunbook } from '../../../../shared/runbook/parse-runbook.ts'
import { minuteMs, stated } from '../../../support/log-builder.ts'
import { folded, type Timed } from './folded.ts'

describe('names that a command leaves open', () => {
  it('are found once each, and told from comparisons and redirections', () => {
    expect(placeholdersOf(['run <date> --to <last-date>', 'check <date>', 'a < b > c <1> <> <<EOF'])).toEqual([
      'date',
      'last-date',
    ])
  })

  it('R7 lose nothing of the command when they are cut out', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('<', '>', 'a', 'd', ' ', '-', '1', '\n') }), (command) => {
        expect(
          partsOfCommand(command)
            .map(({ text }) => text)
            .join(''),
        ).toBe(command)
        expect(filledCommand(command, {})).toBe(command)
      }),
    )
  })

  it('R7 are ordinary names also when every object has something of that name', () => {
    expect(filledCommand('run <constructor> <toString>', {})).toBe('run <constructor> <toString>')
    expect(filledCommand('run <constructor>', { constructor: 'x' })).toBe('run x')
  })

  it('are filled in where a value is known, and stand as written where it is not', () => {
    expect(filledCommand('bq <date> <other>', { date: '2026-12-23', other: '  ' })).toBe('bq 2026-12-23 <other>')
  })
})

describe('a checklist of an older Nightdesk', () => {
  it('R6 keeps what was done when the same text is read into more steps by now', () => {
    const text = '# Late\n\n1. Check the lag.\n2. Restart the loader.\n3. Restart the loader.\n'
    const opened = stated('runbook.opened', {
      path: 'a.md',
      title: 'Late',
      sha256: 'd'.repeat(64),
      text,
      matchedBy: 'chosen',
    })
    const [, , third] = parseRunbook({ path: 'a.md', text }).steps
    const earlier = third?.id.replace('-3-', '-2-') ?? ''
    const { run } = folded([
      [0, opened],
      [1, stated('step.checked', { step: earlier.replace('general-2', 'general-7'), text: 'Restart the loader.' })],
    ])
    const states = run === null ? [] : checklistOf(run, parsedPin(run)).map(({ progress }) => progress?.state ?? null)
    expect(states).toEqual([null, 'done', null])
  })
})

describe('a step’s time box', () => {
  const text = '# Late\n\n## Debugging steps\n\n- [ ] Look (5 min)\n- [ ] Restart\n'
  const opened: Timed = [
    2,
    stated('runbook.opened', { path: 'late.md', title: 'Late', sha256: 'b'.repeat(64), text, matchedBy: 'hand' }),
  ]

  const startedMinute = (facts: readonly Timed[]): number | null => {
    const { run, ladder } = folded(facts)
    if (run === null) throw new Error('no run')
    const startedAtMs = stepStartedAtMs(run, ladder.context.acknowledged)
    return startedAtMs === null ? null : (startedAtMs - minuteMs(0)) / 60_000
  }

  it('R3 begins when the incident is owned, the runbook open and the step before finished; never before', () => {
    const { run } = folded([opened])
    const [first] = run === null ? [] : checklistOf(run, parsedPin(run))
    const owned: Timed = [6, stated('incident.acknowledged', {})]
    const checked: Timed = [9, stated('step.checked', { step: first?.step.id ?? '', text: 'Look (5 min)' })]
    expect(startedMinute([opened])).toBeNull()
    expect(startedMinute([opened, owned])).toBe(6)
    expect(startedMinute([opened, owned, checked])).toBe(9)
    expect(first === undefined ? null : boxLeftMs(first, null, Number.MAX_SAFE_INTEGER)).toBe(300_000)
  })

  it('R3 more time is ten minutes from now, also when the box ran out long ago', () => {
    expect(minutesOnTop(60_000)).toBe(10)
    expect(minutesOnTop(-61_000)).toBe(12)
    expect(minutesOnTop(-9e9)).toBe(1_440)
  })

  it('runs out, and then over; more time is given on top', () => {
    const itemsAfter = (...facts: readonly Timed[]) => {
      const { run } = folded([opened, ...facts])
      return run === null ? [] : checklistOf(run, parsedPin(run))
    }
    const [look, restart] = itemsAfter()
    if (look === undefined || restart === undefined) throw new Error('no steps')
    expect(boxLeftMs(look, 0, 100_000)).toBe(200_000)
    expect(boxLeftMs(look, 0, 400_000)).toBe(-100_000)
    expect(boxLeftMs(restart, 0, 400_000)).toBeNull()
    const more: Timed = [8, stated('step.extended', { step: look.step.id, text: look.step.text, minutes: 10 })]
    const [extended] = itemsAfter(more, more)
    expect(extended === undefined ? null : boxLeftMs(extended, 0, 400_000)).toBe(1_100_000)
  })
})
