import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { containProse } from '../../../shared/postmortem/contain-prose.ts'
import { cellText, inlineText, oneLine, table } from '../../../shared/postmortem/escape-markdown.ts'
import { yamlText } from '../../../shared/postmortem/front-matter.ts'
import { mermaidLabel } from '../../../shared/postmortem/mermaid-timeline.ts'

const markdown = new MarkdownIt({ html: true, linkify: true })
const visible = (html: string): string => {
  const page = new DOMParserLike(html)
  return page.text
}

/** Reads rendered HTML back as text; tags that were let through show up in `tags`. */
class DOMParserLike {
  readonly text: string
  readonly tags: readonly string[]
  constructor(html: string) {
    this.tags = [...html.matchAll(/<\/?([a-z0-9]+)[^>]*>/gi)].map((found) => found[1] ?? '')
    this.text = html
      .replace(/<[^>]+>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&')
      .replaceAll('\u2060', '')
      .trim()
  }
}

const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<!-- comment',
  '[click](javascript:alert(1))',
  '![x](https://evil.example/p.png)',
  '| a | b |\n|---|---|',
  '`code` ``more`',
  '**bold** _em_ ~~gone~~ $x$',
  'https://evil.example/a?b=c www.evil.example mailto:a@b.example',
  '@everyone see #12',
  '# heading\n\n---\n\n> quote',
  '1. one\n2) two\n- three\n+ four\n* five',
  '\\\\ \\| \\` \\<',
  '&lt;b&gt; &#60;i&#62;',
  '[ref]: https://evil.example',
  '```mermaid\nx\n```',
  '====\n----',
  '{{summary}}',
  'a\u202eb\u2066c\u0000d\ud800e',
]
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .array(fc.constantFrom(...hostile, ...'\\`*_{}[]<>()#+-.!|~@&:/$\n "\'='), { maxLength: 8 })
    .map((parts) => parts.join('')),
)

describe('P6 plain text shows as text', () => {
  it('P6 an escaped line reads back as the same words, with no tag but its paragraph', () => {
    fc.assert(
      fc.property(text, (given) => {
        const page = new DOMParserLike(markdown.render(`x ${inlineText(given)}`))
        expect(page.text).toBe(`x ${oneLine(given).replaceAll('\u2060', '')}`.trim())
        expect(page.tags.every((tag) => tag === 'p')).toBe(true)
      }),
    )
  })

  it('P6 an escaped line opens no list, heading, quote or rule where it begins a bullet', () => {
    fc.assert(
      fc.property(text, (given) => {
        const page = new DOMParserLike(markdown.render(`- ${inlineText(given)}`))
        expect(page.tags.every((tag) => tag === 'ul' || tag === 'li')).toBe(true)
      }),
    )
  })

  it('P6 a table keeps its rows and columns whatever stands in its cells', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { maxLength: 4 }), (rows) => {
        const html = markdown.render(
          table(
            ['A', 'B'],
            rows.map((row) => row.map(cellText)),
          ),
        )
        const tags = [...html.matchAll(/<(td|tr|th|[a-z]+)/g)].map((found) => found[1])
        expect(tags.filter((tag) => tag === 'td')).toHaveLength(rows.length * 2)
        expect(tags.filter((tag) => tag === 'tr')).toHaveLength(rows.length + 1)
        expect(tags.filter((tag) => tag === 'a' || tag === 'img' || tag === 'script')).toEqual([])
      }),
    )
  })

  it('P6 mentions and issue numbers are made inert for whatever runs after Markdown', () => {
    expect(inlineText('@everyone see #12')).toBe('@\u2060everyone see #\u206012')
    expect(inlineText('mart.profit_daily')).toBe('mart.profit_daily')
    expect(visible(markdown.render(inlineText('https://x.example')))).toBe('https://x.example')
  })

  it('P6 front matter reads back as the same text, whatever it is', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(parse(`title: ${yamlText(given)}\nnext: 1`)).toEqual({ title: oneLine(given), next: 1 })
      }),
    )
  })

  it('P6 a Mermaid label holds nothing that Mermaid could read as syntax', () => {
    fc.assert(
      fc.property(text, (given) => {
        const label = mermaidLabel(given)
        expect(label).toMatch(/^[\p{L}\p{N}\p{M} .,()/%+_?!'-]+$/u)
        expect(label).not.toMatch(/%%|--/)
        expect([...label].length).toBeLessThanOrEqual(63)
      }),
    )
  })
})

describe('P6 prose stays in its part', () => {
  const between = (prose: string): string => markdown.render(`## Before\n\n${containProse(prose)}\n\n## After\n\nlast`)

  it('P6 whatever a part contains, the next part still begins', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(between(given)).toMatch(/<h2>After<\/h2>\s*<p>last<\/p>\s*$/)
      }),
    )
  })

  it('P6 HTML in prose shows as text, code and addresses stay', () => {
    const prose = 'A <b>tag</b> <!-- and\n\n`<kept>` <https://a.example> \\<i>\n\n```\n<pre>\n```'
    const html = between(prose)
    expect(html).not.toMatch(/<b>|<i>|<!--|<pre>\s*<pre>/)
    expect(html).toContain('<code>&lt;kept&gt;</code>')
    expect(html).toContain('href="https://a.example"')
    expect(containProse(prose)).toContain('```\n<pre>\n```')
  })

  it('P6 headings sink below the part, an open fence is closed, line ends are one kind', () => {
    expect(containProse('# One\r\n\r\nTwo\r\n===\r\n\r\n##### Deep')).toBe('### One\n\n### Two\n\n###### Deep')
    expect(containProse('~~~~\nopen')).toBe('~~~~\nopen\n~~~~')
    expect(containProse('```\nclosed\n```')).toBe('```\nclosed\n```')
  })

  it('P6 prose that needs no change stays as it was typed', () => {
    const prose = '- a [link](https://a.example/x_y)\n- **b**\n\n| t | u |\n| - | - |\n| 1 | 2 |'
    expect(containProse(prose)).toBe(prose)
  })
})
