import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { declareBehindTheScreen, goTo, goToIncident, pressPair, sitDown, stateFacts } from '../support/at-the-desk.ts'
import { test as base, expect, row, runbookOf } from '../support/at-the-runbook.ts'

const path = 'runbooks/sixty-valves.md'
const steps = Array.from({ length: 60 }, (_, at) => `${at + 1}. Close valve ${at + 1} of sixty.`)

const signs = 'seen on the dashboard and in the logs of the queue for more than five minutes, again and again'
const ways = ['Producer floods', 'Consumer is dead', 'Broker disk full', 'Poison message', 'Wrong partition key']
const withWays = 'runbooks/queue-backs-up.md'
const waysText = `# Queue backs up

## Failure scenarios
${ways.map((way) => `\n### ${way}\n\nSymptoms: ${way.toLowerCase()}, ${signs}.\n\n1. Mend it: ${way}\n`).join('')}
## Resolution

1. Purge the queue
2. Tell all
`

const test = base.extend({
  workspaceFolder: async ({ workspaceFolder }, use) => {
    writeFileSync(join(workspaceFolder, path), `# Sixty valves\n\n## Mitigation\n\n${steps.join('\n')}\n`)
    writeFileSync(join(workspaceFolder, withWays), waysText)
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

test('a scenario that is still to be chosen is in view before the incident is acknowledged, and after', async ({
  nightdesk,
}) => {
  const { page } = nightdesk
  await page.setViewportSize({ width: 1024, height: 640 })
  await sitDown(nightdesk)
  const incident = await declareBehindTheScreen(nightdesk, { runbook: withWays, pipeline: null, slaAt: null })
  await goToIncident(page, incident)
  const asked = runbookOf(page).getByText('Which of these fits?')
  await expect(asked).toBeInViewport({ ratio: 1 })
  await page.reload()
  await expect(row(page, 'Purge the queue')).toHaveAttribute('aria-current', 'step')
  await expect(asked).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('a')
  await expect(runbookOf(page).getByRole('button', { name: /^Producer floods/ })).toBeInViewport({ ratio: 1 })
  await expect(asked).toBeInViewport({ ratio: 1 })
})
