import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFamiliarPort } from '../../electron/loopback/familiar-port.ts'
import { openTestDoor } from '../support/open-test-door.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nightdesk-port-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the port of last time', () => {
  it('is taken again, so that a browser finds what was typed', () => {
    const port = createFamiliarPort(folder, () => undefined)
    expect(port.last()).toBe(0)
    port.remember(43_210)
    expect(createFamiliarPort(folder, () => undefined).last()).toBe(43_210)
  })

  it.each(['', 'http', '80', '70000', '-1', '4.5'])('is any free one when the file says %j', (text) => {
    writeFileSync(join(folder, 'last-port'), text)
    expect(createFamiliarPort(folder, () => undefined).last()).toBe(0)
  })

  it('gives way when another program has it meanwhile', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const address = other.address()
    const taken = typeof address === 'object' && address !== null ? address.port : 0
    const door = await openTestDoor({ port: taken, mayTakeAnother: true })
    expect(door.port).not.toBe(taken)
    await door.close()
    other.close()
  })
})
