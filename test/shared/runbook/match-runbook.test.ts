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

  it('R5 an alert of another pipeline does not fit, whatever its name', () => {
    const owned = make('runbooks/orders-late-now.md', '---\npipeline: orders\n---\n# Orders late now')
    const listed = make(
      'l.md',
      '---\npipelines: [orders, refunds]\nscenarios: [{title: Late, alertname: OrdersLateNow}]\n---\n## Late\n1. Look',
    )
    const matched = make('m.md', '---\nmatches: {alertname: OrdersLateNow, pipeline: orders}\n---\n# OrdersLateNow')
    const of = (pipeline: string) => ({ labels: { alertname: 'OrdersLateNow', pipeline }, annotations: {} })
    expect(matchRunbook([owned, listed, matched], of('profit'))).toEqual([])
    expect(pathsOf(matchRunbook([owned, listed, matched], of('orders')))).toEqual([
      'm.md',
      'l.md',
      'runbooks/orders-late-now.md',
    ])
    expect(pathsOf(matchRunbook([listed], of('refunds')))).toEqual(['l.md'])
  })

  it('R5 a label that no entry of matches allows rules a runbook out; one that the alert does not carry does not', () => {
    const regional = make(
      'r.md',
      '---\nmatches: [{alertname: X, region: eu}, {alertname: X, region: us}]\n---\n# OrdersLateNow',
    )
    const alertFrom = (region: string) => ({ labels: { alertname: 'OrdersLateNow', region }, annotations: {} })
    expect(matchRunbook([regional], alertFrom('asia'))).toEqual([])
    expect(matchRunbook([regional], alertFrom('us'))).toMatchObject([{ by: 'alertname' }])
    expect(matchRunbook([regional], { labels: { alertname: 'OrdersLateNow' }, annotations: {} })).toHaveLength(1)
  })

  it('R5 several that fit stand in one order, each with its reason; none that fits is an empty list', () => {
    const found = matchRunbook([...all, make('z.md', '# OrdersLateNow')], alert)
    expect(found.map(({ by }) => by)).toEqual(['matches', 'alertname', 'alertname', 'runbook_url', 'pipeline'])
    expect(found.every(({ reason }) => reason.startsWith('matched by '))).toBe(true)
    expect(matchRunbook(all, { labels: { alertname: 'SomethingElse', pipeline: 'other' }, annotations: {} })).toEqual(
      [],
    )
  })

  it('R5 alerts that share a section open at it', () => {
    const shared = make('alerts.md', '# Alerts\n## DiskFilling / DiskAlmostFull\n1. Look\n## QueueTooLong\n1. Look')
    expect(matchRunbook([shared], { labels: { alertname: 'DiskAlmostFull' }, annotations: {} })).toMatchObject([
      { by: 'alertname', scenarioId: 'diskfilling-diskalmostfull' },
    ])
  })

  it('R5 an address of an index file means its folder, and of files of one name the one whose folders agree', () => {
    const at = (url: string) => ({
      labels: {},
      annotations: { runbook_url: `https://git.example/o/r/blob/main/${url}` },
    })
    const readmes = ['cassandra', 'kafka'].map((folder) => make(`runbooks/${folder}/README.md`, `# All of ${folder}`))
    const restarts = ['cassandra', 'kafka'].map((folder) => make(`ops/${folder}/restart.md`, `# Restart ${folder}`))
    const found = (url: string) => pathsOf(matchRunbook([...readmes, ...restarts], at(url)))
    expect(found('runbooks/kafka/README.md')).toEqual(['runbooks/kafka/README.md'])
    expect(found('runbooks/kafka/')).toEqual(['runbooks/kafka/README.md'])
    expect(found('docs/kafka/restart.md#x')).toEqual(['ops/kafka/restart.md', 'ops/cassandra/restart.md'])
    expect(found('README.md')).toEqual([])
  })

  it('R5 of several that bear the name of the alert the address decides, then the one whose file is named so too', () => {
    const copied = make('runbooks/etcd/divergent-revisions.md', '# QuorumLost\n\n1. Look')
    const meant = make('runbooks/etcd/quorum-lost.md', '# QuorumLost\n\n1. Look')
    const perCluster = ['blue', 'green'].map((cluster) => make(`${cluster}/quorum-lost.md`, '# QuorumLost\n\n1. Look'))
    const found = (runbook_url = '') =>
      pathsOf(
        matchRunbook([copied, meant, ...perCluster], {
          labels: { alertname: 'QuorumLost' },
          annotations: { runbook_url },
        }),
      )
    expect(found('https://git.example/o/r/blob/main/green/quorum-lost.md')[0]).toBe('green/quorum-lost.md')
    expect(found('https://books.example/etcd/quorumlost')[0]).toBe('runbooks/etcd/quorum-lost.md')
    expect(found('https://books.example/etcd/divergent-revisions')[0]).toBe('runbooks/etcd/divergent-revisions.md')
    expect(found().at(-1)).toBe('runbooks/etcd/divergent-revisions.md')
  })

  it('R5 of several that name the alert in their front matter the address decides', () => {
    const front = '---\nalertname: QuorumLost\n---\n# A page\n\n1. Look\n'
    const pages = ['blue', 'green'].map((cluster) => make(`${cluster}/etcd.md`, front))
    const annotations = { runbook_url: 'https://git.example/o/r/blob/main/green/etcd.md' }
    expect(pathsOf(matchRunbook(pages, { labels: { alertname: 'QuorumLost' }, annotations }))).toEqual([
      'green/etcd.md',
      'blue/etcd.md',
    ])
  })

  it('R5 the scenario that a label names comes before the one in the front matter, and that before a title', () => {
    const text = (front: string) =>
      `---\nscenarios: [${front}]\n---\n# A\n\n## Failure scenarios\n\n### LateData\n\n1. Check it\n\n### Duplicate rows\n\n1. Check that\n`
    const found = (front: string, labels: Record<string, string>) =>
      matchRunbook([make('a.md', text(front))], { labels: { alertname: 'LateData', ...labels }, annotations: {} })
    expect(found('', { scenario: 'duplicate-rows' })).toMatchObject([{ scenarioId: 'duplicate-rows' }])
    expect(found('{title: Duplicate rows, alertname: LateData}', {})).toMatchObject([{ scenarioId: 'duplicate-rows' }])
    expect(found('', {})).toMatchObject([{ scenarioId: 'latedata' }])
  })

  it('R5 an alert that is named in words finds its scenario as one in CamelCase does', () => {
    const runbook = make(
      'a.md',
      '# Queue\n\n## Failure scenarios\n\n### Poison message\n\n1. Check it\n\n### Slow\n\n1. Look\n',
    )
    for (const alertname of ['Poison message', 'PoisonMessage', 'poison-message'])
      expect(matchRunbook([runbook], { labels: { alertname }, annotations: {} }), alertname).toMatchObject([
        { by: 'alertname', scenarioId: 'poison-message' },
      ])
  })

  it('R5 a scenario that only a label names makes nothing fit', () => {
    const late = (path: string, front: string) =>
      make(path, `${front}# A\n\n## Failure scenarios\n\n### Late data\n\n1. Check it\n`)
    const labels = { alertname: 'DiskFull', scenario: 'late-data', pipeline: 'orders' }
    const front = '---\npipeline: orders\n---\n'
    expect(matchRunbook([late('a.md', ''), late('b.md', front)], { labels, annotations: {} })).toMatchObject([
      { runbook: { path: 'b.md' }, by: 'pipeline', scenarioId: 'late-data' },
    ])
  })

  it('R5 the fragment of the address names the scenario whatever the runbook fits by, and only where nothing else does', () => {
    const text = '# Ring\n\n## Failure scenarios\n\n### Late data\n\n1. Check it\n\n### Ring full\n\n1. Drain it\n'
    const annotations = { runbook_url: 'https://x/ring.md#ring-full' }
    const scenarioOf = (path: string, labels: Record<string, string>, front = '') =>
      matchRunbook([make(path, `${front}${text}`)], { labels, annotations })[0]?.scenarioId
    expect(scenarioOf('ring.md', {})).toBe('ring-full')
    expect(scenarioOf('ring.md', { scenario: 'late-data' })).toBe('late-data')
    expect(scenarioOf('ring.md', { alertname: 'LateData' })).toBe('late-data')
    expect(scenarioOf('b.md', { pipeline: 'p' }, '---\npipeline: p\n---\n')).toBe('ring-full')
    expect(scenarioOf('b.md', { alertname: 'Ring' })).toBe('ring-full')
  })

  it('R5 "alert-" may be of the name of a file', () => {
    const fitting = (path: string, alertname: string) =>
      matchRunbook([make(path, 'words')], { labels: { alertname }, annotations: {} }).length
    expect(fitting('alert-manager-down.md', 'AlertmanagerDown')).toBe(1)
    expect(fitting('alert-ring-full.md', 'RingFull')).toBe(1)
    expect(fitting('ring-full.md', 'RingFullest')).toBe(0)
  })

  it('R5 the front matter forgives how the name of an alert is spelled, and one that is spelled so goes before', () => {
    const named = (path: string, front: string) => make(path, `---\n${front}\n---\n# A page\n\n1. Look\n`)
    const loose = [
      named('a.md', 'alertname: HostDiskFull'),
      named('b.md', 'matches: {alertname: Host Disk Full}'),
      named('c.md', 'alertname: "HostDisk*"'),
      named('d.md', 'scenarios: [{title: A page, alertname: Hostdiskfull}]\npipeline: p'),
    ]
    const found = (runbooks: typeof loose, alertname: string, more = {}) =>
      pathsOf(matchRunbook(runbooks, { labels: { alertname, ...more }, annotations: {} }))
    expect(found(loose, 'hostdiskfull')).toEqual(['a.md', 'b.md', 'c.md', 'd.md'])
    expect(found([...loose, named('z.md', 'alertname: host-disk-full')], 'host-disk-full')[0]).toBe('z.md')
    expect(found([named('db.md', 'alertname: "db-*"')], 'DBackupFailed')).toEqual([])
    expect(found([named('db.md', 'alertname: "db-*"')], 'DB-Late')).toEqual(['db.md'])
    const inProd = named('e.md', 'matches: {alertname: DiskFull, env: prod}')
    expect(found([inProd], 'disk full', { env: 'prod' })).toEqual(['e.md'])
    expect(found([inProd], 'disk full', { env: 'Prod' })).toEqual([])
    expect(found([inProd], 'disk full')).toEqual([])
  })

  it('R5 a blank runbook_url does not hide the address that stands in another annotation', () => {
    const annotations = { runbook_url: ' ', runbook: 'runbooks/orders-late.md' }
    expect(pathsOf(matchRunbook(all, { labels: {}, annotations }))).toEqual(['runbooks/orders-late.md'])
  })

  it('R5 what fits the title of an incident that no alert belongs to says so', () => {
    const reason = (runbook: (typeof all)[number], title = 'Orders late') =>
      matchRunbook([runbook], { labels: { alertname: title }, annotations: {}, nameIs: "the incident's title" })[0]
        ?.reason
    expect(reason(make('orders-late.md', 'words'))).toBe("matched by the incident's title, which is its file name")
    expect(reason(make('a.md', '# Orders late'))).toBe("matched by the incident's title, which is its own")
    expect(reason(byFront, 'OrdersLate')).toBe("matched by the incident's title in its front matter")
  })

  it('R5 a title is read as the name of a section is, and a file that is called README by its folder', () => {
    const fitting = (path: string, text = 'words') =>
      matchRunbook([make(path, text)], { labels: { alertname: 'HighCpu' }, annotations: {} }).map(
        ({ reason }) => reason,
      )
    for (const title of ['HighCpu (critical)', 'HighCpu / HighLoad', 'HighLoad and HighCpu'])
      expect(fitting('a.md', `# ${title}`), title).toEqual(['matched by alertname, which is its title'])
    expect(fitting('a.md', '# HighCpuLoad')).toEqual([])
    expect(fitting('runbooks/high-cpu/README.md')).toEqual(['matched by alertname, which is its folder'])
  })
})
