import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { safeMarkup } from '../../shared/bundle/safe-markup.ts'
import { flag, hostileCorpus } from '../support/hostile-corpus.ts'
import { hostileMarkdown } from '../support/hostile-markdown.ts'
import { demo, expect, test } from '../support/offline-copies.ts'

const onlyLoopback = { tag: '@loopback' }

test('hostile Markdown runs nothing, requests nothing and stays in its place', onlyLoopback, async ({ copies }) => {
  test.slow()
  const workspace = join(copies.folder, 'hostile')
  cpSync(demo, workspace, { recursive: true })
  const payloads = [...hostileMarkdown, ...hostileCorpus]
  payloads.forEach((payload, index) => {
    const title = JSON.stringify(`x${index} ${payload}`)
    const text = `---\ntitle: ${title}\n---\n\n${payload}\n\n# ${payload}\n\n## Diagnosis\n\n1. Do ${payload}\n\n   \`\`\`sh\n${payload}\n\`\`\`\n\n   ${payload}\n\n   So it is ${payload}\n`
    writeFileSync(join(workspace, 'runbooks', `x${String(index).padStart(3, '0')}.md`), text)
  })
  const page = await copies.open(copies.bundle(workspace))
  await page.evaluate(() => {
    for (const view of document.querySelectorAll('.view')) view.classList.add('shown')
    for (const details of document.querySelectorAll('details')) details.open = true
  })
  expect(await page.evaluate((name) => Reflect.get(window, name), flag)).toBeUndefined()
  const found = await page.evaluate(() => {
    const main = document.querySelector('#views')
    const views = [...document.querySelectorAll('.view')]
    const inText = (selector: string) => document.querySelectorAll(`.text :is(${selector})`).length
    return {
      strayed: views.filter((view) => view.parentElement !== main).length,
      stray: main === null ? -1 : [...main.childNodes].filter((node) => !views.includes(node as Element)).length,
      mains: document.querySelectorAll('main').length,
      foreign: inText('script, style, iframe, object, embed, form, input, svg, math, link, meta, base, audio, video'),
      styled: inText('[style], [class]:not(.wide):not(.command):not(.copy)'),
      handlers: [...document.querySelectorAll('.view *')].filter((each) =>
        each.getAttributeNames().some((name) => name.startsWith('on')),
      ).length,
    }
  })
  expect(await page.locator('.beside .text').count()).toBeGreaterThan(payloads.length / 2)
  expect(found).toEqual({ strayed: 0, stray: 0, mains: 1, foreign: 0, styled: 0, handlers: 0 })
  expect(await page.locator('.view').count()).toBe(payloads.length + 19 + 2)
  const links = await page.locator('.text a[href]').evaluateAll((all) => all.map((each) => each.getAttribute('href')))
  expect(links.filter((href) => !/^(?:https?:|mailto:|tel:|#)/i.test(href ?? ''))).toEqual([])
  await page.getByRole('searchbox').fill('x1')
  await expect(page.locator('#results a').first()).toBeVisible()
})

test(
  'whatever is thrown at it, safe markup stays within its element in a real browser',
  onlyLoopback,
  async ({ page }) => {
    const bits = [
      ...[
        '<table>',
        '</table>',
        '<tr>',
        '<td>',
        '</td>',
        '<caption>',
        '<div>',
        '</div>',
        '<ul>',
        '<li>',
        '</li>',
        '<p>',
        '</p>',
      ],
      ...[
        '<a href="#x">',
        '</a>',
        '<b>',
        '</b>',
        '<details>',
        '<summary>',
        '</details>',
        '<h2>',
        '</h3>',
        '<ruby><rt>',
        '<dl><dd>',
      ],
      ...[
        '<svg><desc>',
        '<math>',
        '<select>',
        '<form>',
        '</section>',
        '</article>',
        '</main>',
        '<pre>',
        '<tbody>',
        'words',
        '<hr>',
      ],
    ]
    const mixes = fc.sample(fc.array(fc.constantFrom(...bits), { maxLength: 30 }), { numRuns: 3_000, seed: 20261120 })
    const place = { linkTo: () => null, anchorOf: (slug: string) => slug, headingAbove: 2 }
    const escaped = await page.evaluate(
      (markups) =>
        markups.filter((markup) => {
          const around = `<main><div id="outer"><article><section>${markup}</section><i id="end"></i></article></div></main>`
          const parsed = new DOMParser().parseFromString(around, 'text/html')
          const end = parsed.querySelector('#end')
          return (
            end?.parentElement?.localName !== 'article' ||
            end.previousElementSibling?.localName !== 'section' ||
            parsed.querySelector('article')?.children.length !== 2 ||
            parsed.querySelector('#outer')?.children.length !== 1
          )
        }),
      mixes.map((parts) => safeMarkup(parts.join(''), place)),
    )
    expect(escaped).toEqual([])
  },
)
