import { describe, expect, it } from 'vitest'
import { checklistOf, currentStep, parsedPin } from '../../../shared/incident/checklist.ts'
import type { FactDraft } from '../../../shared/incident/facts/fact-catalog.ts'
import { progressWords } from '../../../shared/incident/incident-words.ts'
import { runStanding } from '../../../shared/incident/run-standing.ts'
import { statusDraft } from '../../../shared/incident/status-draft.ts'
import { minuteMs, stated } from '../../support/log-builder.ts'
import { LadderSimulator } from './ladder-simulator.ts'

const prose = '# Bank feed\n\n## Meaning\n\nThe file is late on bank holidays.\n'
const ways =
  '# Orders\n\n## Failure scenarios\n\n### Kafka lags\n\n1. Look at the lag\n2. Restart it\n\n### Disk full\n\n1. Look at the disk\n'
const both = `${ways}\n## Debugging steps\n\n1. Look at the board\n`
const onlyWords = '# Orders\n\n## Failure scenarios\n\n### Kafka lags\n\nIt lags.\n\n### Disk full\n\nIt is full.\n'

const general = stated('scenario.chosen', { scenario: null, title: 'General steps' })
const kafka = stated('scenario.chosen', { scenario: 'kafka-lags', title: 'Kafka lags' })

/** The state of an incident whose runbook has this text, after some facts. */
function standingAfter(text: string, ...facts: readonly FactDraft[]) {
  const opened = stated('runbook.opened', {
    path: 'r.md',
    title: 'R',
    sha256: String(text.length).padStart(64, '0'),
    text,
    matchedBy: 'hand',
  })
  const { state } = new LadderSimulator().append(opened, ...facts)
  if (state.run === null) throw new Error('no run')
  return { state, run: state.run }
}

/** Every step of the run, done. */
function everyStep(text: string, ...facts: readonly FactDraft[]): readonly FactDraft[] {
  const { run } = standingAfter(text, ...facts)
  return checklistOf(run, parsedPin(run)).map(({ step }) => stated('step.checked', { step: step.id, text: step.text }))
}

describe('R3 how a run stands', () => {
  it('R3 no step is never a finished one: a text that asks for nothing is only read', () => {
    const { run, state } = standingAfter(prose)
    expect(runStanding(run)).toEqual({ is: 'text' })
    expect(currentStep(run)).toBeNull()
    expect(statusDraft(state, minuteMs(5))).toContain('Needs: nothing for now.')
    expect(progressWords(state)).toBe('Runbook R: read as it is, it has no steps.')
  })

  it('R3 steps that stand under scenarios wait for the choice, also after "General steps" where there are none', () => {
    for (const facts of [[], [general], [kafka, general]]) {
      const { run, state } = standingAfter(ways, ...facts)
      expect(runStanding(run)).toEqual({ is: 'unchosen' })
      expect(statusDraft(state, minuteMs(5))).toContain('Needs: nothing for now.')
      expect(progressWords(state)).toBe('Runbook R: its failure scenario is not chosen yet.')
    }
    const begun = everyStep(ways, kafka).slice(0, 1)
    expect(runStanding(standingAfter(ways, kafka, ...begun, general).run)).toEqual({ is: 'unchosen' })
  })

  it('R3 with general steps the scenario is asked for first, and no longer once somebody works or decided', () => {
    expect(runStanding(standingAfter(both).run)).toEqual({ is: 'unchosen' })
    expect(runStanding(standingAfter(both, general).run)).toMatchObject({ is: 'at', position: 1, of: 1 })
    expect(runStanding(standingAfter(both, kafka).run)).toMatchObject({ is: 'at', position: 1, of: 2 })
    const [look] = everyStep(both, general)
    if (look === undefined) throw new Error('no step')
    expect(runStanding(standingAfter(both, look).run)).toEqual({ is: 'finished', of: 1 })
  })

  it('R3 scenarios of words alone are chosen and read', () => {
    expect(runStanding(standingAfter(onlyWords).run)).toEqual({ is: 'unchosen' })
    expect(runStanding(standingAfter(onlyWords, kafka).run)).toEqual({ is: 'text' })
    expect(runStanding(standingAfter(onlyWords, general).run)).toEqual({ is: 'text' })
  })

  it('R3 it is finished once every step is done or skipped', () => {
    const { run, state } = standingAfter(ways, kafka, ...everyStep(ways, kafka))
    expect(runStanding(run)).toEqual({ is: 'finished', of: 2 })
    expect(statusDraft(state, minuteMs(5))).toContain('Needs: somebody to check the repair.')
    expect(progressWords(state)).toBe('Runbook R, Kafka lags: 2 of 2 steps done.')
  })
})
