import { describe, expect, it } from 'vitest'
import { codeBlock, runbookOf } from './read-sample.ts'

const GOOD = 'systemctl restart relay'
const BAD = 'relayctl purge --all'
const read = (...lines: string[]) => runbookOf('# T', '## Mitigation', `1. \`${GOOD}\``, '', ...lines)
const commandsOf = (...lines: string[]) =>
  read(...lines).steps.flatMap(({ commands }) => commands.map(({ text }) => text))

describe('R3.3 what is not to be run, in few words', () => {
  it.each(['Not in production', 'Not on the primary', 'NOT FOR PRODUCTION', 'Not for production use', 'Hands off'])(
    'R3.3 "%s" above code keeps from it',
    (words) => {
      const forms = [
        [`${words}:`, ...codeBlock('sh', BAD)],
        [`${words}!`, ...codeBlock('sh', BAD)],
        [`**${words}**`, ...codeBlock('sh', BAD)],
        [`### ${words}`, ...codeBlock('sh', BAD)],
        [`:::danger ${words}!`, ...codeBlock('sh', BAD), ':::'],
        [`!!! warning "${words}!"`, ...codeBlock('sh', BAD).map((line) => `    ${line}`)],
      ]
      for (const lines of forms) {
        expect(commandsOf(...lines), lines[0]).toEqual([GOOD])
        expect(read(...lines).steps[0]?.after, lines[0]).toContain(BAD)
      }
    },
  )

  it.each(['Not in sync:', 'Not in the cluster:', 'Not on a Friday:', 'Not for now:', 'In production:'])(
    'R3.3 "%s" keeps from nothing',
    (words) => expect(commandsOf(words, ...codeBlock('sh', BAD))).toEqual([GOOD, BAD]),
  )

  it('R3.3 "Not in production:" beside "In production:" is a case', () => {
    const lines = (mark: (words: string) => string) => [
      mark('In production'),
      ...codeBlock('sh', 'relayctl drain'),
      mark('Not in production'),
      ...codeBlock('sh', BAD),
    ]
    expect(commandsOf(...lines((words) => `${words}:`))).toContain(BAD)
    expect(commandsOf(...lines((words) => `### ${words}`))).toContain(BAD)
  })

  it.each([
    '⛔ FORBIDDEN –',
    '**FORBIDDEN** –',
    '(do NOT)',
    '(do not run)',
    '[FORBIDDEN]',
    'Not allowed:',
    'Prohibited –',
    'Banned:',
    'Not permitted -',
  ])('R3.3 "%s" in front of a command keeps from it', (words) =>
    expect(commandsOf(`2. ${words} \`${BAD}\``)).toEqual([GOOD]),
  )

  it.each(['(never drops a ring)', 'Allowed:', 'Purge it -', 'If it is forbidden:'])(
    'R3.3 "%s" in front of a command forbids nothing',
    (words) => expect(commandsOf(`2. ${words} \`${BAD}\``)).toEqual([GOOD, BAD]),
  )

  it.each(['Do not run this any more.', 'Do not use this any longer!', 'Never run it anymore.'])(
    'R3.3 "%s" behind code keeps from it',
    (words) =>
      expect(commandsOf('2. Purge it:', '', '   ```sh', `   ${BAD}`, '   ```', '', `   ${words}`)).toEqual([GOOD]),
  )

  it.each([
    'sh title="DO NOT RUN THIS"',
    "bash {.danger title='never'}",
    'sh caption="Not in production"',
    'bash [DO NOT RUN]',
  ])('R3.3 the title of a block of code keeps from it: %s', (info) => {
    expect(commandsOf(...codeBlock(info, BAD))).toEqual([GOOD])
    expect(read(...codeBlock(info, BAD)).forbidden.map(({ text }) => text)).toEqual([BAD])
  })

  it('R3.3 so does that of a tag around it', () => {
    const code = (title: string) => [
      `{% code title="${title}" %}`,
      ...codeBlock('sh', BAD).filter((line) => line !== ''),
      '{% endcode %}',
    ]
    expect(commandsOf(...code('DO NOT RUN'))).toEqual([GOOD])
    expect(commandsOf(...code('purge.sh'))).toEqual([GOOD, BAD])
  })

  it('R3.3 any other title of a block of code keeps from nothing', () =>
    expect(commandsOf('2. Purge it:', ...codeBlock('sh title="purge.sh"', BAD))).toEqual([GOOD, BAD]))

  it.each(['本番環境では絶対に実行しないでください。', '本番で決して使用しないこと。'])(
    'R3.3 R4 "%s" keeps from the code below',
    (words) => expect(commandsOf(words, ...codeBlock('sh', BAD))).toEqual([GOOD]),
  )
})

it.each(['Do not', 'Don\u2019t', 'Never', '**Never**', 'Forbidden', 'Not allowed', 'Avoid'])(
  'R3.3 "%s:" in front of an item keeps from it, as without its colon, and is no step',
  (words) => {
    const { steps } = runbookOf(
      '# T',
      '## Mitigation',
      '1. Check the relay.',
      `2. ${words}: purge the relay.`,
      `3. ${words}: \`${BAD}\``,
      '4. Restart the relay.',
    )
    expect(steps.map(({ text }) => text)).toEqual(['Check the relay.', 'Restart the relay.'])
    expect(steps[0]?.before).toContain('purge the relay')
    expect(steps[0]?.before).toContain(BAD)
  },
)
