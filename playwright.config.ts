import process from 'node:process'
import { defineConfig } from '@playwright/test'
import { findChromium, howToGetChromium } from './test/support/find-chromium.ts'
import type { NightdeskOptions } from './test/support/nightdesk-test.ts'

const executablePath = findChromium()
const isWorker = process.env.TEST_WORKER_INDEX !== undefined
if (executablePath === null && !isWorker) console.error(howToGetChromium)
const isRoot = process.getuid?.() === 0

/**
 * One suite through both doors. Time moves by the test clock, so nothing is tried twice and nothing waits. The limits are for a
 * machine of two cores that does other things too: what is in order is over long before.
 */
export default defineConfig<NightdeskOptions>({
  testDir: 'test/e2e',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    // Without the pictures of the page, which took a third of the whole run; `--trace on` records them.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false, sources: true },
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      args: [
        ...(isRoot ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'loopback', use: { door: 'loopback' } },
    // Without an Electron program these are reported as not run, never as passed.
    { name: 'desktop', use: { door: 'desktop' }, grepInvert: /@loopback/ },
  ],
})
