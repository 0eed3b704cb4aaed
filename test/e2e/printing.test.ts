import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { answered, beginPrinting, goTo, wear } from '../support/at-the-desk.ts'
import { expect, test } from '../support/nightdesk-test.ts'
import { ownWorkspace } from '../support/own-workspace.ts'

const onlyLoopback = { tag: '@loopback' }
const PATH = 'runbooks/long.md'
const columns = Array.from({ length: 12 }, (_, column) => column)
const rows = Array.from({ length: 60 }, (_, row) => `| host-${row} | ready |`)
const text = [
  '# Long runbook',
  '',
  'Call [the desk](tel:+46701740651), see https://wiki.example/a and [the pages](other.md).',
  '',
  '## Mitigation',
  '',
  '1. Restart the node, see https://board.example/late.',
  `2. Look ${'at every host, one after another, '.repeat(12)}until all are there:`,
  '',
  '   ```bash',
  ...Array.from({ length: 20 }, (_, line) => `   look --at ${'host-'.repeat(20)}${line}`),
  '   ```',
  '3. Look at the board:',
  '',
  '   ```bash',
  '   look --at board',
  '   ```',
  '',
  '   It shows every host.',
  ...Array.from({ length: 12 }, (_, line) => ['', `   Line ${line} of what to know of the hosts.`]).flat(),
  '',
  'Never run this:',
  '',
  '```bash',
  'rm -rf /data',
  '```',
  '',
  `| ${columns.map((column) => `Column ${column}`).join(' | ')} |`,
  `| ${columns.map(() => '---').join(' | ')} |`,
  `| ${columns.map((column) => `\`sum_by_${column}{job="ledger-importer"}\``).join(' | ')} |`,
  '',
  '| Host | State |',
  '| --- | --- |',
  ...rows,
  '',
  '<details><summary>More</summary>',
  '',
  'What was folded.',
  '',
  '</details>',
  '',
  '## Escalation',
  '',
  'The last words.',
]

test.use({ workspaceFolder: ownWorkspace((folder) => writeFileSync(join(folder, PATH), text.join('\n'))) })

/** How many sheets the window takes. */
async function sheetsOf(page: Page): Promise<number> {
  const paper = await page.pdf({ format: 'A4' })
  return paper.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0
}

/** What the paper says behind the words of a link. */
function printedBehind(page: Page, name: string): Promise<string> {
  return page.getByRole('link', { name }).evaluate((link) => getComputedStyle(link, '::after').content)
}

/** What stands on the paper in part only: words that what is around them does not let show, that fade away, or that are wider than the sheet. */
function cutOff(page: Page): Promise<readonly string[]> {
  return page.locator('[data-sheet] *').evaluateAll((all) => {
    const edge = document.documentElement.clientWidth + 1
    return all
      .filter((each) => {
        const { overflowX, overflowY, maskImage, display } = getComputedStyle(each)
        if (display === 'none' || each.closest('.visually-hidden, .mantine-VisuallyHidden-root, svg') !== null)
          return false
        const isShort = overflowY !== 'visible' && each.scrollHeight > each.clientHeight + 1
        const isNarrow = overflowX !== 'visible' && each.scrollWidth > each.clientWidth + 1
        const isWide = each.getBoundingClientRect().right > edge
        return isWide || (each.clientHeight > 0 && (isShort || isNarrow || maskImage !== 'none'))
      })
      .map((each) => `${each.tagName} ${each.className}: ${each.textContent.slice(0, 60)}`)
  })
}

async function expectOnlyTheSheet(page: Page): Promise<void> {
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeHidden()
  await expect(page.locator('[data-sheet] button:visible:not(h2 > *)')).toHaveCount(0)
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)')
  await expect(page.locator('[data-sheet]')).toHaveCSS('color', 'rgb(0, 0, 0)')
}

test('a runbook is printed whole, in dark ink, with where its links lead', onlyLoopback, async ({ nightdesk }) => {
  const { page } = nightdesk
  await wear(nightdesk, 'dark')
  await goTo(page, `/library/${encodeURIComponent(PATH)}`)
  await expect(page.getByText('The last words.')).toBeVisible()
  expect(await sheetsOf(page)).toBeGreaterThan(1)
  await beginPrinting(page)
  await expectOnlyTheSheet(page)
  await expect(page.getByText('What was folded.')).toBeVisible()
  await expect(page.getByText('not to be run')).toBeVisible()
  expect(await cutOff(page)).toEqual([])
  await expect(page.getByRole('searchbox')).toBeHidden()
  expect(await printedBehind(page, 'the desk')).toContain('tel:+46701740651')
  expect(await printedBehind(page, 'https://wiki.example/a')).toBe('none')
  expect(await printedBehind(page, 'the pages')).toContain('other.md')
})

test('what was searched for is not coloured on paper', onlyLoopback, async ({ nightdesk }) => {
  const { page } = nightdesk
  await goTo(page, '/library')
  await page.getByRole('searchbox').fill('last words')
  await page.getByRole('searchbox').press('Enter')
  await expect(page.locator('p', { hasText: 'The last words.' })).toBeVisible()
  const colour = () =>
    page
      .locator('p', { hasText: 'The last words.' })
      .evaluate((words) => getComputedStyle(words, '::highlight(library-match)').backgroundColor)
  expect(await colour()).not.toBe('rgba(0, 0, 0, 0)')
  await beginPrinting(page)
  expect(await colour()).toBe('rgba(0, 0, 0, 0)')
})

test('an incident and its postmortem are printed whole', onlyLoopback, async ({ nightdesk }) => {
  const { page } = nightdesk
  await wear(nightdesk, 'dark')
  const { incident } = await answered(
    nightdesk.call('incidents.declare', {
      title: 'Profit is late',
      pipeline: null,
      severity: 2,
      detectedAt: '2026-12-24T13:00:00.000Z',
      impactStartedAt: null,
      slaAt: null,
      runbook: PATH,
    }),
  )
  const notes = Array.from({ length: 50 }, (_, note) => ({
    type: 'note.added' as const,
    data: { text: `Note ${note} of many` },
  }))
  await answered(nightdesk.call('facts.record', { incident, facts: notes }))
  await goTo(page, `/incident/${incident}`)
  await expect(page.getByText('Note 49 of many')).toBeVisible()
  expect(await sheetsOf(page)).toBeGreaterThan(1)
  await beginPrinting(page)
  await expectOnlyTheSheet(page)
  await expect(page.getByText('Note 0 of many').filter({ visible: true })).toHaveCount(1)
  await expect(page.getByText('Note 49 of many').filter({ visible: true })).toHaveCount(1)
  await expect(page.getByLabel('Restart the node')).toBeVisible()
  expect(await printedBehind(page, 'https://board.example/late')).toBe('none')
  await expect(page.getByText('look --at board')).toBeVisible()
  await expect(page.getByText('Line 11 of what to know')).toBeVisible()
  expect(await cutOff(page)).toEqual([])
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await expect(page.getByText('look --at board')).toHaveCount(0)
  await page.emulateMedia({ media: null })
  await page.setViewportSize({ width: 1_280, height: 800 })
  await page.getByRole('button', { name: 'Other runbook' }).click()
  await beginPrinting(page)
  await expect(page.getByText('look --at board'), 'the steps, also while another one is looked for').toBeVisible()
  await expect(page.getByText('All other runbooks')).toBeHidden()
  await expect(page.getByLabel('Add to timeline')).toBeHidden()
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await page.emulateMedia({ media: null })
  await page.setViewportSize({ width: 1_280, height: 800 })
  await page.getByRole('searchbox', { name: 'Find in the timeline' }).fill('Note 4')
  await expect(page.getByText('Note 0 of many')).toHaveCount(0)
  await expect(page.getByText(/^14 of \d+ facts$/)).toBeVisible()
  await beginPrinting(page)
  await expect(page.getByText(/^14 of \d+ facts: "Note 4"$/), 'by which words the entries were chosen').toBeVisible()
  await page.emulateMedia({ media: null })
  await page.setViewportSize({ width: 1_280, height: 800 })
  await goTo(page, `/postmortem/${incident}`)
  await expect(page.getByRole('heading', { name: 'Profit is late' })).toBeVisible()
  expect(await sheetsOf(page)).toBeGreaterThan(1)
  await beginPrinting(page)
  await expectOnlyTheSheet(page)
  await expect(page.getByRole('heading', { name: 'Action items' }).filter({ visible: true })).toHaveCount(1)
  expect(await cutOff(page)).toEqual([])
})
