import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { awaitDataFolder } from '../../electron/host/await-data-folder.ts'
import { createAlertInbox } from '../../electron/host/intake/alert-inbox.ts'
import { openInboxLog } from '../../electron/host/intake/inbox-log.ts'
import {
  acquireDataFolderLock,
  type DataFolderLock,
  type LockElsewhere,
} from '../../electron/host/journal/data-folder-lock.ts'
import { systemDisk } from '../../electron/host/journal/disk.ts'
import { readAlerts } from '../../shared/alerts/read-alerts.ts'
import { declareOn, openTestDesk, type TestDesk } from '../support/open-host.ts'

const LOOK_MS = 2_000
const patience = { timeout: 10_000, interval: 50 }

afterEach(() => {
  vi.useRealTimers()
})

/** Somebody at a second desk on the same folders, who has the incident open and may only read. */
async function openReader(desk: TestDesk): Promise<TestDesk> {
  const reader = await openTestDesk({ root: join(desk.dataFolder, '..') })
  onTestFinished(() => reader.close())
  expect((await reader.call('desk.describe', {})).readOnly?.holder).toMatch(/^process \d+ on /)
  return reader
}

const mayWrite = (desk: TestDesk): Promise<void> =>
  vi.waitFor(async () => expect((await desk.call('desk.describe', {})).readOnly).toBeNull(), patience)

const note = (text: string) => ({ type: 'note.added', data: { text } }) as const

describe('J9.1 a console that only reads, when the one that wrote has ended', () => {
  it('J9.1 writes by itself, after what was written meanwhile, and tells its windows to read again', async () => {
    const desk = await openTestDesk()
    const incident = await declareOn(desk)
    const reader = await openReader(desk)
    expect(await reader.typesOf(incident)).toEqual(['incident.declared'])
    await desk.call('facts.record', { incident, facts: [note('written while the other one read')] })
    await desk.host().close()
    await mayWrite(reader)
    expect(reader.events.map(({ type }) => type)).toContain('reset')
    await reader.call('facts.record', { incident, facts: [note('written by the one that took over')] })
    const facts = await reader.facts(incident)
    expect(facts.map(({ seq, type }) => `${seq} ${type}`)).toEqual([
      '1 incident.declared',
      '2 note.added',
      '3 note.added',
    ])
    expect(await reader.call('journal.verify', { incident })).toMatchObject({ integrity: { kind: 'intact' } })
  })

  it('J9.1 fires what fell due while nobody held the folder, once', async () => {
    const desk = await openTestDesk()
    const incident = await declareOn(desk)
    const reader = await openReader(desk)
    reader.clock.sleep(61 * 60_000)
    expect(await reader.typesOf(incident)).not.toContain('rung.fired')
    await desk.host().close()
    await mayWrite(reader)
    reader.clock.advance(5_000)
    const fired = (await reader.facts(incident)).filter(
      ({ type, data }) => type === 'rung.fired' && data.outcome === 'sent',
    )
    expect(fired).toHaveLength(1)
  })

  it('J9.1 knows its own doors from then on: what waits for the right to write is called, once', async () => {
    const desk = await openTestDesk()
    const reader = await openReader(desk)
    const held = vi.fn()
    reader.host().whenHolding(held)
    expect(held).not.toHaveBeenCalled()
    await desk.host().close()
    await vi.waitFor(() => expect(held).toHaveBeenCalledOnce(), patience)
    reader.host().whenHolding(held)
    expect(held).toHaveBeenCalledTimes(2)
  })

  it('R7 says of a command that ran in a killed host that nobody knows how it ended', async () => {
    const runner = join(import.meta.dirname, 'run-command-until-killed.ts')
    const host = spawn(process.execPath, [runner], { stdio: ['ignore', 'pipe', 'inherit'] })
    const [line] = await once(createInterface(host.stdout), 'line')
    const { root, incident, child } = JSON.parse(String(line))
    const reader = await openTestDesk({ root })
    onTestFinished(() => reader.close())
    expect((await reader.call('desk.describe', {})).readOnly?.holder).toContain(`process ${host.pid} on `)
    host.kill('SIGKILL')
    await once(host, 'exit')
    process.kill(child, 'SIGKILL')
    await mayWrite(reader)
    expect((await reader.typesOf(incident)).filter((type) => type === 'command.lost')).toHaveLength(1)
  }, 60_000)
})

describe('J9.2 a console that only reads, while the other one writes', () => {
  const shown = async (desk: TestDesk) =>
    (await desk.call('incidents.list', {})).map(({ title, lifecycle }) => `${title}: ${lifecycle}`).sort()

  it('J9.2 shows what that one writes, and tells its windows', async () => {
    const desk = await openTestDesk()
    const incident = await declareOn(desk, { title: 'The first' })
    const reader = await openReader(desk)
    await desk.call('facts.record', { incident, facts: [{ type: 'incident.acknowledged', data: {} }, note('seen')] })
    const second = await declareOn(desk, { title: 'The second' })
    await vi.waitFor(
      async () => expect(await shown(reader)).toEqual(['The first: debugging', 'The second: detected']),
      patience,
    )
    expect(await reader.facts(incident)).toEqual(await desk.facts(incident))
    expect(await reader.call('incidents.open', { incident, tail: 9 })).toMatchObject({
      state: (await desk.call('incidents.open', { incident, tail: 9 })).state,
    })
    const told = reader.events.flatMap((event) =>
      event.type === 'facts'
        ? event.records.map(({ type }) => type)
        : event.type === 'summary'
          ? [event.summary.incident]
          : [],
    )
    expect(told).toEqual(expect.arrayContaining(['incident.acknowledged', 'note.added', second]))
    expect(reader.notices).toEqual([])
    expect(await reader.call('journal.verify', { incident })).toMatchObject({ integrity: { kind: 'intact' } })
    await desk.host().close()
    await mayWrite(reader)
    await reader.call('facts.record', { incident, facts: [note('taken over')] })
    expect((await reader.facts(incident)).at(-1)).toMatchObject({ seq: 4, type: 'note.added' })
  })

  it('J9.2 shows the alerts that come in there, and tells of them as known', async () => {
    const desk = await openTestDesk()
    const reader = await openReader(desk)
    const { dataFolder, clock } = desk
    const read = readAlerts('generic', { title: 'orders stalled' })
    if (!read.ok) throw new Error(read.error.message)
    const log = openInboxLog({ dataFolder, disk: systemDisk, readOnly: false })
    await createAlertInbox(log, clock, () => undefined).hear('generic', read.value)
    await vi.waitFor(
      async () => expect((await reader.call('alerts.list', {})).rows).toMatchObject([{ name: 'orders stalled' }]),
      patience,
    )
    expect(reader.events).toContainEqual(expect.objectContaining({ type: 'alerts', isWhole: true }))
  })

  it('J9.2 exports what is known now, and replaces no export of the other one', async () => {
    const desk = await openTestDesk()
    const incident = await declareOn(desk)
    const reader = await openReader(desk)
    const exported = await desk.call('postmortem.export', { incident, format: 'md' })
    const before = readFileSync(exported.file, 'utf8')
    await desk.call('facts.record', { incident, facts: [note('the cause was found')] })
    const read = await reader.call('postmortem.export', { incident, format: 'md' })
    expect(readFileSync(read.file, 'utf8')).toContain('the cause was found')
    expect(readFileSync(exported.file, 'utf8')).toBe(before)
  })

  it('J9.1 takes over also where something that waited for it fails', async () => {
    const desk = await openTestDesk()
    const reader = await openReader(desk)
    const held = vi.fn()
    reader.host().whenHolding(() => {
      throw new Error('no door')
    })
    reader.host().whenHolding(held)
    await desk.host().close()
    await vi.waitFor(() => expect(held).toHaveBeenCalledOnce(), patience)
  })
})

describe('J9.1 waiting for a data folder', () => {
  const holder = join(import.meta.dirname, 'journal/hold-data-folder.ts')

  async function heldFolder(): Promise<{ dataFolder: string; child: ChildProcess; refused: LockElsewhere }> {
    const dataFolder = mkdtempSync(join(tmpdir(), 'nightdesk-'))
    const child = spawn(process.execPath, [holder, dataFolder], { stdio: ['pipe', 'pipe', 'inherit'] })
    onTestFinished(() => {
      child.kill('SIGKILL')
      rmSync(dataFolder, { recursive: true, force: true })
    })
    await once(child.stdout, 'data')
    const refused = acquireDataFolderLock(dataFolder)
    if (refused.held) throw new Error('the folder was not held')
    return { dataFolder, child, refused }
  }
  const end = async (child: ChildProcess): Promise<void> => {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  const wait = (dataFolder: string, refused: LockElsewhere, open = vi.fn(async (_: DataFolderLock) => undefined)) => {
    const said: string[] = []
    const follow = vi.fn(async () => undefined)
    const awaited = awaitDataFolder({ dataFolder, holder: refused, open, follow, log: (line) => said.push(line) })
    return { open, follow, said, awaited }
  }
  const looks = (count: number) => vi.advanceTimersByTimeAsync(LOOK_MS * count)
  const standStill = () => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })

  it('J9.1 takes it as soon as the process is gone, and looks no more', async () => {
    const { dataFolder, child, refused } = await heldFolder()
    standStill()
    const { open, follow } = wait(dataFolder, refused)
    await looks(3)
    expect(open).not.toHaveBeenCalled()
    expect(follow).toHaveBeenCalledTimes(3)
    await end(child)
    await looks(3)
    expect(follow).toHaveBeenCalledTimes(3)
    expect(open.mock.calls.map(([lock]) => lock.held)).toEqual([true])
  })

  it('J9.1 does not believe that a folder is free because its claims were deleted', async () => {
    const { dataFolder, child, refused } = await heldFolder()
    standStill()
    const { open } = wait(dataFolder, refused)
    rmSync(join(dataFolder, 'locks'), { recursive: true })
    await looks(3)
    expect(open).not.toHaveBeenCalled()
    await end(child)
    await looks(1)
    expect(open.mock.calls.map(([lock]) => lock.held)).toEqual([true])
  })

  it('J9.1 of two that wait one gets it, and the other is told who', async () => {
    const { dataFolder, child, refused } = await heldFolder()
    standStill()
    const waiting = [wait(dataFolder, refused), wait(dataFolder, refused)]
    await end(child)
    await looks(2)
    const got = waiting.map(({ open }) => open.mock.calls.map(([lock]) => (lock.held ? 'mine' : lock.holder)))
    expect(got).toEqual([['mine'], [expect.stringContaining(`process ${process.pid} on `)]])
    for (const { awaited } of waiting) await awaited.stop()
  })

  it('J9.1 what could not be opened is given back, said once, and tried again', async () => {
    const { dataFolder, child, refused } = await heldFolder()
    standStill()
    const open = vi.fn(async (_: DataFolderLock) => undefined)
    open.mockRejectedValueOnce(new Error('disk full')).mockRejectedValueOnce(new Error('disk full'))
    const { said } = wait(dataFolder, refused, open)
    await end(child)
    await looks(2)
    expect(said).toEqual(['This Nightdesk still only reads: disk full'])
    await looks(1)
    expect(open).toHaveBeenCalledTimes(3)
  })

  it('J9.1 a wait that was given up takes nothing', async () => {
    const { dataFolder, child, refused } = await heldFolder()
    standStill()
    const { open, awaited } = wait(dataFolder, refused)
    await awaited.stop()
    await end(child)
    await looks(3)
    expect(open).not.toHaveBeenCalled()
  })
})
