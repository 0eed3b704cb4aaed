import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainTags } from '../../../renderer/ui/plain-tags.ts'

describe('raw markup in a runbook', () => {
  it('keeps what formats text', () => {
    const table = '<table><tr><td colspan="2">a <b>b</b><br>c</td></tr></table>'
    expect(plainTags(table)).toBe(table)
    expect(plainTags('<details open><summary>More</summary>x</details>')).toBe(
      '<details open><summary>More</summary>x</details>',
    )
    expect(plainTags('<A HREF=\'https://a.test/?q="1"\' target=_blank>x</A>')).toBe(
      '<a href="https://a.test/?q=&quot;1&quot;">x</a>',
    )
  })

  it.each([
    ['<img src=x onerror=alert(1)>', '<img src="x">'],
    ['<b onclick="alert(1)" style="x">y</b>', '<b>y</b>'],
    ['<script>alert(1)</script>after', 'after'],
    ['<STYLE>body{}</STYLE >after', 'after'],
    ['<script>never closed', ''],
    ['<form action=x><input autofocus onfocus=alert(1)></form>', ''],
    ['<base href="http://evil.test/"><meta http-equiv=refresh>', ''],
    ['a < b <!-- hidden --> c', 'a &lt; b  c'],
    ['<img src=x onerror=alert(1)//', '&lt;img src=x onerror=alert(1)//'],
  ])('R7 %s', (given, plain) => {
    expect(plainTags(given)).toBe(plain)
  })

  it('R7 leaves no handler, no style and no unknown tag, whatever is thrown at it', () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '/',
      '"',
      "'",
      '=',
      ' ',
      '\n',
      '`',
      'img',
      'svg',
      'script',
      'on',
      'onerror',
      'style',
      'src',
      'a',
      'x',
      '<img ',
      '<!--',
      '-->',
      '</script>',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const tags = plainTags(parts.join('')).match(/<[^>]*>/g) ?? []
        for (const tag of tags) {
          expect(tag).toMatch(/^<\/?(?:a|img)(?: (?:src|href)(?:="[^"]*")?)*>$/)
        }
      }),
      { numRuns: 2_000 },
    )
  })
})
