import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { checklistOf, parsedPin } from '../../../shared/incident/checklist.ts'
import type { FactDraft } from '../../../shared/incident/facts/fact-catalog.ts'
import { foldIncident, type IncidentState } from '../../../shared/incident/incident-state.ts'
import { leftInBoxMs, type TimeBox, timeBoxes } from '../../../shared/incident/time-boxes.ts'
import { parseRunbook } from '../../../shared/runbook/parse-runbook.ts'
import { declaration, minuteAt, minuteMs, recordOf, stated } from '../../support/log-builder.ts'

type Timed = readonly [minute: number, draft: FactDraft]

const text = `# Boxes

## Mitigation

1. Look at the queue (10 min)
   - Count the messages (3 min)
   - Compare with yesterday
2. Restart the loader (5 min)
3. Roll back
`
/** A text's own hash: parsed pins are remembered by it. */
const hashOf = (words: string): string => createHash('sha256').update(words).digest('hex')
const opened = (words = text, path = 'boxes.md'): FactDraft =>
  stated('runbook.opened', { path, title: 'Boxes', sha256: hashOf(words), text: words, matchedBy: 'hand' })
const keyOf = (words: string, inText = text) => {
  const step = parseRunbook({ path: 'boxes.md', text: inText }).steps.find((each) => each.text.startsWith(words))
  if (step === undefined) throw new Error(`no step ${words}`)
  return { step: step.id, text: step.text }
}
const done = (words: string) => stated('step.checked', keyOf(words))
const acknowledged = stated('incident.acknowledged', {})

function stateAfter(facts: readonly Timed[]): IncidentState {
  const drafts: readonly Timed[] = [[0, stated('incident.declared', declaration())], ...facts]
  const records = drafts.map(([minute, draft], at) => recordOf(draft, at + 1, minuteMs(minute)))
  const state = foldIncident(null, records)
  if (state === null) throw new Error('nothing was declared')
  return state
}

function boxesAfter(...facts: readonly Timed[]): readonly TimeBox[] {
  const { run, ladder } = stateAfter(facts)
  return run === null ? [] : timeBoxes(run, checklistOf(run, parsedPin(run)), ladder.context)
}

/** Each running box by the first word of its step, with the minute of its beginning. */
const running = (...facts: readonly Timed[]) =>
  boxesAfter(...facts)
    .filter(({ isHeld }) => !isHeld)
    .map(({ item, startedAtMs }) => [
      item.step.text.split(' ')[0],
      startedAtMs === null ? null : (startedAtMs - minuteMs(0)) / 60_000,
    ])

const begun: readonly Timed[] = [
  [1, acknowledged],
  [2, opened()],
]

describe('R3 a time box', () => {
  it('R3 begins once the incident is owned and the runbook is open, with that of its first open sub-step', () => {
    expect(running([2, opened()])).toEqual([
      ['Look', null],
      ['Count', null],
    ])
    expect(running([2, opened()], [6, acknowledged])[0]).toEqual(['Look', 6])
    expect(running(...begun)).toEqual([
      ['Look', 2],
      ['Count', 2],
    ])
  })

  it('R3 is not moved by what is ticked, skipped, noted or taken back within it or further down', () => {
    const later: readonly Timed[] = [
      [4, done('Count')],
      [5, done('Compare')],
      [6, stated('step.skipped', { ...keyOf('Roll back'), reason: 'not now' })],
      [7, stated('step.noted', { ...keyOf('Look'), note: 'red' })],
      [8, stated('step.unchecked', keyOf('Roll back'))],
    ]
    expect(running(...begun, ...later)).toEqual([['Look', 2]])
    expect(running(...begun, [4, done('Look')])).toEqual([['Count', 2]])
    expect(running(...begun, [4, done('Roll back')])[0]).toEqual(['Look', 2])
  })

  it('R3 ends with its step, and the next one begins then; a step that was taken back begins anew', () => {
    const first: readonly Timed[] = [...begun, [4, done('Count')], [5, done('Compare')], [7, done('Look')]]
    expect(running(...first)).toEqual([['Restart', 7]])
    expect(running(...first, [9, stated('step.skipped', { ...keyOf('Restart'), reason: 'no' })])).toEqual([])
    expect(running(...first, [11, stated('step.unchecked', keyOf('Look'))])).toEqual([['Look', 11]])
  })

  it('R3 is held while the step is stuck, and goes on once more time is given', () => {
    const stuck: Timed = [9, stated('step.stuck', { ...keyOf('Look'), note: 'no access' })]
    const more: Timed = [10, stated('step.extended', { ...keyOf('Look'), minutes: 10 })]
    expect(running(...begun, [3, done('Count')], stuck)).toEqual([])
    const [box] = boxesAfter(...begun, [3, done('Count')], stuck, more)
    expect(box?.lengthMs).toBe(20 * 60_000)
    expect(box === undefined ? null : leftInBoxMs(box, minuteMs(12))).toBe(10 * 60_000)
  })

  it('R3 counts down, then over; one that is nobody\u2019s stands still', () => {
    const [box] = boxesAfter(...begun)
    const [idle] = boxesAfter([2, opened()])
    if (box === undefined || idle === undefined) throw new Error('no box')
    expect(leftInBoxMs(box, minuteMs(5))).toBe(7 * 60_000)
    expect(leftInBoxMs(box, minuteMs(13))).toBe(-60_000)
    expect(leftInBoxMs(box, minuteMs(0))).toBe(10 * 60_000)
    expect(leftInBoxMs(idle, minuteMs(500))).toBe(10 * 60_000)
  })

  it('R3 runs on while another runbook is looked at and when the file is followed; a new step begins with its version', () => {
    const away: readonly Timed[] = [
      [4, opened('# Other\n\n1. Look elsewhere\n', 'other.md')],
      [5, opened()],
    ]
    expect(running(...begun, ...away)[0]).toEqual(['Look', 2])
    expect(running(...begun, [6, opened(`${text}\n4. Tell finance\n`)])[0]).toEqual(['Look', 2])
    const added = text.replace('1. Look at', '1. Tell the channel (2 min)\n2. Look at')
    expect(running(...begun, [6, opened(added)])).toEqual([['Tell', 6]])
  })

  it('R3 begins with the scenario that it belongs to; choosing the same one again changes nothing', () => {
    const words = '# Late\n\n## Failure scenarios\n\n### Late data\n\n1. Look (5 min)\n'
    const chosen = stated('scenario.chosen', { scenario: 'late-data', title: 'Late data' })
    const late: readonly Timed[] = [
      [1, acknowledged],
      [2, opened(words)],
      [6, chosen],
    ]
    expect(running(...late)).toEqual([['Look', 6]])
    expect(running(...late, [9, chosen])).toEqual([['Look', 6]])
  })

  it('R3 ends when the incident is resolved and begins anew when it is opened again', () => {
    const over: readonly Timed[] = [...begun, [20, stated('incident.resolved', {})]]
    expect(running(...over)).toEqual([])
    expect(running(...over, [90, stated('incident.reopened', { reason: 'it is back' })])[0]).toEqual(['Look', 90])
    expect(stateAfter(over).ladder.context.resolvedAt).toBe(minuteAt(20))
  })
})
