import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { goTo } from '../support/at-the-desk.ts'
import { expect, test } from '../support/nightdesk-test.ts'
import { ownWorkspace } from '../support/own-workspace.ts'

test.use({
  workspaceFolder: ownWorkspace((folder) => {
    for (const region of ['north', 'south']) {
      mkdirSync(join(folder, 'runbooks', region), { recursive: true })
      writeFileSync(join(folder, 'runbooks', region, 'ring.md'), `# Ring is full\n\n1. Drain it in the ${region}.\n`)
    }
  }),
})

test('of runbooks with one title the path is said, also beside the one that is read', { tag: '@loopback' }, async ({
  nightdesk,
}) => {
  const { page } = nightdesk
  const region = page.getByRole('region', { name: 'Runbooks' })
  const path = (of: string) => region.getByText(`runbooks/${of}/ring.md`)
  for (const where of ['/library', `/library/${encodeURIComponent('runbooks/north/ring.md')}`]) {
    await goTo(page, where)
    await expect(path('north')).toBeVisible()
    await expect(path('south')).toBeVisible()
  }
  await expect(region.getByText('runbooks/aggregate-profit-investors.md')).toBeHidden()
})
