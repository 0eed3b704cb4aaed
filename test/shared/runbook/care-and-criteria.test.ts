import { describe, expect, it } from 'vitest'
import { asks, moodOf } from '../../../shared/runbook/words/sentence-mood.ts'
import { runbookOf } from './read-sample.ts'

const texts = (...lines: string[]) => runbookOf(...lines).steps.map(({ text }) => text)

describe('R3 what must be made sure of, and what is only told of a way', () => {
  it.each([
    'When to use: when you have many rings, or prefer to start afresh',
    'Risk: use it and the ring may tear',
    'If the flag is set to true, the ring is kept.',
    'If the limit is explicitly set to zero, the relay will keep the ring.',
  ])('R3 no request: %s', (sentence) => {
    expect(asks(moodOf(sentence))).toBe(false)
  })

  it.each([
    'Prefer the second ring.',
    'So, if it is torn, replace the ring.',
    'Restarting is a last resort; prefer draining the ring.',
  ])('R3 an order: %s', (sentence) => {
    expect(asks(moodOf(sentence))).toBe(true)
  })

  it('R3 an order under "Step 4: Upstream outage" is the step, and not the heading', () => {
    expect(
      texts(
        '# T',
        '## Remediation',
        '### Step 1: Drain the ring',
        '',
        'Drain it.',
        '',
        '### Step 4: Upstream outage',
        '',
        'If the lake is down, call the lake team.',
      ),
    ).toContain('If the lake is down, call the lake team.')
  })

  it('R3 what must be checked before one begins is a step, with its command below "For example:"', () => {
    const { steps } = runbookOf(
      '# T',
      '## Before you begin',
      'You need `ssh`.',
      '',
      'You must verify that no relay uses the ring. Use `lsof` to check for open files.',
      '',
      'For example:',
      '',
      '```sh',
      '# lsof /var/rings/one',
      '```',
      '',
      '## Steps',
      '1. Drain the ring.',
    )
    expect(steps.map(({ text }) => text)).toEqual([
      'You must verify that no relay uses the ring.',
      'Use lsof to check for open files.',
      'Drain the ring.',
    ])
    expect(steps[1]?.commands.map(({ text }) => text)).toEqual(['lsof /var/rings/one'])
    expect(
      texts('# T', '## Before you begin', 'You must check that you have access.', '## Steps', '1. Drain it.'),
    ).toEqual(['Drain it.'])
  })

  it('R3 an order behind boxes is a step, and one below the title that asks to take care', () => {
    expect(
      texts('# T', '## Steps', '- [ ] Drain the ring', '', 'Verify that the ring is empty.', '', '- [ ] Close it'),
    ).toEqual(['Drain the ring', 'Verify that the ring is empty.', 'Close it'])
    const below = ['', '## Mitigation', '1. Drain the ring.']
    expect(texts('# T', '', 'Before draining any ring make sure to tell the clients.', ...below)).toHaveLength(2)
    expect(texts('# T', '', 'Use rings to keep parcels.', ...below)).toHaveLength(1)
  })

  it('R3 of listed causes those with an order in a sentence of its own are steps', () => {
    const causes = [
      'Likely causes:',
      '',
      '- No relay holds the ring. Check the board of the relay.',
      '- The ring was deleted.',
      '- The relay is old.',
    ]
    expect(texts('# T', '## Mitigation', ...causes)).toEqual(['No relay holds the ring. Check the board of the relay.'])
    expect(
      texts(
        '# T',
        '## Mitigation',
        'Stop the relay.',
        '',
        'Likely causes:',
        '',
        '- The ring was deleted.',
        '- The relay is old.',
      ),
    ).toEqual(['Stop the relay.'])
  })

  it('R3 "You can reference the documentation" is no step beside others, a look at stats is one', () => {
    expect(
      texts('# T', '## Mitigation', 'Stop the relay.', '', 'You can reference the [book](https://book.example).'),
    ).toEqual(['Stop the relay.'])
    expect(
      texts('# T', '## Mitigation', 'Stop the relay.', '', 'You can see [stats](https://board.example) of the relay.'),
    ).toHaveLength(2)
  })

  it('R3 what to consider behind "but" is advice', () => {
    expect(asks(moodOf('That is as it should be, but consider tuning the schedule.'))).toBe(true)
  })

  it('R3 a bullet that is a link and who may follow it is no step', () => {
    const bullets = ['- [Board of the ring](https://board.example) (for the ring team only).', '- Stop the relay']
    expect(texts('# T', '## Mitigation', ...bullets)).toEqual(['Stop the relay'])
  })
})
