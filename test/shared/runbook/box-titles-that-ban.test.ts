import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const BAD = 'relayctl purge --all'
const GOOD = 'systemctl restart relay'
const fence = (code: string) => ['```sh', code, '```']
const setIn = (lines: readonly string[]) => lines.map((line) => `    ${line}`)
const read = (...lines: string[]) => runbookOf('# T', '## Steps', ...lines)
const commandsOf = (...lines: string[]) =>
  read(...lines).steps.flatMap(({ commands }) => commands.map(({ text }) => text))

const BOXES: readonly (readonly [string, (title: string, inside: readonly string[]) => readonly string[]])[] = [
  ['!!! danger "…"', (title, inside) => [`!!! danger "${title}"`, ...setIn(inside)]],
  ['??? warning "…"', (title, inside) => [`??? warning "${title}"`, '', ...setIn(inside)]],
  [':::danger …', (title, inside) => [`:::danger ${title}`, ...inside, ':::']],
  [':::danger[…]', (title, inside) => [`:::danger[${title}]`, '', ...inside, '', ':::']],
  ['> [!CAUTION] …', (title, inside) => [`> [!CAUTION] ${title}`, ...inside.map((line) => `> ${line}`)]],
  ['{{% alert title="…" %}}', (title, inside) => [`{{% alert title="${title}" %}}`, ...inside, '{{% /alert %}}']],
  ['{{% notice danger "…" %}}', (title, inside) => [`{{% notice danger "${title}" %}}`, ...inside, '{{% /notice %}}']],
  ['{{< hint info "…" >}}', (title, inside) => [`{{< hint info "${title}" >}}`, '', ...inside, '', '{{< /hint >}}']],
  ['{% hint title="…" %}', (title, inside) => [`{% hint title="${title}" %}`, ...inside, '{% endhint %}']],
  ['<Admonition title="…">', (title, inside) => [`<Admonition title="${title}">`, '', ...inside, '', '</Admonition>']],
  ['<Warning title="…">', (title, inside) => [`<Warning title="${title}">`, ...inside, '</Warning>']],
]

describe.each(BOXES)('R3.3 the title of a box: %s', (_, box) => {
  it.each(['Never run this here', 'Do not purge a running relay', 'DO NOT RUN', 'Nicht ausführen', 'No ejecutar esto'])(
    'R3.3 "%s" keeps from its code, and from no other',
    (title) => {
      const { steps } = read(
        '1. Stop it',
        '',
        ...['```sh', GOOD, '```'].map((line) => `   ${line}`),
        '',
        ...box(title, fence(BAD)),
        '',
        'Look:',
        '',
        ...fence('relayctl show'),
      )
      expect(steps.flatMap(({ commands }) => commands.map(({ text }) => text))).toEqual([GOOD, 'relayctl show'])
      const beside = steps.map(({ before, after }) => before + after).join('\n')
      expect(beside).toContain(BAD)
      expect(beside).toContain(title)
    },
  )

  it('R3.3 within a step it leaves the command of the step', () => {
    const own = [...fence(GOOD), '', ...box('Never run this here', fence(BAD)), '']
    const lines = ['1. Stop it', '', ...own.map((line) => (line === '' ? '' : `   ${line}`)), '2. Look at the board']
    expect(commandsOf(...lines)).toEqual([GOOD])
    expect(read(...lines).forbidden.map(({ text }) => text)).toEqual([BAD])
    const kinds = read(...lines).steps[0]?.after.match(/\*\*(?:Danger|Warning|Caution|Note):\*\*/g) ?? []
    expect(kinds.length, 'its kind is told once').toBeLessThanOrEqual(1)
  })

  it.each(['Mind the load', 'Do not panic', 'Do not ignore the lag', 'Never run this while the relay drains'])(
    'R3.3 "%s" forbids nothing',
    (title) => expect(commandsOf('1. Look at the board', '', ...box(title, fence(GOOD)))).toEqual([GOOD]),
  )

  it('R3.3 what words in it lead to instead is to be done', () => {
    const inside = [...fence(BAD), '', 'Run this instead:', '', ...fence(GOOD)]
    expect(commandsOf('1. Look at the board', '', ...box('Never run this', inside))).toEqual([GOOD])
  })
})

it('R3.3 a title keeps from nothing behind its box', () => {
  const lines = ['!!! danger "Do not purge the relay"', '    It loses orders.', '', 'Look:', '', ...fence(GOOD)]
  expect(commandsOf('1. Look at the board', '', ...lines)).toEqual([GOOD])
})
