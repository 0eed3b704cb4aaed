import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AlertRow } from '../../../shared/alerts/alert-row.ts'
import { alertBody, alertBodyText } from '../../support/alert-bodies.ts'
import { declareOn, openTestDesk, type TestDesk } from '../../support/open-host.ts'
import { postAlert, testToken } from '../../support/post-alert.ts'

let desk: TestDesk
beforeEach(async () => {
  desk = await openTestDesk({ intake: { port: 0, token: testToken } })
})
afterEach(async () => desk.close())

const post = async (body: object | string, to = 'alertmanager') => {
  const { port } = await desk.call('intake.describe', {})
  const answer = await postAlert({ port, to, body: typeof body === 'string' ? body : JSON.stringify(body) })
  expect(answer.status, answer.body).toBe(202)
}
const firing = alertBodyText('alertmanager-firing-one')
const resolved = alertBodyText('alertmanager-resolved-one')
const row = async (): Promise<AlertRow> => {
  const [first] = (await desk.call('alerts.list', {})).rows
  if (first === undefined) throw new Error('the inbox is empty')
  return first
}
const factsOf = async (incident: string, type: string) =>
  (await desk.facts(incident)).filter((fact) => fact.type === type)
const shown = async () => {
  const { id: alert, episode } = await row()
  return { alert, episode }
}
const attach = async (incident: string) => desk.client().call('alerts.attach', { ...(await shown()), incident })

describe('declaring from an alert', () => {
  const declareFrom = async (runbook: string | null = 'runbooks/aggregate-profit-investors.md') =>
    declareOn(desk, { pipeline: 'aggregate-profit-investors', runbook, alert: await shown() })

  it("R5 A26 is one batch: declared by an alert, the alert, its runbook by the alert's name, and the scenario it names", async () => {
    await post(firing)
    const incident = await declareFrom()
    expect(await desk.typesOf(incident)).toEqual([
      'incident.declared',
      'alert.attached',
      'runbook.opened',
      'scenario.chosen',
    ])
    const [declared, attached, opened, scenario] = await desk.facts(incident)
    expect(declared?.data.detectedBy).toBe('alert')
    expect(attached).toMatchObject({
      by: { kind: 'intake', id: 'alertmanager' },
      occurredAt: '2026-11-20T11:33:05.336Z',
      data: {
        fingerprint: '9cec721d7ab53afd',
        status: 'firing',
        link: expect.stringMatching(/^http/),
        attachedBy: { id: 'eng-b' },
      },
    })
    expect(opened?.data.matchedBy).toBe('matched by alertname and pipeline in its front matter')
    expect(scenario?.data).toEqual({ scenario: 'late-data', title: 'Late data' })
    expect(await row()).toMatchObject({ incident })
  })

  it("R5 a plain Markdown runbook that knows nothing of Nightdesk is matched by the alert's name", async () => {
    writeFileSync(
      join(desk.workspaceFolder, 'runbooks/disk-almost-full.md'),
      '# Disk almost full\n\n## Steps\n\n1. Run `df -h`.\n',
    )
    await desk.host().close()
    await desk.restart()
    await post({ title: 'Disk is filling', labels: { alertname: 'DiskAlmostFull' } }, 'generic')
    const suggested = await desk.call('runbooks.suggest', { pipeline: null, title: '', alert: (await row()).id })
    expect(suggested).toEqual([
      {
        path: 'runbooks/disk-almost-full.md',
        title: 'Disk almost full',
        reason: 'matched by alertname, which is its title',
        scenario: null,
      },
    ])
  })

  it('R5 L30 a runbook whose front matter is for other alerts is no guess', async () => {
    const words = '# Walrus\n\n1. The ledger of the walrus differs: restart the walrus loader.\n'
    const put = (name: string, matches: string): void =>
      writeFileSync(join(desk.workspaceFolder, 'runbooks', name), `---\nmatches: ${matches}\n---\n${words}`)
    put('in-prod.md', '{alertname: Other, env: prod}')
    put('in-staging.md', '{alertname: Other, env: staging}')
    await desk.host().close()
    await desk.restart()
    await post(
      { title: 'WalrusLedgerDiffers', summary: 'The ledger of the walrus differs', labels: { env: 'prod' } },
      'generic',
    )
    const alert = (await row()).id
    const query = 'WalrusLedgerDiffers The ledger of the walrus differs'
    const about = { pipeline: null, title: 'Walrus' }
    expect(await desk.call('runbooks.suggest', { ...about, alert })).toEqual([])
    const guessed = async (of: string | null) =>
      (await desk.call('runbooks.guess', { query, about: { ...about, alert: of } })).map(({ path }) => path)
    expect(await guessed(alert)).toEqual(['runbooks/in-prod.md'])
    expect((await guessed(null)).toSorted()).toEqual(['runbooks/in-prod.md', 'runbooks/in-staging.md'])
  })

  it('R5 the pipeline that somebody chose goes before the one that the alert names', async () => {
    await post(firing)
    const alert = (await row()).id
    const suggest = (pipeline: string | null) => desk.call('runbooks.suggest', { pipeline, title: '', alert })
    expect((await suggest(null)).map(({ path }) => path)).toEqual(['runbooks/aggregate-profit-investors.md'])
    expect((await suggest('daily-growth-experiments')).map(({ path }) => path)).toEqual([
      'runbooks/daily-growth-experiments.md',
    ])
  })

  it('an alert that is not there is refused and nothing is declared', async () => {
    const declared = await desk.client().call('incidents.declare', {
      title: 'Late',
      pipeline: null,
      severity: 2,
      detectedAt: '2026-11-24T14:00:00.000Z',
      impactStartedAt: null,
      slaAt: null,
      runbook: null,
      alert: { alert: 'alertmanager/none', episode: '2026-11-24T14:00:00.000Z' },
    })
    expect(declared).toMatchObject({ ok: false, error: { code: 'notFound' } })
    expect(await desk.call('incidents.list', {})).toEqual([])
  })
})

describe('two windows that decide about one alert', () => {
  const declare = async (alert: { alert: string; episode: string }) => {
    const before = (await desk.call('incidents.list', {})).length
    const reply = await declareOn(desk, { alert }).then(
      () => 'declared',
      (error: Error) => error.message,
    )
    return { reply, declared: (await desk.call('incidents.list', {})).length - before }
  }

  it('A19 declare one incident from it: the second press is told which one it is in', async () => {
    await post(firing)
    const named = await shown()
    expect(await declare(named)).toEqual({ reply: 'declared', declared: 1 })
    const second = await declare(named)
    expect(second).toMatchObject({ reply: expect.stringContaining('conflict'), declared: 0 })
    expect(second.reply).toContain('is in the incident "Aggregate profit for investors is late" already')
    const [incident] = await desk.call('incidents.list', {})
    expect(await row()).toMatchObject({ incident: incident?.incident })
  })

  it('A19 attach it to one incident, and to that one once', async () => {
    const [one, other] = [await declareOn(desk, { title: 'One' }), await declareOn(desk, { title: 'Other' })]
    await post(firing)
    expect(await attach(one)).toMatchObject({ ok: true })
    for (const incident of [one, other]) {
      expect(await attach(incident)).toMatchObject({ ok: false, error: { code: 'conflict' } })
    }
    expect(await factsOf(one, 'alert.attached')).toHaveLength(1)
    await desk.call('facts.record', { incident: one, facts: [{ type: 'incident.resolved', data: {} }] })
    expect(await attach(other)).toMatchObject({ ok: true })
  })

  it('A19 of which one shows an earlier time that it fired: nothing is declared', async () => {
    await post(firing)
    const { alert } = await shown()
    const stale = await declare({ alert, episode: '2026-01-01T00:00:00.000Z' })
    expect(stale).toMatchObject({ reply: expect.stringContaining('fired again'), declared: 0 })
  })
})

describe('following an incident', () => {
  it('A26 the end of an attached alert becomes a fact by itself, once, and resolves nothing', async () => {
    const incident = await declareOn(desk)
    await post(firing)
    expect(await attach(incident)).toMatchObject({ ok: true })
    await post(firing)
    desk.clock.advance(60_000)
    await post(resolved)
    await post(resolved)
    expect(await factsOf(incident, 'alert.resolved')).toMatchObject([
      {
        by: { kind: 'intake', id: 'alertmanager' },
        data: { fingerprint: '9cec721d7ab53afd', name: 'PipelineFreshnessLate', source: 'alertmanager' },
      },
    ])
    expect(await factsOf(incident, 'alert.attached')).toHaveLength(1)
    const [summary] = await desk.call('incidents.list', {})
    expect(summary?.lifecycle).toBe('detected')
  })

  it('A26 a new beginning joins the open incident as a fact; once it is resolved the alert stands in the inbox again', async () => {
    const incident = await declareOn(desk)
    await post(firing)
    await attach(incident)
    const [alert] = alertBody('alertmanager-firing-one').alerts as [object]
    const again = (startsAt: string, status = 'firing') =>
      post({ alerts: [{ ...alert, status, startsAt, endsAt: startsAt }] })
    desk.clock.advance(60_000)
    await again('2026-11-20T11:33:05.336Z', 'resolved')
    await again('2026-11-24T14:01:00.000Z')
    expect(await factsOf(incident, 'alert.attached')).toMatchObject([
      { data: { attachedBy: { id: 'eng-b' } } },
      { data: { status: 'firing' } },
    ])
    expect(await row()).toMatchObject({ incident, status: 'firing', times: 2 })
    await desk.call('facts.record', { incident, facts: [{ type: 'incident.resolved', data: {} }] })
    const before = (await desk.facts(incident)).length
    await again('2026-11-24T14:02:00.000Z')
    expect(await row()).toMatchObject({ incident: null, before: incident, times: 3 })
    expect(await desk.facts(incident)).toHaveLength(before)
  })

  it('A26 a crash between the two logs is mended at the next start, and nothing is written twice', async () => {
    const incident = await declareOn(desk)
    await post(firing)
    await attach(incident)
    desk.clock.advance(60_000)
    await post(resolved)
    const inbox = join(desk.dataFolder, 'alerts/inbox.jsonl')
    const lines = readFileSync(inbox, 'utf8').split('\n')
    const before = await desk.typesOf(incident)
    desk.crash()
    writeFileSync(inbox, lines.filter((line) => !line.includes('"alert.attached"')).join('\n'))
    await desk.restart()
    expect(await row()).toMatchObject({ incident })
    expect(await desk.typesOf(incident)).toEqual(before)
  })

  it('an alert that fired again meanwhile, and an incident that is over, are refused', async () => {
    const incident = await declareOn(desk)
    await post(firing)
    const { id: alert } = await row()
    expect(
      await desk.client().call('alerts.attach', { alert, episode: '2026-01-01T00:00:00.000Z', incident }),
    ).toMatchObject({
      ok: false,
      error: { code: 'conflict' },
    })
    await desk.call('facts.record', { incident, facts: [{ type: 'incident.resolved', data: {} }] })
    expect(await attach(incident)).toMatchObject({ ok: false, error: { code: 'notAllowed' } })
    expect((await row()).incident).toBeNull()
  })
})

it('A26 nothing is declared and no rung fires by itself, whatever comes in', async () => {
  await post(firing)
  desk.clock.advance(3 * 3_600_000)
  expect(await desk.call('incidents.list', {})).toEqual([])
  expect(desk.notices).toEqual([])
})

it('A19 dismissing can be taken back, also after a restart', async () => {
  await post(firing)
  const { id: alert, episode } = await row()
  expect(await desk.call('alerts.dismiss', { alert, episode })).toEqual({ dismissed: true })
  desk.crash()
  await desk.restart()
  expect((await row()).dismissed).toBe(true)
  await desk.call('alerts.restore', { alert, episode })
  expect((await row()).dismissed).toBe(false)
})

it('L11 incidents with the same alert are alike, and say so', async () => {
  const [one, other] = [await declareOn(desk, { title: 'One' }), await declareOn(desk, { title: 'Other' })]
  await post(firing)
  await attach(one)
  await desk.call('facts.record', { incident: one, facts: [{ type: 'incident.resolved', data: {} }] })
  await attach(other)
  const similar = await desk.call('incidents.similar', { incident: other, limit: 3 })
  expect(similar.find(({ incident }) => incident === one)?.reason).toContain('PipelineFreshnessLate')
})

it('A27 a backup holds the inbox, and opens with it', async () => {
  const target = mkdtempSync(join(tmpdir(), 'nightdesk-backup-'))
  await post(firing)
  const { folder } = await desk.call('backup.make', { folder: target })
  expect(readFileSync(join(folder, 'alerts/inbox.jsonl'), 'utf8')).toContain('9cec721d7ab53afd')
  expect(existsSync(join(folder, 'intake.json'))).toBe(false)
  rmSync(target, { recursive: true })
})
