import { describe, expect, it } from 'vitest'
import { MAX_RUNBOOK_LENGTH, parseRunbook } from '../../../shared/runbook/parse-runbook.ts'
import { leastProcessorMs } from '../../support/processor-time.ts'

const fill = (text: string, length: number) => text.repeat(Math.ceil(length / text.length)).slice(0, length)
const parse = (text: string) => parseRunbook({ path: 'x.md', text })

const hostile: Readonly<Record<string, string>> = {
  headings: '# a\n',
  'alert sections': '## FooBarBaz\n\n1. do\n\n',
  'HTML headings on one line': '<h2>x</h2>',
  'HTML items on one line': '<li>x',
  'open HTML lists': '<ul><li>',
  'open brackets': '[',
  'open brackets of an order': 'Run (((`git push` ',
  'many links': '[a](b) ',
  stars: '*a **b ',
  backticks: '`a ``b ',
  'open time boxes': '(about ',
  'open shortcodes': '{{< ',
  fences: '```\n',
  'blank lines': '\n',
  'nested items': '- a\n  - b\n    - c\n',
  prompts: '    $ a\n    b\n',
  'administrator prompts': '    # ringprof record -x 1\n',
  'pasted commands': 'Check it\nkubectl get pods\n',
  spaces: ' ',
  labels: 'a. x\nb. y\n',
  tabs: '=== "a"\n\n    1. Run it\n\n',
  options: '## Option 1\n\n1. Run it\n\n',
  'bold lines': '**Late data**\n\n',
  'lines that lead on': '1. Stop it\n\nTo stop it:\n\nTo start it:\n\n',
  'headings with and without steps': '### x\n\nwords\n\n### y\n\n1. Stop it\n\n',
  'fixes of causes': '## Causes\n\n- a: b\n  - Fix: restart it\n\n',
  'boxes in fences': '```\n- [ ] a\n',
  'numbered headings that order': '## Step 1: do it\n',
  'troubles of a line each': '## Problem: late\nRestart it.\n',
}

/** What is weighed stands below a heading that holds no steps. */
const below: Readonly<Record<string, string>> = {
  'bullets below an impact': '- The ring asks: check the board of it\n',
  'statements in a list': '- The ring is late\n',
  'orders in paragraphs': 'Check the board of the ring.\n\n',
  'sentences of one paragraph': 'Check the board of the ring, it is late. ',
}

describe('R4 hostile and huge files', () => {
  it.each([
    ...Object.entries(hostile).map(([name, piece]) => [name, '', piece] as const),
    ...Object.entries(below).map(([name, piece]) => [name, '## Fix\n\n1. Stop it\n\n## Impact\n\n', piece] as const),
  ])('R4 %s: time grows with the length, not with its square', (_, head, piece) => {
    const timed = (length: number) => leastProcessorMs(() => head + fill(piece, length), parse)
    timed(10_000)
    const small = Math.max(10, timed(10_000))
    // Eight times the length: linear is 8, square is 64. Half-way leaves room for a busy machine.
    expect(timed(80_000) / small).toBeLessThan(32)
  })

  it('R4 a word behind spaces without end: time grows with their number', () => {
    const timed = (length: number) => leastProcessorMs(() => `# T\n\n${' '.repeat(length)}a`, parse)
    const small = Math.max(10, timed(20_000))
    expect(timed(160_000) / small).toBeLessThan(32)
  })

  it.each([
    ['quotes', '>'.repeat(10_000)],
    ['spaced quotes', '> '.repeat(10_000)],
    ['lists', '- '.repeat(10_000)],
    ['numbers', '1. '.repeat(10_000)],
    ['indented lists', Array.from({ length: 1_200 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')],
  ])('R4 %s nested without end are shown as plain text', (_, text) => {
    const { problems, parts, steps } = parse(`${text} word`)
    expect(problems).toMatchObject([{ rule: 'runbook/too-deep', severity: 'error' }])
    expect(parts).toHaveLength(1)
    expect(parts[0]?.markdown).toContain('word')
    expect(steps).toEqual([])
  })

  it('R4 lists nested as deep as people nest them are read', () => {
    const text = Array.from({ length: 12 }, (_, depth) => `${'  '.repeat(depth)}- Do ${depth}`).join('\n')
    expect(parse(text).steps.map(({ depth }) => depth)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
  })

  it('R4 a file beyond the limit is kept as plain text', () => {
    const text = fill('1. Look\n', MAX_RUNBOOK_LENGTH + 1)
    const { problems, parts, steps, text: kept } = parse(text)
    expect(problems).toMatchObject([{ rule: 'runbook/too-large' }])
    expect(kept).toBe(text)
    expect(parts[0]?.markdown).toBe(text.trimEnd())
    expect(steps).toEqual([])
  })

  it('R7 nothing of a runbook is run or loaded: scripts are text, commands are data', () => {
    const runbook = parse(
      '# T\n## Diagnosis\n<script>globalThis.hacked = true</script>\n\n1. Run\n   ```js\n   globalThis.hacked = true\n   ```\n',
    )
    expect(globalThis).not.toHaveProperty('hacked')
    expect(runbook.steps).toMatchObject([
      { text: 'Run', commands: [{ language: 'js', text: 'globalThis.hacked = true' }] },
    ])
  })
})
