import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import fc from 'fast-check'
import { build } from 'vite'
import { renderMarkdown } from '../../shared/bundle/render-markdown.ts'
import { linkResolver } from '../../shared/bundle/resolve-link.ts'
import { hostileCorpus } from '../support/hostile-corpus.ts'
import { hostileMarkdown } from '../support/hostile-markdown.ts'

const root = join(import.meta.dirname, '../..')

/** What a reader gets out of some markup: its text without white space, and the addresses that lead out of the text. */
type Shown = { readonly text: string; readonly links: readonly string[] }

const fixtures = ['fixtures/workspace', 'fixtures/foreign-runbooks'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(join(root, folder, name), 'utf8')),
)

/** The window's cleaner, bundled as the window bundles it, for a page that has a real DOM. */
async function windowCleaner(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: { entry: join(root, 'renderer/ui/safe-html.ts'), formats: ['iife'], name: 'windowCleaner' },
    },
  })
  const [first] = [built].flat()
  if (first === undefined || !('output' in first)) throw new Error('the cleaner was not built')
  return first.output[0].code
}

const offline = (text: string): string =>
  renderMarkdown(text, {
    linkTo: linkResolver({ path: 'runbooks/one.md', anchor: 'd1' }, new Map()),
    anchorOf: (slug) => slug,
    headingAbove: 0,
  })

/** Reads both in the same browser, in a document that loads and runs nothing. */
const showBoth = (page: Page, pairs: readonly { readonly text: string; readonly copy: string }[]) =>
  page.evaluate((given) => {
    const clean: (text: string) => string = Reflect.get(window, 'windowCleaner').safeHtml
    const show = (markup: string): Shown => {
      const { body } = new DOMParser().parseFromString(markup, 'text/html')
      const outward = [...body.querySelectorAll('a[href]')].flatMap((link) => {
        const href = (link.getAttribute('href') ?? '').trim()
        if (href.startsWith('//')) return [`https:${href}`]
        return /^(?:https?|mailto|tel):/i.test(href) ? [href] : []
      })
      return { text: (body.textContent ?? '').replace(/\s+/g, ''), links: [...new Set(outward)].sort() }
    }
    return given.map(({ text, copy }) => ({ text, window: show(clean(text)), copy: show(copy) }))
  }, pairs)

const bits = fc.constantFrom(
  ...'< > " \' = / <!-- --> <a·href=" <b <p> </p> <table> <tr> <td> <td </table> <li> </li> <ul> </div> <div· <script </script>'.split(
    ' ',
  ),
  ...'<svg> <h2> </h4> <img·src= javascript: &lt; &#106; - ` [x](//a.test) ![y](z) onerror= <details> <summary> <host> title> x y z'.split(
    ' ',
  ),
  ...['\n\n', '\n', '> ', '# ', '| a | b |\n|---|---|\n', '    ', 'https://b.test '],
)
/** The same texts each time: what differs is found here, not on somebody's laptop. */
const madeUp = fc
  .sample(fc.array(bits, { maxLength: 40 }), { seed: 20_261_121, numRuns: 2_000 })
  .map((parts) => parts.join('').replaceAll('·', ' '))

for (const [name, corpus] of [
  ['every document of the fixtures', fixtures],
  ['the hostile corpus', hostileCorpus],
  ['the hostile Markdown', hostileMarkdown],
  ['texts of broken pieces', madeUp],
] as const) {
  test(`B6 the console and the offline copy show the same words and links: ${name}`, { tag: '@loopback' }, async ({
    page,
  }) => {
    await page.addScriptTag({ content: await windowCleaner() })
    const shown = await showBoth(
      page,
      corpus.map((text) => ({ text, copy: offline(text) })),
    )
    expect(shown.length).toBe(corpus.length)
    for (const { text, window, copy } of shown) expect.soft(copy, text.slice(0, 300)).toEqual(window)
  })
}
