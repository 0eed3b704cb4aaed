import { spawn } from 'node:child_process'
import process from 'node:process'
import { findBrowser, hasDisplay } from './find-browser.ts'

/** Long enough for a cold browser on a slow machine. */
const TOKEN_LIFE_MS = 60_000

/**
 * Opens the door as an app window of the user's own browser, if there is a display and a browser.
 * Other users of the machine can read a program's arguments, so the address is made for this, works once and soon expires.
 */
export function openAppWindow(newAddress: (tokenLifeMs: number) => string): void {
  const browser = hasDisplay(process.platform, process.env) ? findBrowser(process.platform, process.env) : null
  if (browser === null) return
  const child = spawn(browser, [`--app=${newAddress(TOKEN_LIFE_MS)}`], { detached: true, stdio: 'ignore' })
  // The address is on the terminal too, so a browser that does not start is no failure.
  child.on('error', () => undefined)
  child.unref()
}
