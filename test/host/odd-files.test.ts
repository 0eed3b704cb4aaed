import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { gatherRunbooks } from '../../electron/cli/gather-runbooks.ts'
import { decodeText } from '../../electron/host/decode-text.ts'
import { readFileToEdit } from '../../electron/host/edit-workspace-file.ts'
import { workspaceUnderTest } from '../support/workspace-under-test.ts'

const page = '# Café lädt spät\n\n## Diagnosis\n\n1. Prüfe den Lader\n'

const own = workspaceUnderTest()

const path = 'runbooks/odd.md'
const write = (bytes: Uint8Array): void => writeFileSync(join(own.folder, path), bytes)

const utf16 = (text: string): Buffer => Buffer.from(`\u{feff}${text}`, 'utf16le')

describe('W1 a file', () => {
  it('W1 in UTF-16 with its mark is read, whichever end comes first', async () => {
    write(utf16(page))
    const [littleEndian] = (await gatherRunbooks([join(own.folder, path)], console, Date.now())).runbooks
    write(utf16(page).swap16())
    const [bigEndian] = (await gatherRunbooks([join(own.folder, path)], console, Date.now())).runbooks
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
    const gathered = await gatherRunbooks([join(own.folder, path)], console, Date.now())
    expect(gathered.runbooks).toMatchObject([{ title: 'Café lädt spät' }])
    expect(gathered.problems).toMatchObject([{ file: 'odd.md', rule: 'workspace/encoding', severity: 'warning' }])
    expect(readFileToEdit(own.folder, path)).toMatchObject({ ok: false, error: { code: 'notAllowed' } })
  })

  it('W1 with a stray null byte is read like any other', async () => {
    write(Buffer.from(`${page}\0`))
    const gathered = await gatherRunbooks([join(own.folder, path)], console, Date.now())
    expect(gathered).toMatchObject({ runbooks: [{ title: 'Café lädt spät' }], problems: [] })
  })

  it('W1 of null bytes is named and shown to nobody as text', async () => {
    write(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]))
    const gathered = await gatherRunbooks([join(own.folder, path)], console, Date.now())
    expect(gathered.runbooks).toEqual([])
    expect(gathered.problems).toMatchObject([{ file: 'odd.md', rule: 'workspace/not-text', severity: 'error' }])
    expect(decodeText(Buffer.from(page, 'utf16le'))).toEqual({ encoding: 'binary' })
  })

  it('W1 that turns binary keeps its last good version, and the problem goes when just that version is back', async () => {
    write(Buffer.from(page))
    const desk = own.open()
    const text = () => desk.runbooks().find((runbook) => runbook.path === path)?.text
    expect(text()).toBe(page)
    write(Buffer.alloc(40))
    const message = 'The file is no text that can be read. The last good version stays in force.'
    const problem = { file: path, rule: 'workspace/not-text', message }
    await vi.waitFor(() => expect(desk.problems()).toMatchObject([problem]), 5_000)
    expect(text()).toBe(page)
    write(Buffer.from(page))
    await vi.waitFor(() => expect(desk.problems()).toEqual([]), 5_000)
    expect(text()).toBe(page)
  })

  it('W1 of the team that is not UTF-8 keeps its people, and a warning names it', () => {
    const team = readFileSync(join(own.folder, 'team.yaml'), 'utf8')
    writeFileSync(join(own.folder, 'team.yaml'), Buffer.from(`# Café\n${team}`, 'latin1'))
    const desk = own.open()
    expect(desk.team().people.length).toBeGreaterThan(0)
    expect(desk.problems()).toMatchObject([{ file: 'team.yaml', rule: 'workspace/encoding' }])
  })
})
