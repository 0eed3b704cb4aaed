import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import fc from 'fast-check'
import { safeMarkup } from '../../shared/bundle/safe-markup.ts'
import { flag, hostileCorpus } from '../support/hostile-corpus.ts'
import { hostileMarkdown } from '../support/hostile-markdown.ts'

const root = join(import.meta.dirname, '../..')
const demo = join(root, 'fixtures/workspace')
const PASSPHRASE = 'four random words do'
const MADE_AT = '2026-11-20T12:00:00Z'
const onlyLoopback = { tag: '@loopback' }

type Copies = {
  readonly folder: string
  /** Makes a copy with the terminal command as it is shipped, and gives its path. */
  readonly bundle: (workspace: string, ...words: string[]) => string
  /** Opens a file from disk at an instant, with networking off; whatever it does besides is trouble. */
  readonly open: (file: string, at?: string) => Promise<Page>
}

function watch(context: BrowserContext, trouble: string[]): void {
  context.on('page', (page) => {
    page.on('request', (request) => {
      if (!/^(?:data:|file:.*\.html(?:#|$))/.test(request.url())) trouble.push(`it requested ${request.url()}`)
    })
    page.on('dialog', (dialog) => {
      trouble.push(`it ran: ${dialog.message()}`)
      void dialog.dismiss()
    })
    page.on('pageerror', (error) => trouble.push(`it failed: ${error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error') trouble.push(`it said: ${message.text()}`)
    })
    page.on('popup', (popup) => trouble.push(`it opened ${popup.url()}`))
    page.on('frameattached', () => trouble.push('it attached a frame'))
  })
}

const test = base.extend<{ readonly copies: Copies }>({
  copies: async ({ context }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'nightdesk-offline-'))
    const trouble: string[] = []
    watch(context, trouble)
    await context.setOffline(true)
    let count = 0
    await use({
      folder,
      bundle: (workspace, ...words) => {
        count += 1
        const file = join(folder, `copy-${count}.html`)
        const program = [join(root, 'out/cli/nightdesk.js'), 'bundle', workspace, '--out', file, '--at', MADE_AT]
        const env = { ...process.env, NIGHTDESK_PASSPHRASE: PASSPHRASE }
        const { status, stderr } = spawnSync(process.execPath, [...program, ...words], { env, encoding: 'utf8' })
        expect(status, stderr).toBe(0)
        return file
      },
      open: async (file, at = '2026-11-21T03:00:00Z') => {
        const page = await context.newPage()
        await page.clock.setFixedTime(new Date(at))
        await page.goto(pathToFileURL(file).href)
        return page
      },
    })
    expect(trouble).toEqual([])
    rmSync(folder, { recursive: true, force: true })
  },
})

const phone = { width: 390, height: 844 }
const desk = { width: 1280, height: 800 }

async function violationsOn(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

test.describe('on a phone, from disk, with no network', onlyLoopback, () => {
  test.use({ viewport: phone, hasTouch: true })

  test('search, open, tick, go back, and find the ticks again', async ({ copies }) => {
    const file = copies.bundle(demo)
    const page = await copies.open(file)
    await page.getByRole('searchbox', { name: 'Search runbooks and reference' }).fill('latr data')
    const hit = page.locator('#results').getByRole('link', { name: /Aggregate profit for investors/ })
    await expect(hit.locator('mark').first()).toBeVisible()
    await hit.tap()
    await expect(page.getByRole('heading', { level: 1, name: 'Aggregate profit for investors' })).toBeVisible()
    await expect(page.getByRole('searchbox')).toBeHidden()
    await page.locator('summary', { hasText: 'Late data' }).filter({ visible: true }).tap()
    const step = page.getByRole('checkbox', { name: /Check when each source last landed/ }).filter({ visible: true })
    await step.first().tap()
    await expect(page.getByText('1 of 9 done')).toBeVisible()
    await page.getByRole('link', { name: 'All documents' }).tap()
    await expect(page.getByRole('searchbox')).toBeVisible()
    await page.goBack()
    await page.reload()
    await expect(page.getByText('1 of 9 done')).toBeVisible()
    await page.getByRole('button', { name: 'Clear ticks' }).tap()
    await expect(page.getByText('1 of 9 done')).toBeHidden()
  })

  test('who is on call now, with a number to touch, and moving on with the clock', async ({ copies }) => {
    const file = copies.bundle(demo)
    const page = await copies.open(file)
    const now = page.locator('#shelves .now')
    await expect(now).toContainText('Engineer C')
    await expect(now.getByRole('link', { name: 'Call Engineer C, +1 555 0143' })).toHaveAttribute(
      'href',
      'tel:+15550143',
    )
    await page.getByRole('link', { name: 'Contacts', exact: true }).tap()
    await expect(page.getByRole('link', { name: 'payments-oncall@example.com' })).toHaveAttribute(
      'href',
      'mailto:payments-oncall@example.com',
    )
    const later = await copies.open(file, '2026-11-24T03:00:00Z')
    await expect(later.locator('#shelves .now')).toContainText('Engineer D')
  })

  test('links between documents work; one to a heading shows it', async ({ copies }) => {
    const workspace = join(copies.folder, 'linked')
    mkdirSync(join(workspace, 'runbooks'), { recursive: true })
    writeFileSync(join(workspace, 'runbooks/a.md'), '# First\n\nSee [the remedy](b.md#the-remedy).\n')
    writeFileSync(join(workspace, 'runbooks/b.md'), `# Second\n\n${'Words.\n\n'.repeat(200)}## The remedy\n\nDo it.\n`)
    const page = await copies.open(copies.bundle(workspace))
    await page.getByRole('link', { name: /First/ }).tap()
    await page.getByRole('link', { name: 'the remedy' }).tap()
    await expect(page.getByRole('heading', { name: 'The remedy' })).toBeInViewport()
    await expect(page).toHaveTitle(/Second/)
  })
})

test('a command is copied as it stands', onlyLoopback, async ({ copies, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const page = await copies.open(copies.bundle(demo))
  await page.getByRole('link', { name: /Aggregate profit/ }).click()
  await page.locator('summary', { hasText: 'Late data' }).filter({ visible: true }).click()
  const command = page.locator('.command', { hasText: 'hold_investor_profit true' }).filter({ visible: true }).first()
  await command.getByRole('button', { name: 'Copy' }).click()
  await expect(command.getByRole('button')).toHaveText('Copied')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    'airflow variables set hold_investor_profit true',
  )
})

test('once its weeks are over it says so; before, it does not', onlyLoopback, async ({ copies }) => {
  const file = copies.bundle(demo, '--weeks', '2')
  const fresh = await copies.open(file, '2026-12-04T11:59:00Z')
  await expect(fresh.locator('#stale')).toBeEmpty()
  const stale = await copies.open(file, '2026-12-04T12:00:00Z')
  await expect(stale.getByText('This copy has been stale since 4 Dec 2026, 12:00 UTC')).toBeVisible()
  const muchLater = await copies.open(file, '2027-03-01T12:00:00Z')
  await expect(muchLater.getByText('documents are past the review date')).toBeVisible()
  await muchLater.getByRole('link', { name: /Aggregate profit/ }).click()
  await expect(muchLater.locator('.facts .overdue').filter({ visible: true })).toContainText('10 Feb 2027')
})

test('encrypted: nothing can be read until the passphrase fits', onlyLoopback, async ({ copies }) => {
  const file = copies.bundle(demo, '--encrypt')
  const bytes = readFileSync(file, 'utf8')
  for (const word of ['+1 555', 'Engineer', 'example.com', 'Aggregate profit', 'airflow', 'runbooks/', PASSPHRASE]) {
    expect(bytes.includes(word), word).toBe(false)
  }
  const page = await copies.open(file, '2027-03-01T00:00:00Z')
  await expect(page.getByText('This copy has been stale since')).toBeVisible()
  await page.getByLabel('Passphrase').fill('four other words')
  await page.getByRole('button', { name: 'Open' }).click()
  await expect(page.getByText('That passphrase does not open this copy')).toBeVisible()
  await page.getByLabel('Passphrase').fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Open' }).click()
  await page.getByRole('searchbox').fill('late data')
  await expect(page.locator('#results a').first()).toBeVisible()
})

test('encrypted: a file with another date in it does not open', onlyLoopback, async ({ copies }) => {
  const file = copies.bundle(demo, '--encrypt')
  const changed = join(copies.folder, 'changed.html')
  writeFileSync(changed, readFileSync(file, 'utf8').replaceAll('2027-01-15', '2029-01-15'))
  const page = await copies.open(changed)
  await page.getByLabel('Passphrase').fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Open' }).click()
  await expect(page.getByText('or the file was changed')).toBeVisible()
})

for (const [name, viewport] of Object.entries({ phone, desk })) {
  for (const colorScheme of ['dark', 'light'] as const) {
    test.describe(`${name}, ${colorScheme}`, onlyLoopback, () => {
      test.use({ viewport, colorScheme })
      test.slow()

      test('axe finds nothing, and nothing is wider than the screen', async ({ copies }) => {
        const page = await copies.open(copies.bundle(demo), '2027-03-01T00:00:00Z')
        for (const place of ['#top', '#schedule', '#contacts', '#d3', '#d8']) {
          await page.evaluate((hash) => {
            window.location.hash = hash
          }, place)
          await page.evaluate(() => {
            for (const details of document.querySelectorAll<HTMLDetailsElement>('.shown details')) details.open = true
          })
          expect(await violationsOn(page), place).toEqual([])
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
          expect(overflow, place).toBeLessThanOrEqual(0)
        }
        await page.evaluate(() => {
          window.location.hash = '#top'
        })
        await page.getByRole('searchbox').fill('late')
        await expect(page.locator('#results a').first()).toBeVisible()
        expect(await violationsOn(page), 'results').toEqual([])
        const sealed = await copies.open(copies.bundle(demo, '--encrypt'))
        expect(await violationsOn(sealed), 'lock').toEqual([])
      })
    })
  }
}

test('hostile Markdown runs nothing, requests nothing and stays in its place', onlyLoopback, async ({ copies }) => {
  test.slow()
  const workspace = join(copies.folder, 'hostile')
  cpSync(demo, workspace, { recursive: true })
  const payloads = [...hostileMarkdown, ...hostileCorpus]
  payloads.forEach((payload, index) => {
    const title = JSON.stringify(`x${index} ${payload}`)
    const text = `---\ntitle: ${title}\n---\n\n${payload}\n\n# ${payload}\n\n## Diagnosis\n\n1. Do ${payload}\n\n   \`\`\`sh\n${payload}\n\`\`\`\n`
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

test.describe('with scripts off', onlyLoopback, () => {
  test.use({ javaScriptEnabled: false, viewport: phone })

  test('everything can be read, and links work', async ({ copies, context }) => {
    const file = copies.bundle(demo)
    const page = await context.newPage()
    await page.goto(pathToFileURL(file).href)
    await expect(page.getByRole('heading', { name: 'Aggregate profit for investors', exact: true })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Call Engineer C, +1 555 0143' })).toBeVisible()
    await expect(page.getByText('Stale from 15 Jan 2027')).toBeVisible()
  })
})

test('prints the chosen document, or everything', onlyLoopback, async ({ copies }) => {
  const page = await copies.open(copies.bundle(demo))
  const shownOnPaper = async (): Promise<number> => {
    await page.emulateMedia({ media: 'print' })
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    const shown = await page.locator('.view').filter({ visible: true }).count()
    expect(await page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('light')
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    await page.emulateMedia({ media: 'screen' })
    return shown
  }
  await expect(page.getByRole('button', { name: 'Print everything' })).toBeVisible()
  expect(await shownOnPaper()).toBe(21)
  await page.getByRole('link', { name: /Aggregate profit/ }).click()
  await expect(page.getByRole('button', { name: 'Print', exact: true })).toBeVisible()
  expect(await shownOnPaper()).toBe(1)
})

test('a thousand runbooks open and are searched', onlyLoopback, async ({ copies }) => {
  test.slow()
  const workspace = join(copies.folder, 'thousand')
  mkdirSync(join(workspace, 'runbooks'), { recursive: true })
  const sample = readFileSync(join(demo, 'runbooks/aggregate-profit-investors.md'), 'utf8').slice(0, 4_000)
  for (let number = 0; number < 1_000; number += 1) {
    const text = sample.replaceAll('Aggregate profit for investors', `Feed ${number} is late`)
    writeFileSync(
      join(workspace, 'runbooks', `feed-${number}.md`),
      text.replaceAll('aggregate-profit-investors', `feed-${number}`),
    )
  }
  const page = await copies.open(copies.bundle(workspace))
  await expect(page.getByRole('link', { name: /Feed 999 is late/ })).toBeAttached()
  await page.getByRole('searchbox').fill('feed 777')
  await expect(page.locator('#results a').first()).toContainText('Feed 777 is late', { timeout: 30_000 })
  await page.locator('#results a').first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Feed 777 is late' })).toBeVisible()
})
