import { describe, expect, it } from 'vitest'
import { callMessage } from '../../../shared/incident/call-message.ts'
import { checklistOf, currentStep, parsedPin } from '../../../shared/incident/checklist.ts'
import { timeInStates } from '../../../shared/incident/time-in-state.ts'
import { engineer, lead, minuteAt, minuteMs, stated } from '../../support/log-builder.ts'
import { LadderSimulator } from './ladder-simulator.ts'

const minutesLong = (minutes: number): number => minutes * 60_000

const runbook = [
  '# Late data',
  '',
  '## Debugging steps',
  '',
  '1. Look at the scheduler',
  '2. Look at the source',
  '3. Verify the counts',
  '',
].join('\n')

const opened = (text: string, digit: string) =>
  stated('runbook.opened', {
    path: 'late.md',
    title: 'Late data',
    sha256: digit.repeat(64),
    text,
    matchedBy: 'by hand',
  })

describe('J8 what is said of entries', () => {
  it('J8 adds up beside them, the later winning', () => {
    const simulator = new LadderSimulator().at(5)
    const of = 'entry'
    simulator.append(
      stated('entry.starred', { of, starred: true }),
      stated('entry.amended', { of, text: 'first words' }),
      stated('entry.amended', { of, text: 'better words', occurredAt: minuteAt(2), reason: 'typo' }),
      stated('entry.amended', { of, retracted: true }),
      stated('entry.amended', { of, retracted: false }),
      stated('evidence.redacted', { of, reason: 'a token' }),
      stated('entry.starred', { of: 'other', starred: false }),
    )
    const { amendments, ...change } = simulator.state.entries.entry ?? { amendments: [] }
    expect(change).toEqual({
      starred: true,
      text: 'better words',
      occurredAt: minuteAt(2),
      retracted: false,
      redacted: true,
    })
    expect(amendments.map(({ by, at, reason }) => [by, at, reason])).toEqual([
      [engineer.id, minuteAt(5), null],
      [engineer.id, minuteAt(5), 'typo'],
      [engineer.id, minuteAt(5), null],
      [engineer.id, minuteAt(5), null],
    ])
    expect(simulator.state.entries.other?.starred).toBe(false)
  })
})

describe('R3 a runbook run', () => {
  const ids = (simulator: LadderSimulator): readonly string[] => {
    const { run } = simulator.state
    return run === null ? [] : checklistOf(run, parsedPin(run)).map(({ step }) => step.id)
  }

  it('R3 steps are checked, skipped with a reason, opened again and annotated', () => {
    const simulator = new LadderSimulator().append(opened(runbook, 'a'))
    const [first = '', second = '', third = ''] = ids(simulator)
    const text = 'as it was read'
    simulator.at(1).append(stated('step.checked', { step: first, text, note: 'red' }))
    simulator.at(2).append(stated('step.skipped', { step: second, text, reason: 'no access' }))
    expect(simulator.state.run && currentStep(simulator.state.run)).toEqual({
      position: 3,
      of: 3,
      text: 'Verify the counts',
    })
    simulator.at(3).append(stated('step.noted', { step: first, text, note: 'still red' }))
    simulator.at(4).append(stated('step.unchecked', { step: second, text }))
    const steps = simulator.state.run?.steps
    expect(steps?.[first]).toMatchObject({ state: 'done', at: minuteAt(1), by: engineer.id, reason: null })
    expect(steps?.[first]?.notes.map((note) => [note.text, note.at])).toEqual([
      ['red', minuteAt(1)],
      ['still red', minuteAt(3)],
    ])
    expect(steps?.[second]).toMatchObject({ state: 'open', at: minuteAt(4), reason: null })
    expect(steps?.[third]).toBeUndefined()
    expect(simulator.state.run && currentStep(simulator.state.run)?.position).toBe(2)
  })

  it('R3 no step counts while no runbook is open', () => {
    const simulator = new LadderSimulator().append(
      stated('scenario.chosen', { scenario: null, title: 'Late' }),
      stated('step.checked', { step: 'look', text: 'Look' }),
    )
    expect(simulator.state.run).toBeNull()
  })

  it('R6 the run keeps its text; another runbook begins a new run', () => {
    const simulator = new LadderSimulator().append(
      opened(runbook, 'a'),
      stated('scenario.chosen', { scenario: 'late', title: 'Late' }),
      stated('step.checked', { step: 'look', text: 'Look' }),
    )
    expect(simulator.state.run).toMatchObject({ text: runbook, sha256: 'a'.repeat(64), scenario: { id: 'late' } })
    const other = { path: 'other.md', title: 'Other', sha256: 'b'.repeat(64), text: '# Other', matchedBy: 'by hand' }
    simulator.append(stated('runbook.opened', other))
    expect(simulator.state.run).toMatchObject({ text: '# Other', scenario: null, steps: {} })
  })
})

describe('P3 what is known of the data', () => {
  it('P3 actions, datasets, backfills and promises stand as last said', () => {
    const action = { action: 'a1', what: 'alert earlier', type: null, owner: null, due: null }
    const simulator = new LadderSimulator().append(
      stated('action.added', action),
      stated('action.changed', { action: 'a1', owner: lead, status: 'done' }),
      stated('action.changed', { action: 'nobody knows', status: 'dropped' }),
      stated('dataset.affected', { dataset: 'mart.profit', detail: 'two partitions' }),
      stated('dataset.affected', { dataset: 'mart.profit', detail: 'a third' }),
      stated('backfill.planned', { dataset: 'mart.profit', detail: 'tonight' }),
      stated('backfill.verified', { dataset: 'mart.profit', detail: 'counts agree' }),
      stated('publication.stated', { published: 'unknown' }),
      stated('publication.stated', { published: 'no' }),
      stated('update.promised', { dueAt: minuteAt(40) }),
    )
    expect(simulator.state.data).toMatchObject({
      publication: 'no',
      affected: ['mart.profit'],
      quarantined: [],
      backfills: [{ dataset: 'mart.profit', verified: true }],
      actions: [{ ...action, owner: lead, status: 'done' }],
      updatePromisedFor: minuteAt(40),
      updateMissedFor: null,
    })
    simulator.append(stated('status.updated', { text: 'Fixed.' }))
    expect(simulator.state.data.updatePromisedFor).toBeNull()
  })
})

describe('E12 time in each state', () => {
  it('E12 is the sum of its stretches', () => {
    const simulator = new LadderSimulator().at(10)
    simulator.say('incident.acknowledged', {})
    simulator.at(30).tick()
    simulator.at(50).say('incident.mitigated', {})
    simulator.at(55).say('incident.recurred', { reason: 'it is back' })
    expect(timeInStates(simulator.state.stretches, minuteMs(60))).toEqual({
      detected: minutesLong(10),
      debugging: minutesLong(45),
      mitigated: minutesLong(5),
      holding: minutesLong(35),
      debugBudgetSpent: minutesLong(25),
    })
  })

  it('E12 is never negative, whatever the clock did', () => {
    const simulator = new LadderSimulator().at(10)
    simulator.say('incident.acknowledged', {})
    simulator.at(-30).say('incident.mitigated', {})
    for (const ms of Object.values(timeInStates(simulator.state.stretches, minuteMs(-60)))) {
      expect(ms).toBeGreaterThanOrEqual(0)
    }
  })
})

describe('E13 the words to read out', () => {
  it('E13 say who, what, how long, whether data went out, how far, and what is needed', () => {
    const simulator = new LadderSimulator().append(opened(runbook, 'a'))
    expect(callMessage(simulator.state, 'Data Lead', minuteMs(125))).toBe(
      [
        'Data Lead, this is Engineer A. Aggregate profit is late: SEV-2, open for 2 h 05 min. Dataset: mart.profit.',
        'Not known yet whether bad data was published. Runbook Late data: 0 of 3 steps done. Now at: Look at the scheduler',
        'I need your help now. Incident 20261114-0abc.',
      ].join('\n'),
    )
  })

  it.each([
    ['yes', 'Bad data has been published. No runbook is open.'],
    ['no', 'No bad data has been published. No runbook is open.'],
  ] as const)('E13 published: %s', (published, words) => {
    const simulator = new LadderSimulator().append(stated('publication.stated', { published }))
    expect(callMessage(simulator.state, 'Data Lead', minuteMs(5))).toContain(words)
  })
})
