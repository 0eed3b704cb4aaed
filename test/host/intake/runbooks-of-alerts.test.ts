import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { declareOn, openTestDesk, type TestDesk } from '../../support/open-host.ts'
import { postAlert, testToken } from '../../support/post-alert.ts'

let desk: TestDesk
beforeEach(async () => {
  desk = await openTestDesk({ intake: { port: 0, token: testToken } })
})
afterEach(async () => desk.close())

const profit = 'aggregate-profit-investors'
const growth = 'aggregate-growth-investors'

async function put(files: Readonly<Record<string, string>>): Promise<void> {
  const folder = join(desk.workspaceFolder, 'runbooks/of-alerts')
  mkdirSync(folder, { recursive: true })
  for (const [name, front] of Object.entries(files))
    writeFileSync(join(folder, name), `---\n${front}\n---\n# Page ${name}\n\n1. Look at it.\n`)
  await desk.host().close()
  await desk.restart()
}

/** Posts alerts by their labels and attaches each to an incident. */
async function attach(incident: string, ...alerts: readonly Readonly<Record<string, string>>[]): Promise<void> {
  await post('firing', ...alerts)
  for (const { id: alert, episode, incident: of } of (await desk.call('alerts.list', {})).rows)
    if (of === null) await desk.call('alerts.attach', { alert, episode, incident })
}

async function post(status: string, ...alerts: readonly Readonly<Record<string, string>>[]): Promise<void> {
  const { port } = await desk.call('intake.describe', {})
  const startsAt = '2026-11-24T13:50:00.000Z'
  const times = { startsAt, endsAt: '2026-11-24T13:59:00.000Z' }
  const body = { version: '4', alerts: alerts.map((labels) => ({ status, labels, annotations: {}, ...times })) }
  const answer = await postAlert({ port, body: JSON.stringify(body) })
  expect(answer.status, answer.body).toBe(202)
}

const fitting = async (incident: string) =>
  (await desk.call('runbooks.suggest', { incident })).map(({ path, reason }) => [path.split('/').at(-1), reason])

describe('R5 the runbooks of an incident with alerts', () => {
  it('R5 of two alerts of one name each is asked, and each says which it is', async () => {
    await put({
      'bookings.md': 'matches: {alertname: ConsumerLag, topic: bookings}',
      'refunds.md': 'matches: {alertname: ConsumerLag, topic: refunds}',
    })
    const incident = await declareOn(desk, { title: 'Lag', pipeline: null })
    const lag = (topic: string, pod: string) => ({ alertname: 'ConsumerLag', topic, pod })
    await attach(incident, lag('bookings', 'a'), lag('bookings', 'b'), lag('refunds', 'c'))
    const reason = 'matched by alertname and topic in its front matter'
    expect((await fitting(incident)).toSorted()).toEqual([
      ['bookings.md', `ConsumerLag, topic=bookings: ${reason}`],
      ['refunds.md', `ConsumerLag, topic=refunds: ${reason}`],
    ])
  })

  it("R5 an alert's own pipeline goes before that of the incident which it joined, whose runbooks still fit", async () => {
    await put({ 'stuck.md': `pipeline: ${growth}\nmatches: {alertname: GroupStuck}` })
    const incident = await declareOn(desk, { title: 'Late', pipeline: profit })
    await attach(incident, { alertname: 'GroupStuck', pipeline: growth })
    const found = (await fitting(incident)).map(([name]) => name)
    expect(found[0]).toBe('stuck.md')
    expect(found).toContain(`${profit}.md`)
  })

  it('R5 A12 a pipeline that is none of the team rules nothing out, one that a runbook names does', async () => {
    await put({
      'stuck.md': `pipeline: ${growth}\nmatches: {alertname: GroupStuck}`,
      'own.md': 'pipeline: of-its-own',
    })
    const [one, other] = [await declareOn(desk, { pipeline: null }), await declareOn(desk, { pipeline: null })]
    await attach(one, { alertname: 'GroupStuck', pipeline: 'nightly-job' })
    expect(await fitting(one)).toEqual([['stuck.md', 'matched by alertname in its front matter']])
    await attach(other, { alertname: 'GroupStuck', pipeline: 'of-its-own' })
    expect(await fitting(other)).toEqual([['own.md', 'matched by pipeline of-its-own']])
  })

  it('R5 a title that nobody but a person gave is told as such, also beside an alert that fits nothing', async () => {
    await put({ 'ring-full.md': 'owner: eng-a' })
    const incident = await declareOn(desk, { title: 'Ring full', pipeline: null })
    const found = [['ring-full.md', "matched by the incident's title, which is its file name"]]
    expect(await fitting(incident)).toEqual(found)
    await attach(incident, { alertname: 'NobodyKnows' })
    expect(await fitting(incident)).toEqual(found)
  })
})

it('A26 the end of an alert says which one it was, where the incident has others of its name', async () => {
  const incident = await declareOn(desk)
  const [search, checkout] = ['search', 'checkout'].map((service) => ({
    alertname: 'HighErrorRate',
    service,
    team: 'web',
  }))
  await attach(incident, search ?? {}, checkout ?? {}, { alertname: 'Down', team: 'web' })
  await post('resolved', checkout ?? {}, { alertname: 'Down', team: 'web' })
  const ends = (await desk.facts(incident)).filter(({ type }) => type === 'alert.resolved')
  expect(ends.map(({ data }) => [data.name, data.which])).toEqual([
    ['HighErrorRate', 'service=checkout'],
    ['Down', undefined],
  ])
})
