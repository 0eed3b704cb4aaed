import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkRunbook } from '../../../shared/runbook/lint/check-runbook.ts'
import { fixRunbook } from '../../../shared/runbook/lint/fix-runbook.ts'
import { parseRunbook } from '../../../shared/runbook/parse-runbook.ts'
import type { Runbook } from '../../../shared/runbook/runbook.ts'
import { sourceLines } from '../../../shared/runbook/text/source-lines.ts'

/** How many documents each property is tried on; 10,000 and more on demand. */
const numRuns = Number(process.env.NIGHTDESK_FUZZ_RUNS ?? 100)

const word = fc.constantFrom(
  'Check',
  'restart',
  'the',
  'loader',
  'late',
  'שלום',
  'données',
  '漢字',
  '\u{1F525}',
  '(5 min)',
  '`kubectl get pods`',
  '**bold**',
  '[x](y.md)',
  '&amp;',
  '<b>',
  '{{< ref >}}',
  '\\',
  '|',
  '$',
)
const phrase = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '))
const prefix = fc.constantFrom(
  '',
  '# ',
  '## ',
  '### ',
  '- ',
  '- [ ] ',
  '1. ',
  '  - ',
  '    ',
  '\t',
  '> ',
  '> [!NOTE] ',
  '| ',
  '<li>',
  '<h2>',
  '<pre>',
  '</ul>',
  '!!! note ',
  ':::',
  '<!-- ',
  '```sh ',
  '$ ',
  '- #### ',
  '# ',
  '-- ',
  '[x](',
  '2026/3/5 ',
)
const fixed = fc.constantFrom(
  '',
  '---',
  '+++',
  '===',
  '```',
  '~~~',
  ':::',
  '## Diagnosis',
  '## Failure scenarios',
  '**Mitigation**',
  '| a | b |',
  '|---|---|',
  '<details>',
  '</details>',
  '-->',
  'title: x',
  'owner: [',
  'Diagnosis',
  'Possible causes:',
  'For example:',
  'curl -s http://a/b | jq .',
  '- ✅ fine',
  '# 1. Check it',
  'lastVerified: 2026/3/5',
  'title: a: b',
  'nightdesk: {disable: [dead-link]}',
  '# nightdesk-disable-next-line stale',
  '<!-- nightdesk-disable-next-line dead-link -->',
  '[x](old/y.md)',
  '{',
  '}',
)
const line = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(prefix, phrase).map((pieces) => pieces.join('')) },
  { weight: 1, arbitrary: fixed },
)
const markdown = fc
  .tuple(fc.array(line, { maxLength: 40 }), fc.constantFrom('\n', '\r\n', '\r'), fc.constantFrom('', '\uFEFF'))
  .map(([lines, end, mark]) => mark + lines.join(end))
const anything = fc.oneof(markdown, fc.string({ unit: 'binary', maxLength: 300 }))

const parse = (text: string) => parseRunbook({ path: 'runbooks/x.md', text })
const stepsOf = ({ steps, scenarios }: Runbook) => [...steps, ...scenarios.flatMap((scenario) => scenario.steps)]

/** All that whoever follows the steps can read: the steps, what stands beside them, and what stands behind them. */
function shownOf(runbook: Runbook): string {
  const further = [...runbook.furtherText, ...runbook.scenarios.flatMap(({ furtherText }) => furtherText)]
  const steps = stepsOf(runbook).flatMap(({ text, section, before, after, commands }) => [
    ...[text, section, before, after],
    ...commands.flatMap((command) => [command.before ?? '', command.text]),
  ])
  return [...steps, ...further.map(({ markdown }) => markdown)].join(' ')
}

describe('R4 any text', () => {
  it('R4 never throws, and gives the same runbook for the same text', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(parse(text)).toEqual(parse(text))
      }),
      { numRuns },
    )
  })

  it('R3 loses no paragraph of a part that holds steps: it stands in a step, beside one, or behind the steps', () => {
    const plainLine = fc.constantFrom(
      'Check the queue.',
      'The loader is old.',
      '- Restart the loader.',
      '- It may take long.',
      '1. Drain it.',
      '### Loader',
      '**Console**',
      '```sh\nlagctl show\n```',
      '> Beware of it.',
      '',
    )
    fc.assert(
      fc.property(fc.array(plainLine, { maxLength: 25 }), (body) => {
        const runbook = parse(['# Late', '', '## Mitigation', '', body.join('\n\n')].join('\n'))
        if (runbook.steps.length === 0) return
        const shown = shownOf(runbook)
        for (const words of ['Check the queue', 'The loader is old', 'It may take long', 'Drain it', 'Beware of it'])
          if (body.join(' ').includes(words)) expect(shown).toContain(words)
      }),
      { numRuns },
    )
  })

  it('R3.14 loses no paragraph behind the first step: it stands in a step, beside one, or behind the steps', () => {
    const plainLine = fc.constantFrom(
      'The loader is old.',
      '- It may take long.',
      '- Restart the loader.',
      '## Sizes',
      '### Small',
      '#### Large',
      '**Console**',
      '```sh\nlagctl show\n```',
      '> Beware of it.',
      '',
    )
    const texts = fc.tuple(
      fc.constantFrom('## Mitigation', '## Scenario 1: late'),
      fc.array(plainLine, { maxLength: 25 }),
    )
    fc.assert(
      fc.property(texts, ([heading, body]) => {
        const runbook = parse(['# Late', '', heading, '', '1. Drain it.', '', body.join('\n\n')].join('\n'))
        const shown = shownOf(runbook)
        const written = heading === '## Mitigation' ? body : body.slice(0, body.indexOf('## Sizes') >>> 0)
        for (const words of ['The loader is old', 'It may take long', 'lagctl show', 'Beware of it'])
          if (written.join(' ').includes(words)) expect(shown).toContain(words)
      }),
      { numRuns },
    )
  })

  it('R4 drops nothing: every line that is not blank stands in the front matter or in a part', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { frontMatter, parts, text: kept } = parse(text)
        expect(kept).toBe(text)
        const lines = sourceLines(text)
        lines.forEach((content, index) => {
          if (content.trim() === '' || index < frontMatter.endLine) return
          const holders = parts.filter((part) => part.line <= index + 1 && index + 1 <= part.endLine)
          expect(holders.some(({ markdown: source }) => source.includes(content.trim()))).toBe(true)
        })
        const front = lines
          .slice(0, frontMatter.endLine)
          .filter((content) => !/^(?:---|\+\+\+|\.\.\.)\s*$/.test(content))
        for (const content of front) expect(frontMatter.raw).toContain(content)
      }),
      { numRuns },
    )
  })

  it('R2 parts follow each other without a gap in the file order', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { parts } = parse(text)
        parts.forEach((part, index) => {
          const next = parts[index + 1]
          if (next) expect(next.line).toBe(part.endLine + 1)
        })
      }),
      { numRuns },
    )
  })

  it('R3 every line number lies in the file, steps have words, ids are unique', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const runbook = parse(text)
        const count = sourceLines(text).length
        const all = stepsOf(runbook)
        const numbers = [
          ...runbook.parts.flatMap((part) => [part.line, part.endLine]),
          ...runbook.scenarios.flatMap((scenario) => [scenario.line, scenario.endLine]),
          ...all.flatMap((step) => [step.line, ...step.commands.map((command) => command.line)]),
          ...runbook.links.map((link) => link.line),
          ...runbook.problems.map((problem) => problem.line ?? 1),
        ]
        expect(numbers.filter((number) => number < 1 || number > count)).toEqual([])
        expect(all.filter((step) => step.text.trim() === '' || step.depth < 0)).toEqual([])
        expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
        expect(runbook.title).not.toBe('')
      }),
      { numRuns },
    )
  })

  it('R8 the linter never throws and stays within the file', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const problems = checkRunbook(parse(text), {
          peopleIds: ['a'],
          pipelineIds: ['p'],
          files: new Set(['runbooks/x.md']),
          today: '2026-11-20',
        })
        const count = sourceLines(text).length
        expect(problems.filter(({ line: at = 1 }) => at < 1 || at > count)).toEqual([])
      }),
      { numRuns },
    )
  })

  it('R8 fixing changes lines in their place and nothing else, and once is enough', () => {
    const context = {
      peopleIds: [],
      pipelineIds: [],
      files: new Set(['runbooks/x.md', 'maps/y.md']),
      today: '2026-11-20',
    }
    fc.assert(
      fc.property(anything, (text) => {
        const { text: mended, edits } = fixRunbook(parse(text), context)
        const before = text.split(/(\r\n|\n|\r)/)
        const after = mended.split(/(\r\n|\n|\r)/)
        expect(after).toHaveLength(before.length)
        const changed = before.flatMap((piece, index) => (piece === after[index] ? [] : index / 2 + 1))
        expect(changed).toEqual(edits.map(({ line: at }) => at))
        expect(fixRunbook(parse(mended), context).text).toBe(mended)
      }),
      { numRuns },
    )
  })
})
