import { describe, expect, it } from 'vitest'
import { nextAction, nextActionWords } from '../../../../renderer/features/incident/next-action.ts'
import { checklistOf, parsedPin } from '../../../../shared/incident/checklist.ts'
import { rungDeadlineId } from '../../../../shared/incident/deadline-ids.ts'
import { defaultPolicy } from '../../../../shared/schedule/policy.ts'
import { minuteAt, secondary, stated } from '../../../support/log-builder.ts'
import { folded, type Timed } from './folded.ts'

const acknowledged: Timed = [1, stated('incident.acknowledged', {})]
const mitigated: Timed = [50, stated('incident.mitigated', {})]
const resolved: Timed = [60, stated('incident.resolved', {})]
const text = '# Late\n\n## Debugging steps\n\n- [ ] Look at the source\n- [ ] Restart it\n'
const opened: Timed = [
  2,
  stated('runbook.opened', { path: 'late.md', title: 'Late', sha256: 'a'.repeat(64), text, matchedBy: 'hand' }),
]
const asked: Timed = [
  30,
  stated('rung.fired', {
    deadlineId: rungDeadlineId('debug', 0),
    rungId: 'debug',
    dueAt: minuteAt(30),
    lateMs: 0,
    lateCause: null,
    outcome: 'asked',
  }),
]
const told: readonly Timed[] = [
  [
    60,
    stated('rung.fired', {
      deadlineId: rungDeadlineId('secondary', 0),
      rungId: 'secondary',
      dueAt: minuteAt(60),
      lateMs: 0,
      lateCause: null,
      outcome: 'sent',
    }),
  ],
  [
    60,
    stated('notification.requested', {
      notification: 'n1',
      deadlineId: rungDeadlineId('secondary', 0),
      rungId: 'secondary',
      person: secondary,
      role: 'secondary',
      attempt: 1,
      acknowledgeBy: minuteAt(65),
      message: 'Help',
      skipped: [],
    }),
  ],
]

function actionAfter(...facts: readonly Timed[]) {
  const state = folded(facts)
  return nextAction(state, state.run === null ? [] : checklistOf(state.run, parsedPin(state.run)))
}

/** Checks the run's first steps. */
function checked(count: number): readonly Timed[] {
  const { run } = folded([opened])
  if (run === null) throw new Error('no run')
  return checklistOf(run, parsedPin(run))
    .slice(0, count)
    .map(({ step }): Timed => [10, stated('step.checked', { step: step.id, text: step.text })])
}

describe('the one next action', () => {
  it('E4 is to acknowledge, before anything else', () => {
    expect(actionAfter()).toEqual({ do: 'acknowledge' })
    expect(actionAfter(opened, asked)).toEqual({ do: 'acknowledge' })
  })

  it('E3 is to answer the question, for as long as it is open', () => {
    expect(actionAfter(acknowledged, opened, asked)).toEqual({ do: 'answer', round: 1 })
  })

  it('E5 is to call whoever was told and has not answered', () => {
    const action = actionAfter(acknowledged, opened, ...told)
    expect(action).toMatchObject({ do: 'call', notification: { person: secondary } })
    expect(nextActionWords(action)).toBe('Call Engineer B, who has not answered yet')
  })

  it('is a runbook, then its steps one by one', () => {
    expect(actionAfter(acknowledged)).toEqual({ do: 'openRunbook' })
    expect(actionAfter(acknowledged, opened)).toMatchObject({ do: 'step', position: 1, of: 2 })
    expect(nextActionWords(actionAfter(acknowledged, opened, ...checked(1)))).toBe('Step 2 of 2: Restart it')
  })

  it('is to say that the harm has stopped, once every step is done', () => {
    expect(actionAfter(acknowledged, opened, ...checked(2))).toEqual({ do: 'mitigate' })
  })

  it('is never to say that the harm has stopped when there was no step: it is to read, or to choose a scenario', () => {
    const withText = (words: string, digit: string): Timed => [
      2,
      stated('runbook.opened', {
        path: 'x.md',
        title: 'X',
        sha256: digit.repeat(64),
        text: words,
        matchedBy: 'hand',
      }),
    ]
    const prose = withText(
      '# Bank feed\n\n## Meaning\n\nThe file of the bank is late on some of the bank holidays.\n',
      'b',
    )
    expect(actionAfter(acknowledged, prose)).toEqual({ do: 'read' })
    expect(nextActionWords({ do: 'read' })).toBe('Nothing to tick here: read it, or open another runbook')
    expect(actionAfter(acknowledged, prose, mitigated)).toEqual({ do: 'resolve' })
    const ways = withText(
      '# Orders\n\n## Failure scenarios\n\n### Kafka lags\n\n1. Look at the lag of the consumers\n',
      'c',
    )
    const general: Timed = [3, stated('scenario.chosen', { scenario: null, title: 'General steps' })]
    expect(actionAfter(acknowledged, ways)).toEqual({ do: 'chooseScenario' })
    expect(actionAfter(acknowledged, ways, general)).toEqual({ do: 'chooseScenario' })
    expect(actionAfter(acknowledged, ways, general, mitigated)).toEqual({ do: 'resolve' })
  })

  it('goes on with the steps that are left after mitigation, then is to resolve', () => {
    expect(actionAfter(acknowledged, opened, mitigated)).toMatchObject({ do: 'step' })
    expect(actionAfter(acknowledged, opened, ...checked(2), mitigated)).toEqual({ do: 'resolve' })
    expect(actionAfter(acknowledged, mitigated)).toEqual({ do: 'resolve' })
  })

  it('is the postmortem once it is over, and nothing once it is closed', () => {
    expect(actionAfter(acknowledged, resolved)).toEqual({ do: 'writePostmortem' })
    const reviewed: Timed = [70, stated('incident.reviewed', {})]
    const closed: Timed = [80, stated('incident.closed', {})]
    expect(actionAfter(acknowledged, resolved, reviewed)).toEqual({ do: 'close' })
    expect(actionAfter(acknowledged, resolved, reviewed, closed)).toEqual({ do: 'nothing' })
  })

  it('E8 is work again when it comes back', () => {
    const recurred: Timed = [70, stated('incident.recurred', { reason: 'late again' })]
    expect(actionAfter(acknowledged, opened, mitigated, recurred)).toMatchObject({ do: 'step' })
  })

  it('has words for the ladder of the default policy', () => {
    expect(defaultPolicy.rungs.map(({ id }) => id)).toEqual(['debug', 'secondary', 'lead'])
    expect(nextActionWords(actionAfter())).toMatch(/^Acknowledge/)
  })
})
