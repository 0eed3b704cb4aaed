import { describe, expect, it } from 'vitest'
import { moodOf } from '../../../shared/runbook/words/sentence-mood.ts'
import { stepKindOf } from '../../../shared/runbook/words/step-kind.ts'
import { timeBoxOf } from '../../../shared/runbook/words/time-box.ts'
import { runbookOf } from './read-sample.ts'

const textsOf = (...lines: string[]) => runbookOf('# Relay late', '## Fix', ...lines).steps.map(({ text }) => text)

describe('R3.1 what asks for something', () => {
  it.each([
    'Be sure to assume the right role first.',
    'In general ensure that there is room.',
    'If needed restart the relay.',
    "If the restart didn't work check for errors in the log.",
  ])('R3.1 "%s" is an order', (sentence) => {
    expect(moodOf(sentence)).toBe('order')
  })

  it.each(['If the diff shows nothing, you are now safe to apply the change.'])('R3.1 "%s" is advice', (sentence) => {
    expect(moodOf(sentence)).toBe('advice')
  })

  it('R3.1 "Checking the board should tell more" names a remedy', () => {
    expect(moodOf('Checking the board of the ring should provide a clear picture.')).toBe('remedy')
  })

  it.each([
    'Find = 3 rings.',
    'Captures a state you can go back to.',
    'Do this before anything else, or the next run will fail.',
    'Do this step only after the ring is open.',
  ])('R3.1 "%s" orders nothing', (sentence) => {
    expect(['statement', 'untold']).toContain(moodOf(sentence))
  })
})

describe('R3.8 paragraphs', () => {
  it('R3.8 what must not be done is no step behind numbers', () => {
    expect(textsOf('1. Drain the ring.', '', 'It is the last way. Do not take it because it is short.')).toEqual([
      'Drain the ring.',
    ])
  })

  it('R3.8 what "Here is how to do it:" tells in full is told once', () => {
    expect(
      textsOf('You need to move the ring now.', '', "Here's how to do it:", '', '1. Open it.', '2. Move it.'),
    ).toEqual(['Open it.', 'Move it.'])
  })

  it('R3.8 "Use this flag ..." goes with the order before it', () => {
    const text = 'If the relay is gone, you should add `force=true`. Use this flag even for other rings.'
    expect(textsOf('1. Drain the ring.', '', text)).toEqual(['Drain the ring.', text.replaceAll('`', '')])
  })

  it('R3.8 a number in a bold label is no word of the step', () => {
    expect(textsOf('**2. Change it:** Update the file and run:', '```sh', 'relayctl apply', '```')).toEqual([
      'Change it: Update the file and run',
    ])
  })
})

describe('R3.10 below the title', () => {
  it('R3.10 what asks to take care counts within a quote too', () => {
    const { steps } = runbookOf(
      '# Relay late',
      'It depends on the ring.',
      '',
      '> After following any of these, check the board of the ring.',
      '',
      '## Scenario 1: ring full',
      '1. Drain the ring.',
      '## Scenario 2: ring torn',
      '1. Mend the ring.',
    )
    expect(steps.map(({ text }) => text)).toEqual(['After following any of these, check the board of the ring.'])
  })
})

describe('R3.13 remarks', () => {
  it('R3.13 ":warning: Note:" is one', () => {
    expect(
      textsOf('1. Drain the ring.', '', ':warning: **Note:** Please note that you must restore it later.'),
    ).toEqual(['Drain the ring.'])
  })

  it('R3.13 the book of a dashboard is no look at it', () => {
    expect(textsOf('1. Drain the ring.', '', 'See the Grafana documentation for more information.')).toEqual([
      'Drain the ring.',
    ])
  })
})

describe('R3.15 kind and time box', () => {
  it('R3.15 what breaks off the procedure is a decision', () => {
    expect(stepKindOf('Stopping a replay in progress', 'Stopping a replay in progress')).toBe('decision')
    expect(stepKindOf('Stopping the relay', 'Stopping the relay')).toBe('action')
  })

  it.each([
    ['Restart it, ~10 minutes.', 600_000],
    ['It is open in ~10 minutes.', undefined],
    ['The relay takes ~10 minutes.', undefined],
    ['The check is green in ~30-45 s.', undefined],
    ['With an idle timeout (30s), many of them are brief: sample them', undefined],
    ['Wait for the drain (30 s).', 30_000],
  ])('R3.15 of "%s" the time box is %s', (prose, timeBoxMs) => {
    expect(timeBoxOf(prose)).toBe(timeBoxMs)
  })
})
