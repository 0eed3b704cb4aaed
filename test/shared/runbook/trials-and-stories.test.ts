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
