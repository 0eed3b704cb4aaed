import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const BAD = 'relayctl purge --all'
const GOOD = 'systemctl restart relay'
const FENCE = ['```bash', BAD, '```']
const commandsOf = (...lines: string[]) =>
  runbookOf('# T', '## Mitigation', ...lines).steps.flatMap(({ commands }) => commands.map(({ text }) => text))
const besideOf = (...lines: string[]) =>
  runbookOf('# T', '## Mitigation', ...lines)
    .steps.map(({ before, after }) => before + after)
    .join('\n')

describe('R3.3 a sign that forbids', () => {
  it.each(['\u274C', '\u26D4', '\u{1F6AB}', '\u274C\uFE0F'])('R3.3 "%s" in front of an item or a line', (mark) => {
    for (const words of [
      `Run \`${BAD}\``,
      `\`${BAD}\` (loses data)`,
      `Purging with \`${BAD}\``,
      'kubectl delete pvc b',
    ]) {
      expect(commandsOf(`- Run \`${GOOD}\``, `- ${mark} ${words}`)).toEqual([GOOD])
      expect(commandsOf(`1. Run \`${GOOD}\``, `2. ${mark} ${words}`)).toEqual([GOOD])
      expect(commandsOf(`Run \`${GOOD}\`.`, '', `${mark} ${words}`)).toEqual([GOOD])
      expect(besideOf(`- Run \`${GOOD}\``, `- ${mark} ${words}`)).toContain(mark)
    }
    for (const lead of ['', ' Never', " Don't", ' Purging it:', ' Purge the rings']) {
      const lines = [`1. Run \`${GOOD}\``, '', `${mark}${lead}`, '', ...FENCE]
      expect(commandsOf(...lines)).toEqual([GOOD])
      expect(besideOf(...lines)).toContain(mark)
    }
  })

  it('R3.3 on a heading, which is no step either', () => {
    const { steps } = runbookOf('# T', '## Mitigation', `1. Run \`${GOOD}\``, '### \u274C Purge the rings', ...FENCE)
    expect(steps.map(({ text }) => text)).toEqual([`Run ${GOOD}`])
  })

  it('R3.3 in a remark of a script, above or behind a command', () => {
    const script = [GOOD, `# \u274C Purge them`, BAD, '# Look at it', 'relayctl show', `${BAD} # \u274C`]
    const told = commandsOf('1. Restart it:', '', ...['```bash', ...script, '```'].map((line) => `   ${line}`))
    expect(told.join('\n')).toContain('relayctl show')
    expect(told.join('\n')).not.toContain(BAD)
  })

  it('R3.3 in a table beside its code', () => {
    expect(commandsOf('| | Command |', '|--|--|', `| \u2705 | \`${GOOD}\` |`, `| \u274C | \`${BAD}\` |`)).toEqual([
      GOOD,
    ])
    expect(commandsOf('| Command | Safe? |', '|--|--|', `| \`${GOOD}\` | \u2705 |`, `| \`${BAD}\` | \u274C |`)).toEqual(
      [GOOD],
    )
  })

  it('R3.3 a cross in another column says no to something else', () => {
    expect(commandsOf('| | Command |', '|--|--|', `| No rows | \`${GOOD}\` |`)).toEqual([GOOD])
    expect(commandsOf('| Command | Needs root |', '|--|--|', `| \`${GOOD}\` | \u274C |`)).toEqual([GOOD])
  })

  it.each([
    `\u274C Unhealthy: run \`${GOOD}\``,
    `\u274C Missing rows -> run \`${GOOD}\``,
    `\u274C \`RingTorn\`: run \`${GOOD}\``,
    `\u26D4 STOP: run \`${GOOD}\` before you go on`,
  ])('R3.3 "%s" tells how something is, or that it matters', (item) => {
    expect(commandsOf('- Look at the board', `- ${item}`)).toEqual([GOOD])
  })
})
