import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'

const root = join(import.meta.dirname, '../..')
const MADE_AT = '2026-11-20T12:00:00Z'

/** The demo's workspace. */
export const demo = join(root, 'fixtures/workspace')

/** What locks a copy made with `--encrypt`. */
export const PASSPHRASE = 'four random words do'

export const phone = { width: 390, height: 844 }

/** What a test of the offline copy has. */
export type Copies = {
  readonly folder: string
  /** Makes a copy with the terminal command as it is shipped, and gives its path. */
  readonly bundle: (workspace: string, ...words: string[]) => string
  /** Opens a file from disk at an instant, with networking off; whatever it does besides is trouble. */
  readonly open: (file: string, at?: string) => Promise<Page>
}

function watch(context: BrowserContext, trouble: string[]): void {
  context.on('page', (page) => {
    page.on('request', (request) => {
      if (!/^(?:data:|file:.*\.html(?:#|$))/.test(request.url())) trouble.push(`it requested ${request.url()}`)
    })
    page.on('dialog', (dialog) => {
      trouble.push(`it ran: ${dialog.message()}`)
      void dialog.dismiss()
    })
    page.on('pageerror', (error) => trouble.push(`it failed: ${error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error') trouble.push(`it said: ${message.text()}`)
    })
    page.on('popup', (popup) => trouble.push(`it opened ${popup.url()}`))
    page.on('frameattached', () => trouble.push('it attached a frame'))
  })
}

/** Playwright's test with copies of its own, and a watch for everything that a copy must not do. */
export const test = base.extend<{ readonly copies: Copies }>({
  copies: async ({ context }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'nightdesk-offline-'))
    const trouble: string[] = []
    watch(context, trouble)
    await context.setOffline(true)
    let count = 0
    await use({
      folder,
      bundle: (workspace, ...words) => {
        count += 1
        const file = join(folder, `copy-${count}.html`)
        const program = [join(root, 'out/cli/nightdesk.js'), 'bundle', workspace, '--out', file, '--at', MADE_AT]
        const env = { ...process.env, NIGHTDESK_PASSPHRASE: PASSPHRASE }
        const { status, stderr } = spawnSync(process.execPath, [...program, ...words], { env, encoding: 'utf8' })
        expect(status, stderr).toBe(0)
        return file
      },
      open: async (file, at = '2026-11-21T03:00:00Z') => {
        const page = await context.newPage()
        await page.clock.setFixedTime(new Date(at))
        await page.goto(pathToFileURL(file).href)
        return page
      },
    })
    expect(trouble).toEqual([])
    rmSync(folder, { recursive: true, force: true })
  },
})

export { expect }
