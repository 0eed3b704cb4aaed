import { existsSync } from 'node:fs'
import process from 'node:process'
import { chromium } from '@playwright/test'
import { findBrowser } from '../../electron/loopback/find-browser.ts'

/** The Chromium to test with: Playwright's own, else the machine's Chromium, Chrome or Edge, else null. */
export function findChromium(): string | null {
  const own = chromium.executablePath()
  return existsSync(own) ? own : findBrowser(process.platform, process.env)
}

/** What to do when there is none. */
export const howToGetChromium =
  'No Chromium, Chrome or Edge is here. Get one with "npx playwright install chromium" or your package manager.'
