import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { goTo } from '../support/at-the-desk.ts'
import { expect, test } from '../support/nightdesk-test.ts'
import { ownWorkspace } from '../support/own-workspace.ts'

const RING = '# Ring is full\n\n## Mitigation\n\n1. Look at [the next ring](next.md#when), then drain it.\n2. Wait.\n'

test.use({
  workspaceFolder: ownWorkspace((folder) => {
    writeFileSync(join(folder, 'runbooks/ring.md'), RING)
    writeFileSync(join(folder, 'runbooks/next.md'), '# The next ring\n\n## When\n\nWhen this one is full.\n')
  }),
})

test('R3 the links in the own words of a step are in the checklist of the Library as in an incident', {
  tag: '@loopback',
}, async ({ nightdesk }) => {
  const { page } = nightdesk
  await goTo(page, `/library/${encodeURIComponent('runbooks/ring.md')}`)
  await page.getByText('As a checklist: 2 steps').click()
  const links = page.getByRole('list', { name: 'Links of this step' })
  await expect(links).toHaveCount(1)
  await links.getByRole('link', { name: 'the next ring' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'The next ring' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: 'Ring is full' })).toBeVisible()
})
