import { describe, expect, it } from 'vitest'
import { endedBox, minutesOnTop } from '../../../../renderer/features/incident/runbook/time-box.ts'
import { checklistOf, parsedPin } from '../../../../shared/incident/checklist.ts'
import { timeBoxes } from '../../../../shared/incident/time-boxes.ts'
import { parseRunbook } from '../../../../shared/runbook/parse-runbook.ts'
import { minuteMs, stated } from '../../../support/log-builder.ts'
import { folded, type Timed } from './folded.ts'

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
  it('R3 more time is ten minutes from now, also when the box ran out long ago', () => {
    expect(minutesOnTop(60_000)).toBe(10)
    expect(minutesOnTop(-61_000)).toBe(12)
    expect(minutesOnTop(-9e9)).toBe(1_440)
  })

  it('R3 that ran out asks once, the outermost first, and not while the step is stuck', () => {
    const text = '# Late\n\n## Debugging steps\n\n1. Look (5 min)\n   - Count (3 min)\n'
    const opened: Timed = [
      2,
      stated('runbook.opened', { path: 'late.md', title: 'Late', sha256: 'e'.repeat(64), text, matchedBy: 'hand' }),
    ]
    const endedAt = (minute: number, ...facts: readonly Timed[]) => {
      const { run, ladder } = folded([[1, stated('incident.acknowledged', {})], opened, ...facts])
      if (run === null) throw new Error('no run')
      const boxes = timeBoxes(run, checklistOf(run, parsedPin(run)), ladder.context)
      return endedBox(boxes, minuteMs(minute))?.item.step.text ?? null
    }
    const [look] = parseRunbook({ path: 'late.md', text }).steps
    const key = { step: look?.id ?? '', text: look?.text ?? '' }
    expect(endedAt(4)).toBeNull()
    expect(endedAt(5)).toBe('Count (3 min)')
    expect(endedAt(7)).toBe('Look (5 min)')
    expect(endedAt(8, [8, stated('step.extended', { ...key, minutes: 11 })])).toBe('Count (3 min)')
    expect(endedAt(8, [8, stated('step.stuck', key)])).toBe('Count (3 min)')
    expect(endedAt(8, [8, stated('step.checked', key)])).toBe('Count (3 min)')
  })
})
