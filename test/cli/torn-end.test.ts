import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { declareOn, openTestDesk } from '../support/open-host.ts'
import { runCli } from './run-cli.ts'

let folder: string
let incident: string
let whole: string
let data: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nightdesk-torn-'))
  whole = join(folder, 'whole')
  const desk = await openTestDesk()
  incident = await declareOn(desk)
  await desk.call('facts.record', { incident, facts: [{ type: 'note.added', data: { text: 'one' } }] })
  await desk.call('facts.record', { incident, facts: [{ type: 'note.added', data: { text: 'two' } }] })
  const isAnchored = async () =>
    expect((await runCli('verify', incident, '--data', desk.dataFolder)).out).toContain('anchored to seq 3')
  await vi.waitFor(isAnchored)
  for (const name of ['incidents', 'heads']) cpSync(join(desk.dataFolder, name), join(whole, name), { recursive: true })
  await desk.close()
})
beforeEach(() => {
  data = mkdtempSync(join(folder, 'data-'))
  cpSync(whole, data, { recursive: true })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const journal = () => join(data, 'incidents', incident, 'journal.ndjson')
/** What `verify` says of the incident, however it is named. */
const saidOfIt = async () => {
  const ways = [['--all', '--data', data], [incident, '--data', data], [journal()], [join(data, 'incidents', incident)]]
  const said = await Promise.all(ways.map((words) => runCli('verify', ...words)))
  return said.map(({ code, out }) => ({ code, out: out.slice(out.indexOf(': ') + 2) }))
}

describe('verify', () => {
  it('J5.2 says the same of an unfinished end however the journal is named, and touches nothing', async () => {
    const [sound] = await saidOfIt()
    appendFileSync(journal(), '{"v":1,"seq":9')
    const said = await saidOfIt()
    expect(new Set(said.map((each) => JSON.stringify(each))).size).toBe(1)
    expect(said[0]).toMatchObject({ code: 0, out: expect.stringContaining(sound?.out.trim() ?? '') })
    expect(said[0]?.out).toMatch(/; 14 bytes of an unfinished line .* nothing that was saved/)
    expect(readFileSync(journal(), 'utf8').endsWith('{"v":1,"seq":9')).toBe(true)
    expect(readdirSync(join(data, 'incidents', incident))).toEqual(['journal.ndjson'])
  })

  it('J6 says the same however the journal is named where the end that was saved is gone, or the journal is another', async () => {
    const lines = readFileSync(journal(), 'utf8').split('\n')
    const broken = [`${lines.slice(0, -2).join('\n')}\n{"v":1`, lines.join('\n').replaceAll(incident, '20260306-4k7m')]
    for (const text of broken) {
      writeFileSync(journal(), text)
      const said = await saidOfIt()
      expect(new Set(said.map((each) => JSON.stringify(each))).size).toBe(1)
      expect(said[0]?.code).toBe(1)
    }
  })

  it('J5.2 takes such an end of a file by itself for damage, and claims nothing of what it did not try', async () => {
    const alone = join(data, 'copy.ndjson')
    cpSync(journal(), alone)
    appendFileSync(alone, '{"v":1')
    const { code, out } = await runCli('verify', alone)
    expect(out).toMatch(
      /damaged at line \d \(J5\/cut\): Line \d was cut short: the write of it, or the copy of this file/,
    )
    expect(out).not.toContain('moved aside')
    expect(code).toBe(1)
  })
})

it('J6 list says a loss once', async () => {
  const lines = readFileSync(journal(), 'utf8').split('\n')
  writeFileSync(journal(), lines.slice(0, -2).concat('').join('\n'))
  const { code, out } = await runCli('list', '--data', data)
  expect(out).toMatch(
    /NOT INTACT: records are missing\. 1 saved entry is gone from the end: .* A backup may have the rest\./,
  )
  expect(out).not.toContain('durable')
  expect(code).toBe(1)
})
