import { rmSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type { PersonFact } from '../../shared/contract/person-facts.ts'
import {
  answered,
  declareBehindTheScreen,
  entry,
  goTo,
  log,
  region,
  sitDown,
  stateFacts,
} from '../support/at-the-desk.ts'
import { type Harm, watchForHarm } from '../support/harm-watch.ts'
import { flag, hostileCorpus } from '../support/hostile-corpus.ts'
import { makeHostileWorkspace } from '../support/hostile-workspace.ts'
import type { Nightdesk } from '../support/nightdesk.ts'
import { expect, test as nightdeskTest } from '../support/nightdesk-test.ts'

type Hostile = { readonly harm: Harm; readonly workspaceFolder: string }

const test = nightdeskTest.extend<Hostile>({
  workspaceFolder: async ({ door }, use) => {
    const folder = makeHostileWorkspace(door)
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },
  harm: async ({ context }, use) => {
    const harm = await watchForHarm(context)
    await use(harm)
    expect(harm.found(), 'what hostile text made the window do').toEqual([])
  },
})

test.use({ clockAt: '2026-11-24T13:00:00.000Z' })
test.slow()

/** Points at and clicks everything that a document made a link, then sees that nothing but the question came of it. */
async function clickEveryLink(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const link of document.querySelectorAll('main a')) {
      const href = link.getAttribute('href') ?? ''
      // The product's own places, and what a mail or phone program would be given, are not what this is about.
      if (href.startsWith('#/') || /^(?:tel|mailto):/i.test(href)) continue
      link.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }))
      link.dispatchEvent(new MouseEvent('auxclick', { bubbles: true, cancelable: true, button: 1 }))
      link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
    }
  })
}

/** A link that leaves asks first, and asks in a moment of its own: Esc until nothing asks any more. */
async function closeDialogs(page: Page): Promise<void> {
  await expect
    .poll(async () => {
      await page.keyboard.press('Escape')
      return page.getByRole('dialog').count()
    })
    .toBe(0)
}

/** What may not stand in the page at all, whether it runs or not. */
const forbidden =
  'main :is(script:not([src^="/assets"]), iframe, frame, object, embed, base, meta, link, form[action], [srcdoc], [onerror], [onload], [onclick], [onfocus], [ontoggle], [style*="url("])'

async function expectNothingForbidden(page: Page): Promise<void> {
  await expect(page.locator(forbidden)).toHaveCount(0)
  expect(
    await page.evaluate(() =>
      [...document.querySelectorAll('main [href], main [src], main [action]')].flatMap((element) =>
        ['href', 'src', 'action'].flatMap((name) => {
          const value = element.getAttribute(name) ?? ''
          return /^[\s\p{C}]*(?:javascript|vbscript|data:text|file):/iu.test(value) ? [value] : []
        }),
      ),
    ),
  ).toEqual([])
}

/** Every field of an incident that takes words, each filled with one payload. */
const factsOf = (payload: string, index: number): PersonFact[] => {
  const text = payload.trim() === '' ? 'blank' : payload
  const short = text.slice(0, 250).toWellFormed()
  const kinds: readonly PersonFact[] = [
    { type: 'note.added', data: { text } },
    { type: 'hypothesis.raised', data: { text } },
    { type: 'decision.made', data: { text } },
    { type: 'status.updated', data: { text, audience: short } },
    {
      type: 'call.made',
      data: {
        person: { id: 'p-1', name: short },
        notification: null,
        channel: 'phone',
        outcome: 'voicemail',
        note: text,
      },
    },
    { type: 'dataset.affected', data: { dataset: short, detail: text } },
    { type: 'action.added', data: { action: `a-${index}`, what: text, type: null, owner: null, due: null } },
    { type: 'incident.retitled', data: { title: short } },
    { type: 'postmortem.edited', data: { section: 'impact', text } },
  ]
  return [...kinds]
}

async function attach(nightdesk: Nightdesk, incident: string, payload: string): Promise<void> {
  const name = payload.slice(0, 200).toWellFormed() || 'blank'
  const base64 = Buffer.from(payload || 'blank').toString('base64')
  await answered(
    nightdesk.call('evidence.attach', { incident, name, mediaType: 'text/html', base64, caption: payload }),
  )
}

test('the corpus is large and has no payload twice', () => {
  expect(hostileCorpus.length).toBeGreaterThanOrEqual(150)
  expect(new Set(hostileCorpus).size).toBe(hostileCorpus.length)
})

test('titles: a night with an incident for each payload', async ({ harm, nightdesk }) => {
  const { page } = nightdesk
  for (const payload of hostileCorpus) {
    const title = payload.slice(0, 300).toWellFormed().trim()
    await declareBehindTheScreen(nightdesk, { title, pipeline: null, runbook: null, slaAt: null })
  }
  await page.reload()
  await expect(page.getByRole('region', { name: 'Open incidents' }).getByRole('listitem')).toHaveCount(
    hostileCorpus.length,
  )
  await expectNothingForbidden(page)
  await page.keyboard.press('d')
  await expect(page.getByRole('dialog', { name: 'Declare incident' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('img')
  expect(harm.found()).toEqual([])
})

test('the timeline: every kind of entry, amended, as evidence, with all that stands around it', async ({
  harm,
  nightdesk,
}) => {
  const { page } = nightdesk
  await sitDown(nightdesk, 'p-0')
  const incident = await declareBehindTheScreen(nightdesk, { pipeline: 'line-0', runbook: 'runbooks/hostile.md' })
  for (const [index, payload] of hostileCorpus.entries()) {
    await stateFacts(nightdesk, incident, ...factsOf(payload, index))
    await attach(nightdesk, incident, payload)
  }
  const notes = (await answered(nightdesk.call('incidents.read', { incident, fromSeq: 1, limit: 5_000 }))).records
  const amended = notes
    .filter(({ type }) => type === 'note.added')
    .map(
      ({ id }, index): PersonFact => ({
        type: 'entry.amended',
        data: {
          of: id,
          text: hostileCorpus[(index + 11) % hostileCorpus.length] || 'blank',
          reason: hostileCorpus[index] || 'blank',
        },
      }),
    )
  for (let from = 0; from < amended.length; from += 50)
    await stateFacts(nightdesk, incident, ...amended.slice(from, from + 50))
  await goTo(page, `#/incident/${incident}`)
  const feed = region(page, 'Timeline').getByTestId('virtuoso-scroller')
  await expect(feed).toBeVisible()
  const steps = await feed.evaluate((element) => Math.ceil(element.scrollHeight / element.clientHeight))
  for (let step = steps + 5; step >= 0; step -= 1) {
    await feed.evaluate((element, at) => {
      element.scrollTop = at * element.clientHeight
    }, step)
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    await expectNothingForbidden(page)
  }
  expect(harm.found()).toEqual([])
})

test('typed by hand: the composer, a skip, a command of the timeline', async ({ harm, nightdesk }) => {
  const { page } = nightdesk
  await sitDown(nightdesk, 'p-0')
  const incident = await declareBehindTheScreen(nightdesk, { pipeline: 'line-0', runbook: 'runbooks/hostile.md' })
  await goTo(page, `#/incident/${incident}`)
  await expect(region(page, 'Escalation')).toBeVisible()
  const said = hostileCorpus.filter((payload) => !payload.startsWith('/') && payload.trim().length > 8).slice(0, 60)
  for (const payload of said) await log(page, payload)
  await log(page, 'the last of them')
  await expect(entry(page, 'the last of them')).toBeVisible()
  await region(page, 'Runbook').getByRole('button', { name: 'Skip…', exact: true }).first().click()
  await page.getByRole('dialog').getByRole('textbox').fill(`<img src=x onerror=window.${flag}=1>`)
  await page.getByRole('dialog').getByRole('button', { name: 'Skip step' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(region(page, 'Runbook').getByText(/^Skipped by/)).toBeVisible()
  await expectNothingForbidden(page)
  expect(harm.found()).toEqual([])
})

test('the runbook: scenarios, symptoms, steps, commands', async ({ harm, nightdesk }) => {
  const { page } = nightdesk
  await sitDown(nightdesk, 'p-0')
  const incident = await declareBehindTheScreen(nightdesk, { pipeline: 'line-0', runbook: 'runbooks/hostile.md' })
  await goTo(page, `#/incident/${incident}`)
  const runbook = region(page, 'Runbook')
  await expect(runbook.getByRole('checkbox').first()).toBeVisible()
  expect(await runbook.getByRole('checkbox').count()).toBeGreaterThan(100)
  await page
    .getByRole('button', { name: /^Details: / })
    .nth(3)
    .click()
  await expectNothingForbidden(page)
  for (const way of [0, 7, 20, 29]) {
    await runbook.getByRole('combobox', { name: 'Failure scenario' }).selectOption({ index: way + 1 })
    await expect(region(page, 'Timeline').getByRole('article').last()).toContainText(`Way ${way}`)
    await expectNothingForbidden(page)
  }
  expect(harm.found()).toEqual([])
})

test('the Library: one page for each payload, one of them all, and the snippets of a search', async ({
  harm,
  nightdesk,
}) => {
  const { page } = nightdesk
  for (const path of [
    'reference/hostile.md',
    'runbooks/hostile.md',
    ...hostileCorpus.map((_, index) => `reference/hostile-${index}.md`),
  ]) {
    await goTo(page, `#/library/${encodeURIComponent(path)}`)
    const heading = path.startsWith('runbooks')
      ? 'Debugging steps'
      : /-(\d+)\.md$/.exec(path)
        ? `Page ${/-(\d+)/.exec(path)?.[1]}`
        : 'Hostile reference'
    await expect(page.getByRole('heading', { name: heading, exact: true }).first()).toBeAttached()
    await expectNothingForbidden(page)
    await clickEveryLink(page)
    await closeDialogs(page)
  }
  await goTo(page, '#/library')
  const search = page.getByRole('searchbox', { name: 'Search runbooks and past incidents' })
  for (const query of ['needle', 'img onerror', 'script', 'javascript', '<b>', '__proto__', 'constructor']) {
    await search.fill(query)
    await expect(page.getByRole('link').first()).toBeVisible()
    await expectNothingForbidden(page)
  }
  expect(harm.found()).toEqual([])
})

test('the postmortem: prose, its preview, actions, and Tonight and Settings with a hostile team', async ({
  harm,
  nightdesk,
}) => {
  const { page } = nightdesk
  await sitDown(nightdesk, 'p-0')
  const incident = await declareBehindTheScreen(nightdesk, {
    pipeline: 'line-0',
    title: hostileCorpus[0] ?? '',
    runbook: null,
  })
  const prose = hostileCorpus.join('\n\n')
  await stateFacts(
    nightdesk,
    incident,
    ...(['summary', 'detection', 'factors'] as const).map(
      (section): PersonFact => ({ type: 'postmortem.edited', data: { section, text: prose } }),
    ),
    ...hostileCorpus.slice(0, 40).map(
      (payload, index): PersonFact => ({
        type: 'action.added',
        data: { action: `a-${index}`, what: payload, type: null, owner: null, due: null },
      }),
    ),
  )
  for (const payload of hostileCorpus.slice(0, 40))
    await stateFacts(nightdesk, incident, { type: 'note.added', data: { text: payload } })
  await goTo(page, `#/postmortem/${incident}`)
  await expect(page.getByRole('textbox', { name: 'Summary', exact: true })).toBeVisible()
  await expectNothingForbidden(page)
  await clickEveryLink(page)
  await closeDialogs(page)
  await goTo(page, `#/postmortem/${incident}`)
  await page.getByRole('textbox', { name: 'Summary', exact: true }).fill(hostileCorpus.slice(0, 30).join('\n'))
  await expectNothingForbidden(page)
  await goTo(page, '#/tonight')
  await expect(page.getByRole('region', { name: 'Who to call' })).toBeVisible()
  await expectNothingForbidden(page)
  await goTo(page, '#/settings')
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
  await expectNothingForbidden(page)
  expect(harm.found()).toEqual([])
})
