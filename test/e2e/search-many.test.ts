import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { declareBehindTheScreen, goTo, stateFacts } from '../support/at-the-desk.ts'
import { expect, test } from '../support/nightdesk-test.ts'
import { ownWorkspace } from '../support/own-workspace.ts'
import { createDice, variedWords } from '../support/varied-words.ts'

const MANY = 130

/** As many runbooks as a team has, in words of their own, each about a wombat. */
function writeMany(folder: string): void {
  const word = variedWords(createDice())
  const words = (count: number): string => Array.from({ length: count }, word).join(' ')
  for (let at = 0; at < MANY; at += 1) {
    const text = `# Wombat ${words(3)}\n\n## Debugging steps\n\n1. Look at ${words(6)}\n2. ${words(200)}\n`
    writeFileSync(join(folder, 'runbooks', `wombat-${at}.md`), text)
  }
  writeFileSync(join(folder, 'runbooks', 'zh.md'), '# 数据库主从延迟处理手册\n\n1. 登录从库检查复制状态\n')
}

test.use({ workspaceFolder: ownWorkspace(writeMany) })

test('L27 each kind has its share and its true count, and more is a key away', async ({ nightdesk }) => {
  const { page } = nightdesk
  const incident = await declareBehindTheScreen(nightdesk, { title: 'Printer queue stuck' })
  await stateFacts(nightdesk, incident, { type: 'note.added', data: { text: 'a wombat sat on the cable' } })
  await goTo(page, '#/library')
  await page.getByRole('searchbox', { name: 'Search runbooks and past incidents' }).fill('wombat')
  const runbooks = page.getByRole('region', { name: /^Runbooks/ })
  await expect(runbooks.getByRole('heading')).toHaveText(`Runbooks 39 of ${MANY}`)
  await expect(page.getByRole('region', { name: /^Past incidents/ }).getByRole('link')).toHaveCount(1)
  const rows = runbooks.getByRole('link')
  await rows.last().focus()
  await page.keyboard.press('ArrowDown')
  await expect(runbooks.getByRole('button', { name: 'Show 40 more: Runbooks' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(runbooks.getByRole('heading')).toHaveText(`Runbooks 79 of ${MANY}`)
  await expect(rows.nth(39)).toBeFocused()
  await runbooks.getByRole('button').click()
  await runbooks.getByRole('button', { name: 'Show 11 more: Runbooks' }).click()
  await expect(rows).toHaveCount(MANY)
  await expect(runbooks.getByRole('button')).toHaveCount(0)
  await expect(rows.nth(119)).toBeFocused()
})

test('L24 L25 the index lives through many runbooks, and a word within a Chinese title is found', async ({
  nightdesk,
}) => {
  const { page } = nightdesk
  await goTo(page, '#/library')
  const box = page.getByRole('searchbox', { name: 'Search runbooks and past incidents' })
  await box.fill('主从延迟')
  await expect(page.getByRole('link', { name: '数据库主从延迟处理手册' })).toBeVisible()
  await expect(page.locator('mark').first()).toHaveText('主从延迟')
  await expect
    .poll(async () => {
      const reply = await nightdesk.call('library.search', { query: 'wombat', limit: 40 })
      return reply.ok ? reply.value.index : reply.error.message
    })
    .toBe('ready')
  await expect(page.getByText('The search index')).toHaveCount(0)
})
