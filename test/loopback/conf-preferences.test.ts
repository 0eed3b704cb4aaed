import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createConfPreferences } from '../../electron/loopback/conf-preferences.ts'
import { defaultPreferences } from '../support/default-preferences.ts'

describe('preferences', () => {
  let folder: string
  let lines: string[]
  const open = () => createConfPreferences(folder, (line) => lines.push(line))
  const file = () => join(folder, 'preferences.json')
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'nightdesk-preferences-'))
    lines = []
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('begin with the defaults', () => {
    expect(open().read()).toEqual(defaultPreferences)
  })

  it('keep a change, and what was there before', () => {
    open().write({ me: 'eng-a' })
    const changed = { ...defaultPreferences, me: 'eng-a', theme: 'light' }
    expect(open().write({ theme: 'light' })).toEqual({ ok: true, value: changed })
    expect(open().read()).toEqual(changed)
  })

  it.skipIf(process.platform === 'win32')('S12 are readable by their owner only', () => {
    open().write({ theme: 'light' })
    expect(statSync(file()).mode & 0o777).toBe(0o600)
  })

  it('one bad value costs that value', () => {
    writeFileSync(file(), JSON.stringify({ me: 7, theme: 'light', timezone: '', window: { x: 1 } }))
    expect(open().read()).toEqual({ ...defaultPreferences, theme: 'light' })
  })

  it('leave what the desktop keeps in the same file alone', () => {
    writeFileSync(file(), JSON.stringify({ window: { x: 1 } }))
    open().write({ me: 'eng-a' })
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual({ window: { x: 1 }, me: 'eng-a' })
  })

  it('a file that is no JSON is moved aside, kept, and said', () => {
    writeFileSync(file(), '{"me": "eng-')
    expect(open().read()).toEqual(defaultPreferences)
    expect(readFileSync(join(folder, 'preferences.unreadable.json'), 'utf8')).toBe('{"me": "eng-')
    expect(lines).toEqual([expect.stringContaining('preferences.unreadable.json')])
  })

  it('say why a change was not saved', () => {
    const preferences = open()
    rmSync(folder, { recursive: true })
    writeFileSync(folder, 'a file where the folder was')
    expect(preferences.write({ me: 'eng-a' })).toMatchObject({
      ok: false,
      error: expect.stringContaining('The preferences could not be saved'),
    })
  })
})
