import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const stepsOf = (...lines: string[]) => runbookOf(...lines).steps.map(({ text }) => text)
const fence = (text: string) => ['```sh', text, '```']

describe('R3.13 what is tried out or shown as an example is no step', () => {
  it.each([
    'How to reproduce',
    'Steps to reproduce the leak',
    'Scenario illustrating / testing',
    'Test plan',
    'Simulating a full disk',
    'Fault injection',
    'Example',
    'An example of a torn ring',
    "Let's see an example",
  ])('R3.13 below "%s", and stands behind the steps', (heading) => {
    const { steps, furtherText } = runbookOf(
      '# Torn ring',
      '## Fix',
      '1. Mend the ring.',
      `## ${heading}`,
      '1. Tear the ring:',
      ...fence('rm ring.bin'),
      '2. Restart the relay.',
    )
    expect(steps.map(({ text, commands }) => [text, commands])).toEqual([['Mend the ring.', []]])
    expect(furtherText[0]?.markdown).toContain('rm ring.bin')
  })

  it('R3.3 a file that is emptied keeps its mark, which is no prompt', () => {
    const { steps } = runbookOf('# T', '## Fix', 'Empty the log:', ...fence('> relay/ring.log'))
    expect(steps.map(({ commands }) => commands[0]?.text)).toEqual(['> relay/ring.log'])
    const asked = runbookOf('# T', '## Fix', 'Ask the console:', ...fence('> show rings'))
    expect(asked.steps[0]?.commands[0]?.text).toBe('show rings')
  })
})

describe('R3.1 what tells how it goes is no order', () => {
  it('R3.1 above the procedure, with the name of what comes of it in brackets', () => {
    const text =
      'Sometimes it might be necessary to close a ring. We then ask its owner and only after an answer remove it for good (`kubectl delete ring`).'
    expect(stepsOf(text, '', '### Closing a ring', '1. Close it.', '2. Tell the owner.')).toEqual([
      'Close it.',
      'Tell the owner.',
    ])
  })
})

describe('R3.13 what was tried before and failed is no step', () => {
  const remedy = ['## What works', '1. Drain the ring.', '2. Grow it.']

  it.each([
    ['First attempt', 'It was tried to grow the ring in place.'],
    ['Initial try', 'The relay was told to do it. Sadly that did not help.', 'Unfortunately it caused an outage.'],
    ['Previous attempts', 'In short:'],
    ['What we tried', 'In short:'],
  ])('R3.13 below "%s", and stands beside the first step', (heading, ...told) => {
    const { steps } = runbookOf('# Full ring', `## ${heading}`, ...told, '', '1. Run the grow job.', '', ...remedy)
    expect(steps.map(({ text }) => text)).toEqual(['Drain the ring.', 'Grow it.'])
    expect(steps[0]?.before).toContain('Run the grow job.')
  })

  it('R3.13 between the line that tells of it and the one that says how it failed', () => {
    const told = ['We tried to grow it in place. This involved:', '1. Run the grow job.', '']
    const failed = 'However, the job caused an outage.'
    expect(stepsOf('# Full ring', '## Fix', ...told, failed, '', 'Instead:', '1. Drain the ring.')).toEqual([
      'Drain the ring.',
    ])
    expect(stepsOf('# Full ring', '## Fix', ...told, 'Then tell the owner.')).toContain('Run the grow job.')
  })

  it('R3.13 below a remedy too, and where code shows it', () => {
    const tries = ['**First attempt**', '', 'We tried to:', '', '- Run the grow job', '']
    const failed = ['Unfortunately the relay was not up after that.', '']
    expect(
      stepsOf('# Full ring', '## Fix', '- Stop the relay', '', ...tries, ...failed, '**Then**', '- Drain it'),
    ).toEqual(['Stop the relay', 'Drain it'])
    const ran = ['Initially we ran:', '', ...fence('ringctl grow'), '', 'This caused an outage.', '']
    const { steps } = runbookOf('# Full ring', '## Fix', ...ran, 'Instead, run:', '', ...fence('ringctl drain'))
    expect(steps.flatMap(({ commands }) => commands.map(({ text }) => text))).toEqual(['ringctl drain'])
  })

  it('R3.13 but a first attempt that is to be made is one', () => {
    const tries = ['## First attempt', '1. Restart the relay.', '## Second attempt', '1. Drain the ring.']
    expect(stepsOf('# Full ring', ...tries)).toEqual(['Restart the relay.', 'Drain the ring.'])
  })
})
