import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openPreferencesFile } from '../../electron/host/open-preferences-file.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nightdesk-preferences-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

it('files that cannot be read are all kept, the second one too', () => {
  const file = join(folder, 'preferences.json')
  const open = () => JSON.parse(readdirSync(folder).includes('preferences.json') ? readFileSync(file, 'utf8') : '{}')
  const said: string[] = []
  for (const text of ['{ first', '{ second', '{ third']) {
    writeFileSync(file, text)
    expect(openPreferencesFile(folder, open, (line) => said.push(line))).toEqual({})
  }
  const kept = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
  expect(kept.sort()).toEqual(['{ first', '{ second', '{ third'])
  expect(said).toHaveLength(3)
})
