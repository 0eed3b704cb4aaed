import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

/** The steps below a heading of a remedy, each with its commands. */
const stepsOf = (...lines: string[]) =>
  runbookOf('# Ring full', '', '## Mitigation', '', ...lines).steps.map(({ text, commands }) =>
    [text, ...commands.map((one) => one.text)].join(' $ '),
  )

describe('R4 what is set in with tabs', () => {
  it.each([
    ['a call-out', ['!!! tip', '\t1. Restart the relay']],
    ['a call-out in a call-out', ['!!! tip', '\t!!! note', '\t\t1. Restart the relay']],
    ['a component', ['<Note>', '\t1. Restart the relay', '</Note>']],
  ])('R4 %s keeps the letters of its words', (_, lines) => {
    expect(stepsOf(...lines).join(' ')).toContain('Restart the relay')
  })

  it('R4 tabs of a site hold their commands whole', () => {
    const code = ['', '\t```bash', '\trelayctl drain ring-0', '\t\t--all', '\t```', '']
    expect(stepsOf('=== "Linux"', ...code, '=== "Windows"', '', '\t```powershell', '\tStop-Ring b', '\t```')).toEqual([
      'Either: Linux $ relayctl drain ring-0\n\t--all',
      'Or: Windows $ Stop-Ring b',
    ])
  })
})

describe('R4 code that is set in', () => {
  it.each([
    ["relayctl render --template '{% ring %}'"],
    ['relayctl render <<EOF\n{% if ring %}\nsize: 3\n{% endif %}\nEOF'],
  ])('R4 keeps what is a tag of a site builder elsewhere: %s', (code) => {
    const below = (margin: string) => code.split('\n').map((line) => margin + line)
    expect(stepsOf('1. Render it:', '', ...below('       '), '', '2. Wait.')).toEqual([`Render it $ ${code}`, 'Wait.'])
    expect(stepsOf('Render it:', '', ...below('\t'))).toEqual([`Render it $ ${code}`])
  })

  it('R4 words in an item are no code, however far they are set in', () => {
    const lines = ['1. Open it {% x %}', '    - Wait {% x %}', '', '      {% x %}', '      Close it {% x %}']
    expect(stepsOf(...lines).join(' ')).not.toContain('{%')
    expect(stepsOf('1. Open it', 'again.', '', '     Close it {% x %}').join(' ')).not.toContain('{%')
  })
})

describe('R4 where a fence begins and ends', () => {
  const labels = ['1.Drain the ring', '2.Open the ring']
  const typed = ['1. Write it:', '', '   ```sh', '   cat > f <<EOF', '   1.One', '   2.Two', '   EOF', '   ```']
  const written = 'Write it $ cat > f <<EOF\n1.One\n2.Two\nEOF'

  it('R4 three back quotes within words begin none', () => {
    expect(stepsOf('```relayctl show``` tells the rings.', '', ...labels)).toEqual(['Drain the ring', 'Open the ring'])
    expect(stepsOf('```relayctl show``` tells the rings.', '', ...typed)).toEqual([written])
  })

  it('R4 one in a quote ends with the quote', () => {
    expect(stepsOf('> ```', '> the ring is full', '', ...labels)).toEqual(['Drain the ring', 'Open the ring'])
    expect(stepsOf('> ```', '> the ring is full', '', ...typed)).toEqual([written])
  })

  it('R4 an item does not end one', () => {
    expect(
      stepsOf(
        '1. Write it:',
        '',
        '   ```sh',
        '   cat > f <<EOF',
        '   - ```',
        '   1.One',
        '   2.Two',
        '   EOF',
        '   ```',
      ),
    ).toEqual(['Write it $ cat > f <<EOF\n- ```\n1.One\n2.Two\nEOF'])
  })
})

describe('R4 what a builder reads at the end of a text', () => {
  it.each([
    ['braces behind words', '1. Set the name to {.ring}', ['Set the name to {.ring}']],
    ['braces in code', '1. Look at it with `a={.spec.size}`', ['Look at it with a={.spec.size}']],
    ['a note on a text', '1. Open the ring {: .big }', ['Open the ring']],
    ['a note on a link', '1. Open [the board](x.md){.button}', ['Open the board']],
  ])('R4 %s', (_, line, steps) => {
    expect(stepsOf(line)).toEqual(steps)
  })

  it('R1 a name behind a heading that ends in code is none', () => {
    const { parts } = runbookOf(
      '# Ring full',
      '',
      '## Print `a={.ring}`',
      '',
      'It counts.',
      '',
      '## Rings {.wide}',
      '',
      'All.',
    )
    expect(parts.map(({ heading }) => heading)).toEqual(expect.arrayContaining(['Print a={.ring}', 'Rings']))
  })

  it.each(['rm -rf /ring -o path={.all}', 'rm  -rf /ring', 'rm -rf /ring ', "rm -rf '{{< ring >}}'"])(
    'R3.3 `%s` is found in the sentence that forbids it',
    (code) => {
      expect(runbookOf('# T', '## Mitigation', `1. Drain it. Never run \`${code}\``).steps[0]?.commands).toEqual([])
    },
  )
})

describe('R4 angle brackets', () => {
  it.each([
    [
      'less than',
      ['<ol>', '<li>Open it when lag < 5 minutes, or > 9.</li>', '</ol>'],
      ['Open it when lag < 5 minutes, or > 9.'],
    ],
    [
      'an address',
      ['<ul>', '<li>Open <https://ring.example/a> now</li>', '</ul>'],
      ['Open <https://ring.example/a> now'],
    ],
    [
      'a word to fill in',
      ['<ul>', '<li>Restart <pod name> of <Ring>.</li>', '</ul>'],
      ['Restart <pod name> of <Ring>.'],
    ],
    ['one that nothing ends', ['<ul>', '<li>Open the ring <b'], ['Open the ring <b']],
    [
      'redirected input',
      ['<p>Load it:</p>', '<pre>relay load < in > out</pre>', '<p>Open the ring.</p>'],
      ['Load it $ relay load < in > out', 'Open the ring.'],
    ],
    [
      'a word to fill in within code',
      ['<p>Close it:</p>', '<pre><code>relayctl close <ring> --force</code></pre>'],
      ['Close it $ relayctl close <ring> --force'],
    ],
  ])('R4 %s in HTML is of the text', (_, lines, steps) => {
    expect(stepsOf(...lines)).toEqual(steps)
  })

  it('R4 a component that nothing closes is a word to fill in', () => {
    expect(stepsOf('1. Restart <Pod> in <ClusterName>.')).toEqual(['Restart <Pod> in <ClusterName>.'])
    expect(stepsOf('1. <Step>Restart the relay.', '', '   It is slow.</Step>')).toEqual(['Restart the relay.'])
  })
})

describe('R3.14 the title of a call-out', () => {
  it.each([
    [':::danger Never drop the volume', ':::'],
    [':::danger[Never drop the volume]{#volume}', ':::'],
    [':::{danger} Never drop the volume', ':::'],
    ['!!! danger "Never drop the volume"', ''],
    ['??? danger inline end "Never drop the volume"', ''],
    ['!!! danger Never drop the volume', ''],
    ['```{danger} Never drop the volume', '```'],
  ])('R3.14 %s stands beside the step', (opens, ends) => {
    const body = opens.startsWith('!') || opens.startsWith('?') ? '    It takes an hour.' : 'It takes an hour.'
    const { steps } = runbookOf('# T', '## Mitigation', '1. Drain it.', '', opens, body, ends, '', '2. Open it.')
    expect(steps.map(({ text }) => text)).toEqual(['Drain it.', 'Open it.'])
    expect(steps[1]?.before).toContain('**Danger:** Never drop the volume')
    expect(steps[1]?.before).toContain('It takes an hour.')
  })

  it('R3.14 one that only says its kind, and what makes it look different, are no words', () => {
    const lines = [
      ':::note Note',
      'Rings are slow.',
      ':::',
      '',
      '!!! tip inline end',
      '    Rings are old.',
      '',
      '1. Open it.',
    ]
    const { steps } = runbookOf('# T', '## Mitigation', ...lines)
    expect(steps[0]?.before).not.toContain('Note Note')
    expect(steps[0]?.before).not.toContain('inline')
  })
})

describe('R3.14 R4 every word of the author', () => {
  const numRuns = Number(process.env.NIGHTDESK_FUZZ_RUNS ?? 60)
  const margin = fc.constantFrom('    ', '\t')
  const words = fc.constantFrom(
    (word: string) => [`Restart ${word} at once.`],
    (word: string) => [`The ring ${word} is slow.`],
    (word: string) => [`1. Drain ${word}`, '2. Wait for it.'],
    (word: string) => [`- ${word} < 5 is late`],
    (word: string) => ['```bash', `relayctl drain ${word}`, '```'],
    (word: string) => [`\`\`\`relayctl show ${word}\`\`\` tells it.`],
    (word: string) => [`Never run \`relayctl drop ${word}\` {now}.`],
    (word: string) => [`Ask <${word}> of <Ring>.`],
  )
  const html = fc.constantFrom(
    (word: string) => ['<ol>', `<li>Open ${word} when lag < 5 or > 9.</li>`, '<li>Wait.</li>', '</ol>'],
    (word: string) => ['<p>Load it:</p>', `<pre>relayctl load < ${word}</pre>`],
    (word: string) => [`<p>Ask <${word}> for it.</p>`],
    (word: string) => ['<details>', `<summary>${word} is old</summary>`, '', 'Wait.', '', '</details>'],
  )
  const box = fc.constantFrom(
    (lines: string[], word: string) => [`!!! danger "Never drop ${word}"`, ...lines],
    (lines: string[], word: string) => [`??? tip "${word} is slow"`, ...lines],
    (lines: string[], word: string) => ['=== "Linux"', '', ...lines, '', `=== "The ${word}"`, '', '    Wait for it.'],
  )
  const held = fc.constantFrom(
    (lines: string[], word: string) => [`:::danger Never drop ${word}`, ...lines, ':::'],
    (lines: string[], word: string) => [`:::note[${word} is slow]`, ...lines, ':::'],
    (lines: string[], word: string) => [`> [!NOTE] ${word}`, ...lines.map((line) => `> ${line}`)],
    (lines: string[], word: string) => [`<Note title="x">`, '', ...lines, '', '</Note>', '', `The ${word} is late.`],
  )
  const piece = fc.oneof(
    { weight: 2, arbitrary: fc.oneof(words, html).map((make) => (one: string) => make(one)) },
    fc.tuple(box, words, margin).map(
      ([outer, inner, blank]) =>
        (one: string, other: string) =>
          outer(
            inner(one).map((line) => blank + line),
            other,
          ),
    ),
    fc.tuple(held, words).map(
      ([outer, inner]) =>
        (one: string, other: string) =>
          outer(inner(one), other),
    ),
  )

  it('R3.14 R4 stands in a step or beside one, whatever holds it', () => {
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), (pieces) => {
        const body = pieces.flatMap((make, index) => [...make(`ring${index}a`, `ring${index}b`), ''])
        const { steps } = runbookOf('# Late', '', '## Mitigation', '', '1. Restart the relay.', '', ...body)
        const shown = steps.map(({ text, section, ways, before, after, commands }) =>
          [text, section, ...ways, before, after, ...commands.flatMap((one) => [one.text, one.output ?? ''])].join(' '),
        )
        const told = body.join(' ').match(/ring\d+[ab]/g) ?? []
        expect(told.filter((word) => !shown.join(' ').includes(word))).toEqual([])
      }),
      { numRuns },
    )
  })
})

describe('R3.14 a link on a line of its own', () => {
  it('R3.14 is kept in the note that leads to it, though its words are those of a heading', () => {
    const link = ['If the relay answers and there are errors, see', '[Drain the ring](ring.md).']
    const { steps } = runbookOf('# T', '## Fix', '### 1. Drain the ring', ...link, '### 2. Open it', 'Open the ring.')
    expect(steps[0]?.before).toContain('[Drain the ring](ring.md)')
  })
})
