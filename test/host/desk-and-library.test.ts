import { appendFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { parseRunbook } from '../../shared/runbook/parse-runbook.ts'
import { declareOn, openSecondHost, openTestDesk, type TestDesk } from '../support/open-host.ts'

let desk: TestDesk
afterEach(() => desk.close())

describe('the workspace', () => {
  it('W1 a broken team.yaml keeps the last good team in force and says where it is broken', async () => {
    desk = await openTestDesk()
    const before = (await desk.call('desk.describe', {})).workspace.team.people.length
    writeFileSync(join(desk.workspaceFolder, 'team.yaml'), 'people: [\n  - broken')
    await vi.waitFor(async () => {
      const { workspace } = await desk.call('desk.describe', {})
      expect(workspace.problems[0]).toMatchObject({ file: 'team.yaml', severity: 'error' })
      expect(workspace.problems[0]?.line).toBeGreaterThan(0)
      expect(workspace.team.people).toHaveLength(before)
    }, 10_000)
    expect(desk.events.some(({ type }) => type === 'desk')).toBe(true)
  })

  it('W1 an edit of a runbook is there soon, and a run in progress keeps the text that it began with', async () => {
    desk = await openTestDesk()
    const path = 'runbooks/aggregate-growth-investors.md'
    const incident = await declareOn(desk, { runbook: path })
    const before = await desk.call('library.read', { path })
    appendFileSync(join(desk.workspaceFolder, path), '\n## A new part\n\nSomething new.\n')
    await vi.waitFor(async () => {
      expect((await desk.call('library.read', { path })).sha256).not.toBe(before.sha256)
    }, 10_000)
    const { state } = await desk.call('incidents.open', { incident, tail: 1 })
    expect(state.run?.sha256).toBe(before.sha256)
    expect(state.run?.text).toBe(before.text)
  })

  it('R6 going on follows the version that was followed here, also once the file is gone; opening pins the file as it is', async () => {
    desk = await openTestDesk()
    const path = 'runbooks/aggregate-growth-investors.md'
    const incident = await declareOn(desk, { runbook: path })
    const before = await desk.call('library.read', { path })
    const opened = async () => (await desk.call('incidents.open', { incident, tail: 1 })).state
    await desk.call('runbook.open', { incident, path: 'runbooks/aggregate-profit-investors.md', reason: 'by hand' })
    expect((await opened()).otherRuns.map((run) => run.path)).toEqual([path])
    appendFileSync(join(desk.workspaceFolder, path), '\n## A new part\n\nSomething new.\n')
    await vi.waitFor(async () => {
      expect((await desk.call('library.read', { path })).sha256).not.toBe(before.sha256)
    }, 10_000)
    await desk.call('runbook.open', { incident, path, reason: 'by hand', goOn: true })
    expect((await opened()).run).toMatchObject({ path, sha256: before.sha256, text: before.text })
    await desk.call('runbook.open', { incident, path, reason: 'by hand' })
    expect((await opened()).run?.sha256).not.toBe(before.sha256)
    rmSync(join(desk.workspaceFolder, path))
    await desk.call('runbook.open', { incident, path: 'runbooks/aggregate-profit-investors.md', reason: 'by hand' })
    await vi.waitFor(async () => {
      expect(await desk.client().call('library.read', { path })).toMatchObject({ ok: false })
    }, 10_000)
    expect(await desk.client().call('runbook.open', { incident, path, reason: 'by hand' })).toMatchObject({ ok: false })
    await desk.call('runbook.open', { incident, path, reason: 'by hand', goOn: true })
    expect((await opened()).run?.text).toContain('Something new.')
  })

  it('R6 L16 a run goes on where its file was renamed to, edited or not, and its history goes along', async () => {
    desk = await openTestDesk()
    const old = 'runbooks/aggregate-growth-investors.md'
    const [path, edited] = ['runbooks/growth/late.md', 'runbooks/growth/later.md']
    const incident = await declareOn(desk, { runbook: old })
    const opened = async () => (await desk.call('incidents.open', { incident, tail: 1 })).state
    const before = (await opened()).run
    const { steps = [] } = before === null ? {} : parseRunbook(before)
    const { id: step = '', text = '' } = steps[0] ?? {}
    await desk.call('facts.record', { incident, facts: [{ type: 'step.checked', data: { step, text } }] })
    const isListed = async (wanted: string) =>
      expect((await desk.call('library.list', {})).some((each) => each.path === wanted)).toBe(true)
    mkdirSync(join(desk.workspaceFolder, 'runbooks/growth'))
    renameSync(join(desk.workspaceFolder, old), join(desk.workspaceFolder, path))
    await vi.waitFor(() => isListed(path), 10_000)
    expect(await desk.call('library.trust', { path })).toMatchObject([{ runs: 1, formerPaths: [old] }])
    await desk.call('runbook.open', { incident, path, reason: 'by hand' })
    expect(await opened()).toMatchObject({
      run: { path, begunAt: before?.begunAt, steps: { [step]: { state: 'done' } } },
      otherRuns: [],
    })
    expect(await desk.call('library.trust', { path })).toMatchObject([{ runs: 1, formerPaths: [] }])
    renameSync(join(desk.workspaceFolder, path), join(desk.workspaceFolder, edited))
    appendFileSync(join(desk.workspaceFolder, edited), '\n## A new part\n\nSomething new.\n')
    await vi.waitFor(() => isListed(edited), 10_000)
    await desk.call('runbook.open', { incident, path: edited, reason: 'by hand' })
    expect(await opened()).toMatchObject({
      run: { path: edited, begunAt: before?.begunAt, steps: { [step]: { state: 'done' } } },
      otherRuns: [],
    })
  })

  it('R6 opens at the scenario asked for, once, and leaves out one that the text does not have', async () => {
    desk = await openTestDesk()
    const incident = await declareOn(desk, { runbook: null })
    const path = 'runbooks/aggregate-profit-investors.md'
    const open = async (scenario: string) =>
      (await desk.call('runbook.open', { incident, path, reason: 'by hand', scenario, goOn: true })).records.map(
        ({ type }) => type,
      )
    expect(await open('late-data')).toEqual(['runbook.opened', 'scenario.chosen'])
    expect((await desk.call('incidents.open', { incident, tail: 1 })).state.run?.scenario?.id).toBe('late-data')
    expect(await open('late-data')).toEqual(['runbook.opened'])
    expect(await open('no-such-scenario')).toEqual(['runbook.opened'])
  })

  it('lists runbooks and the reference shelf, and never a file outside of them', async () => {
    desk = await openTestDesk()
    const documents = await desk.call('library.list', {})
    expect(documents.filter(({ kind }) => kind === 'runbook')).toHaveLength(5)
    expect(documents.some(({ path }) => path === 'reference/failure-modes.md')).toBe(true)
    for (const path of ['../package.json', 'team.yaml', '/etc/passwd', 'runbooks/../team.yaml']) {
      expect(await desk.client().call('library.read', { path })).toMatchObject({
        ok: false,
        error: { code: 'notFound' },
      })
    }
  })
})

describe('the library', () => {
  it('finds runbooks, reference and past incidents by prefix and with a typo', async () => {
    desk = await openTestDesk()
    const incident = await declareOn(desk, { title: 'Quokka export stalled' })
    await desk.call('facts.record', {
      incident,
      facts: [{ type: 'note.added', data: { text: 'wombat partition empty' } }],
    })
    const search = async (query: string) =>
      (await desk.call('library.search', { query, limit: 10 })).hits.map(({ ref }) => ref)
    expect(await search('quokk')).toContain(incident)
    expect(await search('wombta')).toContain(incident)
    expect(await search('swap tables')).toContain('reference/backfill-swap-the-tables.md')
    expect(await search('zzzzqqq')).toEqual([])
  })

  it('R4 a README among the runbooks is a page to read; one with steps is a runbook, until an edit takes them', async () => {
    desk = await openTestDesk()
    const folder = join(desk.workspaceFolder, 'runbooks')
    mkdirSync(join(folder, 'kafka'))
    writeFileSync(join(folder, 'README.md'), '# Our runbooks\n\nWhat stands where.\n')
    writeFileSync(join(folder, 'CONTRIBUTING.md'), '# How to contribute\n\n1. Run `npm test`.\n')
    const withSteps = '# Kafka\n\n## Mitigation\n\n1. Run `kafka restart`.\n'
    writeFileSync(join(folder, 'kafka/README.md'), withSteps)
    await desk.host().close()
    await desk.restart()
    const kinds = async () => {
      const added = (await desk.call('library.list', {})).filter(({ path }) => /README|CONTRIBUTING/.test(path))
      return Object.fromEntries(added.map(({ path, kind }) => [path.slice('runbooks/'.length), kind]))
    }
    const expected = { 'CONTRIBUTING.md': 'reference', 'README.md': 'reference', 'kafka/README.md': 'runbook' }
    expect(await kinds()).toEqual(expected)
    expect((await desk.call('library.read', { path: 'runbooks/README.md' })).title).toBe('Our runbooks')
    writeFileSync(join(folder, 'kafka/README.md'), '# Kafka\n')
    await vi.waitFor(async () => {
      const { workspace } = await desk.call('desk.describe', {})
      expect(workspace.problems).toContainEqual(expect.objectContaining({ rule: 'workspace/emptied' }))
    }, 10_000)
    expect(await kinds()).toEqual(expected)
  })

  it('L1 finds the end of a pasted log, where its error stands', async () => {
    desk = await openTestDesk()
    const incident = await declareOn(desk)
    const lines = Array.from({ length: 400 }, (_, at) => `INFO line ${at} of the loader, nothing to see here`)
    const log = [...lines, 'Caused by: java.lang.TapirException: the tapirword is gone'].join('\n')
    const [attached] = (
      await desk.call('evidence.attach', {
        incident,
        name: 'pasted.txt',
        mediaType: 'text/plain',
        base64: Buffer.from(log).toString('base64'),
      })
    ).records
    expect(String(attached?.data.excerpt)).toMatch(/^INFO line 0 .*\[\d+ lines in between: see the evidence\]/s)
    const { hits } = await desk.call('library.search', { query: 'tapirword', limit: 10 })
    expect(hits.map(({ ref }) => ref)).toEqual([incident])
  })

  it('R5 suggests the runbook of the pipeline and says why', async () => {
    desk = await openTestDesk()
    const [best] = await desk.call('runbooks.suggest', { pipeline: 'aggregate-profit-investors', title: '' })
    expect(best?.path).toBe('runbooks/aggregate-profit-investors.md')
    expect(best?.reason).toContain('pipeline')
  })
})

describe('the policy that declaring would put in force', () => {
  it('E2 is the one that an incident then has: a runbook has its own', async () => {
    desk = await openTestDesk()
    const runbook = 'runbooks/in-a-hurry.md'
    const text =
      '---\npolicy: {rungs: [{after: PT10M, tell: lead}]}\n---\n# In a hurry\n\n## Debugging steps\n\n- [ ] Look\n'
    writeFileSync(join(desk.workspaceFolder, runbook), text)
    const asked = { pipeline: 'aggregate-profit-investors', runbook }
    const policy = () => desk.call('incidents.policy', asked)
    await expect.poll(async () => (await policy()).rungs).toHaveLength(1)
    const [declared] = await desk.facts(await declareOn(desk, asked))
    expect(declared?.type === 'incident.declared' && declared.data.policy).toEqual(await policy())
  })
})

describe('two hosts', () => {
  it('J9 the second one reads, says who holds the folder, and writes nothing', async () => {
    desk = await openTestDesk()
    const incident = await declareOn(desk)
    const second = await openSecondHost(desk)
    const described = await second.client.call('desk.describe', {})
    expect(described.ok && described.value.readOnly?.holder).toMatch(/\d/)
    expect(await second.client.call('incidents.open', { incident, tail: 5 })).toMatchObject({ ok: true })
    const written = await second.client.call('facts.record', {
      incident,
      facts: [{ type: 'note.added', data: { text: 'no' } }],
    })
    expect(written).toMatchObject({ ok: false, error: { code: 'readOnly' } })
    await second.close()
    expect(await desk.typesOf(incident)).toEqual(['incident.declared'])
  })
})

describe('what is in the data folder', () => {
  it('a folder that is no incident and a journal that begins wrongly do not keep the rest from opening', async () => {
    desk = await openTestDesk()
    const incident = await declareOn(desk)
    await desk.host().close()
    mkdirSync(join(desk.dataFolder, 'incidents', 'not-an-incident'))
    mkdirSync(join(desk.dataFolder, 'incidents', '20260101-aaaa'))
    writeFileSync(join(desk.dataFolder, 'incidents', '20260101-aaaa', 'journal.ndjson'), 'nonsense\n')
    writeFileSync(join(desk.dataFolder, 'cache', 'summaries.json'), '{"broken')
    await desk.restart()
    const listed = await desk.call('incidents.list', {})
    expect(listed.map((summary) => summary.incident)).toContain(incident)
    expect(await desk.client().call('incidents.open', { incident: '20260101-aaaa', tail: 1 })).toMatchObject({
      ok: false,
    })
  })
})
