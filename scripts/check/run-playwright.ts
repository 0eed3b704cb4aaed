import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

/** Where Playwright leaves its report. */
export const playwrightReport = (root: string): string => join(root, 'test-results/playwright.json')

/** Runs the end-to-end tests over the built product in the foreground; whether all that ran passed. */
export function runPlaywright(root: string): boolean {
  rmSync(playwrightReport(root), { force: true })
  const script = join(root, 'node_modules/@playwright/test/cli.js')
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport(root) }
  const words = ['test', '--reporter=list,json']
  const { status } = spawnSync(process.execPath, [script, ...words], { cwd: root, env, stdio: 'inherit' })
  return status === 0
}
