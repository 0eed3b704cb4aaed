import { readFileSync } from 'node:fs'
import { answered, declareBehindTheScreen, factsOfType, sitDown, stateFacts } from '../support/at-the-desk.ts'
import {
  dialog,
  expectNothingLost,
  finding,
  openSchedule,
  showWhatItDoes,
  teamFile,
  teamFileDiff,
  turn,
  writeIt,
} from '../support/at-the-schedule.ts'
import { expect, test } from '../support/nightdesk-test.ts'
import { ownWorkspace } from '../support/own-workspace.ts'

const onlyLoopback = { tag: '@loopback' }

test.use({ clockAt: '2026-11-24T14:00:00.000Z', workspaceFolder: ownWorkspace() })

test(
  'the Christmas hole is found, swapped and gone, the file keeps its comments, and the calendar says so',
  onlyLoopback,
  async ({ nightdesk, workspaceFolder }) => {
    const { page } = nightdesk
    await sitDown(nightdesk)
    const before = teamFile(workspaceFolder)
    await openSchedule(page)
    await expect(finding(page, 'Engineer D is on call on Christmas Day')).toBeVisible()
    await finding(page, 'Christmas Day').getByRole('button', { name: /^Swap/ }).click()

    const swap = dialog(page, 'Swap this turn')
    await expect(swap.getByRole('radio', { name: /^Engineer C fairest/ })).toBeChecked()
    await expect(swap.getByText('Engineer A is away from 23 Dec to 27 Dec.')).toBeVisible()
    await swap.getByLabel('Reason').fill('Christmas with the family, as "agreed"')
    await showWhatItDoes(page).click()

    const review = dialog(page, 'Swap this turn')
    await expect(review.getByText('Turns that change hands')).toBeVisible()
    await expect(review.getByText(/Engineer D is on call on Christmas Day/)).toBeVisible()
    await expect(teamFileDiff(page)).toContainText('person: eng-c, for: eng-d')
    expect(teamFile(workspaceFolder), 'nothing is written before one says so').toBe(before)
    await writeIt(page)

    await expect(finding(page, 'Engineer D is on call on Christmas Day')).toHaveCount(0)
    await expect(
      turn(page, /^Engineer C, on call, Mon 21 Dec 10:00 to Mon 28 Dec 10:00, in for Engineer D/),
    ).toBeVisible()
    const after = teamFile(workspaceFolder)
    expect(after).not.toBe(before)
    expectNothingLost(before, after)

    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Export calendar' }).click()
    await page.getByRole('menuitem', { name: 'Engineer C' }).click()
    const calendar = readFileSync(await (await downloading).path(), 'utf8')
    const events = calendar.replaceAll('\r\n ', '').split('BEGIN:VEVENT').slice(1)
    const christmas = events.find((event) => event.includes('DTSTART:20261221T150000Z'))
    expect(christmas).toContain('DTEND:20261228T150000Z')
    expect(christmas).toContain('Christmas with the family\\, as "agreed"')
    await expect(page.getByText(/on-call-eng-c\.ics$/).first()).toBeVisible()
    const saved = await answered(nightdesk.call('calendar.export', { scope: { kind: 'person', personId: 'eng-c' } }))
    expect(readFileSync(saved.file, 'utf8')).toBe(calendar)

    await page.keyboard.press('u')
    await writeIt(page)
    await expect(finding(page, 'Engineer D is on call on Christmas Day')).toBeVisible()
    expect(teamFile(workspaceFolder)).toBe(before)
  },
)

test('on the covered night the rung tells who covers it', onlyLoopback, async ({ nightdesk }) => {
  const { page } = nightdesk
  await sitDown(nightdesk, 'eng-d')
  await openSchedule(page)
  await turn(page, /^Engineer B, backup, Mon 21 Dec/).click()
  const cover = dialog(page, 'Swap this turn')
  await cover.getByRole('textbox', { name: 'From' }).fill('2026-12-25 00:00')
  await cover.getByRole('textbox', { name: 'To' }).fill('2026-12-26 00:00')
  await cover.getByRole('radio', { name: /^Cover/ }).check()
  await dialog(page, 'Cover this turn')
    .getByRole('radio', { name: /^Engineer C/ })
    .check()
  await showWhatItDoes(page).click()
  await writeIt(page)
  await expect(turn(page, /^Engineer C, backup, Fri 25 Dec 00:00 to Sat 26 Dec 00:00, in for Engineer B/)).toBeVisible()

  await nightdesk.setClock('2026-12-25T13:00:00.000Z')
  const incident = await declareBehindTheScreen(nightdesk)
  await stateFacts(nightdesk, incident, { type: 'incident.acknowledged', data: {} })
  await nightdesk.advance('PT1H1M')
  const [asked] = await factsOfType(nightdesk, incident, 'notification.requested')
  expect(JSON.stringify(asked?.data)).toContain('Engineer C')
  expect(JSON.stringify(asked?.data)).toContain('is away until 2026-12-27')
  await openSchedule(page)
  await expect(page.getByText(/^Engineer D is on call|^You are on call/)).toBeVisible()
})

test(
  'a swap is proposed, declined, proposed again and accepted',
  onlyLoopback,
  async ({ nightdesk, workspaceFolder }) => {
    const { page } = nightdesk
    await sitDown(nightdesk)
    await openSchedule(page)
    const swaps = page.getByRole('region', { name: 'Swaps' })
    const propose = async () => {
      await finding(page, 'Martin Luther King').getByRole('button', { name: /^Swap/ }).click()
      await page.getByRole('button', { name: 'Only propose it' }).click()
      await expect(page.getByText('A proposal is not in force.')).toBeVisible()
      await writeIt(page)
    }
    await propose()
    await expect(finding(page, 'Martin Luther King')).toBeVisible()
    await swaps.getByRole('button', { name: 'Decline' }).click()
    await writeIt(page)
    await expect(swaps.getByText('Declined.')).toBeVisible()
    await propose()
    await swaps.getByRole('button', { name: 'Accept' }).click()
    await writeIt(page)
    await expect(finding(page, 'Engineer D is on call on Martin Luther King')).toHaveCount(0)
    expect(teamFile(workspaceFolder)).toContain('state: declined')
  },
)

test('a shift is taken now, and the answer changes at once', onlyLoopback, async ({ nightdesk }) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  await openSchedule(page)
  await expect(page.getByText('Engineer D is on call', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Take this shift now' }).click()
  await expect(dialog(page, 'Take this shift now').getByText(/Engineer B takes Engineer D's shift now/)).toBeVisible()
  await writeIt(page)
  await expect(page.getByText('You are on call', { exact: true })).toBeVisible()
  const { workspace } = await answered(nightdesk.call('desk.describe', {}))
  expect(workspace.team.rotations[0]?.overrides.at(-1)).toMatchObject({ person: 'eng-b', for: 'eng-d' })
})
