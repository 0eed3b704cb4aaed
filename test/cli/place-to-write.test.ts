import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { declareOn, openTestDesk, type TestDesk } from '../support/open-host.ts'
import { runCli } from './run-cli.ts'

let desk: TestDesk
let folder: string
let incident: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nightdesk-out-'))
  desk = await openTestDesk()
  incident = await declareOn(desk)
  const base64 = Buffer.from('rows are late').toString('base64')
  await desk.call('evidence.attach', { incident, name: 'a.txt', mediaType: 'text/plain', base64 })
})
afterEach(async () => {
  await desk.close()
  rmSync(folder, { recursive: true, force: true })
})

const exportTo = (out: string) => runCli('export', incident, '--data', desk.dataFolder, '--out', out)

describe('what a command writes', () => {
  it.each(['postmortem.md', 'journal.ndjson', 'evidence/postmortem.md'])(
    'stands in the place of no journal and no evidence: %s',
    async (name) => {
      const own = join(desk.dataFolder, 'incidents', incident)
      const held = () => ({
        journal: readFileSync(join(own, 'journal.ndjson'), 'utf8'),
        evidence: readdirSync(join(own, 'evidence')),
      })
      const before = held()
      const { code, error } = await exportTo(join(own, name))
      expect(code).toBe(2)
      expect(error).toContain('Nothing was written.')
      expect(held()).toEqual(before)
    },
  )

  it('goes where the console puts its own copies', async () => {
    expect((await exportTo(join(desk.dataFolder, 'exports', incident, 'postmortem.md'))).code).toBe(0)
  })

  it('takes away the evidence of a former export, and no file of somebody else', async () => {
    const beside = join(folder, 'evidence')
    const former = `${'0'.repeat(64)}.txt`
    mkdirSync(beside)
    writeFileSync(join(beside, former), 'withheld since')
    writeFileSync(join(beside, 'mine.txt'), 'mine')
    await exportTo(join(folder, 'postmortem.md'))
    const left = readdirSync(beside)
    expect(left).toContain('mine.txt')
    expect(left).not.toContain(former)
    expect(left).toHaveLength(2)
  })
})
