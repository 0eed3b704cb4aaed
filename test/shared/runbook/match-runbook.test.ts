import { describe, expect, it } from 'vitest'
import { matchRunbook } from '../../../shared/runbook/match-runbook.ts'
import { parseRunbook } from '../../../shared/runbook/parse-runbook.ts'
import { readSample } from './read-sample.ts'

const make = (path: string, text: string) => parseRunbook({ path, text })
const byPipeline = make('runbooks/a.md', '---\npipeline: orders\n---\n# A')
const byUrl = make('runbooks/orders-late.md', '# B')
const byTitle = make('runbooks/c.md', '# Orders Late Now')
const byFront = make('runbooks/d.md', '---\nmatches: {alertname: "OrdersLate*"}\n---\n# D')
const all = [byPipeline, byUrl, byTitle, byFront]
const alert = {
  labels: { alertname: 'OrdersLateNow', pipeline: 'orders' },
  annotations: { runbook_url: 'https://wiki.example.com/run/orders-late.html?x=1#top' },
}
const pathsOf = (found: readonly { runbook: { path: string } }[]) => found.map(({ runbook }) => runbook.path)

describe('R5 a runbook for an alert', () => {
  it('R5 front matter first, then name, then runbook_url, then pipeline, each with its reason', () => {
    const found = matchRunbook(all, alert)
    expect(found.map(({ by, reason }) => [by, reason])).toEqual([
      ['matches', 'matched by alertname in its front matter'],
      ['alertname', 'matched by alertname, which is its title'],
      ['runbook_url', 'matched by runbook_url, which ends in its file name'],
      ['pipeline', 'matched by pipeline orders'],
    ])
    expect(pathsOf(found)).toEqual(['runbooks/d.md', 'runbooks/c.md', 'runbooks/orders-late.md', 'runbooks/a.md'])
  })

  it('R5 the order does not depend on the order of the files', () => {
    expect(pathsOf(matchRunbook([...all].reverse(), alert))).toEqual(pathsOf(matchRunbook(all, alert)))
  })

  it('R5 all labels of a matcher must hold', () => {
    const strict = make('s.md', '---\nmatches: {alertname: OrdersLateNow, region: [eu, us]}\n---\n# S')
    expect(matchRunbook([strict], alert)).toEqual([])
    expect(matchRunbook([strict], { ...alert, labels: { ...alert.labels, region: 'us' } })).toMatchObject([
      { by: 'matches', reason: 'matched by alertname and region in its front matter' },
    ])
  })

  it('R5 an alert that has a section of its own in a big file opens at that scenario', () => {
    const big = readSample('warehouse-alerts.md')
    const found = matchRunbook([big], { labels: { alertname: 'DuplicateKeysFound' }, annotations: {} })
    expect(found).toMatchObject([
      {
        by: 'alertname',
        scenarioId: 'duplicatekeysfound',
        reason: 'matched by alertname, which is its section "DuplicateKeysFound"',
      },
    ])
    const byFragment = matchRunbook([big], {
      labels: {},
      annotations: { runbook_url: 'https://x/warehouse-alerts.md#warehousequeuelong' },
    })
    expect(byFragment).toMatchObject([{ by: 'runbook_url', scenarioId: 'warehousequeuelong' }])
  })

  it('R5 a scenario named in the front matter is opened for its alert', () => {
    const found = matchRunbook([readSample('troubleshooting-by-problem.md')], {
      labels: { alertname: 'OrdersLate', pipeline: 'orders-mart' },
      annotations: {},
    })
    expect(found).toMatchObject([{ scenarioId: 'late' }])
  })

  it('R5 file names are compared as people write them', () => {
    const named = make('runbooks/kube-pod-not-ready.md', 'words')
    expect(matchRunbook([named], { labels: { alertname: 'KubePodNotReady' }, annotations: {} })).toMatchObject([
      { reason: 'matched by alertname, which is its file name' },
    ])
  })

  it('R5 nothing fits an alert without words, and hostile labels fit nothing', () => {
    expect(matchRunbook(all, { labels: {}, annotations: {} })).toEqual([])
    expect(matchRunbook(all, { labels: { alertname: '***' }, annotations: { runbook_url: '%%%/' } })).toEqual([])
    const proto = make('p.md', '---\nmatches: {constructor: "*"}\n---')
    expect(matchRunbook([proto], { labels: {}, annotations: {} })).toEqual([])
  })

  it('R5 a heading counts when the front matter gives another title', () => {
    const titled = make('jobs.md', '---\ntitle: When a job fails\n---\n# JobFailed')
    expect(matchRunbook([titled], { labels: { alertname: 'JobFailed' }, annotations: {} })).toMatchObject([
      { by: 'alertname', reason: 'matched by alertname, which is its heading' },
    ])
  })
})
