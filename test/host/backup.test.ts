import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createJournalStore } from '../../electron/host/journal/journal-store.ts'
import { systemClock } from '../../electron/host/system-clock.ts'
import { createIds } from '../../electron/host/ulid-ids.ts'
import { declareOn, openTestDesk, type TestDesk } from '../support/open-host.ts'

let desk: TestDesk
let target: string
beforeEach(async () => {
  desk = await openTestDesk()
  target = mkdtempSync(join(tmpdir(), 'nightdesk-backup-'))
})
afterEach(async () => {
  await desk.close()
  rmSync(target, { recursive: true, force: true })
})

const note = (text: string) => ({ type: 'note.added', data: { text } }) as const
const journalIn = (folder: string, incident: string) => join(folder, 'incidents', incident, 'journal.ndjson')

async function declareWithEvidence(): Promise<string> {
  const incident = await declareOn(desk)
  await desk.call('facts.record', { incident, facts: [note('rows are missing')] })
  const base64 = Buffer.from('a log').toString('base64')
  await desk.call('evidence.attach', { incident, name: 'log.txt', mediaType: 'text/plain', base64 })
  return incident
}

describe('a backup', () => {
  it('holds every incident with its evidence, byte for byte, and is seen to open', async () => {
    const incidents = [await declareWithEvidence(), await declareOn(desk)].sort()
    const made = await desk.call('backup.make', { folder: target })
    expect(made).toMatchObject({ incidents: 2, unsound: [] })
    expect(readdirSync(target)).toEqual([made.folder.slice(target.length + 1)])
    let records = 0
    for (const incident of incidents) {
      const original = readFileSync(journalIn(desk.dataFolder, incident))
      expect(readFileSync(journalIn(made.folder, incident))).toEqual(original)
      records += original.toString('utf8').split('\n').length - 1
      const evidence = join('incidents', incident, 'evidence')
      const names = (folder: string) => (existsSync(join(folder, evidence)) ? readdirSync(join(folder, evidence)) : [])
      expect(names(made.folder)).toEqual(names(desk.dataFolder))
    }
    expect(made.records).toBe(records)
  })

  it('J5 holds the ends that a crash tore off', async () => {
    const incident = await declareWithEvidence()
    const torn = (folder: string) => join(folder, 'incidents', incident, 'journal.torn-20261124T140000000Z')
    writeFileSync(torn(desk.dataFolder), '{"half a')
    const { folder } = await desk.call('backup.make', { folder: target })
    expect(readFileSync(torn(folder), 'utf8')).toBe('{"half a')
  })

  it('is not made inside the data folder, also through a link', async () => {
    const link = join(target, 'link')
    symlinkSync(desk.dataFolder, link)
    for (const folder of [desk.dataFolder, link, join(link, 'locks')]) {
      const made = await desk.client().call('backup.make', { folder })
      expect(made, folder).toMatchObject({ ok: false, error: { message: expect.stringContaining('inside the data') } })
    }
  })

  it('is a data folder: it opens, anchored, and goes on where it stood', async () => {
    const incident = await declareWithEvidence()
    const { folder } = await desk.call('backup.make', { folder: target })
    const before = readFileSync(journalIn(folder, incident), 'utf8')
    const store = createJournalStore({ dataFolder: folder, clock: systemClock, ids: createIds(), readOnly: false })
    const opened = await store.open(incident)
    if (!opened.ok) throw new Error(opened.error.message)
    expect(opened.value.integrity()).toMatchObject({ kind: 'intact' })
    const by = { kind: 'person', id: 'eng-b' } as const
    expect(opened.value.append([{ ...note('back again'), by }])).toMatchObject({ ok: true })
    store.close()
    const after = readFileSync(journalIn(folder, incident), 'utf8')
    expect(after.startsWith(before)).toBe(true)
    expect(after).toContain('back again')
  })

  it('is complete and sound while facts are being written', async () => {
    const incident = await declareOn(desk)
    let isDone = false
    const writing = (async () => {
      for (let number = 0; !isDone; number += 1) {
        await desk.call('facts.record', { incident, facts: [note(`note ${number}`)] })
        await new Promise((resume) => setImmediate(resume))
      }
    })()
    const made = await desk.call('backup.make', { folder: target })
    isDone = true
    await writing
    expect(made.unsound).toEqual([])
    const original = readFileSync(journalIn(desk.dataFolder, incident), 'utf8')
    expect(original.startsWith(readFileSync(journalIn(made.folder, incident), 'utf8'))).toBe(true)
  })

  it('names an incident whose log is damaged, and keeps it as it is', async () => {
    const incident = await declareWithEvidence()
    await desk.host().close()
    const file = journalIn(desk.dataFolder, incident)
    writeFileSync(file, readFileSync(file, 'utf8').replace('rows are missing', 'rows are all here'))
    await desk.restart()
    const made = await desk.call('backup.make', { folder: target })
    expect(made.unsound).toEqual([incident])
    expect(readFileSync(journalIn(made.folder, incident), 'utf8')).toContain('rows are all here')
  })

  it('is remembered: where it goes, when the last one was made', async () => {
    const made = await desk.call('backup.make', { folder: target })
    const { preferences } = await desk.call('desk.describe', {})
    expect(preferences).toMatchObject({ backupFolder: target, lastBackup: { at: made.madeAt, folder: made.folder } })
  })

  it('never overwrites one, and a second of the same moment is refused', async () => {
    const { folder } = await desk.call('backup.make', { folder: target })
    const reply = await desk.client().call('backup.make', { folder: target })
    expect(reply).toMatchObject({ ok: false, error: { code: 'notSaved', message: expect.stringContaining(folder) } })
  })

  it('sweeps up what an interrupted one left', async () => {
    const { folder } = await desk.call('backup.make', { folder: target })
    rmSync(folder, { recursive: true })
    mkdirSync(`${folder}.unfinished/incidents`, { recursive: true })
    await desk.call('backup.make', { folder: target })
    expect(readdirSync(target)).toEqual([folder.slice(target.length + 1)])
  })

  it.each([
    ['a folder that is not there', () => join(target, 'missing'), 'There is no folder'],
    ['a relative path', () => 'backups', 'not a whole path'],
    ['the data folder', () => desk.dataFolder, 'inside the data folder'],
    ['a folder inside it', () => join(desk.dataFolder, 'incidents'), 'inside the data folder'],
  ])('is refused for %s, with the reason, and leaves nothing', async (_, folder, words) => {
    await declareWithEvidence()
    const reply = await desk.client().call('backup.make', { folder: folder() })
    expect(reply).toMatchObject({ ok: false, error: { message: expect.stringContaining(words) } })
    expect(readdirSync(target)).toEqual([])
  })

  it('that cannot be finished leaves nothing behind, and says that the incidents are safe', async () => {
    const incident = await declareWithEvidence()
    rmSync(journalIn(desk.dataFolder, incident))
    const reply = await desk.client().call('backup.make', { folder: target })
    expect(reply).toMatchObject({ ok: false, error: { code: 'notSaved', hint: expect.stringContaining('untouched') } })
    expect(readdirSync(target)).toEqual([])
  })
})
