import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { answered, declareBehindTheScreen, factsOfType, sitDown, stateFacts } from '../support/at-the-desk.ts'
import { expect, test } from '../support/nightdesk-test.ts'

const demoWorkspace = join(import.meta.dirname, '../../fixtures/workspace')
const onlyLoopback = { tag: '@loopback' }

test.use({
  clockAt: '2026-11-24T14:00:00.000Z',
  workspaceFolder: async ({ door }, use) => {
    const folder = mkdtempSync(join(tmpdir(), `nightdesk-workspace-${door}-`))
    cpSync(demoWorkspace, folder, { recursive: true })
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },
})

const teamFile = (folder: string): string => readFileSync(join(folder, 'team.yaml'), 'utf8')

async function openSchedule(page: Page): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await expect(page.getByRole('heading', { name: 'Schedule', level: 1 })).toBeVisible()
}

const settle = (page: Page) => page.getByRole('region', { name: 'To settle' })
const finding = (page: Page, words: string) => settle(page).getByRole('listitem').filter({ hasText: words })
const turn = (page: Page, name: RegExp) => page.getByRole('group', { name: /^Turns/ }).getByRole('button', { name })
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name })
const showWhatItDoes = (page: Page) => page.getByRole('button', { name: 'Show what it does' })
const writeIt = (page: Page) => page.getByRole('button', { name: 'Write to team.yaml' })

/** Every line that stood in the file still stands in it, comments above all. */
function expectNothingLost(before: string, after: string): void {
  const lines = new Set(after.split('\n'))
  expect(before.split('\n').filter((line) => !lines.has(line))).toEqual([])
}

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
    await expect(review.getByRole('region', { name: 'Changes in team.yaml' })).toContainText(
      'person: eng-c, for: eng-d',
    )
    expect(teamFile(workspaceFolder), 'nothing is written before one says so').toBe(before)
    await writeIt(page).click()

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
  await writeIt(page).click()
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
    await writeIt(page).click()
    await expect(page.getByText(/changed meanwhile. Nothing was written/).first()).toBeVisible()
    expect(teamFile(workspaceFolder)).toBe(theirs)
    await page.getByRole('button', { name: 'Look again' }).click()
    await writeIt(page).click()
    await expect(finding(page, "New Year's Day")).toHaveCount(0)
    expect(teamFile(workspaceFolder)).toContain('worksOn')
    expectNothingLost(theirs, teamFile(workspaceFolder))
    expect(teamFile(workspaceFolder)).toContain('# written in an editor meanwhile')
  },
)

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
      await writeIt(page).click()
      await expect(page.getByRole('dialog')).toBeHidden()
    }
    await propose()
    await expect(finding(page, 'Martin Luther King')).toBeVisible()
    await swaps.getByRole('button', { name: 'Decline' }).click()
    await writeIt(page).click()
    await expect(swaps.getByText('Declined.')).toBeVisible()
    await propose()
    await swaps.getByRole('button', { name: 'Accept' }).click()
    await writeIt(page).click()
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
  await writeIt(page).click()
  await expect(page.getByText('You are on call', { exact: true })).toBeVisible()
  const { workspace } = await answered(nightdesk.call('desk.describe', {}))
  expect(workspace.team.rotations[0]?.overrides.at(-1)).toMatchObject({ person: 'eng-b', for: 'eng-d' })
})

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
    await writeIt(page).click()
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(finding(page, 'Engineer B is on call').filter({ hasText: 'away' })).toBeVisible()
    expect(teamFile(workspaceFolder)).toContain('leave-1@example.com')
    const again = await read()
    await expect(again.getByRole('status')).toContainText('0 absences are new or changed, 1 stand in team.yaml already')
    await expect(showWhatItDoes(page)).toBeDisabled()
  },
)

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
    await expect(writeIt(page)).toBeFocused()
    await expect(page.getByRole('region', { name: 'Changes in team.yaml' })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(finding(page, 'Engineer D is on call on Christmas')).toHaveCount(0)
    await page.keyboard.press('u')
    await expect(finding(page, 'Christmas Day')).toBeVisible()
    expect(teamFile(workspaceFolder)).toBe(before)

    await turn(page, /^Engineer B, on call, Mon 7 Dec/).focus()
    const all = await page
      .getByRole('group', { name: /^Turns/ })
      .getByRole('button')
      .count()
    const seen = new Set<string>()
    const note = async () => seen.add((await page.locator(':focus').getAttribute('aria-label')) ?? '')
    for (const key of ['ArrowUp', 'Home'] as const) await page.keyboard.press(key)
    for (let lane = 0; lane < 4; lane += 1) {
      await page.keyboard.press('Home')
      await note()
      for (let step = 0; step < all; step += 1) {
        const last = await page.locator(':focus').getAttribute('aria-label')
        await page.keyboard.press('ArrowRight')
        await note()
        if ((await page.locator(':focus').getAttribute('aria-label')) === last) break
      }
      await page.keyboard.press('ArrowDown')
    }
    expect(seen.size).toBe(all)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    for (const [key, name] of [
      ['2', 'List'],
      ['3', 'Month'],
      ['4', 'Year'],
      ['1', '12 weeks'],
    ] as const) {
      await page.keyboard.press(key)
      await expect(page.getByRole('button', { name, exact: true })).toHaveAttribute('aria-pressed', 'true')
    }
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
    writeFileSync(join(workspaceFolder, 'team.yaml'), 'people: []\n')
    await expect(page.getByRole('heading', { name: 'No rotation yet' })).toBeVisible()
    const example = await page.locator('pre').innerText()
    writeFileSync(join(workspaceFolder, 'team.yaml'), example)
    await expect(page.getByText(/^(?:Ana|Ben) is on call$/)).toBeVisible()
  },
)

/** What axe finds, and what sticks out to the side. */
async function expectNothingWrong(page: Page, what: string): Promise<void> {
  await page.evaluate(() => Promise.all(document.getAnimations().map((each) => each.finished.catch(() => null))))
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect
    .soft(
      violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`),
      what,
    )
    .toEqual([])
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect.soft(over, `${what} does not scroll sideways`).toBe(0)
}

for (const theme of ['dark', 'light'] as const) {
  test.describe(`axe finds nothing, ${theme}`, onlyLoopback, () => {
    test.use({ viewport: { width: 1024, height: 640 } })
    test.beforeEach(async ({ nightdesk }) => {
      await answered(nightdesk.call('preferences.change', { theme }))
      await sitDown(nightdesk)
      await openSchedule(nightdesk.page)
    })

    test('on the picture and the list', async ({ nightdesk: { page } }) => {
      for (const summary of await page.locator('summary').all()) await summary.click()
      await expectNothingWrong(page, 'picture')
      await page.keyboard.press('2')
      await expectNothingWrong(page, 'list')
    })

    test('on the month and the year', async ({ nightdesk: { page } }) => {
      for (const [key, view] of [
        ['3', 'month'],
        ['4', 'year'],
      ] as const) {
        await page.keyboard.press(key)
        await expectNothingWrong(page, view)
      }
    })

    test('on the dialogs of a change', async ({ nightdesk: { page } }) => {
      await page.keyboard.press('s')
      await expect(showWhatItDoes(page)).toBeFocused()
      await expectNothingWrong(page, 'swap')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('region', { name: 'Changes in team.yaml' })).toBeVisible()
      await expectNothingWrong(page, 'review')
    })

    test('on import and export', async ({ nightdesk: { page } }) => {
      await page.getByRole('button', { name: 'Import calendar' }).click()
      await expect(dialog(page, 'Import a calendar')).toBeVisible()
      await expectNothingWrong(page, 'import')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Export calendar' }).click()
      await expect(page.getByRole('menuitem', { name: 'Everything' })).toBeVisible()
      await expectNothingWrong(page, 'export')
    })
  })
}

test('each view fits on one printed page', onlyLoopback, async ({ nightdesk }) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  await openSchedule(page)
  for (const key of ['2', '3', '4', '1']) {
    await page.keyboard.press(key)
    const paper = await page.pdf({ preferCSSPageSize: true, printBackground: true })
    expect(paper.toString('latin1').match(/\/Type\s*\/Page[^s]/g), `view ${key}`).toHaveLength(1)
  }
})
