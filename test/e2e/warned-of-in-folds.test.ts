import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { atTheIncident, test as base, expect, row } from '../support/at-the-runbook.ts'

const path = 'runbooks/ring-is-full.md'

const text = `# The ring is full

## Mitigation

1. Watch the ring.

${Array.from({ length: 12 }, (_, at) => `   The relay ${at} comes back in its own time.\n`).join('\n')}
   Never restart two at once.
2. Tell the readers.
`

const test = base.extend({
  workspaceFolder: async ({ workspaceFolder }, use) => {
    writeFileSync(join(workspaceFolder, path), text)
    await use(workspaceFolder)
  },
})

test('R3.14 a warning that is folded away with long words is told on the button that unfolds them', async ({
  nightdesk,
}) => {
  await atTheIncident(nightdesk, path)
  const step = row(nightdesk.page, 'Watch the ring')
  const warned = step.getByRole('button', { name: 'Show all: there is a warning further down' })
  await expect(step.getByText('Never restart two at once.')).not.toBeInViewport()
  await warned.click()
  await expect(step.getByText('Never restart two at once.')).toBeInViewport()
  await step.getByRole('button', { name: 'Show less' }).click()
  await expect(warned).toBeFocused()
})
