import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { gatherRunbooks } from '../../electron/cli/gather-runbooks.ts'
import { decodeText } from '../../electron/host/decode-text.ts'
import { readFileToEdit } from '../../electron/host/edit-workspace-file.ts'
import type { Workspace } from '../../electron/host/workspace.ts'
import { openWatchedWorkspace } from '../support/watched-workspace.ts'

const demo = join(import.meta.dirname, '../../fixtures/workspace')
const page = '# Café lädt spät\n\n## Diagnosis\n\n1. Prüfe den Lader\n'

let folder: string
let dataFolder: string
let opened: Workspace | undefined
beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'nightdesk-data-'))
  folder = mkdtempSync(join(tmpdir(), 'nightdesk-workspace-'))
  cpSync(demo, folder, { recursive: true })
})
afterEach(async () => {
  await opened?.close()
  opened = undefined
  rmSync(folder, { recursive: true, force: true })
  rmSync(dataFolder, { recursive: true, force: true })
})

const path = 'runbooks/odd.md'
const write = (bytes: Uint8Array): void => writeFileSync(join(folder, path), bytes)

const utf16 = (text: string): Buffer => Buffer.from(`\u{feff}${text}`, 'utf16le')

function open(): Workspace {
  opened = openWatchedWorkspace({ workspaceFolder: folder, dataFolder })
  return opened
}

describe('W1 a file', () => {
  it('W1 in UTF-16 with its mark is read, whichever end comes first', async () => {
    write(utf16(page))
    const [littleEndian] = (await gatherRunbooks([join(folder, path)], console)).runbooks
    write(utf16(page).swap16())
    const [bigEndian] = (await gatherRunbooks([join(folder, path)], console)).runbooks
    for (const runbook of [littleEndian, bigEndian]) {
      expect(runbook).toMatchObject({ title: 'Café lädt spät', steps: [{ text: 'Prüfe den Lader' }] })
    }
  })

  it('W1 in UTF-8 keeps its mark, and letters beyond ASCII are no fault', () => {
    expect(decodeText(Buffer.from(`\u{feff}${page}`))).toEqual({ encoding: 'utf-8', text: `\u{feff}${page}` })
    expect(decodeText(new Uint8Array())).toEqual({ encoding: 'utf-8', text: '' })
  })

  it('W1 that is not UTF-8 is read as Windows-1252, named, and never written', async () => {
    write(Buffer.from(page, 'latin1'))
    const gathered = await gatherRunbooks([join(folder, path)], console)
    expect(gathered.runbooks).toMatchObject([{ title: 'Café lädt spät' }])
    expect(gathered.problems).toMatchObject([{ file: 'odd.md', rule: 'workspace/encoding', severity: 'warning' }])
    expect(readFileToEdit(folder, path)).toMatchObject({ ok: false, error: { code: 'notAllowed' } })
  })

  it('W1 with a stray null byte is read like any other', async () => {
    write(Buffer.from(`${page}\0`))
    const gathered = await gatherRunbooks([join(folder, path)], console)
    expect(gathered).toMatchObject({ runbooks: [{ title: 'Café lädt spät' }], problems: [] })
  })

  it('W1 of null bytes is named and shown to nobody as text', async () => {
    write(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]))
    const gathered = await gatherRunbooks([join(folder, path)], console)
    expect(gathered.runbooks).toEqual([])
    expect(gathered.problems).toMatchObject([{ file: 'odd.md', rule: 'workspace/not-text', severity: 'error' }])
    expect(decodeText(Buffer.from(page, 'utf16le'))).toEqual({ encoding: 'binary' })
  })

  it('W1 that turns binary keeps its last good version, and the problem goes when just that version is back', async () => {
    write(Buffer.from(page))
    const desk = open()
    const text = () => desk.runbooks().find((runbook) => runbook.path === path)?.text
    expect(text()).toBe(page)
    write(Buffer.alloc(40))
    await vi.waitFor(() => expect(desk.problems()).toMatchObject([{ file: path, rule: 'workspace/not-text' }]), 5_000)
    expect(text()).toBe(page)
    write(Buffer.from(page))
    await vi.waitFor(() => expect(desk.problems()).toEqual([]), 5_000)
    expect(text()).toBe(page)
  })

  it('W1 of the team that is not UTF-8 keeps its people, and a warning names it', () => {
    const team = readFileSync(join(folder, 'team.yaml'), 'utf8')
    writeFileSync(join(folder, 'team.yaml'), Buffer.from(`# Café\n${team}`, 'latin1'))
    const desk = open()
    expect(desk.team().people.length).toBeGreaterThan(0)
    expect(desk.problems()).toMatchObject([{ file: 'team.yaml', rule: 'workspace/encoding' }])
  })
})
