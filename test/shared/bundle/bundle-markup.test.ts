import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allowedTags, voidTags } from '../../../shared/bundle/markup-tags.ts'
import { renderMarkdown } from '../../../shared/bundle/render-markdown.ts'
import { linkResolver } from '../../../shared/bundle/resolve-link.ts'
import { safeMarkup } from '../../../shared/bundle/safe-markup.ts'
import { leastProcessorMs } from '../../support/processor-time.ts'

const anchors = new Map([
  ['runbooks/a/one.md', 'd1'],
  ['reference/two.md', 'd2'],
  ['reference/shelf/README.md', 'd3'],
])
const place = {
  linkTo: linkResolver({ path: 'runbooks/a/one.md', anchor: 'd1' }, anchors),
  anchorOf: (slug: string) => `d1.${slug}`,
  headingAbove: 2,
}
const safe = (markup: string): string => safeMarkup(markup, place)
const render = (text: string): string => renderMarkdown(text, place)

/** Fails unless the markup is nothing but allowed tags, each closed, with quoted attributes of the list. */
function expectSound(markup: string): void {
  const open: string[] = []
  const rest = markup.replace(/<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"<>]*")?)*)>/g, (_, end, name, attributes) => {
    expect(allowedTags.has(name), name).toBe(true)
    expect(attributes).not.toMatch(/ (?:on\w+|style|class(?!="wide")|name|srcset|action)=/)
    expect(attributes).not.toMatch(/ href="(?!https?:|mailto:|tel:|#)/i)
    expect(attributes).not.toMatch(/ src="(?!data:image\/(?:png|jpeg|gif|webp);)/)
    if (end !== '') expect(open.pop()).toBe(name)
    else if (!voidTags.has(name)) open.push(name)
    return ''
  })
  expect(rest).not.toContain('<')
  expect(open).toEqual([])
}

describe('what a link shows', () => {
  it.each([
    ['[desk](tel:+46701740651)', false],
    ['[+46 70 174 06 51](tel:+46701740651)', true],
    ['[us](mailto:x@y.example)', false],
    ['<x@y.example>', true],
    ['https://a.example/b/', true],
    ['[a.example/b](https://a.example/b/)', true],
    ['[`a`](https://a.example)', false],
    ['[**+46 70 174 06 52**](tel:+46701740651)', false],
    ['[https://a.example/b](https://evil.test/b)', false],
    ['[two](../../reference/two.md)', false],
  ])('B9 is marked where it is its address already, so that paper holds it once: %s', (text, isTold) => {
    expect(/<a href="[^"]+"/.test(render(text))).toBe(true)
    expect(render(text).includes(' data-told=""')).toBe(isTold)
  })

  it('B6 an author marks nothing', () => {
    expect(render('<a href="https://a.example" data-told>x</a>')).not.toContain('data-told')
  })
})

describe('markup', () => {
  it.each([
    ['<script>alert(1)</script>after', 'after'],
    ['<style>*{}</style><svg onload=alert(1)><a href="javascript:1">x</a></svg>y', 'y'],
    ['<b onclick="x()" style="color:red" class="bar" id="print">b</b>', '<b>b</b>'],
    ['<a href="jav&#x61;script:alert(1)">a</a>', '<a>a</a>'],
    ['<a href=" javascript:alert(1)">a</a>', '<a>a</a>'],
    ['<a href="data:text/html,x">a</a>', '<a>a</a>'],
    ['</section></article></main><main>m</main>', 'm'],
    ['<form action="//evil.test"><input name="q"><button>go</button></form>', 'go'],
    ['<iframe src="//evil.test">x</iframe>y', 'y'],
    ['<meta http-equiv="refresh" content="0;url=//evil.test">z', 'z'],
    [
      '<table><tr><td>1<td>2',
      '<div class="wide" role="group" aria-label="Table" tabindex="0"><table><tr><td>1</td><td>2</td></tr></table></div>',
    ],
    ['<li>alone</li>', 'alone'],
    ['<ul><li>a<li>b</ul>', '<ul><li>a</li><li>b</li></ul>'],
    ['<b><p>x</b></p>', '<b><p>x</p></b>'],
    ['a <!-- <img src=x onerror=y> --> b', 'a  b'],
    ['1 < 2', '1 &lt; 2'],
  ])('B6 %s', (markup, expected) => {
    expect(safe(markup)).toBe(expected)
    expectSound(safe(markup))
  })

  it.each([
    ['psql <host> now', '<p>psql &lt;host&gt; now</p>\n'],
    ['Restart <pod name> of <APP_NAME>', '<p>Restart &lt;pod name&gt; of &lt;APP_NAME&gt;</p>\n'],
    ['<tide>Restart it</tide>', '<p>Restart it</p>\n'],
    [
      '> <div title="never ends\n\nafter',
      '<blockquote>\n&lt;div title=&quot;never ends\n</blockquote>\n<p>after</p>\n',
    ],
    ['> <!-- never ends\n\nafter', '<blockquote>\n&lt;!-- never ends\n</blockquote>\n<p>after</p>\n'],
  ])('B6 text is not dropped: %j', (text, expected) => {
    expect(render(text)).toBe(expected)
  })

  it('B6 a letter that is longer in lower case moves nothing', () => {
    expect(safe(`<p>${'İ'.repeat(12)}</p><STYLE>x</style>Restart the primary first.`)).toBe(
      `<p>${'İ'.repeat(12)}</p>Restart the primary first.`,
    )
  })

  it('B6 pictures from elsewhere are words and a link; those in the text are shown', () => {
    expect(render('![Plot](https://evil.test/p.png)')).toContain(
      '<a href="https://evil.test/p.png" target="_blank" rel="noopener noreferrer">Picture: Plot</a>',
    )
    expect(render('![Plot](plot.png)')).toBe('<p>Picture left out: Plot</p>\n')
    expect(render('![](../img/a.png)')).toBe('<p>Picture left out: ../img/a.png</p>\n')
    expect(render('![dot](data:image/png;base64,AAAA)')).toContain('<img src="data:image/png;base64,AAAA" alt="dot">')
    expect(safe('<img src="data:image/svg+xml,<svg onload=x>" alt="v">')).not.toContain('<img')
  })

  it.each([
    ['https://a.test/b', 'https://a.test/b'],
    ['//a.test/b', 'https://a.test/b'],
    ['mailto:a@example.com', 'mailto:a@example.com'],
    ['tel:+15550141', 'tel:+15550141'],
    ['#Late-data', '#d1.late-data'],
    ['../../reference/two.md', '#d2'],
    ['/reference/two#Why%20so', '#d2.why-so'],
    ['../../reference/shelf', '#d3'],
    ['../../../reference/two/#why', '#d2.why'],
    ['../../../etc/passwd', null],
    ['missing.md', null],
    ['file:///etc/passwd', null],
    ['javascript:alert(1)', null],
    ['vbscript:x', null],
  ])('B6 a link to %s leads to %s', (href, target) => {
    expect(place.linkTo(href)).toBe(target)
  })

  it('B6 headings follow each other without a gap and can be linked to once each', () => {
    expect(render('# A\n\n#### B\n\n## A\n')).toBe(
      '<h3 id="d1.a">A</h3>\n<h4 id="d1.b">B</h4>\n<h3 id="d1.a-1">A</h3>\n',
    )
  })

  it('B6 levels stay as written where the page asks for that, and only the marks of the page are carried through', () => {
    const here = { ...place, headingAbove: null, ownAttributes: ['data-line'] }
    expect(safeMarkup('<h2 data-line="3" data-own="1">A</h2><h4>B</h4><hr data-line="5">', here)).toBe(
      '<h2 id="d1.a" data-line="3">A</h2><h4 id="d1.b">B</h4><hr data-line="5">',
    )
    expect(safe('<p data-line="3">x</p>')).toBe('<p>x</p>')
    expect(safeMarkup('<p data-line="3&quot; onclick=&quot;x">x</p>', here)).toBe(
      '<p data-line="3&quot; onclick=&quot;x">x</p>',
    )
  })

  it('B6 whatever the source, what comes out is sound', () => {
    const bits = fc.constantFrom(
      ...[
        '<',
        '>',
        '"',
        "'",
        '=',
        '/',
        '<!--',
        '-->',
        '<a href="',
        '<b',
        '<p>',
        '</p>',
        '<table>',
        '<td',
        '<li>',
        '</li>',
      ],
      ...[
        '<ul>',
        '</div>',
        '<div ',
        '<script',
        '</script>',
        '<svg>',
        '<h2>',
        '</h4>',
        '<img src=',
        'javascript:',
        '&lt;',
      ],
      ...[
        '&#106;',
        '\n\n',
        '> ',
        '- ',
        '`',
        ' x ',
        'onerror=',
        '<details open>',
        '<summary>',
        '</table>',
        '<plaintext>',
        '\u0000',
      ],
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(bits, fc.string({ maxLength: 4 })), { maxLength: 60 }), (parts) => {
        expectSound(safe(parts.join('')))
        expectSound(render(parts.join('')))
      }),
      { numRuns: 500 },
    )
  })

  it.each(['<a "', '<div>', '<!-- ', '<script>', '<b></i>', '<table><td>', '<h1>', '<', '<a href="'])(
    'B6 time is linear for a text made of %s',
    (bit) => {
      const timeMs = (count: number): number => leastProcessorMs(() => bit.repeat(count), safe)
      timeMs(1_000)
      const short = Math.max(timeMs(5_000), 5)
      expect(timeMs(50_000) / short).toBeLessThan(60)
    },
  )
})

describe('R3.3 code that is not to be run', () => {
  it('R3.3 is marked by its lines in the file, and never by its author', () => {
    const text = '<pre data-forbidden>a</pre>\n\n```sh\nb\n```\n\n```sh\nc\n```\n'
    const forbidden = [{ line: 13, endLine: 15, text: 'b' }]
    const markup = renderMarkdown(text, place, { forbidden, firstLine: 11 })
    expect(markup.match(/data-forbidden[^>]*>./g)).toEqual(['data-forbidden="">b'])
  })
})
