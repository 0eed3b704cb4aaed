import { describe, expect, test } from 'vitest'
import { renderMarkdown } from '../../../shared/bundle/render-markdown.ts'
import { parseRunbook } from '../../../shared/runbook/parse-runbook.ts'

const read = (text: string) => parseRunbook({ path: 'runbooks/ring.md', text })
const page = (...lines: string[]) => ['# Ring', '', '## Mitigation', '', '1. Restart it.', '', ...lines].join('\n')

describe('R4 a box straight below a line of HTML is a box, and what follows it is Markdown', () => {
  const box = ['!!! danger "Mind the quorum"', '    1. Ask the lead.', '    2. Drain `ring-a`.', '']

  test.each(['</div>', '<br>', '<a name="x"></a>', '<p>The ring is old.</p>'])('below %s', (html) => {
    const { steps } = read(page(html, ...box, '3. Check it.'))
    expect(steps.map(({ text }) => text)).toEqual(['Restart it.', 'Ask the lead.', 'Drain ring-a.', 'Check it.'])
  })

  test('its title forbids the code in it', () => {
    const fence = ['```sh', 'ringctl purge --all', '```']
    for (const lines of [
      ['</details>', ':::danger Never run this', ...fence, ':::'],
      ['<br>', '!!! danger "Never run this"', ...fence.map((line) => `    ${line}`)],
      ['<a id="x"></a>', '> [!CAUTION]', '> Never run this:', ...fence.map((line) => `> ${line}`)],
      ['<br/>', '{{< hint type="danger" title="Never run this" >}}', ...fence, '{{< /hint >}}'],
    ]) {
      const { steps, forbidden } = read(page(...lines, '', '2. Check it.'))
      expect(forbidden.map(({ text }) => text)).toEqual(['ringctl purge --all'])
      expect(steps.flatMap(({ commands }) => commands)).toEqual([])
      expect(steps.map(({ text }) => text)).toEqual(['Restart it.', 'Check it.'])
    }
  })

  test('what is shown of it has the box, too', () => {
    const shown = renderMarkdown(page('</div>', ...box, '3. Check it.'), {
      linkTo: () => null,
      anchorOf: (slug) => slug,
      headingAbove: null,
    })
    expect(shown).toContain('<strong>Danger: Mind the quorum</strong>')
    expect(shown).not.toContain('&gt;')
  })

  test('HTML and code that hold a quote keep it', () => {
    const told = ['<pre>', 'a <b>', '> Never', '</pre>', '', '<kbd>x</kbd>', '```', 'cat <in>', '> out', '```']
    expect(read(page(...told)).links).toEqual([])
    const shown = renderMarkdown(told.join('\n'), { linkTo: () => null, anchorOf: (slug) => slug, headingAbove: null })
    expect(shown).not.toContain('<blockquote>')
  })
})
