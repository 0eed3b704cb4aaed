import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { goTo } from '../support/at-the-desk.ts'
import { hostileMarkdown } from '../support/hostile-markdown.ts'
import type { Nightdesk } from '../support/nightdesk.ts'
import { expect, test } from '../support/nightdesk-test.ts'

const demoTeam = join(import.meta.dirname, '../../fixtures/workspace/team.yaml')

const nameOf = (index: number): string => `hostile-${String(index).padStart(3, '0')}`

/** Each payload as a title, as text beside a word that can be searched for, and alone on its line. */
const documentWith = (payload: string, index: number): string =>
  [`---`, `title: ${JSON.stringify(`${nameOf(index)} ${payload}`)}`, `---`, `needle ${payload}`, '', payload, ''].join(
    '\n',
  )

test.use({
  workspaceFolder: async ({ door }, use) => {
    const folder = mkdtempSync(join(tmpdir(), `nightdesk-hostile-${door}-`))
    mkdirSync(join(folder, 'runbooks'))
    cpSync(demoTeam, join(folder, 'team.yaml'))
    hostileMarkdown.forEach((payload, index) => {
      writeFileSync(join(folder, 'runbooks', `${nameOf(index)}.md`), documentWith(payload, index))
    })
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },
})

/** Hears everything that a document must not be able to do; the fixture hears console errors and foreign requests. */
function watchForEscapes(page: Page): { readonly found: string[] } {
  const found: string[] = []
  const home = new URL(page.url())
  page.on('dialog', (dialog) => {
    found.push(`it ran: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (!/^\/(?:rpc|events|assets)\b/.test(pathname)) found.push(`it requested ${request.url()}`)
  })
  page.on('framenavigated', (frame) => {
    const { origin, pathname, hash } = new URL(frame.url())
    if (frame !== page.mainFrame()) found.push(`it made a frame of ${frame.url()}`)
    else if (origin !== home.origin || pathname !== home.pathname || !hash.startsWith('#/library'))
      found.push(`it went to ${frame.url()}`)
  })
  page.on('popup', (popup) => found.push(`it opened ${popup.url()}`))
  page.on('download', (download) => found.push(`it downloaded ${download.url()}`))
  return { found }
}

/** What stands in an element that only the product's own screens may hold. */
const strangersIn = (page: Page, selector: string) =>
  page.locator(selector).evaluate((root) => {
    const tags =
      'a abbr b bdi bdo blockquote br caption center code col colgroup dd del details dfn div dl dt em font h1 h2 h3 h4 h5 h6 hr i img ins kbd label li main mark marquee ol output p pre q rp rt ruby s samp search section small span strike strong sub summary sup table tbody td template tfoot th thead time tr tt u ul var wbr xss'
    const known = new Set(tags.toUpperCase().split(' '))
    const attributes = new Set(
      'href data-line data-task data-told title alt src start align lang dir colspan rowspan open width height'.split(
        ' ',
      ),
    )
    const ownButtons = new Set<Element>(root.querySelectorAll('pre > button:last-child'))
    return [...root.querySelectorAll('*')]
      .filter((element) => !ownButtons.has(element))
      .flatMap((element) => [
        ...(known.has(element.tagName) ? [] : [`<${element.tagName}>`]),
        ...[...element.attributes].flatMap(({ name, value }) => {
          if (name === 'href') return /^(?:https?:|mailto:|tel:|[^:]*$)/i.test(value) ? [] : [`href=${value}`]
          if (name === 'src') return /^data:image\/(?:png|jpeg|gif|webp);/.test(value) ? [] : [`src=${value}`]
          return attributes.has(name) ? [] : [`${name}=${value}`]
        }),
      ])
  })

const PROSE = 'article > :last-child > div'

/** Presses every link of the document that is open, but for those that call; the question about leaving is answered with no. */
async function pressEveryLink(page: Page): Promise<void> {
  const mayLeave = await page.locator(`${PROSE} a`).evaluateAll((links) => {
    const pressed = links.filter((link) => !/^(?:tel|mailto):/i.test(link.getAttribute('href') ?? ''))
    for (const link of pressed) {
      for (const type of ['click', 'auxclick'])
        link.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, button: type === 'click' ? 0 : 1 }))
    }
    return pressed.some((link) => /^(?:https?:|\/\/)/i.test(link.getAttribute('href') ?? ''))
  })
  if (!mayLeave) return
  const question = page.getByRole('dialog', { name: 'Open this link?' })
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(question).toBeHidden()
}

async function pastIncidentCalled(nightdesk: Nightdesk, title: string): Promise<void> {
  const declared = await nightdesk.call('incidents.declare', {
    title,
    pipeline: null,
    severity: 3,
    detectedAt: '2026-12-24T12:00:00.000Z',
    impactStartedAt: null,
    slaAt: null,
    runbook: null,
  })
  if (!declared.ok) throw new Error(declared.error.message)
  const facts = (['incident.acknowledged', 'incident.mitigated', 'incident.resolved'] as const).map((type) => ({
    type,
    data: {},
  }))
  const noted = { type: 'note.added', data: { text: `needle ${title}` } } as const
  await nightdesk.call('facts.record', { incident: declared.value.incident, facts: [noted, ...facts] })
}

test('R7 no document runs, loads or goes anywhere when it is read', async ({ nightdesk }) => {
  test.setTimeout(300_000)
  const { page } = nightdesk
  await goTo(page, '#/library')
  await expect(page.getByRole('heading', { name: 'Runbooks' })).toBeVisible()
  const escapes = watchForEscapes(page)
  for (const [index, payload] of hostileMarkdown.entries()) {
    const path = `runbooks/${nameOf(index)}.md`
    await goTo(page, `#/library/${encodeURIComponent(path)}`)
    await expect(page.locator('article header').getByText(path, { exact: true })).toBeVisible()
    expect(await strangersIn(page, PROSE), payload).toEqual([])
    await pressEveryLink(page)
    expect(escapes.found, payload).toEqual([])
  }
  await expect(page).toHaveTitle('Nightdesk')
})

test('R7 titles and snippets are words, on the shelf and in the results', async ({ nightdesk }) => {
  const { page } = nightdesk
  await pastIncidentCalled(nightdesk, '<img src=x onerror=alert(1)><svg onload=alert(1)>')
  await goTo(page, '#/library')
  await expect(page.getByRole('heading', { name: 'Runbooks' })).toBeVisible()
  const escapes = watchForEscapes(page)
  await expect(page.locator('a[data-row]')).toHaveCount(hostileMarkdown.length + 1)
  const made = page
    .locator('main')
    .locator('script, img, iframe, object, embed, form, style, link, meta, base, template')
  await expect(made).toHaveCount(0)

  await page.getByRole('searchbox', { name: 'Search runbooks and past incidents' }).fill('needle')
  await expect(page.locator('mark').first()).toBeVisible()
  await expect(made).toHaveCount(0)
  await expect(page.locator('a[data-row]', { hasText: '<img src=x onerror=alert(1)>' }).first()).toBeVisible()
  await page.getByRole('searchbox').fill('needle <svg onload=alert')
  await expect(page.getByRole('heading', { name: 'Past incidents' })).toBeVisible()
  await expect(made).toHaveCount(0)
  expect(escapes.found).toEqual([])
})
