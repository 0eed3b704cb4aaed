import { createHash } from 'node:crypto'
import {
  appendFileSync,
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { parseRunbook } from '../../shared/runbook/parse-runbook.ts'
import { runCli } from '../cli/run-cli.ts'
import { declareOn, openTestDesk, type TestDesk } from '../support/open-host.ts'

const path = 'runbooks/aggregate-growth-investors.md'
let desk: TestDesk
afterEach(() => desk.close())

const textOnDisk = (): string => readFileSync(join(desk.workspaceFolder, path), 'utf8')

async function openRun(change: Parameters<typeof declareOn>[1] = {}) {
  const incident = await declareOn(desk, { runbook: path, ...change })
  return incident
}

const check = (incident: string, step: string, text: string) =>
  desk.call('facts.record', { incident, facts: [{ type: 'step.checked', data: { step, text } }] })

describe('broken links', () => {
  it('L16 W1 a link to a page whose folder is away is not broken, one to a file that was deleted is', async () => {
    desk = await openTestDesk()
    const brokenOf = async () => (await desk.call('library.trust', { path }))[0]?.brokenLinks.length
    const [page = ''] = readdirSync(join(desk.workspaceFolder, 'reference'))
    appendFileSync(join(desk.workspaceFolder, path), `\nSee [the page](../reference/${page}).\n`)
    const away = `${desk.workspaceFolder}-reference`
    renameSync(join(desk.workspaceFolder, 'reference'), away)
    await vi.waitFor(
      async () =>
        expect((await desk.call('desk.describe', {})).workspace.problems).toContainEqual(
          expect.objectContaining({ rule: 'workspace/away' }),
        ),
      10_000,
    )
    expect(await brokenOf()).toBe(0)
    renameSync(away, join(desk.workspaceFolder, 'reference'))
    rmSync(join(desk.workspaceFolder, 'reference', page))
    await vi.waitFor(async () => expect(await brokenOf()).toBe(1), 10_000)
  })
})

describe('mark verified', () => {
  it('L17 L18 shows the change, writes it, and takes it back', async () => {
    desk = await openTestDesk()
    const before = textOnDisk()
    const proposal = await desk.call('runbook.proposeVerified', { path })
    expect(proposal).toMatchObject({ before, day: '2026-11-24' })
    expect(textOnDisk()).toBe(before)
    const marked = await desk.call('runbook.verify', { path, baseSha256: proposal.baseSha256 })
    expect(textOnDisk()).toBe(proposal.after)
    expect((await desk.call('library.read', { path })).lastVerified).toBe('2026-11-24')
    const undone = await desk.call('runbook.undoVerify', { path, baseSha256: marked.sha256 })
    expect(textOnDisk()).toBe(before)
    expect(undone).toMatchObject({ sha256: proposal.baseSha256, day: null })
    expect(readdirSync(join(desk.workspaceFolder, 'runbooks')).filter((name) => !name.endsWith('.md'))).toEqual([])
  })

  it('L18 refuses when the file changed in between, both ways, and writes nothing', async () => {
    desk = await openTestDesk()
    const refused = { ok: false, error: { code: 'conflict', hint: expect.stringContaining('decide again') } }
    const { baseSha256 } = await desk.call('runbook.proposeVerified', { path })
    appendFileSync(join(desk.workspaceFolder, path), '\nEdited.\n')
    const edited = textOnDisk()
    expect(await desk.client().call('runbook.verify', { path, baseSha256 })).toMatchObject(refused)
    expect(textOnDisk()).toBe(edited)
    const again = await desk.call('runbook.proposeVerified', { path })
    const marked = await desk.call('runbook.verify', { path, baseSha256: again.baseSha256 })
    appendFileSync(join(desk.workspaceFolder, path), '\nEdited again.\n')
    expect(await desk.client().call('runbook.undoVerify', { path, baseSha256: marked.sha256 })).toMatchObject(refused)
    expect(textOnDisk()).toContain('Edited again.')
  })

  it('L18 writes nothing into a file whose text is not in force: one in a merge conflict', async () => {
    desk = await openTestDesk()
    const { baseSha256, before } = await desk.call('runbook.proposeVerified', { path })
    const conflict = `${before}\n<<<<<<< HEAD\n- [ ] Restart it\n=======\n- [ ] Drop the table\n>>>>>>> other\n`
    writeFileSync(join(desk.workspaceFolder, path), conflict)
    const refused = { ok: false, error: { code: 'conflict', message: expect.stringContaining('not the one in force') } }
    expect(await desk.client().call('runbook.proposeVerified', { path })).toMatchObject(refused)
    for (const shown of [baseSha256, createHash('sha256').update(conflict).digest('hex')]) {
      expect(await desk.client().call('runbook.verify', { path, baseSha256: shown })).toMatchObject(refused)
    }
    expect(textOnDisk()).toBe(conflict)
    expect((await desk.call('library.read', { path })).text).toBe(before)
    writeFileSync(join(desk.workspaceFolder, path), before)
    await desk.call('runbook.verify', { path, baseSha256 })
    expect(textOnDisk()).not.toBe(before)
  })

  it('L18 says what happened when the workspace is away: nothing is written, and the text is shown on', async () => {
    desk = await openTestDesk()
    const { baseSha256 } = await desk.call('runbook.proposeVerified', { path })
    renameSync(desk.workspaceFolder, `${desk.workspaceFolder}-away`)
    const told = {
      message: expect.stringMatching(/is not on the disk now.*shown as it was last read/),
      hint: expect.stringContaining('Nothing was written.'),
    }
    const refused = { ok: false, error: told }
    expect(await desk.client().call('runbook.proposeVerified', { path })).toMatchObject(refused)
    expect(await desk.client().call('runbook.verify', { path, baseSha256 })).toMatchObject(refused)
    renameSync(`${desk.workspaceFolder}-away`, desk.workspaceFolder)
    expect(await desk.client().call('runbook.verify', { path, baseSha256 })).toMatchObject({ ok: true })
  })

  it('L18 marked today already, there is nothing to write, and the undo of the first time stays', async () => {
    desk = await openTestDesk()
    const before = textOnDisk()
    const { baseSha256 } = await desk.call('runbook.proposeVerified', { path })
    const marked = await desk.call('runbook.verify', { path, baseSha256 })
    const nothingToWrite = { ok: false, error: { message: expect.stringContaining('verified today already') } }
    expect(await desk.client().call('runbook.proposeVerified', { path })).toMatchObject(nothingToWrite)
    const again = await desk.client().call('runbook.verify', { path, baseSha256: marked.sha256 })
    expect(again).toMatchObject(nothingToWrite)
    await desk.call('runbook.undoVerify', { path, baseSha256: marked.sha256 })
    expect(textOnDisk()).toBe(before)
  })

  it('L18 keeps the permissions of the file', async () => {
    desk = await openTestDesk()
    chmodSync(join(desk.workspaceFolder, path), 0o640)
    const { baseSha256, after } = await desk.call('runbook.proposeVerified', { path })
    await desk.call('runbook.verify', { path, baseSha256 })
    expect(statSync(join(desk.workspaceFolder, path)).mode & 0o777).toBe(0o640)
    expect(textOnDisk()).toBe(after)
  })

  it('L18 writes nothing that is no runbook of the workspace, nor through a link that leads out of it', async () => {
    desk = await openTestDesk()
    for (const other of ['team.yaml', '../x.md', 'reference/failure-modes.md', 'runbooks/none.md']) {
      expect(await desk.client().call('runbook.proposeVerified', { path: other })).toMatchObject({ ok: false })
    }
    const outside = join(desk.dataFolder, 'outside.md')
    writeFileSync(outside, '# Outside\n')
    const { baseSha256 } = await desk.call('runbook.proposeVerified', { path })
    rmSync(join(desk.workspaceFolder, path))
    symlinkSync(outside, join(desk.workspaceFolder, path))
    expect(await desk.client().call('runbook.verify', { path, baseSha256 })).toMatchObject({ ok: false })
    expect(readFileSync(outside, 'utf8')).toBe('# Outside\n')
    expect(await desk.client().call('runbook.undoVerify', { path, baseSha256 })).toMatchObject({ ok: false })
  })
})

describe('trust signals', () => {
  it('L14 L15 come from your own runs, also after a restart, and without the cache', async () => {
    desk = await openTestDesk()
    const incident = await openRun()
    desk.clock.advance?.(120_000)
    await check(incident, 'a', 'Look at the loader')
    await desk.call('facts.record', {
      incident,
      facts: [{ type: 'step.skipped', data: { step: 'b', text: 'Call the source', reason: 'asleep' } }],
    })
    const trust = async () => (await desk.call('library.trust', { path }))[0]
    const before = await trust()
    expect(before).toMatchObject({ runs: 1, onlyOpened: 0 })
    const untouched = { runs: 1, done: 0, skipped: 0, otherWay: 0, timed: 0, medianMs: null }
    expect(before?.steps.slice(-2)).toMatchObject([
      { text: 'Look at the loader', done: 1, skipped: 0 },
      { text: 'Call the source', done: 0, skipped: 1 },
    ])
    expect(before?.steps.slice(0, -2)).toEqual(
      parseRunbook({ path, text: textOnDisk() }).steps.map(({ text }) => ({ text, ...untouched })),
    )
    expect(before?.owner?.isUnknown).toBe(false)
    expect(before?.brokenLinks).toEqual([])
    await desk.host().close()
    expect(existsSync(join(desk.dataFolder, 'cache', 'digests', `${incident}.json`))).toBe(true)
    await desk.restart()
    expect(await trust()).toEqual(before)
    await desk.host().close()
    rmSync(join(desk.dataFolder, 'cache'), { recursive: true })
    await desk.restart()
    expect(await trust()).toEqual(before)
    expect(await desk.call('library.trust', { path: 'runbooks/none.md' })).toEqual([])
    expect(await desk.call('library.trust', { path: null })).toHaveLength(5)
  })

  it('L16 R8 the broken links are those that check tells, also those to a heading of another page', async () => {
    desk = await openTestDesk()
    const inRunbooks = (name: string, ...lines: readonly string[]): void =>
      writeFileSync(join(desk.workspaceFolder, 'runbooks', name), lines.join('\n'))
    inRunbooks('README.md', '# Runbooks', '', '## Whom to call')
    inRunbooks('other.md', '# Other', '', '## How to stop', '', '1. `stop it`')
    const links = [
      'other.md#how-to-stop',
      'other.md#how-to-stopp',
      'README.md#whom',
      '../reference/failure-modes.md#no',
    ]
    inRunbooks('links.md', '# Links', '', '1. `look`', '', ...links.map((href) => `- [x](${href})`))
    await desk.restart()
    const [told] = await desk.call('library.trust', { path: 'runbooks/links.md' })
    const { out } = await runCli('check', desk.workspaceFolder)
    expect(out.match(/^\S*links\.md:\d+: .*\[runbook\/dead-/gm)).toHaveLength(2)
    for (const { line, severity, message, rule } of told?.brokenLinks ?? []) {
      expect(out).toContain(`links.md:${line}: ${severity}: ${message} [${rule}]`)
    }
    expect(told?.brokenLinks.map(({ line }) => line)).toEqual([6, 7])
  })
})

describe('have we seen this before', () => {
  it('L11 a past incident with the same words on the same pipeline is offered, with the reason', async () => {
    desk = await openTestDesk()
    const past = await declareOn(desk, { title: 'Quokka export stalled' })
    await desk.call('facts.record', {
      incident: past,
      facts: [
        { type: 'note.added', data: { text: 'the wombat partition was empty' } },
        { type: 'incident.resolved', data: { note: 'reloaded from the bucket' } },
      ],
    })
    await declareOn(desk, { title: 'Login page slow', pipeline: null })
    const now = await declareOn(desk, { title: 'Quokka export late' })
    const found = await desk.call('incidents.similar', { incident: now, limit: 3 })
    expect(found.map(({ incident }) => incident)).toEqual([past])
    expect(found[0]).toMatchObject({ ending: 'reloaded from the bucket' })
    expect(found[0]?.reason).toMatch(/Same pipeline.*quokka/)
    expect(await desk.client().call('incidents.similar', { incident: '20200101-aaaa', limit: 3 })).toMatchObject({
      ok: false,
      error: { code: 'notFound' },
    })
  })

  it('L22 is answered while an incident is being declared, from its title and pipeline', async () => {
    desk = await openTestDesk()
    const pipeline = 'aggregate-growth-investors'
    const past = await declareOn(desk, { title: 'Wallaby replica behind its primary', pipeline })
    const resembling = async (title: string, of: string | null) =>
      (await desk.call('incidents.resembling', { title, pipeline: of, limit: 2 })).map(({ incident }) => incident)
    expect(await resembling('wallaby replica', null)).toEqual([past])
    expect(await resembling('wallaby', pipeline)).toEqual([past])
    expect(await resembling('', pipeline)).toEqual([])
    expect(await resembling('', null)).toEqual([])
    expect(await resembling('something else entirely', null)).toEqual([])
  })

  it('L13 is up to date with each fact, and with a log of thousands of notes', async () => {
    desk = await openTestDesk()
    const past = await declareOn(desk, { title: 'Nothing to see', pipeline: null })
    const now = await declareOn(desk, { title: 'Numbat feed broken', pipeline: null })
    const similar = async () => desk.call('incidents.similar', { incident: now, limit: 3 })
    expect(await similar()).toEqual([])
    const facts = Array.from({ length: 50 }, (_, at) => ({ type: 'note.added' as const, data: { text: `line ${at}` } }))
    for (let lot = 0; lot < 45; lot += 1) await desk.call('facts.record', { incident: past, facts })
    await desk.call('facts.record', {
      incident: past,
      facts: [{ type: 'incident.retitled', data: { title: 'Numbat feed broken' } }],
    })
    expect((await similar()).map(({ incident }) => incident)).toEqual([past])
  })
})
