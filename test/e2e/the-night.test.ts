import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import type { Page } from '@playwright/test'
import {
  answered,
  clock,
  composer,
  declareBehindTheScreen,
  entry,
  factsOf,
  factsOfType,
  goToIncident,
  log,
  region,
  sitDown,
  stateFacts,
} from '../support/at-the-desk.ts'
import type { Nightdesk } from '../support/nightdesk.ts'
import { expect, test } from '../support/nightdesk-test.ts'

const terminal = join(import.meta.dirname, '../../out/cli/nightdesk.js')

// Ten past eight in New York on a Tuesday: the profit pipeline missed its 08:00, and nobody is away.
test.use({ clockAt: '2026-11-24T13:10:00.000Z' })

const incidentIn = (page: Page): string => /#\/incident\/(\S+)$/.exec(page.url())?.[1] ?? ''

/** Opens the dialog by its key, names the pipeline, and declares. */
async function declare(page: Page): Promise<string> {
  await page.keyboard.press('d')
  const dialog = page.getByRole('dialog', { name: 'Declare incident' })
  await dialog.getByLabel('Pipeline').selectOption({ label: 'Aggregate profit for investors' })
  await expect(dialog.getByLabel('SLA')).toHaveValue('missed')
  await expect(dialog.getByRole('combobox', { name: 'Runbook' })).toHaveValue('Aggregate profit for investors')
  await dialog.getByLabel('Title').fill('Investor profit is late')
  await dialog.getByLabel('Title').press('Enter')
  await expect(page.getByRole('heading', { name: 'Investor profit is late', level: 1 })).toBeVisible()
  await expect(dialog).toBeHidden()
  return incidentIn(page)
}

/** Everything of the first half hour: mine, which scenario, the first steps, a note. */
async function workTheRunbook(page: Page): Promise<void> {
  await region(page, 'Escalation').getByRole('button', { name: 'Acknowledge' }).click()
  await expect(entry(page, /acknowledged/i)).toHaveCount(1)
  const runbook = region(page, 'Runbook')
  await runbook.getByRole('combobox', { name: 'Failure scenario' }).selectOption({ label: 'Late data' })
  for (const step of [/^Check when each source last landed/, /^Hold the investor report/]) {
    await runbook.getByRole('checkbox', { name: step }).click()
    await expect(runbook.getByRole('checkbox', { name: step })).toBeChecked()
  }
  await expect(
    runbook.getByRole('listitem').filter({ hasText: 'Check that transactions are complete' }),
  ).toHaveAttribute('aria-current', 'step')
  await runbook.getByRole('button', { name: 'Skip…', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Skip this step' })
  await dialog.getByLabel('Why is it skipped?').fill('Spend is the late one, transactions are whole')
  await dialog.getByRole('button', { name: 'Skip step' }).click()
  await expect(dialog).toBeHidden()
  await expect(runbook.getByText('Skipped by Engineer B: Spend is the late one, transactions are whole')).toBeVisible()
  await log(page, 'Spend landed only in part, marketing is asked')
  await expect(entry(page, 'Spend landed only in part, marketing is asked')).toBeVisible()
}

async function answerWithMoreTime(page: Page): Promise<void> {
  await region(page, 'Escalation').getByRole('button', { name: '10 more minutes' }).click()
  const dialog = page.getByRole('dialog', { name: '10 more minutes' })
  await dialog.getByLabel('What are you waiting for?').fill('Marketing looks at their export')
  await dialog.getByRole('button', { name: 'Give 10 minutes' }).click()
  await expect(page.getByRole('heading', { name: 'Still stuck?' })).toBeHidden()
}

const typesIn = async (nightdesk: Nightdesk, incident: string) =>
  (await factsOf(nightdesk, incident)).map(({ type }) => type)

test('from a missed SLA to an exported postmortem', async ({ nightdesk }) => {
  const { page } = nightdesk
  let incident = ''
  await nightdesk.call('preferences.change', { timezone: 'America/New_York' })

  await test.step('say who you are, declare on a pipeline', async () => {
    await page.getByRole('button', { name: 'Engineer B', exact: true }).click()
    incident = await declare(page)
    await expect(clock(page, 'Age')).toHaveText('0:10:00')
    await expect(clock(page, 'Next rung')).toHaveText('0:20:00')
  })

  await test.step('be led through its runbook', () => workTheRunbook(page))

  await test.step('be asked at 30 minutes; take ten more; be asked again', async () => {
    await nightdesk.advance('PT20M')
    await expect(page.getByRole('heading', { name: 'Still stuck?' })).toBeVisible()
    await expect(region(page, 'Escalation')).toContainText('nothing was sent')
    await answerWithMoreTime(page)
    await nightdesk.advance('PT10M')
    await expect(page.getByRole('heading', { name: 'Still stuck?' })).toBeVisible()
    await expect(region(page, 'Escalation')).toContainText('The time you gave yourself is over.')
    expect(await factsOfType(nightdesk, incident, 'notification.requested')).toEqual([])
  })

  await test.step('tell the secondary at one hour: number, local time, words; voicemail, then reached', async () => {
    await nightdesk.advance('PT20M')
    const escalation = region(page, 'Escalation')
    await expect(escalation).toContainText('+1 555 0141')
    await expect(escalation).toContainText('09:00 there')
    await expect(escalation).toContainText(
      'Engineer A, this is Engineer B. Investor profit is late: SEV-2, open for 1 h 00 min.',
    )
    await escalation.getByRole('button', { name: 'Voicemail' }).click()
    await expect(entry(page, 'voicemail')).toBeVisible()
    await nightdesk.advance('PT5M')
    await escalation.getByRole('button', { name: 'Reached' }).click()
    await expect(entry(page, /Engineer A.*answered/)).toBeVisible()
    await nightdesk.advance('PT20M')
    expect(await factsOfType(nightdesk, incident, 'notification.requested')).toMatchObject([
      { data: { person: { id: 'eng-a' }, attempt: 1 } },
      { data: { person: { id: 'eng-a' }, attempt: 2 } },
    ])
  })

  await test.step('escalate to the lead at two hours', async () => {
    await nightdesk.advance('PT35M')
    await expect(region(page, 'Escalation')).toContainText('Data lead, this is Engineer B.')
    await expect(clock(page, 'Age')).toHaveText('2:00:00')
    await region(page, 'Escalation').getByRole('button', { name: 'Reached' }).click()
    await expect(entry(page, /Data lead.*answered/)).toBeVisible()
  })

  await test.step('mitigate, finish the steps, resolve', async () => {
    await region(page, 'Escalation')
      .getByRole('button', { name: /^Mitigated/ })
      .click()
    await page.getByRole('button', { name: 'It is mitigated' }).click()
    await expect(clock(page, 'Next rung')).toHaveText('none')
    await nightdesk.advance('PT10M')
    await expect(clock(page, 'Age')).toHaveText('2:00:00')
    const boxes = region(page, 'Runbook').getByRole('checkbox', { checked: false })
    const left = (await boxes.count()) - 1
    for (let step = 0; step < left; step += 1) {
      await region(page, 'Runbook').getByRole('button', { name: 'Done', exact: true }).click()
      await expect(boxes).toHaveCount(left - step)
    }
    await log(page, '/verified mart.profit_daily within 3 % of the week, published as final')
    await expect(entry(page, 'within 3 % of the week')).toBeVisible()
    await region(page, 'Escalation').getByRole('button', { name: 'Resolve' }).click()
    await expect(page.getByRole('heading', { name: 'It is over.' })).toBeVisible()
    expect(await typesIn(nightdesk, incident)).toContain('incident.resolved')
  })

  await test.step('export the postmortem, twice the same bytes', async () => {
    await page.getByRole('button', { name: 'Write the postmortem' }).click()
    await page.getByRole('textbox', { name: 'Summary' }).fill('Marketing spend landed late; the report was held.')
    const before = (await exportMarkdown(page)).text
    await page.getByRole('region', { name: 'Export', exact: true }).getByRole('button', { name: 'Close' }).click()
    const { file, text } = await exportMarkdown(page)
    expect(text).toBe(before)
    expect(file).toBe(join(nightdesk.dataFolder, 'exports', incident, 'postmortem.md'))
    const last = (await factsOf(nightdesk, incident)).at(-1)
    const frontMatter = /^---\n([\s\S]*?)\n---\n/.exec(text)?.[1]
    expect(frontMatter).toContain(last?.hash)
    expect(text).toContain('Marketing spend landed late; the report was held.')
    expect(text).toMatch(/^```mermaid\ntimeline$/m)
    expect(text).toMatch(/^\|(?: ?:?-+:? ?\|)+$/m)
    expect(text).toContain('Spend landed only in part, marketing is asked')
  })

  await test.step('the log is intact, says the terminal', () => {
    const said = execFileSync(process.execPath, [terminal, 'verify', incident, '--data', nightdesk.dataFolder], {
      encoding: 'utf8',
    })
    expect(said).toMatch(/records, intact, anchored to seq \d+$/m)
  })
})

async function exportMarkdown(page: Page): Promise<{ readonly file: string; readonly text: string }> {
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await page.getByRole('menuitem', { name: /^Markdown/ }).click()
  const strip = page.getByRole('region', { name: 'Export', exact: true })
  await expect(strip).toBeVisible()
  const file = await strip.getByRole('code').innerText()
  return { file, text: readFileSync(file, 'utf8') }
}

test('a deadline that was missed is declared from its row with one more key', async ({ nightdesk }) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  await page.getByRole('button', { name: /Declare: Aggregate profit for investors/ }).press('Enter')
  await expect(page.getByRole('dialog', { name: 'Declare incident' }).getByLabel('Title')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Aggregate profit for investors is late', level: 1 })).toBeVisible()
  const [declared] = await factsOf(nightdesk, incidentIn(page))
  expect(declared?.data).toMatchObject({
    pipeline: { id: 'aggregate-profit-investors' },
    slaAt: '2026-11-24T13:00:00.000Z',
    severity: 2,
  })
})

test('the one next action leads from the first minute to the last', async ({ nightdesk }) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  const incident = await declareBehindTheScreen(nightdesk)
  await goToIncident(page, incident)
  const next = page.getByRole('banner').or(page.locator('header')).getByText('Next', { exact: true }).locator('..')
  await expect(next).toContainText('Acknowledge: say that it is yours')
  await page.keyboard.press('a')
  await expect(next).toContainText('Choose the failure scenario')
  await region(page, 'Runbook')
    .getByRole('button', { name: /^High latency/ })
    .click()
  await expect(next).toContainText('Step 1 of')
  await nightdesk.advance('PT30M')
  await expect(next).toContainText('Answer: still stuck?')
  await region(page, 'Escalation').getByRole('button', { name: 'Tell Engineer A' }).click()
  await expect(next).toContainText('Call Engineer A, who has not answered yet')
  await region(page, 'Escalation').getByRole('button', { name: 'Reached' }).click()
  await expect(next).toContainText('Step 1 of')
  expect(await factsOfType(nightdesk, incident, 'rung.advanced')).toHaveLength(1)
})

test('fixed, in answer to the question, is mitigated; what comes back is debugged again', async ({ nightdesk }) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  const incident = await declareBehindTheScreen(nightdesk, { runbook: null })
  await goToIncident(page, incident)
  await page.keyboard.press('a')
  await nightdesk.advance('PT30M')
  await region(page, 'Escalation').getByRole('button', { name: 'Fixed' }).click()
  await expect(clock(page, 'Next rung')).toHaveText('none')
  await nightdesk.advance('PT2H')
  expect(await factsOfType(nightdesk, incident, 'notification.requested')).toEqual([])
  await region(page, 'Escalation').getByRole('button', { name: 'Recurring' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('The partition is short again')
  await page.getByRole('dialog').getByRole('button', { name: 'Debug again' }).click()
  await expect(clock(page, 'Next rung')).toHaveText('0:30:00')
  await nightdesk.advance('PT30M')
  await expect(page.getByRole('heading', { name: 'Still stuck?' })).toBeVisible()
})

test('a reason is asked for and kept: snooze, severity, decision, hypothesis, evidence, star, amend', async ({
  nightdesk,
}) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  const incident = await declareBehindTheScreen(nightdesk)
  await goToIncident(page, incident)
  await page.keyboard.press('a')
  await expect(entry(page, /acknowledged/i)).toBeVisible()
  await region(page, 'Escalation').getByRole('button', { name: 'Snooze' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('The replay ends in a minute')
  await page.getByRole('dialog').getByRole('button', { name: 'Snooze rung' }).click()
  await expect(entry(page, 'The replay ends in a minute')).toBeVisible()
  const said = [
    '/decision We wait for spend',
    '/hypothesis The export lost a partition',
    '/ruled-out It is not the cluster',
    '/status Profit will be late, next word at nine',
    '/sev 1 it went out wrong',
    '/at 07:55 the loader logged a retry',
    '/evidence rows: 12 of 4000',
  ]
  for (const words of said) {
    await log(page, words)
    await expect(composer(page)).toHaveValue('')
  }
  await expect(entry(page, 'rows: 12 of 4000')).toBeVisible()
  await expect(entry(page, 'the loader logged a retry')).toContainText('07:55')
  const decision = region(page, 'Timeline').getByRole('article', { name: /^[\d:]+, Decided:/ })
  await decision.hover()
  await decision.getByRole('button', { name: 'Star' }).click()
  await expect(decision.getByRole('button', { name: 'Star' })).toHaveAttribute('aria-pressed', 'true')
  await decision.getByRole('button', { name: 'Amend' }).click()
  const dialog = page.getByRole('dialog', { name: 'Amend this entry' })
  await dialog.getByLabel('Text').fill('We wait for spend until nine')
  await dialog.getByRole('button', { name: 'Amend entry' }).click()
  await expect(decision).toContainText('We wait for spend until nine')
  expect(await typesIn(nightdesk, incident)).toEqual(
    expect.arrayContaining(['rung.snoozed', 'severity.changed', 'evidence.attached', 'entry.starred', 'entry.amended']),
  )
  expect((await factsOfType(nightdesk, incident, 'decision.made'))[0]?.data).toEqual({ text: 'We wait for spend' })
})

test('an incident that was resolved is reopened and its ladder starts anew', async ({ nightdesk }) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  const incident = await declareBehindTheScreen(nightdesk, { runbook: null })
  await stateFacts(nightdesk, incident, { type: 'incident.resolved', data: {} })
  await goToIncident(page, incident)
  await region(page, 'Escalation').getByRole('button', { name: 'Reopen' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('The backfill missed a day')
  await page.getByRole('dialog').getByRole('button', { name: 'Reopen incident' }).click()
  await expect(clock(page, 'Next rung')).toHaveText('0:30:00')
  const [summary] = await answered(nightdesk.call('incidents.list', {}))
  expect(summary).toMatchObject({ lifecycle: 'debugging', escalation: 'holding' })
})
