import { spawn } from 'node:child_process'
import process from 'node:process'
import { findBrowser, hasDisplay } from './find-browser.ts'

/**
 * Opens the address as an app window of the user's own browser, if there is a display and a browser; says whether it tried.
 * Other users of the machine can read a program's arguments, so the address should hold a token that soon expires.
 */
export function openAppWindow(address: string): boolean {
  const browser = hasDisplay(process.platform, process.env) ? findBrowser(process.platform, process.env) : null
  if (browser === null) return false
  const child = spawn(browser, [`--app=${address}`], { detached: true, stdio: 'ignore' })
  // The address is on the terminal too, so a browser that does not start is no failure.
  child.on('error', () => undefined)
  child.unref()
  return true
}
