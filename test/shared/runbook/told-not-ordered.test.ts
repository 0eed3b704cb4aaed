import { describe, expect, it } from 'vitest'
import { moodOf } from '../../../shared/runbook/words/sentence-mood.ts'
import { runbookOf } from './read-sample.ts'

const textsOf = (...lines: string[]): readonly string[] =>
  runbookOf('# T', '## Diagnosis', ...lines).steps.map(({ text }) => text)

describe('R3 what is told and not ordered', () => {
  it.each([
    'You should be able to see the rings.',
    'Once it is up you should be able to read it.',
    'You should start to see packers returning.',
    'Let us take an example:',
    "Let's look at an example.",
    'We can read that two rings overlap.',
    'To do this, the operator needs to find all rings, drain them, and then remove them.',
    'Make sure each ring is known by following the following steps:',
    'For example, do not roll back the relay.',
    'Changes to these limits do not require a restart.',
    'Stopping it will automatically remove the ring.',
    "Once detected, the relay is closed and ring API's will fail:",
    "Once detected, snapshot API's will fail:",
    'Spot ring interruptions cause late loads.',
    'Scale ring metrics show high rates; if rings hold loads, loads may be late.',
    'When we open a ring, we name it, then mark it for its relay.',
    '{{ring}} uses marks to manage the space of relays, which can block them.',
    'Access can be extended past a day, with approval, in the same way.',
    'With the relay, you are not opening it so much as asking it to add the rights that you have to it.',
    'A larger ring will finish faster but takes more, specially if loads have large values e.g. set, list or any other kind.',
    'Names that need to be replaced in the command below are:',
    'Monitoring gives insight into how the ring behaves and helps you correlate it.',
  ])('R3 "%s" asks for nothing', (sentence) => {
    expect(['statement', 'untold']).toContain(moodOf(sentence))
  })

  it.each([
    'The ring must be replaced.',
    'You have to drain it.',
    'Restarting the ring usually helps.',
    'You may be able to restart the ring.',
    'To do this, restart the ring.',
    'Let us check the ring.',
  ])('R3 "%s" asks for something', (sentence) => {
    expect(['order', 'advice', 'remedy']).toContain(moodOf(sentence))
  })

  it('R3 what another does by itself is no step, with numbers too', () => {
    const texts = textsOf(
      'When you end the drain, the relay:',
      '',
      '1. Loads the last ring.',
      '2. Unspools its rows.',
      '3. Deletes the copy.',
      '',
      'To end the drain, run:',
      '',
      '```sh',
      'relayctl drain off',
      '```',
    )
    expect(texts).toEqual(['To end the drain, run'])
  })

  it('R3 what something means is no step behind an arrow, and what to do is', () => {
    const texts = textsOf('- Check the rows', '  - No rows → the job is not there.', '  - One row → restart the job')
    expect(texts).toEqual(['Check the rows', 'One row → restart the job'])
    expect(textsOf('- Restart it', '- Is it every ring? → The relay is down')).toHaveLength(2)
  })

  it('R3 causes are no steps within a list either', () => {
    const causes = [
      '- Possible causes include',
      '  - A slow disk',
      '  - A lost ring',
      '  - The ring is full (see `df -h`)',
    ]
    expect(textsOf('- Check the relay', ...causes)).toEqual(['Check the relay'])
    expect(
      textsOf(
        'You should not do it for the following reasons:',
        '',
        '- Rings are old.',
        '- See below.',
        '',
        'Restart it.',
      ),
    ).toEqual(['Restart it.'])
  })

  it('R3 values below a line that asks for nothing are details of it', () => {
    const texts = textsOf('- Make a ring', '  - Defaults of the house:', '    - ring_a', '    - ring_b')
    expect(texts).not.toContain('ring_a')
  })

  it('R3 the contents of the page are no steps, with numbers too', () => {
    const texts = textsOf('1. [Drain it](#drain)', '2. [Fill it](#fill)', '', '### Drain', '', '1. Stop the ring')
    expect(texts).toEqual(['Stop the ring'])
  })

  it('R3 nor are they where one has no link of its own, and some lead to headings that are gone', () => {
    const contents = [
      '- Drain a ring by hand',
      '  - [Grow it](#grow-it)',
      '  - [Take it out](#take-it-out)',
      '- [Close it](#gone)',
    ]
    const below = ['### Grow it', '', '1. Open the board', '', '### Take it out', '', '1. Press the key']
    expect(textsOf(...contents, '', ...below)).toEqual(['Open the board', 'Press the key'])
    expect(textsOf('- Drain a ring by hand:', '  - [Grow it](#grow-it)', '', ...below)[0]).toContain('Drain a ring')
  })

  it('R3 a command that shows the trouble is no step', () => {
    expect(textsOf('If you run `kubectl get rings` on an old ring, you will see an error that it is gone.')).toEqual([])
  })
})
