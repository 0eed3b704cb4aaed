import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerOf } from '../../../shared/library/hits-of.ts'
import { markTerms } from '../../../shared/library/mark-terms.ts'
import { readableText } from '../../../shared/library/readable-text.ts'
import { type QuotedEntry, snippetOf } from '../../../shared/library/snippet.ts'
import { leastProcessorMs } from '../../support/processor-time.ts'
import { aQuery, indexOf, runbook, someEntries, word } from './some-library.ts'

describe('snippets', () => {
  const quote = (text: string, terms: readonly string[], names: Partial<QuotedEntry> = {}): string =>
    snippetOf({ title: '', alertname: '', keys: '', text, ...names }, terms)

  it('L8 shows where the matched words stand together', () => {
    const filler = 'nothing to see here. '.repeat(40)
    const snippet = quote(`late ${filler}the late partition is here ${filler}`, ['late', 'partition'])
    expect(snippet).toContain('the late partition is here')
    expect(snippet.startsWith('… ')).toBe(true)
    expect(snippet.endsWith(' …')).toBe(true)
  })

  it('L8 shows the whole word before longer words that begin with it, however many of these there are', () => {
    const filler = 'nothing to see here. '.repeat(20)
    const longer = Array.from({ length: 10 }, (_, at) => `gloss7${at}`)
    const text = [...longer, ...longer, ...longer].join(` ${filler.slice(0, 60)}`)
    const terms = ['gloss7', ...longer]
    expect(quote(`${text} ${filler} the gloss7 is told ${filler}`, terms)).toContain('the gloss7 is told')
    const late = `pods podman ${filler} late pods ${filler} late pod`
    expect(quote(late, ['late', 'pod', 'podman', 'pods'])).toMatch(/late pod$/)
    expect(quote(`pod ${filler} pod podman ${filler} pod`, ['pod', 'podman'])).toContain('pod podman')
  })

  it('L8 takes marks off and quotes front matter only when nothing else matches', () => {
    const text = '---\nalertname: OnlyHere\n---\n# Late\n\n- [ ] look at `late` *rows*\n'
    expect(quote(text, ['late'])).toBe('Late look at late rows')
    expect(quote(text, ['onlyhere'])).toBe('alertname: OnlyHere')
  })

  it.each([
    [
      'Write to [the desk](mailto:desk@example.com); then look at [the board](https://x.example/b).',
      'Write to the desk; then look at the board.',
    ],
    ['重启 `systemctl restart app`。然后看板', '重启 systemctl restart app。然后看板'],
    ['> [!WARNING]\n> Never restart both', 'Never restart both'],
    ['Build it with `docker build .` and wait', 'Build it with docker build . and wait'],
  ])('L8 leaves no mark and no blank of it: %s', (text, quoted) => {
    expect(quote(text, [])).toBe(quoted)
  })

  it.each([
    ['**Fix:** look at *late* rows, __not__ at *all*', 'Fix: look at late rows, __not__ at all'],
    ['SELECT COUNT(*), late.* FROM late WHERE a * b', 'SELECT COUNT(*), late.* FROM late WHERE a * b'],
    ['ls late/*.log and cron */5 * * * *', 'ls late/*.log and cron */5 * * * *'],
  ])('L8 stars of emphasis go, those that are typed stay: %s', (text, quoted) => {
    expect(quote(text, ['late'])).toBe(quoted)
  })

  it.each([
    ['#### Late\n\n> - ### Rows', 'Late Rows'],
    ['Late:\n\n1. Look:\n   ```sh\n   kubectl get pods\n   ```\n2. Wait', 'Late: Look: kubectl get pods Wait'],
    ['~~~ text\n#### late {{< x >}} [a](b) <br>\n~~~', 'late {{< x >}} [a](b) <br>'],
    [
      'Late, see [the `rows` page]({{< relref "x(1).md" >}} "t") and ![it](a_(b).png).',
      'Late, see the rows page and it.',
    ],
    ['{{% note %}} Late <b class="x">rows</b> of <pod> in `<b>` <!-- x -->', 'Late rows of <pod> in <b>'],
    ['| Late | Rows |\n|------|:-----|\n| a | b |\n\nLate\n====', 'Late Rows a b Late'],
    [
      '!!! warning "Late"\n\n::: tip\nrows {{ $labels.instance }} a[0] (b)',
      'warning "Late" tip rows {{ $labels.instance }} a[0] (b)',
    ],
  ])('L8 of %j only what is read is quoted', (text, quoted) => {
    expect(quote(text, ['late'])).toBe(quoted)
    expect(readableText(text)).toHaveLength(text.length)
  })

  it('L8 reads whatever comes, in time as it is long, and moves no word', () => {
    for (const part of ['\r', '[', '](', '<b ', '{{<', '`', '<!--', '> ', '- ', '~~~ ']) {
      const spent = (length: number) =>
        leastProcessorMs(
          () => `${part.repeat(length / part.length)} late`,
          (text) => expect(readableText(text)).toHaveLength(text.length),
        )
      spent(1_000)
      // Eight times the length: linear is 8, square is 64. Half-way leaves room for a busy machine.
      expect(spent(40_000), part).toBeLessThan(32 * Math.max(4, spent(5_000)))
    }
    const parts = fc.constantFrom(
      'late',
      ' ',
      '\n',
      '\r',
      '\r\n',
      '```',
      '~~~',
      '[',
      '](',
      ')',
      '<b>',
      '{{<',
      '>}}',
      '# ',
      '> ',
      '|',
    )
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 40 }), (all) => {
        const text = all.join('')
        const readable = readableText(text)
        expect(readable).toHaveLength(text.length)
        for (const [at, letter] of [...readable].entries()) expect([' ', text[at]]).toContain(letter)
      }),
    )
  })

  it('L8 quotes a mark as it stands when nothing else matched', () => {
    expect(quote('Look\n\n```promql\nup\n```\n', ['promql'])).toContain('promql')
    expect(quote('See [this](https://grafana.example/d/1).', ['grafana'])).toContain('grafana')
  })

  it('L8 quotes the alert and the other names when neither text nor title matched', () => {
    const names = { title: 'Nightly load', alertname: 'LoaderStuck', keys: 'ads-spend' }
    expect(quote('Nothing.', ['stuck'], names)).toBe('LoaderStuck ads-spend')
    expect(quote('Nothing.', ['nightly'], names)).toBe('Nothing.')
  })

  it('L8 finds what stands after 40,000 characters, and at the end of a run without spaces', () => {
    expect(quote(`${'far '.repeat(20_000)}needle`, ['needle'])).toContain('needle')
    expect(quote(`${'path/'.repeat(200)}needle`, ['needle'])).toContain('needle')
  })

  it('L8 never cuts a character, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), (any) => {
        expect(quote(any, ['a', 'b'])).toSatisfy((snippet: string) => !any.isWellFormed() || snippet.isWellFormed())
      }),
    )
  })

  it('L21 every result has a marked match in its title or its snippet, whatever was typed', () => {
    const long = fc
      .array(
        fc.oneof(
          { weight: 6, arbitrary: word },
          fc.constantFrom(
            '\n## ',
            '\n- ',
            '`',
            '_late_',
            '**',
            'a|b',
            '…',
            '\n```late\n',
            '\n~~~\n',
            '[',
            '](late)',
            '{{<',
            '>}}',
            '<b',
            '>',
          ),
        ),
        {
          maxLength: 120,
        },
      )
      .map((words) => words.join(' '))
    const isMarked = (shown: string, terms: readonly string[]): boolean =>
      markTerms(shown, terms).some(({ isMatch }) => isMatch)
    fc.assert(
      fc.property(someEntries, long, aQuery, (entries, more, query) => {
        const all = entries.map((entry) => ({
          ...entry,
          text: `${entry.headings} ${entry.errors} ${entry.text} ${more}`,
        }))
        const byId = new Map(all.map((entry) => [entry.id, entry]))
        const places = { limit: 60 }
        const found = indexOf(all).search(query, {}, places)
        for (const { title, snippet, terms } of answerOf(found, { query, places }, (id) => byId.get(id)).hits) {
          expect(isMarked(title, terms) || isMarked(snippet, terms), `${snippet} for ${terms.join(', ')}`).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['It said `connection reset by peer`. Failure.', 'It said connection reset by peer. Failure.'],
    ['Reset **now**, then *later*: `a`, `b`; ``c``!', 'Reset now, then later: a, b; c!'],
    ['Reset `ls . ` and `x *.log`', 'Reset ls . and x *.log'],
    ['Reset `SELECT COUNT(*)`.', 'Reset SELECT COUNT(*).'],
  ])('L8 %s has no blank before a full stop that none was in front of', (text, snippet) => {
    expect(snippetOf(runbook('a.md', text), ['reset'])).toBe(snippet)
  })

  it.each([
    ['swap the tables', ['swap', 'tables']],
    ['the', ['the', 'then', 'there', 'they']],
  ])('L21 stop words are marked only where nothing else matched: %s', (query, marked) => {
    const entry = runbook('a.md', 'Then swap the tables. There they stay.')
    const places = { limit: 1 }
    const found = indexOf([entry]).search(query, {}, places)
    expect(answerOf(found, { query, places }, () => entry).hits[0]?.terms).toEqual(marked)
  })
})
