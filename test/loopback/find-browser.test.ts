import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBrowser, hasDisplay } from '../../electron/loopback/find-browser.ts'

describe('the browser of the machine', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'nightdesk-browser-'))
    const programs = [
      'bin/google-chrome',
      'later/chromium',
      'Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      'Local/Chromium/Application/chrome.exe',
    ]
    for (const program of programs) {
      mkdirSync(dirname(join(folder, program)), { recursive: true })
      writeFileSync(join(folder, program), '')
    }
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('Linux: on the path, Chromium before others', () => {
    const PATH = `${join(folder, 'bin')}:${join(folder, 'later')}`
    expect(findBrowser('linux', { PATH })).toBe(join(folder, 'later/chromium'))
    expect(findBrowser('linux', { PATH: join(folder, 'bin') })).toBe(join(folder, 'bin/google-chrome'))
  })

  it("macOS: in the user's own applications too", () => {
    expect(findBrowser('darwin', { HOME: folder })).toContain('/Contents/MacOS/')
  })

  it('Windows: where programs are installed', () => {
    expect(findBrowser('win32', { LOCALAPPDATA: join(folder, 'Local') })).toBe(
      join(folder, 'Local/Chromium/Application/chrome.exe'),
    )
  })

  it.each(['linux', 'win32'] as const)('%s: none is none', (platform) => {
    expect(findBrowser(platform, {})).toBeNull()
  })

  it('a display is named on Linux, and always there elsewhere', () => {
    expect(hasDisplay('linux', {})).toBe(false)
    expect(hasDisplay('linux', { DISPLAY: '' })).toBe(false)
    expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true)
    expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true)
    expect(hasDisplay('darwin', {}) && hasDisplay('win32', {})).toBe(true)
  })
})
