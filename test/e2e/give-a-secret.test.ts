import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expectNoViolations } from '../support/accessibility.ts'
import { answered, entry, factsOf, factsOfType, goTo, goToIncident, stateFacts } from '../support/at-the-desk.ts'
import { atTheIncident, expect, runButtons, runbookOf, test } from '../support/at-the-runbook.ts'
import { trustRunbook } from '../support/trust-runbook.ts'

const path = 'runbooks/log-in.md'
const secret = ['hunter2', 'Secret'].join('')
const runbook = `# The database refuses

1. Look at the sessions

   \`\`\`sh
   echo "asked with <password>" | tee asked
   \`\`\`
`

test.use({ clockAt: '2026-11-24T13:10:00.000Z', permissions: ['clipboard-read', 'clipboard-write'] })

const filesWith = (folder: string, text: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile() && readFileSync(file).includes(text))

test('a secret is typed unseen, runs, is copied, and is kept nowhere', { tag: '@loopback' }, async ({
  nightdesk,
  workspaceFolder,
}) => {
  const { page } = nightdesk
  writeFileSync(join(workspaceFolder, path), runbook)
  await expect.poll(async () => (await nightdesk.call('library.read', { path })).ok).toBe(true)
  const incident = await atTheIncident(nightdesk, path)
  await answered(nightdesk.call('preferences.change', { runCommands: true }))
  await trustRunbook(nightdesk, incident)
  const field = runbookOf(page).getByLabel('<password>', { exact: true })
  const dialog = page.getByRole('dialog')
  const kept = () => page.evaluate(() => JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage }))

  await test.step('it is dots while it is typed, and shown to whoever asks', async () => {
    await expect(field).toHaveAttribute('type', 'password')
    await field.pressSequentially(secret)
    expect(await kept()).not.toContain(secret.slice(0, 8))
    await runbookOf(page).getByRole('button', { name: 'Show <password>' }).click()
    await expect(field).toHaveAttribute('type', 'text')
    await expect(field).toHaveValue(secret)
    await field.press('Enter')
    await expect(field).not.toBeFocused()
    await runbookOf(page).getByRole('button', { name: 'Hide <password>' }).click()
    await expect(field).toHaveAttribute('type', 'password')
    await expect(runbookOf(page)).toContainText('In memory only. Asked again after a restart.')
    await expect(entry(page, /<password>.*was given/)).toHaveCount(1)
    await expectNoViolations(page, 'a secret that was given')
  })

  await test.step('Escape leaves the field as it was', async () => {
    await field.fill('something else')
    await field.press('Escape')
    await expect(field).not.toBeFocused()
    await expect(field).toHaveValue(secret)
    expect(await factsOfType(nightdesk, incident, 'secret.given')).toHaveLength(1)
  })

  await test.step('the confirm shows a mask, the command runs with the value, what it prints is masked', async () => {
    await expect(runbookOf(page)).toContainText('echo "asked with ••••••"')
    await runButtons(page).click()
    await expect(dialog.getByRole('region', { name: 'The command, exactly' })).toContainText('asked with ••••••')
    await dialog.getByRole('button', { name: 'Run this command' }).click()
    await expect(dialog.getByRole('region', { name: 'Output' })).toContainText('asked with ••••••')
    await dialog.getByText('Close', { exact: true }).click()
    expect(readFileSync(join(workspaceFolder, 'asked'), 'utf8')).toBe(`asked with ${secret}\n`)
  })

  await test.step('copying gives the value itself, also in a window that did not type it', async () => {
    const second = await nightdesk.openSecondWindow()
    await goToIncident(second, incident)
    await second.bringToFront()
    await expect(runbookOf(second).getByLabel('<password>', { exact: true })).toHaveValue(secret)
    await runbookOf(second).getByRole('button', { name: 'Copy command' }).click()
    await expect
      .poll(() => second.evaluate(() => navigator.clipboard.readText()))
      .toBe(`echo "asked with ${secret}" | tee asked`)
    await second.close()
    await page.bringToFront()
  })

  await test.step('it is in no file of the data folder, in no storage of the window and in no fact', async () => {
    expect(filesWith(nightdesk.dataFolder, secret)).toEqual([])
    expect(await kept()).not.toContain(secret)
    expect(JSON.stringify(await factsOf(nightdesk, incident))).not.toContain(secret)
    expect(await page.locator('body').innerText()).not.toContain(secret)
    expect(await factsOfType(nightdesk, incident, 'secret.given')).toHaveLength(1)
  })

  await test.step('after a restart it is asked for again, and the screen says why', async () => {
    await nightdesk.restart()
    await goToIncident(page, incident)
    await expect(field).toHaveValue('')
    await expect(runbookOf(page)).toContainText('Not kept over the restart: type it again.')
    await runButtons(page).click()
    await expect(dialog).toContainText('No value yet for <password>')
    await page.keyboard.press('Escape')
  })

  await test.step('P5 the postmortem says that it cannot hide it, and hides it once it is typed there', async () => {
    const exported = page.getByRole('region', { name: 'Export', exact: true })
    const exportIt = async () => {
      await page.getByRole('button', { name: 'Export', exact: true }).click()
      await page.getByRole('menuitem', { name: /Markdown/ }).click()
      await expect(exported).toContainText('postmortem.md')
    }
    await stateFacts(nightdesk, incident, { type: 'note.added', data: { text: `in with ${secret}` } })
    await goTo(page, `#/postmortem/${incident}`)
    const banner = page.getByRole('alert').filter({ hasText: 'Not hidden in an export: <password>' })
    await expect(banner).toContainText('Values are kept in memory only')
    await exportIt()
    await expect(exported).toContainText('Not hidden in it, because its value was not known: <password>')
    expect(filesWith(join(nightdesk.dataFolder, 'exports'), secret)).toHaveLength(1)
    await expectNoViolations(page, 'a secret that an export cannot hide')
    const field = page.getByLabel('<password>')
    await field.fill('mistyped')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Found nowhere in this incident: is it typed right?')).toBeVisible()
    await expect(page.getByText('A value was told for <password>, but it stands nowhere')).toBeVisible()
    await expect(field).toBeFocused()
    await expectNoViolations(page, 'a secret that was told wrong')
    await exportIt()
    await expect(exported).toContainText('Told, but found nowhere in this incident: <password>')
    await field.fill('asked')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Take back' }).click()
    await expect(field).toBeFocused()
    await field.fill(secret)
    await page.keyboard.press('Enter')
    await expect(field).toHaveCount(0)
    await expect(page.getByRole('main').getByText('<password> is found in 1 place of this incident')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Export', exact: true })).toBeFocused()
    await exportIt()
    await expect(exported).not.toContainText(/Not hidden|found nowhere/)
    expect(filesWith(join(nightdesk.dataFolder, 'exports'), secret)).toEqual([])
    expect(await factsOfType(nightdesk, incident, 'secret.given')).toHaveLength(1)
  })
})
