import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const BAD = 'kubectl delete pvc ring-0'
const GOOD = 'kubectl get pods'
const read = (...lines: string[]) => runbookOf('# T', '## Mitigation', ...lines)
const offered = (column: string, cell: string) =>
  read(`| Command | ${column} |`, '|---|---|', `| \`${GOOD}\` | yes |`, `| \`${BAD}\` | ${cell} |`).steps.flatMap(
    ({ commands }) => commands.map(({ text }) => text),
  )

describe('R3.3 a row that forbids by a word', () => {
  it.each([
    'NEVER',
    'never!',
    'Never ever',
    '**NEVER**',
    "Don't",
    'Don’t!',
    'no!',
    'NO!!',
    'do not run',
    'Niemals',
    'Jamais',
    'Nunca',
    '禁止',
  ])('R3.3 the note "%s" is the whole cell', (cell) => {
    for (const column of ['Note', 'Notes', 'When', 'Comment', ' ']) expect(offered(column, cell)).toEqual([GOOD])
    expect(
      read('| Command | Note |', '|---|---|', `| \`${GOOD}\` | yes |`, `| \`${BAD}\` | ${cell} |`)
        .steps.map(({ before }) => before)
        .join(''),
    ).toContain(cell)
  })

  it.each([
    'Safe in production?',
    'Allowed?',
    'Production',
    'In prod?',
    'Use in production',
    'Can I run this?',
    'May I use it',
    'OK?',
  ])('R3.3 "no" below "%s"', (column) => {
    for (const cell of ['no', 'No', 'NEVER', '❌', 'no, it drops rows']) expect(offered(column, cell)).toEqual([GOOD])
    expect(offered(column, 'yes')).toEqual([GOOD, BAD])
    expect(offered(column, 'no restrictions')).toEqual([GOOD, BAD])
  })

  it.each([
    ['Needs root', 'no'],
    ['Restarts the pod?', 'Never'],
    ['Blocks writes', 'NEVER'],
    ['Note', 'Never blocks'],
    ['Note', 'no downtime'],
    ['Note', 'no'],
  ])('R3.3 below "%s" "%s" says no to something else', (column, cell) =>
    expect(offered(column, cell)).toEqual([GOOD, BAD]),
  )
})

describe('R3.3 a row that forbids by a mark, or in short', () => {
  it.each([
    '❌',
    '✗',
    '⛔',
    '🚫 prod',
    'dangerous, never',
    'not in prod',
    'never in production',
    'obsolete – do not use',
  ])('R3.3 the note "%s"', (cell) => {
    for (const column of ['Note', 'Comment', ' ']) expect(offered(column, cell)).toEqual([GOOD])
  })

  it.each(['✖', '🛑', 'x', 'unsafe', 'not safe', 'off limits', 'not recommended', 'nope', 'N', 'not in prod'])(
    'R3.3 "%s" below a question',
    (cell) => {
      for (const column of ['OK?', 'Safe?', 'Allowed']) expect(offered(column, cell)).toEqual([GOOD])
    },
  )

  it.each([
    ['Note', '✓'],
    ['Note', 'dangerous'],
    ['Note', 'only in prod'],
    ['Note', 'not on the primary'],
    ['Note', 'slow, never fails'],
    ['Note', 'x'],
    ['OK?', '✅'],
    ['Safe?', 'only with the lead'],
    ['Safe?', 'not dangerous'],
    ['Production', 'y'],
    ['Needs root', '❌'],
    ['Restarts?', 'x'],
  ])('R3.3 below "%s" "%s" does not', (column, cell) => expect(offered(column, cell)).toEqual([GOOD, BAD]))

  it('R3.3 a column of crosses alone ticks off', () => {
    const { steps } = read('| Command | Production |', '|---|---|', `| \`${GOOD}\` | x |`, `| \`${BAD}\` | x |`)
    expect(steps.flatMap(({ commands }) => commands)).toHaveLength(2)
  })

  it('R3.14 a row of which only the mark is told by no step is shown', () => {
    const { steps } = read('| Command | Needs root |', '|---|---|', `| \`${GOOD}\` | ✅ |`, `| \`${BAD}\` | ❌ |`)
    expect(steps.map(({ before, after }) => before + after).join('\n')).toContain(`| \`${BAD}\` | ❌ |`)
  })
})
