import { EventEmitter } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Conf from 'conf'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDesktopPreferences } from '../../electron/desktop/electron-preferences.ts'
import { createConfPreferences } from '../../electron/loopback/conf-preferences.ts'
import { defaultPreferences } from '../support/default-preferences.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nightdesk-preferences-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** electron-store is `conf` with the folder and the version taken from Electron; the file handling is conf's own. */
function openPreferences(ipcMain = new EventEmitter()) {
  const log: string[] = []
  const preferences = createDesktopPreferences({
    folder,
    open: ({ name, ...options }) => new Conf<Record<string, unknown>>({ ...options, configName: name }),
    ipcMain: ipcMain as never,
    log: (line) => log.push(line),
  })
  return { preferences, log }
}

describe('preferences', () => {
  it('begin as the defaults and are there after a restart', () => {
    expect(openPreferences().preferences.read()).toEqual(defaultPreferences)
    openPreferences().preferences.write({ me: 'eng-a', theme: 'light' })
    expect(openPreferences().preferences.read()).toEqual({ ...defaultPreferences, me: 'eng-a', theme: 'light' })
  })

  it('S12 are in a file that only its owner reads', () => {
    openPreferences().preferences.write({ me: 'eng-a' })
    expect(statSync(join(folder, 'preferences.json')).mode & 0o777).toBe(0o600)
  })

  it("are the same file as the loopback door's, and the window's place survives its writes", () => {
    const place = { x: 1, y: 2, width: 1200, height: 800, isMaximized: false }
    openPreferences().preferences.writePlace(place)
    createConfPreferences(folder, () => undefined).write({ me: 'eng-b' })
    const { preferences } = openPreferences()
    expect([preferences.read().me, preferences.readPlace()]).toEqual(['eng-b', place])
  })

  it('one bad value costs that value', () => {
    const kept = { me: 'eng-a', theme: 'mauve', timezone: 7, window: { x: 'left' } }
    writeFileSync(join(folder, 'preferences.json'), JSON.stringify(kept))
    const { preferences } = openPreferences()
    expect([preferences.read(), preferences.readPlace()]).toEqual([{ ...defaultPreferences, me: 'eng-a' }, null])
  })

  it('a file that cannot be read is kept aside, byte for byte, and said so', () => {
    const torn = '{"me": "eng-'
    writeFileSync(join(folder, 'preferences.json'), torn)
    const { preferences, log } = openPreferences()
    expect(preferences.read()).toEqual(defaultPreferences)
    expect(readFileSync(join(folder, 'preferences.unreadable.json'), 'utf8')).toBe(torn)
    expect(log).toHaveLength(1)
  })

  it('a disk that refuses is a failure in words', () => {
    const { preferences } = openPreferences()
    rmSync(folder, { recursive: true })
    writeFileSync(folder, 'a file where the folder was')
    const written = preferences.write({ me: 'eng-a' })
    expect(written.ok ? '' : written.error).toMatch(/^The preferences could not be saved: /)
  })

  it("leave no channel of electron-store's own open to the page", () => {
    const ipcMain = new EventEmitter()
    ipcMain.on('electron-store-get-data', () => undefined)
    openPreferences(ipcMain)
    expect(ipcMain.eventNames()).toEqual([])
    expect(readdirSync(folder)).not.toContain('config.json')
  })
})
