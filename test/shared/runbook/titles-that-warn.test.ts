import { expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const SCENARIOS = ['## Failure scenarios', '', '### Slow', '1. Look at the queue.', '### Stuck', '1. Restart it.']
const inBox = (title: string, inside: readonly string[]) => [
  `!!! danger "${title}"`,
  ...inside.map((line) => `    ${line}`),
]
const CODE = ['```sh', 'relayctl purge', '```']
const beforeFirst = (...lines: readonly string[]) =>
  runbookOf('# Late ring', ...lines, ...SCENARIOS).scenarios.map(({ steps }) => steps[0]?.before)

it.each(['Not in production!', 'Hands off!', 'Mind the quorum', 'Never run this here'])(
  'R3 the box "%s" above the scenarios is told in each, with its title and its code',
  (title) => {
    const told = `**Danger:** ${title}\n\n\`\`\`sh\nrelayctl purge\n\`\`\``
    expect(beforeFirst(...inBox(title, CODE))).toEqual([told, told])
  },
)

it('R3 a box that warns keeps its title beside its words', () => {
  const told = '**Danger:** Not on the primary\n\nIt empties the ring.'
  expect(beforeFirst(...inBox('Not on the primary', ['It empties the ring.']))).toEqual([told, told])
})

it('R3 a box that warns within the part of the scenarios is told whole', () => {
  const [heading, ...others] = SCENARIOS
  const { scenarios } = runbookOf('# Late ring', heading ?? '', ...inBox('Hands off!', CODE), ...others)
  expect(scenarios.map(({ steps }) => steps[0]?.before)).toEqual(
    Array(2).fill('**Danger:** Hands off!\n\n```sh\nrelayctl purge\n```'),
  )
})

it.each([
  ['Use with Caution', ['`relayctl reset` should only be run on one relay.']],
  ['When NOT to Drain', ['- If the relay is down: use `relayctl remove` instead', '- If it hangs: call the owner']],
])('R3.13 the box "%s" beside steps is read, and none of it is one', (title, inside) => {
  const box = inBox(title, inside)
  const { steps } = runbookOf('# Late ring', '## Resolution', '', '1. Drain the relay.', '', ...box, '', '2. Open it.')
  expect(steps.map(({ text }) => text)).toEqual(['Drain the relay.', 'Open it.'])
  const told = steps.map(({ before, after }) => before + after).join()
  for (const words of [title, ...inside]) expect(told).toContain(words)
})

it('R3 a box that only notes something is not told beside the first step', () => {
  const note = inBox('Background', CODE).map((line) => line.replace('danger', 'note'))
  expect(beforeFirst(...note)).toEqual(['', ''])
})
