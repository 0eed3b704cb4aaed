import { describe, expect, it } from 'vitest'
import { parseRunbook } from '../../../shared/runbook/parse-runbook.ts'
import { runbookOf } from './read-sample.ts'

describe('R1 the title beside other headings of its level', () => {
  it('R1 the first heading is the title where others of level 1 are parts, though it names alerts', () => {
    const { title, scenarios, steps } = runbookOf(
      '# RelayDown and RingDown',
      '## Troubleshooting',
      '- Check the relay',
      '# Mute Alert',
      'It can be muted.',
      '# Escalation',
      'Call the owner.',
    )
    expect(title).toBe('RelayDown and RingDown')
    expect(scenarios).toEqual([])
    expect(steps.map(({ text }) => text)).toEqual(['Check the relay'])
  })

  it('R1 headings of level 1 that are all alerts stay scenarios', () => {
    const { scenarios } = runbookOf('# RelayDown', '1. Start it', '# RingDown', '1. Close it')
    expect(scenarios.map(({ title }) => title)).toEqual(['RelayDown', 'RingDown'])
  })

  it('R1 a heading of nothing but marks is a line drawn above or below the title', () => {
    const { title } = runbookOf('# ======', '# Late ring', '# ------', '', '## Mitigation', '- Open it.')
    expect(title).toBe('Late ring')
  })

  it('R1 an underlined heading with a colon in its name is the title', () => {
    const { title, titleFrom } = runbookOf('Impact:Ring/RelayScan', '---', '', '### A relay scans.', '', 'Some text.')
    expect([title, titleFrom]).toEqual(['Impact:Ring/RelayScan', 'heading'])
  })
})

describe('R1 R4 a page that a template fills', () => {
  const titled = (path: string, ...lines: string[]) => {
    const { title, titleFrom, parts } = parseRunbook({ path, text: lines.join('\n') })
    return [title, titleFrom, parts.at(-1)?.heading]
  }

  it.each(['# <%= current_page.data.title %>', '# {{ page.title }}', '# {{ .Title }} {% anchor %}'])(
    'R1 "%s" is the title of the front matter, else of the file name',
    (heading) => {
      expect(titled('runbooks/a.md.erb', '---', 'title: Drain a ring', '---', heading)).toEqual([
        'Drain a ring',
        'front matter',
        'Drain a ring',
      ])
      expect(titled('runbooks/drain-a-ring.html.md.erb', heading, 'Text.')).toEqual([
        'Drain a ring',
        'file name',
        'Drain a ring',
      ])
    },
  )

  it('R1 a heading with words of its own beside a tag is the title, and a title that is only a tag is none', () => {
    expect(titled('a.md', '---', 'title: "{{ title }}"', '---', '# Drain {{ ring }}')).toEqual([
      'Drain {{ ring }}',
      'heading',
      'Drain {{ ring }}',
    ])
  })

  it('R1 a heading that is nothing but tags and a template is no title', () => {
    expect(titled('drain-a-ring.md', '</ul><b> {{< ref >}}').slice(0, 2)).toEqual(['Drain a ring', 'file name'])
  })

  it('R1 the id has none of the endings', () => {
    const idOf = (path: string) => parseRunbook({ path, text: '' }).id
    expect(['runbooks/x/a.html.md.erb', 'a.mdx', 'a.md.tmpl', 'a.md'].map(idOf)).toEqual(['x/a', 'a', 'a', 'a'])
  })
})

describe('R2 headings of two words', () => {
  it.each([
    ['Alert Response', 'mitigation'],
    ['Communications / Escalation', 'escalation'],
    ['Owner / escalation', 'escalation'],
    ['Impact: the whole ring', 'impact'],
  ])('R2 "%s" announces %s', (heading, kind) => {
    const { parts } = runbookOf('# T', '## Diagnosis', '1. Check it', `## ${heading}`, 'text')
    expect(parts.find((part) => part.heading === heading)?.kind).toBe(kind)
  })
})

describe('R1 headings that are no title', () => {
  const titled = (path: string, ...lines: string[]) => parseRunbook({ path, text: lines.join('\n') }).title

  it.each(["# Don't Panic", '# Runbook', '# RUNBOOK:', '# Welcome!'])('R1 "%s" says nothing of the file', (heading) => {
    expect(titled('drain-a-ring.md', heading, '1. Drain it.')).toBe('Drain a ring')
    expect(titled('rings/README.md', heading, '1. Drain it.')).toBe('rings')
  })

  it('R1 the first of several headings is none where a text stands above it, or where it is one word', () => {
    const rest = ['Text.', '## Draining it', '1. Drain it.']
    expect(titled('ring-restore.md', 'A ring holds relays.', '## Relays and copies', ...rest)).toBe('Ring restore')
    expect(titled('ring-restore.md', '## Conditions', ...rest)).toBe('Ring restore')
    expect(titled('ring-restore.md', '## Ring', ...rest)).toBe('Ring')
    expect(titled('ring-restore.md', '## Relays and copies', ...rest)).toBe('Relays and copies')
  })

  it('R1 blanks before front matter hide no title', () => {
    const fields = ['title: Copies', 'weight: 2', '---', '## First', 'Text.']
    expect(titled('a.md', '\t---', ...fields)).toBe('Copies')
    expect(titled('a.md', '', '---', ...fields)).toBe('Copies')
    expect(titled('a.md', '', '---', 'Copies are good', '---', '# First')).toBe('First')
  })
})

describe('R1 a name in brackets behind a heading', () => {
  const HEADINGS = ['# The relay is late [grow-the-ring]', '', '## Look [ring_state-b]', '', '1. Open the board']

  it('R1 is no word of it where the front matter of its site builder tells so', () => {
    const { title, steps } = runbookOf('---', 'mapped_pages:', '  - https://example.org/a', '---', '', ...HEADINGS)
    expect([title, steps[0]?.section]).toEqual(['The relay is late', 'Look'])
  })

  it('R1 nor where it is of one word, also in what is told beside a step', () => {
    const { title, steps } = runbookOf(
      ...['---', 'mapped_pages:', '  - https://example.org/a', '---', '', '# Late relays [laterelays]', ''],
      ...['## Steps [do]', '', '1. Open the board', '', '### Wear of it [wear]', '', 'A ring wears.'],
      ...['', '### Doors [doors]', '', '1. Close it'],
    )
    expect(title).toBe('Late relays')
    expect(steps[0]?.before).toBe('**Wear of it**\n\nA ring wears.')
    expect(steps[1]?.section).toBe('Doors')
  })

  it.each(['deprecated', 'never', 'optional'])('R1 but "[%s]" is a word of it, and code is left as it is', (word) => {
    const { steps } = runbookOf(
      ...['---', 'mapped_pages:', '  - https://example.org/a', '---', '', '# Rings', '', '## Steps', ''],
      ...[
        `1. Open it`,
        '   ```bash',
        `# Open it [${word}]`,
        'ringctl open',
        '   ```',
        '',
        `### Wear [${word}]`,
        '',
        'It wears.',
      ],
    )
    expect(steps[0]?.commands[0]?.text).toBe(`# Open it [${word}]\nringctl open`)
    expect(JSON.stringify(steps)).toContain(`Wear [${word}]`)
  })

  it.each(['{docsify-ignore}', '{docsify-ignore-all}', '{-}'])('R1 "%s" is told to the site builder', (mark) => {
    expect(runbookOf(`# The relay is late ${mark}`).title).toBe('The relay is late')
  })

  it('R1 else it may be one', () => {
    expect(runbookOf('# The relay is late [read-only]').title).toBe('The relay is late [read-only]')
  })
})

describe('R4 keys of a site builder', () => {
  const LINES = [
    '# {{es}} is late',
    '',
    '## Steps',
    '',
    '1. Open {{kib}} at `{{kib}}/b` for {{ring}}',
    '   ```bash',
    '   ringctl {{es}}',
    '   ```',
  ]

  it('R4 are read as their words where the front matter tells whose they are, but not in code', () => {
    const { title, steps } = runbookOf('---', 'applies_to:', '  stack:', '---', '', ...LINES)
    expect(title).toBe('Elasticsearch is late')
    expect(steps[0]?.text).toBe('Open Kibana at {{kib}}/b for {{ring}}')
    expect(steps[0]?.commands[0]?.text).toBe('ringctl {{es}}')
  })

  it('R4 else they are left alone', () => {
    expect(runbookOf(...LINES).steps[0]?.text).toBe('Open {{kib}} at {{kib}}/b for {{ring}}')
  })
})

describe('R1 the title of a page that begins with its text', () => {
  it('R1 is no heading below it that says nothing of the file', () => {
    const text = 'Open the relay by hand.\n\n## Side note\nIt is slow.'
    expect(parseRunbook({ path: 'runbooks/open-relays.md', text }).titleFrom).toBe('file name')
    const named = text.replace('Side note', 'Opening relays')
    expect(parseRunbook({ path: 'runbooks/open-relays.md', text: named }).title).toBe('Opening relays')
  })
})

describe('R1 a title that could be a part', () => {
  const titleOf = (path: string, ...lines: string[]) => parseRunbook({ path, text: lines.join('\n') }).title

  it('R1 is one above all other headings, though it is of level 2 and announces a diagnosis', () => {
    const page = ['## Troubleshoot a late relay', 'It may be full.', '### Procedure', '1. Drain the ring']
    expect(titleOf('runbooks/a_b.md', ...page)).toBe('Troubleshoot a late relay')
    expect(titleOf('runbooks/a_b.md', ...page, '## Other', 'Call the owner.')).toBe('A b')
    expect(titleOf('runbooks/a_b.md', '## Troubleshooting', ...page.slice(1))).toBe('A b')
  })

  it('R1 of several of level 1 is one where it and the file are named after the same thing', () => {
    const page = [
      '# How to recover after the loss of a relay',
      'It was lost.',
      '# Rings',
      '## Drain',
      '1. Drain the ring',
    ]
    expect(titleOf('runbooks/restore-relay.md', ...page)).toBe('How to recover after the loss of a relay')
    expect(titleOf('runbooks/restore-ring.md', ...page)).toBe('Restore ring')
    expect(titleOf('runbooks/ring-troubleshooting.md', '# Troubleshooting', ...page.slice(1))).toBe(
      'Ring troubleshooting',
    )
  })
})
