import { expectNoViolations } from '../support/accessibility.ts'
import { alertBodyText } from '../support/alert-bodies.ts'
import { alertRow, loaderStuck, workspaceWithLoader } from '../support/at-the-alerts.ts'
import { answered, declareBehindTheScreen, sitDown } from '../support/at-the-desk.ts'
import { expect, test } from '../support/nightdesk-test.ts'
import { openIntake } from '../support/open-intake.ts'

test.use({ clockAt: '2026-11-24T13:00:00.000Z', workspaceFolder: workspaceWithLoader })

for (const theme of ['dark', 'light'] as const) {
  test(`axe finds nothing on Tonight and Settings with alerts and an open intake, ${theme}`, async ({ nightdesk }) => {
    test.slow()
    const { page } = nightdesk
    await answered(nightdesk.call('preferences.change', { theme }))
    await sitDown(nightdesk)
    const post = await openIntake(nightdesk)
    await declareBehindTheScreen(nightdesk)
    await post({ body: alertBodyText('alertmanager-firing-truncated') })
    await post({ to: 'grafana', body: alertBodyText('grafana-firing') })
    await post({ body: loaderStuck('firing') })
    await nightdesk.advance('PT1M')
    await post({ body: loaderStuck('resolved') })
    await expect(alertRow(page, 'LoaderStuck')).toContainText('Resolved')
    await expectNoViolations(page, 'Tonight')
    await page.getByRole('button', { name: 'Attach to…: RowCountAnomaly' }).click()
    await expect(page.getByRole('menuitem').first()).toBeVisible()
    await expectNoViolations(page, 'attach')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Declare: RowCountAnomaly' }).click()
    await expect(page.getByRole('dialog')).toContainText('From the alert')
    await expectNoViolations(page, 'declare')
    await page.getByRole('dialog').getByRole('combobox', { name: 'Runbook' }).click()
    await expect(page.getByRole('option', { name: 'None for now' })).toBeVisible()
    await expectNoViolations(page, 'runbooks to choose from')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Dismiss: RowCountAnomaly' }).click()
    await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused()
    await expectNoViolations(page, 'dismissed')
    await page.setViewportSize({ width: 1024, height: 640 })
    await expectNoViolations(page, 'small')
    await page.keyboard.press('g')
    await page.keyboard.press('s')
    const panel = page.getByRole('region', { name: 'Intake' })
    await panel.getByText('Receiver for alertmanager.yml').click()
    await panel.getByRole('button', { name: 'Make a new token' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Make a new token' }).click()
    await expect(panel).toContainText('Shown this once.')
    await expectNoViolations(page, 'Settings')
  })
}
