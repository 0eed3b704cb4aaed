import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sitDown } from '../support/at-the-desk.ts'
import { expect, test } from '../support/nightdesk-test.ts'
import { ownWorkspace } from '../support/own-workspace.ts'

test.use({
  workspaceFolder: ownWorkspace((folder) => {
    writeFileSync(
      join(folder, 'runbooks/lag.md'),
      '# Replica lag\n\nSee [the other](gone.md).\n\n![topology](img/topo.png)\n\n## Steps\n\n1. Check the lag\n2. Restart it\n',
    )
    writeFileSync(
      join(folder, 'runbooks/due.md'),
      '---\nlastVerified: 2020-01-01\nreviewEvery: P3M\n---\n# Overdue page\n\n1. See [the other](gone.md)\n',
    )
  }),
})

test('R8 broken links can be read and gone to without a mouse, and a picture of the workspace is no dead link', async ({
  nightdesk,
}) => {
  await sitDown(nightdesk)
  const { page } = nightdesk
  await page.goto(`${nightdesk.origin()}/#/library/${encodeURIComponent('runbooks/lag.md')}`)
  const summary = page.locator('summary', { hasText: /broken links? in this file/ })
  await summary.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/gone\.md/).last()).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: /^line \d+$/ }).first()).toBeVisible()
  await expect(page.getByText('Picture left out: topology')).toBeVisible()
  await expect(page.getByRole('link', { name: /topology/ })).toHaveCount(0)
})

test('L16 every warning of a runbook stands with it in the list, beside an open page as well', async ({
  nightdesk,
}) => {
  await sitDown(nightdesk)
  const { page } = nightdesk
  for (const place of ['', `/${encodeURIComponent('runbooks/due.md')}`]) {
    await page.goto(`${nightdesk.origin()}/#/library${place}`)
    const row = page.locator('a[data-row]', { hasText: 'Overdue page' })
    await expect(row).toContainText('review was due 1 Apr 2020')
    await expect(row).toContainText('1 broken link')
  }
})
