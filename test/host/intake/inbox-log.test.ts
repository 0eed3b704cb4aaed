import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAlertInbox } from '../../../electron/host/intake/alert-inbox.ts'
import { inboxPaths, openInboxLog } from '../../../electron/host/intake/inbox-log.ts'
import { type Disk, systemDisk } from '../../../electron/host/journal/disk.ts'
import { createTestClock } from '../../../electron/host/test-clock.ts'
import { readAlerts } from '../../../shared/alerts/read-alerts.ts'

let dataFolder = ''
beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'nightdesk-inbox-'))
})
afterEach(() => rmSync(dataFolder, { recursive: true, force: true }))

const clock = createTestClock('2026-11-24T13:00:00.000Z')
const openLog = (disk: Disk = systemDisk, readOnly = false) => openInboxLog({ dataFolder, disk, readOnly })
const openInbox = (disk?: Disk) => createAlertInbox(openLog(disk), clock, () => undefined)

function read(title: string) {
  const alerts = readAlerts('generic', { title })
  if (!alerts.ok) throw new Error(alerts.error.message)
  return alerts.value
}
const names = (inbox: ReturnType<typeof openInbox>) => inbox.rows().map(({ name }) => name)
const logText = () => readFileSync(inboxPaths(dataFolder).log, 'utf8')

describe('opening', () => {
  it('A25 a last line that was cut short is set aside, and the log goes on', async () => {
    const first = openInbox()
    await first.hear('generic', read('one'))
    await first.hear('generic', read('two'))
    first.close()
    const whole = logText()
    for (let cut = 1; cut < whole.length - whole.indexOf('\n') - 1; cut += 37) {
      writeFileSync(inboxPaths(dataFolder).log, whole.slice(0, -cut))
      const opened = openLog()
      expect(opened.setAside).toHaveLength(1)
      const inbox = createAlertInbox(opened, clock, () => undefined)
      expect(names(inbox)).toEqual(['one'])
      expect(await inbox.hear('generic', read('three'))).toMatchObject({ ok: true })
      inbox.close()
      expect(names(openInbox()).sort()).toEqual(['one', 'three'])
    }
  })

  it('J9.2 one that only reads takes in what another one writes, whole lines only, and touches nothing', async () => {
    const writer = openInbox()
    await writer.hear('generic', read('one'))
    const reading = openLog(systemDisk, true)
    const reader = createAlertInbox(reading, clock, () => undefined)
    const told: (readonly string[])[] = []
    reader.listen(({ rows, isWhole }) => told.push([...rows.map(({ name }) => name), isWhole ? 'whole' : 'more']))
    reader.follow()
    await writer.hear('generic', read('two'))
    reader.follow()
    reader.follow()
    const [row] = writer.rows()
    if (row === undefined) throw new Error('no row')
    writer.decide([{ type: 'alert.dismissed', data: { alert: row.id, episode: row.episode, by: 'eng-b' } }])
    const whole = logText()
    appendFileSync(inboxPaths(dataFolder).log, '{"v":1,"at":')
    reader.follow()
    expect(reader.rows()).toEqual(writer.rows())
    expect(told.map((each) => [...each].sort())).toEqual([
      ['one', 'two', 'whole'],
      ['one', 'two', 'whole'],
    ])
    expect(openLog(systemDisk, true).setAside).toEqual([])
    expect(logText()).toBe(`${whole}{"v":1,"at":`)
  })

  it('A25 a damaged line is set aside once, with nothing thrown away, and the rest is read', async () => {
    const first = openInbox()
    await first.hear('generic', read('one'))
    first.close()
    appendFileSync(
      inboxPaths(dataFolder).log,
      '{"v":1,"type":"alert.repo\u0000rted"}\n{"v":2,"type":"alert.foretold"}\n',
    )
    const opened = openLog()
    expect(opened.setAside).toHaveLength(2)
    const inbox = createAlertInbox(opened, clock, () => undefined)
    await inbox.hear('generic', read('two'))
    expect(names(openInbox())).toHaveLength(2)
    expect(openLog().setAside).toEqual([])
    expect(readFileSync(inboxPaths(dataFolder).aside, 'utf8')).toContain('alert.foretold')
  })

  it('A25 a log that cannot be opened stops nothing: alerts are refused until it can be', async () => {
    mkdirSync(inboxPaths(dataFolder).log, { recursive: true })
    const opened = openLog()
    expect(opened.problem).not.toBeNull()
    const inbox = createAlertInbox(opened, clock, () => undefined)
    expect(await inbox.hear('generic', read('one'))).toMatchObject({ ok: false })
    inbox.close()
  })

  it('J9 a folder that another Nightdesk holds is read and not touched', async () => {
    const first = openInbox()
    await first.hear('generic', read('one'))
    first.close()
    appendFileSync(inboxPaths(dataFolder).log, 'torn')
    const before = logText()
    const log = openLog(systemDisk, true)
    expect([log.records.length, log.append([]).ok, log.writeAnew([]).ok]).toEqual([1, false, false])
    expect([logText(), existsSync(inboxPaths(dataFolder).aside)]).toEqual([before, false])
  })
})

describe('a disk that refuses', () => {
  const failing = (call: 'write' | 'fdatasync' | 'open'): { disk: Disk; isFull: boolean } => {
    const state = { isFull: false, disk: systemDisk }
    const refuse = () => {
      throw Object.assign(new Error('no space left'), { code: 'ENOSPC' })
    }
    state.disk = {
      ...systemDisk,
      [call]: (...given: never[]) =>
        state.isFull ? refuse() : (systemDisk[call] as (...all: never[]) => unknown)(...given),
    }
    return state
  }

  it.each(['write', 'fdatasync', 'open'] as const)(
    'A22 nothing is answered as kept when %s fails, and it goes on afterwards',
    async (call) => {
      const state = failing(call)
      const first = openInbox(state.disk)
      if (call !== 'open') await first.hear('generic', read('one'))
      state.isFull = true
      expect(await first.hear('generic', read('lost'))).toMatchObject({
        ok: false,
        error: { message: expect.stringContaining('disk is full') },
      })
      expect(names(first)).not.toContain('lost')
      state.isFull = false
      expect(await first.hear('generic', read('two'))).toMatchObject({ ok: true })
      first.close()
      expect(names(openInbox())).toEqual(call === 'open' ? ['two'] : expect.arrayContaining(['one', 'two']))
      expect(logText()).not.toContain('lost')
    },
  )

  it('A25 a torn line on a full disk stops nothing, and is set aside once there is room', async () => {
    const first = openInbox()
    await first.hear('generic', read('one'))
    first.close()
    appendFileSync(inboxPaths(dataFolder).log, 'torn')
    const state = failing('write')
    state.isFull = true
    const log = openLog(state.disk)
    expect(log.problem).toContain('disk is full')
    const inbox = createAlertInbox(log, clock, () => undefined)
    expect(names(inbox)).toEqual(['one'])
    expect(await inbox.hear('generic', read('lost'))).toMatchObject({ ok: false })
    expect(logText()).toContain('torn')
    state.isFull = false
    expect(await inbox.hear('generic', read('two'))).toMatchObject({ ok: true })
    inbox.close()
    expect(readFileSync(inboxPaths(dataFolder).aside, 'utf8')).toContain('torn')
    expect(names(openInbox()).sort()).toEqual(['one', 'two'])
  })

  it('A22 what comes in one turn shares one flush', async () => {
    let flushes = 0
    const disk: Disk = {
      ...systemDisk,
      fdatasync: (fd) => {
        flushes += 1
        systemDisk.fdatasync(fd)
      },
    }
    const inbox = openInbox(disk)
    await inbox.hear('generic', read('first'))
    flushes = 0
    await Promise.all(Array.from({ length: 500 }, (_, index) => inbox.hear('generic', read(`alert ${index}`))))
    expect([flushes, inbox.rows().length]).toEqual([1, 501])
  })
})

it('A20 the log is written anew once a day, without what was dealt with 30 days ago', async () => {
  const inbox = openInbox()
  await inbox.hear('generic', read('old'))
  await inbox.hear('generic', read('fires'))
  const old = inbox.rows().find(({ name }) => name === 'old')
  inbox.decide([{ type: 'alert.dismissed', data: { alert: old?.id ?? '', episode: old?.episode ?? '', by: 'eng-b' } }])
  clock.sleep(29 * 86_400_000)
  inbox.tidy()
  expect(logText().split('\n')).toHaveLength(4)
  clock.sleep(2 * 86_400_000)
  inbox.tidy()
  expect([logText().split('\n').length, names(inbox)]).toEqual([2, ['fires']])
  await inbox.hear('generic', read('new'))
  inbox.close()
  expect(names(openInbox()).sort()).toEqual(['fires', 'new'])
})
