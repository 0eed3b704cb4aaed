import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const BAD = 'kubectl delete pvc ring-0'
const GOOD = 'kubectl rollout restart deploy/relay'
const read = (...lines: string[]) => runbookOf('# T', '## Mitigation', ...lines)
const offered = (...lines: string[]) => read(...lines).steps.flatMap(({ commands }) => commands.map(({ text }) => text))

describe('R3.8 a table of which one column forbids and another one does not', () => {
  it.each([
    ['Allowed', 'Forbidden'],
    ['Use', 'Never'],
    ['Right', 'Wrong'],
    ['✅', '❌'],
    ['✅ Do', '❌ Don’t'],
    ['👍', '🚫'],
    ['Prefer', 'Avoid'],
    ['Instead', 'Prohibited'],
    ['Safe', 'Unsafe'],
    ['Erlaubt', 'Verboten'],
  ])('R3.8 "%s" is what to do beside "%s"', (wanted, forbidden) => {
    const rows = [`| Late | \`${GOOD}\` | \`${BAD}\` |`, `| Full | \`relayctl drain a\` | \`${BAD}\` |`]
    for (const first of ['Situation', 'Problem', 'Task']) {
      const table = [`| ${first} | ${wanted} | ${forbidden} |`, '|---|---|---|', ...rows]
      expect(offered(...table)).toEqual([GOOD, 'relayctl drain a'])
      expect(offered('1. Look: `kubectl get pods`', '', ...table)).toEqual([
        'kubectl get pods',
        GOOD,
        'relayctl drain a',
      ])
      expect(read(...table).steps[0]?.text).toBe(`Late (${forbidden}: ${BAD})`)
    }
    expect(offered(`| ${wanted} | ${forbidden} |`, '|---|---|', `| \`${GOOD}\` | \`${BAD}\` |`)).toEqual([GOOD])
    expect(offered(`| ${forbidden} | ${wanted} |`, '|---|---|', `| \`${BAD}\` | \`${GOOD}\` |`)).toEqual([GOOD])
  })

  it('R3.8 words that ask are steps there, and a command in them is offered', () => {
    const { steps } = read('| Wrong | Right |', '|---|---|', `| \`${BAD}\` | Tell the lead, then run \`${GOOD}\`. |`)
    expect(steps.map(({ text }) => text)).toEqual([`Tell the lead, then run ${GOOD}. (Wrong: ${BAD})`])
    expect(steps[0]?.commands.map(({ text }) => text)).toEqual([GOOD])
  })

  it.each([
    ['Where', 'Allowed', 'Forbidden', 'everything', 'nothing'],
    ['Metric', 'Good', 'Bad', '< 5 s', '> 30 s'],
    ['Instead of', 'Never', 'Why', `\`${BAD}\``, 'it loses rows'],
  ])('R3.8 "%s | %s | %s" tells nothing to do', (first, second, third, one, other) => {
    const table = [`| ${first} | ${second} | ${third} |`, '|---|---|---|', `| \`${BAD}\` | ${one} | ${other} |`]
    expect(offered(...table)).toEqual([])
  })
})

describe('R3.3 rows that a column forbids', () => {
  it.each(['Under no circumstances', 'On no account', 'in no case!', 'At no time', 'on no account – it loses rows'])(
    'R3.3 "%s" says when',
    (cell) => {
      for (const column of ['When', 'Condition', 'Note'])
        expect(
          offered(`| Command | ${column} |`, '|---|---|', `| \`${GOOD}\` | late |`, `| \`${BAD}\` | ${cell} |`),
        ).toEqual([GOOD])
    },
  )

  it.each(['yes', 'x', '✅', '❌'])('R3.3 "Forbidden: %s"', (cell) => {
    for (const column of ['Forbidden', 'Prohibited?', 'Not allowed in production'])
      expect(
        offered(`| Command | ${column} |`, '|---|---|', `| \`${GOOD}\` | no |`, `| \`${BAD}\` | ${cell} |`),
      ).toEqual([GOOD])
  })

  it('R3.3 what is dangerous is not forbidden', () =>
    expect(offered('| Command | Dangerous |', '|---|---|', `| \`${GOOD}\` | yes |`)).toEqual([GOOD]))
})
