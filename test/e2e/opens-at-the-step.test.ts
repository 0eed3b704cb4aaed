import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { declareBehindTheScreen, goTo, goToIncident, pressPair, sitDown, stateFacts } from '../support/at-the-desk.ts'
import { test as base, expect, row, runbookOf } from '../support/at-the-runbook.ts'

const path = 'runbooks/sixty-valves.md'
const steps = Array.from({ length: 60 }, (_, at) => `${at + 1}. Close valve ${at + 1} of sixty.`)

const test = base.extend({
  workspaceFolder: async ({ workspaceFolder }, use) => {
    writeFileSync(join(workspaceFolder, path), `# Sixty valves\n\n## Mitigation\n\n${steps.join('\n')}\n`)
    await use(workspaceFolder)
  },
})

test('an incident that is opened again shows the step it is at, whatever is to be done first', async ({
  nightdesk,
}) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  const incident = await declareBehindTheScreen(nightdesk, { runbook: path, pipeline: null, slaAt: null })
  await goToIncident(page, incident)
  const boxes = runbookOf(page).getByRole('list', { name: 'Steps' }).getByRole('checkbox')
  for (let at = 0; at < 24; at += 1) {
    await page.keyboard.press('Space')
    await expect(boxes.nth(at)).toBeChecked()
  }
  const current = row(page, 'Close valve 25 of sixty')
  await expect(current).toHaveAttribute('aria-current', 'step')
  await page.reload()
  await expect(current).toBeInViewport({ ratio: 1 })

  await pressPair(page, 'g', 't')
  await expect(boxes).toHaveCount(0)
  await goTo(page, `#/incident/${incident}`)
  await expect(current).toBeInViewport({ ratio: 1 })

  await pressPair(page, 'g', 't')
  await expect(boxes).toHaveCount(0)
  await stateFacts(nightdesk, incident, { type: 'incident.acknowledged', data: {} })
  await page.goBack()
  await expect(current).toBeInViewport({ ratio: 1 })
})
