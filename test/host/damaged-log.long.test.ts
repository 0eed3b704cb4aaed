import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { PersonFact } from '../../shared/contract/person-facts.ts'
import { declareOn, openTestDesk, type TestDesk } from '../support/open-host.ts'

let desk: TestDesk

afterEach(() => desk.close())

const note = (text: string): PersonFact => ({ type: 'note.added', data: { text } })
const logOf = (incident: string): string => join(desk.dataFolder, 'incidents', incident, 'journal.ndjson')

/** Changes the bytes of a log without a word to anybody; its length stays. */
function spoil(incident: string, change: (text: string) => string): Buffer {
  const before = readFileSync(logOf(incident), 'utf8')
  const after = change(before)
  expect(after.length).toBe(before.length)
  expect(after).not.toBe(before)
  writeFileSync(logOf(incident), after)
  return readFileSync(logOf(incident))
}

const inLine = (line: number, change: (text: string) => string) => (log: string) =>
  log
    .split('\n')
    .map((text, index) => (index === line - 1 ? change(text) : text))
    .join('\n')
const hash = (text: string): string => `#${text.slice(1)}`

async function withNotes(incident: string, ...texts: readonly string[]): Promise<void> {
  for (const text of texts) await desk.call('facts.record', { incident, facts: [note(text)] })
  await new Promise((resume) => setImmediate(resume))
}

const row = async (incident: string) =>
  (await desk.call('incidents.list', {})).find((each) => each.incident === incident)
const damagedAt = (line: number) => ({ integrity: { kind: 'damaged', line } })

describe('J5 one damaged line in the middle of a log', () => {
  it('J5 keeps no other incident from being opened, and shows what stands before it', async () => {
    desk = await openTestDesk()
    const sound = await declareOn(desk, { title: 'A sound one' })
    const incident = await declareOn(desk)
    await withNotes(incident, 'one', 'two', 'three')
    desk.crash()
    const bytes = spoil(incident, inLine(3, hash))
    await desk.restart()
    expect((await desk.call('incidents.list', {})).map((each) => each.incident).sort()).toEqual(
      [sound, incident].sort(),
    )
    expect(await row(incident)).toMatchObject({ seq: 2, ...damagedAt(3) })
    const opened = await desk.call('incidents.open', { incident, tail: 9 })
    expect(opened).toMatchObject({ state: { seq: 2 }, ...damagedAt(3) })
    expect(opened.records.map(({ seq }) => seq)).toEqual([1, 2])
    expect(await desk.client().call('facts.record', { incident, facts: [note('late')] })).toMatchObject({
      ok: false,
      error: { code: 'readOnly' },
    })
    await desk.call('facts.record', { incident: sound, facts: [note('goes on')] })
    await desk.host().close()
    expect(readFileSync(logOf(incident))).toEqual(bytes)
    await desk.restart()
    expect(await row(incident)).toMatchObject({ seq: 2, ...damagedAt(3) })
  })

  it('J5 is found by reading it, when the state was still folded from the cache', async () => {
    desk = await openTestDesk()
    const incident = await declareOn(desk)
    await withNotes(incident, 'one', 'two', 'three')
    await desk.host().close()
    spoil(
      incident,
      inLine(3, (text) => text.replace('"text":"two"', '\0'.repeat(12))),
    )
    await desk.restart()
    expect(await desk.call('incidents.open', { incident, tail: 9 })).toMatchObject({
      state: { seq: 2 },
      ...damagedAt(3),
    })
    expect(await desk.typesOf(incident)).toEqual(['incident.declared', 'note.added'])
    expect((await desk.call('postmortem.export', { incident, format: 'md' })).text).toContain('one')
    expect(await row(incident)).toMatchObject({ seq: 2, ...damagedAt(3) })
  })

  it('J5 is found where a newline is gone, and the lines before it are the right ones', async () => {
    desk = await openTestDesk()
    const incident = await declareOn(desk)
    await withNotes(incident, 'one', 'two', 'three', 'four')
    await desk.host().close()
    spoil(incident, (log) => {
      const end = log.indexOf('\n', log.indexOf('"two"'))
      return `${log.slice(0, end)} ${log.slice(end + 1)}`
    })
    await desk.restart()
    const { records } = await desk.call('incidents.read', { incident, fromSeq: 2, limit: 1 })
    expect(records).toMatchObject([{ seq: 2, data: { text: 'one' } }])
  })

  it('J5 of an incident that is over is found when it is opened', async () => {
    desk = await openTestDesk()
    const incident = await declareOn(desk)
    const ends = ['incident.acknowledged', 'incident.mitigated', 'incident.resolved'] as const
    for (const type of ends) await desk.call('facts.record', { incident, facts: [{ type, data: {} }] })
    await desk.host().close()
    rmSync(join(desk.dataFolder, 'cache', `${incident}.json`))
    spoil(incident, inLine(2, hash))
    await desk.restart()
    expect(await desk.call('incidents.open', { incident, tail: 9 })).toMatchObject({
      state: { seq: 1 },
      ...damagedAt(2),
    })
    expect(await desk.call('journal.verify', { incident })).toMatchObject({ records: 1, ...damagedAt(2) })
  })

  it('J5 in the first line leaves nothing to show, and says so', async () => {
    desk = await openTestDesk()
    const incident = await declareOn(desk)
    await withNotes(incident, 'one')
    desk.crash()
    const bytes = spoil(incident, inLine(1, hash))
    await desk.restart()
    const opened = await desk.client().call('incidents.open', { incident, tail: 9 })
    expect(opened).toMatchObject({ ok: false, error: { code: 'notFound', message: expect.stringContaining('Line 1') } })
    expect(readFileSync(logOf(incident))).toEqual(bytes)
  })
})

describe('J6.1 a log that was opened on the word of its head and tail', () => {
  const forged = (log: string): string => log.replace('"title":"AAAA"', '"title":"FORG"')

  async function retitled(): Promise<string> {
    desk = await openTestDesk()
    const incident = await declareOn(desk)
    await desk.call('facts.record', { incident, facts: [{ type: 'incident.retitled', data: { title: 'AAAA' } }] })
    await withNotes(incident, 'one', 'two')
    desk.crash()
    return incident
  }

  it('J6.1 is verified in the background, and what is sound is told', async () => {
    const incident = await retitled()
    await desk.restart()
    expect(await row(incident)).toMatchObject({ integrity: { kind: 'unchecked' } })
    await vi.waitFor(
      async () => expect(await row(incident)).toMatchObject({ seq: 4, integrity: { kind: 'intact', anchoredSeq: 4 } }),
      5_000,
    )
    expect(desk.events).toContainEqual(
      expect.objectContaining({ type: 'summary', summary: expect.objectContaining({ incident }) }),
    )
  })

  it('J6.1 is folded anew from its intact prefix when it turns out to be damaged, and so told and opened from then on', async () => {
    const incident = await retitled()
    spoil(incident, forged)
    await desk.restart()
    await vi.waitFor(async () => expect(await row(incident)).toMatchObject({ seq: 1, ...damagedAt(2) }), 5_000)
    const title = 'Aggregate profit for investors is late'
    expect(await row(incident)).toMatchObject({ title })
    expect(desk.events.at(-1)).toMatchObject({ type: 'summary', summary: { incident, title } })
    expect(await desk.call('incidents.open', { incident, tail: 9 })).toMatchObject({ state: { seq: 1 } })
    await desk.host().close()
    await desk.restart()
    expect(await row(incident)).toMatchObject({ title, ...damagedAt(2) })
  })

  it('J6.1 is trusted again when the log is sound again', async () => {
    const incident = await retitled()
    const sound = readFileSync(logOf(incident))
    spoil(incident, forged)
    await desk.restart()
    await desk.call('journal.verify', { incident })
    await desk.host().close()
    writeFileSync(logOf(incident), sound)
    await desk.restart()
    expect(await row(incident)).toMatchObject({ seq: 4, title: 'AAAA', integrity: { kind: 'intact' } })
    await desk.call('facts.record', { incident, facts: [note('goes on')] })
  })
})
