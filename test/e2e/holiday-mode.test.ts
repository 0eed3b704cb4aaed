import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expectNoViolations } from '../support/accessibility.ts'
import {
  answered,
  declareBehindTheScreen,
  entry,
  factsOfType,
  goToIncident,
  region,
  sitDown,
  stateFacts,
} from '../support/at-the-desk.ts'
import { dialog, openSchedule, teamFile, teamFileDiff, writeButton, writeIt } from '../support/at-the-schedule.ts'
import { expect, test } from '../support/nightdesk-test.ts'
import { ownWorkspace } from '../support/own-workspace.ts'

const onlyLoopback = { tag: '@loopback' }

test.use({ clockAt: '2026-12-22T14:00:00.000Z', workspaceFolder: ownWorkspace() })

const agreed = (page: Page) => page.getByRole('region', { name: 'Leave and holiday modes' })

test(
  'a holiday mode is agreed by keyboard, changed, taken out and taken back, each with its effect and its diff',
  onlyLoopback,
  async ({ nightdesk, workspaceFolder }) => {
    const { page } = nightdesk
    await sitDown(nightdesk)
    const before = teamFile(workspaceFolder)
    await openSchedule(page)
    await page.keyboard.press('h')
    const add = dialog(page, 'Add a holiday mode')
    await expect(add.getByLabel('Name')).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(add.getByText('Give it a name, such as Year-end.')).toBeVisible()
    await expectNoViolations(page, 'the form of a mode')
    await add.getByLabel('Name').fill('Year-end')
    await add.getByLabel('First day').fill('2026-12-24')
    await add.getByLabel('Last day').fill('2026-12-21')
    await page.keyboard.press('Enter')
    await expect(add.getByText('The last day is before the first.')).toBeVisible()
    await add.getByLabel('Last day').fill('2027-01-02')
    await add.getByLabel('Pages that wait until morning').selectOption('SEV-3')
    await add.getByLabel('Last day').press('Enter')

    const review = dialog(page, 'Add a holiday mode')
    await expect(
      review.getByText(/secondary after 2 h instead of 1 h, lead after 4 h instead of 2 h/).first(),
    ).toBeVisible()
    await expect(review.getByText('below SEV-2 pages wait until 09:00')).toBeVisible()
    await expect(teamFileDiff(page)).toContainText('reason: Year-end, stretch: 2, severityFloor: SEV-2')
    expect(teamFile(workspaceFolder), 'nothing is written before one says so').toBe(before)
    await writeButton(page).press('Enter')
    await expect(review).toBeHidden()
    await expect(agreed(page).getByText('Year-end', { exact: true }).first()).toBeVisible()

    await page.keyboard.press('h')
    await add.getByLabel('Name').fill('Another')
    await add.getByLabel('First day').fill('2027-01-02')
    await add.getByLabel('Last day').fill('2027-01-04')
    await page.keyboard.press('Enter')
    await expect(add.getByText(/“Year-end” holds then already, Thu 24 Dec to Sat 2 Jan/)).toBeVisible()
    await page.keyboard.press('Escape')

    await agreed(page).getByRole('button', { name: 'Change Year-end' }).click()
    const change = dialog(page, 'Change “Year-end”')
    await expect(change.getByLabel('First day')).toHaveValue('2026-12-24')
    await change.getByLabel('Time until each rung').selectOption('3 times as long')
    await change.getByRole('button', { name: 'Show what it does' }).click()
    await writeIt(page)
    await expect(agreed(page).getByText(/takes 3 times as long/)).toBeVisible()
    await expectNoViolations(page, 'the modes agreed')

    await agreed(page).getByRole('button', { name: 'Take out Year-end' }).click()
    await expect(dialog(page, 'Take out this holiday mode').getByText(/The normal ladder, Thu 24 Dec/)).toBeVisible()
    await writeIt(page)
    await expect(agreed(page).getByText('Year-end')).toHaveCount(0)
    await page.keyboard.press('u')
    await writeIt(page)
    await expect(agreed(page).getByText(/takes 3 times as long/)).toBeVisible()
  },
)

test(
  'leave is written by hand, found when it stands already, and taken out',
  onlyLoopback,
  async ({ nightdesk, workspaceFolder }) => {
    const { page } = nightdesk
    await sitDown(nightdesk)
    const before = teamFile(workspaceFolder)
    await openSchedule(page)
    await page.keyboard.press('l')
    const add = dialog(page, 'Add leave')
    await expect(add.getByLabel('Who is away')).toBeFocused()
    await add.getByLabel('Who is away').selectOption('Engineer C')
    await add.getByLabel('First day').press('Enter')
    await expect(add.getByText('Give the first day.')).toBeVisible()
    await expectNoViolations(page, 'the form of leave')
    await add.getByLabel('First day').fill('2027-01-20')
    await add.getByLabel('Last day').fill('2027-01-19')
    await page.keyboard.press('Enter')
    await expect(add.getByText('The last day is before the first.')).toBeVisible()
    await add.getByLabel('Last day').fill('2027-01-22')
    await add.getByLabel('Reason').fill('wedding')
    await page.keyboard.press('Enter')
    await expect(teamFileDiff(page)).toContainText('from: 2027-01-20, to: 2027-01-22, reason: wedding')
    await writeIt(page)
    const row = agreed(page).getByRole('listitem').filter({ hasText: 'wedding' })
    await expect(row).toContainText('Engineer C away, Wed 20 Jan to Fri 22 Jan')

    await page.keyboard.press('l')
    await add.getByLabel('Who is away').selectOption('Engineer C')
    await add.getByLabel('First day').fill('2027-01-22')
    await page.keyboard.press('Enter')
    await expect(add.getByText('Away already: Wed 20 Jan to Fri 22 Jan.')).toBeVisible()
    await page.keyboard.press('Escape')
    await row.getByRole('button').click()
    await writeIt(page)
    await expect(row).toHaveCount(0)
    expect(teamFile(workspaceFolder).replace(/\n\s+away: \[\]/, '')).toBe(before)
  },
)

test(
  'a ladder is relaxed as agreed, says so, and is set aside in one move',
  onlyLoopback,
  async ({ nightdesk, workspaceFolder }) => {
    const { page } = nightdesk
    await sitDown(nightdesk)
    const mode = '{from: 2026-12-21, to: 2027-01-02, timezone: America/New_York, reason: Year-end, stretch: 2}'
    writeFileSync(join(workspaceFolder, 'team.yaml'), `${teamFile(workspaceFolder)}\nholidayModes:\n  - ${mode}\n`)
    await expect(page.getByRole('region', { name: 'Holiday mode' })).toContainText('Year-end, until 2 Jan 2027')
    const incident = await declareBehindTheScreen(nightdesk)
    await stateFacts(nightdesk, incident, { type: 'incident.acknowledged', data: {} })
    await goToIncident(page, incident)
    const escalation = region(page, 'Escalation')
    await expect(escalation.getByText('Relaxed by “Year-end” until 2 Jan')).toBeVisible()
    await expect(escalation.getByText('Secondary after 2 h instead of 1 h')).toBeVisible()
    await expect(escalation.getByText('Lead after 4 h instead of 2 h')).toBeVisible()
    await expectNoViolations(page, 'a relaxed ladder')
    await nightdesk.advance('PT1H30M')
    expect(await factsOfType(nightdesk, incident, 'notification.requested')).toHaveLength(0)

    await escalation.getByRole('button', { name: 'Use the normal ladder' }).click()
    const ask = dialog(page, 'Use the normal ladder')
    await ask.getByLabel('Why').fill('the investors call at eight')
    await ask.getByRole('button', { name: 'Use the normal ladder' }).click()
    await expect(escalation.getByText(/^Normal ladder since 10:30/)).toBeFocused()
    await expect(entry(page, 'Normal ladder')).toContainText('the investors call at eight')
    await nightdesk.advance('PT2S')
    const [asked] = await factsOfType(nightdesk, incident, 'notification.requested')
    expect(asked?.data).toMatchObject({ rungId: 'secondary' })
    const { text } = await answered(nightdesk.call('postmortem.export', { incident, format: 'md' })).then(
      ({ file }) => ({
        text: readFileSync(file, 'utf8'),
      }),
    )
    expect(text).toContain('Relaxed for a holiday')
    expect(text).toContain('the investors call at eight')
  },
)
