import { describe, expect, it } from 'vitest'
import type { Step } from '../../../shared/runbook/runbook.ts'
import { runbookOf } from './read-sample.ts'

const stepsOf = (...lines: string[]): readonly Step[] => runbookOf('# T', '## Diagnosis', ...lines).steps

describe('R3 kinds and time boxes', () => {
  it.each([
    ['Verify the row count', 'verify'],
    ['Then check that it moves', 'verify'],
    ['Confirm with the owner', 'verify'],
    ['Restart the health check service', 'action'],
    ['Run the checkpoint job', 'action'],
    ['Decide whether to hold the report', 'decision'],
    ['Is the source complete?', 'decision'],
    ['If it is late, call the owner', 'decision'],
    ['If it is late, check the queue', 'verify'],
    ['Restart it', 'action'],
  ])('R3 "%s" is of the kind %s', (text, kind) => {
    expect(stepsOf(`1. ${text}`)[0]?.kind).toBe(kind)
  })

  it.each([
    ['Look (5 min)', 5],
    ['Look (~10 minutes)', 10],
    ['Look ~10 minutes', 10],
    ['Look [2m]', 2],
    ['Look (1 h)', 60],
    ['Look (1h30m)', 90],
    ['Look (max 5-15 min)', 15],
    ['(30 sec) Look', 0.5],
    ['Look (time box: 20 minutes)', 20],
    ['Look (1.5 hours)', 90],
    ['Wait for it, up to 15 minutes', 15],
    ['Wait up to 15 minutes for the pods', 15],
    ['Wait for at most 5 minutes.', 5],
    ['The job is slow, so watch it for no more than 2 hours until it moves', 120],
    ['If the source is late, wait up to 15 minutes', 15],
    ['Look at the queue, max. 15 min', 15],
    ['Look at the queue - max 10-15 min.', 15],
    ['Look (15 Min.)', 15],
    ['Look (max. 15 min.)', 15],
    ['Look (bis 15 Minuten)', 15],
  ])('R3 "%s" is a time box of %d minutes', (text, minutes) => {
    expect(stepsOf(`1. ${text}`)[0]?.timeBoxMs).toBe(minutes * 60_000)
  })

  it.each([
    'Look at `rate(x[5m])`',
    'Wait 10 minutes',
    'Rows older than 5 min',
    'Look (every 5 min)',
    'Look (5 metres)',
    'Look (0 min)',
    'See (5)',
    'Look at the logs of up to 15 minutes before the alert',
    'Delete rows up to 24 hours old',
    'Expect up to 15 minutes of lag',
    'Restart it. The effect can take up to 4h',
    'Check that the lag is at most 5 minutes',
    'Set the timeout to max. 15 min',
    'Check the freshness: max 15 min',
    'Wait with `sleep up to 15 minutes`',
    'Look up to 15 metres',
    'Wait up to 30 seconds',
  ])('R3 "%s" has no time box', (text) => {
    expect(stepsOf(`1. ${text}`)[0]).not.toHaveProperty('timeBoxMs')
  })

  it('R3 ids are stable for one text and unique within it', () => {
    const once = stepsOf('1. Same', '2. Same', '3. Other')
    expect(stepsOf('1. Same', '2. Same', '3. Other')).toEqual(once)
    expect(new Set(once.map(({ id }) => id)).size).toBe(3)
    expect(once[0]?.id).toMatch(/^general-1-[0-9a-z]{7}$/)
  })

  it('R3 that an example uses some name says nothing of the code below it', () => {
    const { steps } = runbookOf(
      '# T',
      '## Start the ring',
      'In this example we are using `ring-b`',
      '',
      '```sh',
      'relayctl start ring-b',
      '```',
    )
    expect(steps.map(({ text }) => text)).toEqual(['Start the ring'])
  })
})
