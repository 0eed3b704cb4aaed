import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const BANS = ['## What not to do', '- Delete the ring.', '### By hand', '- Cut the ring.']
const TOLD = '**What not to do**\n\n- Delete the ring.\n\n**By hand**\n\n- Cut the ring.'

describe('R3.14 what must not be done is read before it is too late', () => {
  it('R3.14 behind the last step it stands beside the first', () => {
    const { steps } = runbookOf('# T', '## Mitigation', '1. Drain it.', '2. Restart the relay.', ...BANS)
    expect(steps.map(({ before, after }) => [before, after])).toEqual([
      [TOLD, ''],
      ['', ''],
    ])
  })

  it('R3.14 at the end of a part it stands beside the first step of that', () => {
    const { steps } = runbookOf(
      '# T',
      '## Diagnosis',
      '1. Look at the board.',
      '## Mitigation',
      '1. Drain it.',
      '2. Restart the relay.',
      '### Never do this',
      '- Delete the ring.',
    )
    expect(steps.map(({ before }) => before)).toEqual(['', '**Never do this**\n\n- Delete the ring.', ''])
  })

  it('R3.14 and so it does in each scenario', () => {
    const failure = (name: string, ...more: string[]) => [
      `### ${name}`,
      '#### Mitigation',
      '1. Drain it.',
      '2. Restart.',
      ...more,
    ]
    const { scenarios } = runbookOf(
      '# T',
      '## Failure scenarios',
      ...failure('Ring full'),
      ...failure('Ring torn', "#### Don'ts", '- Cut it.'),
      ...BANS,
    )
    expect(scenarios.map(({ steps }) => steps.map(({ before }) => before))).toEqual([
      [expect.stringContaining(TOLD), expect.anything()],
      [`**Don'ts**\n\n- Cut it.\n\n${TOLD}`, ''],
    ])
  })

  it('R3.14 between steps, below a bold line, and of one thing only, it stays where it is', () => {
    const places = (...lines: string[]) =>
      runbookOf('# T', '## Mitigation', '1. Drain it.', '2. Restart the relay.', ...lines).steps.map(
        ({ before, after }) => before + after !== '',
      )
    expect(places('### Never do this', '- Delete it.', '### Then', '1. Open the ring.')).toEqual([false, true, false])
    expect(places('', '**Do not:**', '', '- Delete it.')).toEqual([false, true])
    expect(places('### Purge it (do not run)', '```sh', 'relayctl purge', '```')).toEqual([false, true])
  })

  it('R3.14 a heading told beside a step, or behind the last, has no name for links', () => {
    const words = ['Ring words {#ring-words}', 'The rings of the house.']
    const { steps, furtherText } = runbookOf(
      '# T',
      '## Fix',
      '1. Drain it.',
      `### ${words[0]}`,
      `${words[1]}`,
      `## ${words[0]}`,
      `${words[1]}`,
    )
    expect(steps[0]?.before).toBe('**Ring words**\n\nThe rings of the house.')
    expect(furtherText[0]?.title).toBe('Ring words')
  })
})
