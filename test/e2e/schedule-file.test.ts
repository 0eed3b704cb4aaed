import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { sitDown } from '../support/at-the-desk.ts'
import {
  dialog,
  expectNothingLost,
  finding,
  openSchedule,
  showWhatItDoes,
  teamFile,
  writeButton,
  writeIt,
} from '../support/at-the-schedule.ts'
import { expect, test } from '../support/nightdesk-test.ts'
import { ownWorkspace } from '../support/own-workspace.ts'

const onlyLoopback = { tag: '@loopback' }

test.use({ clockAt: '2026-11-24T14:00:00.000Z', workspaceFolder: ownWorkspace() })

test(
  'a file changed meanwhile is not overwritten, and the change can be made on what is there now',
  onlyLoopback,
  async ({ nightdesk, workspaceFolder }) => {
    const { page } = nightdesk
    await sitDown(nightdesk)
    await openSchedule(page)
    await finding(page, "New Year's Day")
      .getByRole('button', { name: /^They work then/ })
      .click()
    await expect(dialog(page, 'Engineer A works on Fri 1 Jan').getByText(/\+.*worksOn/)).toBeVisible()
    appendFileSync(join(workspaceFolder, 'team.yaml'), '# written in an editor meanwhile\n')
    const theirs = teamFile(workspaceFolder)
    await writeButton(page).click()
    await expect(page.getByText(/changed meanwhile. Nothing was written/).first()).toBeVisible()
    expect(teamFile(workspaceFolder)).toBe(theirs)
    await page.getByRole('button', { name: 'Look again' }).click()
    await writeIt(page)
    await expect(finding(page, "New Year's Day")).toHaveCount(0)
    expect(teamFile(workspaceFolder)).toContain('worksOn')
    expectNothingLost(theirs, teamFile(workspaceFolder))
    expect(teamFile(workspaceFolder)).toContain('# written in an editor meanwhile')
  },
)

test(
  'leave comes in from a calendar once, however often it is read',
  onlyLoopback,
  async ({ nightdesk, workspaceFolder }) => {
    const { page } = nightdesk
    await sitDown(nightdesk)
    await openSchedule(page)
    const text = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//EN', 'BEGIN:VEVENT', 'UID:leave-1@example.com']
      .concat([
        'DTSTAMP:20261101T000000Z',
        'DTSTART;VALUE=DATE:20261209',
        'DTEND;VALUE=DATE:20261211',
        'SUMMARY:Carla off',
      ])
      .concat(['END:VEVENT', 'END:VCALENDAR', ''])
      .join('\r\n')
    const read = async () => {
      await page.getByRole('button', { name: 'Import calendar' }).click()
      const form = dialog(page, 'Import a calendar')
      await form.getByLabel('Whose calendar').selectOption({ label: 'The whole team, titles say who' })
      await form
        .getByLabel('Calendar file')
        .setInputFiles({ name: 'leave.ics', mimeType: 'text/calendar', buffer: Buffer.from(text) })
      await form.getByLabel('Who is Carla off').selectOption({ label: 'Engineer B' })
      return form
    }
    const form = await read()
    await expect(form.getByRole('status')).toContainText('1 absences are new or changed')
    await showWhatItDoes(page).click()
    await expect(page.getByRole('alert').filter({ hasText: 'Look twice' })).toBeVisible()
    await writeIt(page)
    await expect(finding(page, 'Engineer B is on call').filter({ hasText: 'away' })).toBeVisible()
    expect(teamFile(workspaceFolder)).toContain('leave-1@example.com')
    const again = await read()
    await expect(again.getByRole('status')).toContainText('0 absences are new or changed, 1 stand in team.yaml already')
    await expect(showWhatItDoes(page)).toBeDisabled()
  },
)
