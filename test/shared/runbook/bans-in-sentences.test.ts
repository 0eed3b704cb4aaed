import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const BAD = 'relayctl purge --all'
const GOOD = 'systemctl restart relay'
const fence = (code: string) => ['', '```sh', code, '```', '']
const read = (...lines: string[]) => runbookOf('# T', '## Steps', `1. Restart: \`${GOOD}\``, '', ...lines)
const commandsOf = (...lines: string[]) =>
  read(...lines).steps.flatMap(({ commands }) => commands.map(({ text }) => text))

describe('R3.3 a sentence that forbids, straight above code', () => {
  it.each([
    'Never run this in production.',
    'Do not run this on the primary!',
    'You must not run this.',
    'This command is forbidden.',
    'Forbidden!',
    'Never use this command. It loses orders.',
    'It loses orders. Do not execute it on a live system!',
    'Bitte nicht ausführen.',
    'Ne jamais exécuter en production !',
  ])('R3.3 "%s"', (words) => {
    const boxes = [
      [words],
      [`**${words}**`],
      ['{% hint style="danger" %}', words],
      ['<Warning>', '', words],
      [':::danger', words],
    ]
    for (const box of boxes) {
      const { steps } = read(...box, ...fence(BAD), 'Look at the board.')
      expect(steps.flatMap(({ commands }) => commands.map(({ text }) => text))).toEqual([GOOD])
      expect(steps.map(({ before, after }) => before + after).join('\n')).toContain(BAD)
    }
  })

  it('R3.3 what else the paragraph asks for is to be done', () => {
    const { steps } = read('Never run this in production. Ask the lead first.', ...fence(BAD))
    expect(steps.map(({ text }) => text)).toEqual([`Restart: ${GOOD}`, 'Ask the lead first.'])
  })

  it.each([
    'Restart the replica. Do not run this on the primary.',
    'If the relay drains, do not run this.',
    'Never run this on a Friday.',
    'Do not run this in parallel.',
    'Do not run this by hand; use the script instead.',
    'Do not run this blindly.',
    'The old endpoint is not allowed.',
  ])('R3.3 "%s" is a caution', (words) => expect(commandsOf(words, ...fence(BAD))).toEqual([GOOD, BAD]))

  it('R3.3 between two blocks it is of the one below, where the one above has words of its own', () => {
    const behind = ['Never run this in production.', ...fence(BAD)]
    expect(commandsOf('Look at it:', ...fence('relayctl show'), ...behind)).toEqual([GOOD, 'relayctl show'])
    expect(commandsOf(...fence('relayctl show'), ...behind)).toEqual([GOOD])
    expect(commandsOf(...fence(BAD), 'Do not run the above.', ...fence('relayctl show'))).toEqual([
      GOOD,
      'relayctl show',
    ])
  })
})
