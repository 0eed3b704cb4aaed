import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { answered, sitDown } from '../support/at-the-desk.ts'
import {
  dialog,
  finding,
  openSchedule,
  showView,
  showWhatItDoes,
  teamFile,
  teamFileDiff,
  turn,
  writeButton,
} from '../support/at-the-schedule.ts'
import { expect, test } from '../support/nightdesk-test.ts'
import { ownWorkspace } from '../support/own-workspace.ts'

const onlyLoopback = { tag: '@loopback' }

/** More than any lane of the picture holds. */
const MOST_TURNS = 100

test.use({ clockAt: '2026-11-24T14:00:00.000Z', workspaceFolder: ownWorkspace() })

test(
  'everything by keyboard: find, swap, write, undo, and every turn of the picture',
  onlyLoopback,
  async ({ nightdesk, workspaceFolder }) => {
    const { page } = nightdesk
    await sitDown(nightdesk)
    const before = teamFile(workspaceFolder)
    await openSchedule(page)
    await expect(finding(page, 'Christmas Day')).toHaveAttribute('aria-current', 'true')
    await page.keyboard.press('j')
    await expect(finding(page, "New Year's Day")).toHaveAttribute('aria-current', 'true')
    await page.keyboard.press('k')
    await page.keyboard.press('s')
    await expect(showWhatItDoes(page)).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(writeButton(page)).toBeFocused()
    await expect(teamFileDiff(page)).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(finding(page, 'Engineer D is on call on Christmas')).toHaveCount(0)
    await page.keyboard.press('u')
    await expect(dialog(page, 'Undo the last change').getByText(/Written by Engineer \w, Tue 24 Nov/)).toBeVisible()
    await expect(teamFileDiff(page)).toBeVisible()
    expect(teamFile(workspaceFolder)).not.toBe(before)
    await expect(writeButton(page)).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(finding(page, 'Christmas Day')).toBeVisible()
    expect(teamFile(workspaceFolder)).toBe(before)

    await turn(page, /^Engineer B, on call, Mon 7 Dec/).focus()
    const seen = new Set<string>()
    const note = async () => seen.add((await page.locator(':focus').getAttribute('aria-label')) ?? '')
    for (const key of ['ArrowUp', 'Home'] as const) await page.keyboard.press(key)
    for (let lane = 0; lane < 4; lane += 1) {
      await page.keyboard.press('Home')
      await note()
      for (let step = 0; step < MOST_TURNS; step += 1) {
        const last = await page.locator(':focus').getAttribute('aria-label')
        await page.keyboard.press('ArrowRight')
        await note()
        if ((await page.locator(':focus').getAttribute('aria-label')) === last) break
      }
      await page.keyboard.press('ArrowDown')
    }
    expect(seen.size).toBe(
      await page
        .getByRole('group', { name: /^Turns/ })
        .getByRole('button')
        .count(),
    )
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    for (const name of ['List', 'Month', 'Year', '12 weeks'] as const) await showView(page, name)
  },
)

test(
  'a dialog that is cancelled gives the focus back to the key that began it',
  onlyLoopback,
  async ({ nightdesk }) => {
    const { page } = nightdesk
    await sitDown(nightdesk)
    await openSchedule(page)
    const cancel = page.getByRole('dialog').getByRole('button', { name: 'Cancel' })
    const addLeave = page.getByRole('button', { name: 'Add leave' })
    await addLeave.click()
    await cancel.click()
    await expect(addLeave).toBeFocused()
    const change = page.getByRole('button', { name: 'Change this turn' })
    await change.click()
    await showWhatItDoes(page).click()
    await expect(writeButton(page)).toBeFocused()
    await page.getByRole('button', { name: 'Back', exact: true }).click()
    await expect(showWhatItDoes(page)).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(writeButton(page)).toBeFocused()
    await cancel.click()
    await expect(change).toBeFocused()
  },
)

test('times are on the wall that one chooses, and the choice stays', onlyLoopback, async ({ nightdesk }) => {
  const { page } = nightdesk
  await answered(nightdesk.call('preferences.change', { me: 'eng-b', timezone: 'Asia/Kolkata' }))
  await openSchedule(page)
  await expect(page.getByText(/until Thu 26 Nov 00:00 EST/)).toBeVisible()
  await page.getByRole('button', { name: /^You: Kolkata/ }).click()
  await expect(page.getByText(/until Thu 26 Nov 10:30 GMT\+5:30/)).toBeVisible()
  await page.reload()
  await expect(page.getByText(/until Thu 26 Nov 10:30 GMT\+5:30/)).toBeVisible()
})

test(
  'Tonight leads to the finding, and without a rotation the screen says how to begin',
  onlyLoopback,
  async ({ nightdesk, workspaceFolder }) => {
    const { page } = nightdesk
    await nightdesk.setClock('2026-12-20T13:00:00.000Z')
    await sitDown(nightdesk)
    await page.getByRole('link', { name: /^Fix: 1 Jan/ }).click()
    await expect(finding(page, "New Year's Day")).toHaveAttribute('aria-current', 'true')
    await expect(finding(page, "New Year's Day")).toBeInViewport()
    writeFileSync(join(workspaceFolder, 'team.yaml'), 'people:\n  - {id: ana, name: Ana, timezone: UTC}\n')
    await expect(page.getByRole('heading', { name: 'No rotation yet' })).toBeVisible()
    const example = await page.locator('pre').innerText()
    writeFileSync(join(workspaceFolder, 'team.yaml'), example)
    await expect(page.getByText(/^(?:Ana|Ben) is on call$/)).toBeVisible()
  },
)

test('each view fits on one printed page', onlyLoopback, async ({ nightdesk }) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  await openSchedule(page)
  for (const view of ['List', 'Month', 'Year', '12 weeks'] as const) {
    await showView(page, view)
    const paper = await page.pdf({ preferCSSPageSize: true, printBackground: true })
    expect(paper.toString('latin1').match(/\/Type\s*\/Page[^s]/g), view).toHaveLength(1)
  }
})

test.describe('within an hour', () => {
  test.use({ clockAt: '2026-11-23T15:45:00.000Z' })

  test(
    'S1 who took over at half past is on call at a quarter to',
    onlyLoopback,
    async ({ nightdesk, workspaceFolder }) => {
      const { page } = nightdesk
      const file = join(workspaceFolder, 'team.yaml')
      writeFileSync(file, teamFile(workspaceFolder).replace('at: "10:00"', 'at: "10:30"'))
      await sitDown(nightdesk)
      await openSchedule(page)
      const answer = page.getByRole('heading', { name: 'Schedule', exact: true }).locator('..')
      await expect(answer).toContainText(/Engineer D is on call until (Thu 26|Mon 30) Nov/)
    },
  )
})
