import { describe, expect, test } from 'vitest'
import { parseRunbook } from '../../../shared/runbook/parse-runbook.ts'

const read = (...lines: string[]) => parseRunbook({ path: 'runbooks/ring.md', text: lines.join('\n') })
const fold = (words: string, ...held: string[]) => [
  '<details>',
  `<summary>${words}</summary>`,
  '',
  ...held,
  '',
  '</details>',
  '',
]
const page = (...held: string[]) =>
  read('# Ring', '', '## Mitigation', '', '1. Restart it.', '', ...held, '2. Check it.', '', '3. Close the ticket.')
const textsOf = ({ steps }: ReturnType<typeof read>) => steps.map(({ text }) => text)
const toldIn = ({ steps }: ReturnType<typeof read>) => steps.map(({ before, after }) => before + after).join('\n')
const ALL = ['Restart it.', 'Check it.', 'Close the ticket.']

describe('R4 what `<details>` holds ends with it', () => {
  test.each(['Background', 'Impact', 'References', 'Why', 'Details', 'Click to expand', 'Escalation', 'Contacts'])(
    'steps behind "%s" go on where they were',
    (words) => {
      const found = page(...fold(words, 'The ring is slow.'))
      expect(textsOf(found)).toEqual(ALL)
      expect(new Set(found.steps.map(({ section }) => section))).toEqual(new Set(['Mitigation']))
      expect(toldIn(found)).toContain(words)
      expect(toldIn(found)).toContain('The ring is slow.')
    },
  )

  test('what only tells makes no step of its numbers', () => {
    const found = page(...fold('Background', '1. The ring fills.', '2. Drain jobs wait.'))
    expect(textsOf(found)).toEqual(ALL)
    expect(toldIn(found)).toContain('Drain jobs wait.')
  })

  test('folds for systems within a fold are no failures', () => {
    const code = ['```', '$ top -o cpu', '```']
    const found = read(
      ...['# Ring', '', '## Troubleshooting', '', '<details>', '<summary>Loads slowing down</summary>', ''],
      ...['Check them with `top`:', '', ...fold('Linux', ...code), ...fold('FreeBSD', ...code), '</details>'],
    )
    expect(found.scenarios).toEqual([])
    expect(textsOf(found)).toHaveLength(3)
  })

  test('in front of the first step, and within an item', () => {
    expect(textsOf(read('# Ring', '', '## Fix', '', ...fold('Meaning', 'It is old.'), '1. Drain it.'))).toEqual([
      'Drain it.',
    ])
    const set = fold('Alert definition', 'It fires late.').map((line) => (line === '' ? '' : `   ${line}`))
    expect(textsOf(page(...set))).toEqual(ALL)
  })

  test('one within another', () => {
    const found = page(
      '<details>',
      '<summary>Outer</summary>',
      '<details>',
      '<summary>Inner</summary>',
      '',
      'The ring is slow.',
      '',
      '</details>',
      '</details>',
      '',
    )
    expect(textsOf(found)).toEqual(ALL)
    expect(toldIn(found)).toMatch(/Outer[\s\S]*Inner[\s\S]*The ring is slow/)
  })

  test('with a heading in it', () => {
    const found = page(...fold('When it is full', '#### Free space'))
    expect(textsOf(found)).toEqual(ALL)
    expect(toldIn(found)).toContain('When it is full')
    expect(found.anchors).toContain('free-space')
    const steps = page(...fold('Free the disk', '### By hand', '', '1. Delete the logs.'))
    expect(steps.steps.at(-1)?.section).toBe('Mitigation')
  })

  test('what it shows keeps from what it holds, and from nothing behind it', () => {
    const fence = ['```sh', 'ringctl purge --all', '```']
    for (const words of ['Never run this', 'What not to do', 'Do not do this']) {
      const found = page(...fold(words, ...fence))
      expect(found.forbidden.map(({ text }) => text)).toEqual(['ringctl purge --all'])
      expect(textsOf(found)).toEqual(ALL)
      expect(found.steps.flatMap(({ commands }) => commands)).toEqual([])
    }
  })

  test('several with steps stay headings, and so does the last thing of a part', () => {
    const ways = [...fold('Ring is full', '1. Drain it.'), ...fold('Ring is late', '1. Restart it.')]
    const found = read('# Ring', '', '## Mitigation', '', ...ways, 'Call the lead.')
    expect(found.scenarios.map(({ title }) => title)).toEqual(['Ring is full', 'Ring is late'])
    const last = read('# Ring', '', '## Mitigation', '', '1. Drain it.', '', ...fold('Background', 'It is old.'))
    expect(last.parts.map(({ kind }) => kind)).toContain('meaning')
  })

  test('a picture in an item, with its name, is nothing to do and told once', () => {
    const long = [
      '1. Press the key.',
      '    <details> <summary>Key</summary>',
      '    ![Key](key.png)',
      '    </details>',
      '',
    ]
    const short = ['2. Turn it.', '', '    - <details> <summary>Knob</summary>![Knob](knob.png)</details>', '']
    const found = read('# Ring', '', '## Mitigation', '', ...long, ...short, '3. Call the lead.')
    expect(textsOf(found)).toEqual(['Press the key.', 'Turn it.', 'Call the lead.'])
    expect(found.steps.map(({ before }) => before.match(/knob\.png/g)?.length ?? 0)).toEqual([0, 1, 0])
  })

  describe('in an item, where it names a case', () => {
    const within = (...lines: string[]) =>
      page(...lines.map((line) => (line === '' ? '' : `   ${line}`)), '').steps.map(({ text, depth }) => [depth, text])

    test.each([
      [['Look at the journal.'], [[1, 'If it does not start: Look at the journal.']]],
      [
        ['Call Kofi.', '', '1. Drain the shard.', '2. Page the lead.'],
        [
          [1, 'If it does not start'],
          [2, 'Call Kofi.'],
          [2, 'Drain the shard.'],
          [2, 'Page the lead.'],
        ],
      ],
      [
        ['- Drain the shard.', '- Page the lead.'],
        [
          [1, 'If it does not start'],
          [2, 'Drain the shard.'],
          [2, 'Page the lead.'],
        ],
      ],
      [['It is slow.'], []],
    ])('what it holds is done in that case only: %j', (held, expected) => {
      expect(within(...fold('If it does not start', ...held))).toEqual([
        [0, 'Restart it.'],
        ...expected,
        [0, 'Check it.'],
        [0, 'Close the ticket.'],
      ])
    })

    test.each(['If it is torn', 'Only if it is torn', 'When it is torn'])('in one line: %s', (words) => {
      const found = within(`<details><summary>${words}</summary>Delete the volume.</details>`)
      expect(found[1]).toEqual([1, `${words}: Delete the volume.`])
    })

    test('a command has its case', () => {
      const found = page(...fold('If it is torn', '```sh', 'ringctl mend', '```').map((line) => line && `   ${line}`))
      const step = found.steps.find(({ commands }) => commands.length > 0)
      expect(step?.text).toBe('If it is torn')
    })
  })
})
