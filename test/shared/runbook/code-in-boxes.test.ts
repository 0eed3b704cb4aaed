import { describe, expect, test } from 'vitest'
import { parseRunbook } from '../../../shared/runbook/parse-runbook.ts'

const read = (...lines: string[]) =>
  parseRunbook({
    path: 'runbooks/ring.md',
    text: ['# Ring', '', '## Fix', '', '1. Drain it.', '', ...lines].join('\n'),
  })
const FENCE = ['```sh', 'ringctl purge --all', '```']

describe('R3.2 a box written like a fence keeps the shape of what it holds', () => {
  test('code that is set in is code, and forbidden where the words above it say so', () => {
    const lines = ['```{danger}', 'Never run this.', '', '    ringctl purge --all', '```']
    expect(read(...lines).forbidden).toEqual([{ line: 10, endLine: 10, text: 'ringctl purge --all' }])
    expect(read('```{note}', ...lines.slice(1)).steps.flatMap(({ commands }) => commands)).toEqual([])
  })
})

describe('R3.3 a title that forbids in production keeps from the code of its box', () => {
  test.each(['Forbidden in production', 'Not allowed on prod', 'Prohibited on production systems'])('"%s"', (title) => {
    const found = read(`\`\`\`\`{admonition} ${title}`, ':class: danger', ...FENCE, '````')
    expect(found.forbidden.map(({ text }) => text)).toEqual(['ringctl purge --all'])
    expect(found.steps.flatMap(({ commands }) => commands)).toEqual([])
  })
})

describe('R3.3 words that forbid a command by its name keep from the code below that is it', () => {
  test('also in a box', () => {
    const words = 'Never run `ringctl purge --all`.'
    for (const lines of [
      [words, '', ...FENCE],
      ['!!! danger', ...[words, '', ...FENCE].map((each) => `    ${each}`)],
    ])
      expect(read(...lines).forbidden.map(({ text }) => text)).toEqual(['ringctl purge --all'])
    expect(read('Never run `ringctl purge`.', '', 'Run this:', '', ...FENCE).forbidden).toEqual([])
    expect(read('Do not run `ringctl purge` here, but:', '', ...FENCE).forbidden).toEqual([])
  })
})
