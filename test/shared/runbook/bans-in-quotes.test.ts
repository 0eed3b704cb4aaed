import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const BAD = 'kubectl delete pvc ring-0'
const GOOD = 'systemctl restart relay'
const FENCE = ['', '```sh', BAD, '```', '']
const read = (...lines: string[]) => runbookOf('# T', '## Mitigation', `1. Restart: \`${GOOD}\``, '', ...lines)
const offered = (...lines: string[]) => read(...lines).steps.flatMap(({ commands }) => commands.map(({ text }) => text))
const quote = (words: string) => words.split(' / ').map((line) => `> ${line}`)

describe('R3.3 a quote above code', () => {
  it.each([
    'Never run this on a live ring.',
    '**Never run this.**',
    '[!CAUTION] / Never run this in production.',
    '[!WARNING] / **Do not run this in production.** / It drops the ring.',
    '[!danger] Never run this here',
    '⛔ Do not run in production because it drops rows.',
    '**Warning:** do not run the command below in production!',
    '❌ Do not run:',
    'Do not run this in production. /  / It drops all rows.',
    'Bitte nicht ausführen.',
    'No ejecutar en producción porque borra los datos.',
  ])('R3.3 "%s" keeps from it, in an item too', (words) => {
    const { steps, forbidden } = read(...quote(words), ...FENCE, 'Look at the board.')
    expect(steps.flatMap(({ commands }) => commands.map(({ text }) => text))).toEqual([GOOD])
    expect(steps.map(({ before, after }) => before + after).join('\n')).toContain(BAD)
    expect(forbidden.map(({ text }) => text)).toEqual([BAD])
    expect(offered(...[...quote(words), ...FENCE].map((line) => `   ${line}`), '2. Look at the board.')).toEqual([GOOD])
  })

  it.each([
    'Never run this twice.',
    'Never do this alone.',
    'Do not run this without approval.',
    'Do not run this if the ring drains.',
    'Never run this on a Friday.',
    'Do not forget the namespace.',
    'Never skip this.',
    'Take care: it drops rows.',
    'Never restart the database. Run:',
    '[!WARNING] / Do not interrupt this.',
    'Nicht vergessen: der Namespace.',
    'Wenn der Ring leer ist, nicht ausführen.',
  ])('R3.3 "%s" does not', (words) => expect(offered(...quote(words), ...FENCE)).toEqual([GOOD, BAD]))

  it('R3.3 an order between takes the code for its own', () => {
    expect(offered('> Never run this in production.', '', 'Drop the claim of the spare ring:', ...FENCE)).toEqual([
      GOOD,
      BAD,
    ])
  })

  it('R3.3 behind code it keeps from that as a line would', () => {
    expect(offered('Drop it:', ...FENCE, '> Do not run the above.')).toEqual([GOOD])
    expect(offered('Drop it:', ...FENCE, '> Do not close the shell.')).toEqual([GOOD, BAD])
  })
})

describe('R3.3 a ban alone above code', () => {
  it.each(["Don't!", "**Don't!**", 'Never.', '**Never!**', 'No!', 'NEVER EVER!', 'Do not.'])('R3.3 "%s"', (line) =>
    expect(offered(line, ...FENCE)).toEqual([GOOD]),
  )

  it.each(['No.', 'Yes!', 'Never mind.', "Don't worry.", 'Not yet?', 'Never late!'])('R3.3 "%s" is none', (line) =>
    expect(offered(line, ...FENCE)).toEqual([GOOD, BAD]),
  )
})
