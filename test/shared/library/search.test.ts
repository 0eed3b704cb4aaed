import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance } from '../../../shared/kit/edit-distance.ts'
import { markTerms } from '../../../shared/library/mark-terms.ts'
import type { SearchFilter } from '../../../shared/library/search-filter.ts'
import { type PerKind, sharesOf } from '../../../shared/library/share-out.ts'
import { snippetOf } from '../../../shared/library/snippet.ts'
import { aQuery, everything, idsFrom, idsOf, indexOf, runbook, scanned, someEntries } from './some-library.ts'

describe('finding', () => {
  const entries = [
    runbook('a.md', '# Late partition\n\nThe partition of yesterday did not arrive.'),
    runbook('b.md', '# Schema\n\nA column was renamed upstream: naïve Zürich export.'),
    runbook('c.md', '# Alerts\n\nKubePodNotReady fires; look at late_rows and S3.'),
  ]

  it.each([
    ['partition', ['a.md']],
    ['parti', ['a.md']],
    ['patrition', ['a.md']],
    ['PARTITION yest', ['a.md']],
    ['partition renamed', []],
    ['renamd', ['b.md']],
    ['zurich naive', ['b.md']],
    ['zzzzqq', []],
    ['', []],
    [' .,! ', []],
  ])('L1 "%s" finds %j', (query, expected) => {
    expect(idsFrom(entries, query)).toEqual(expected)
  })

  it('L1 short words forgive nothing, middling ones one error, long ones two', () => {
    const words = [runbook('w.md', 'cat lake partition')]
    expect(idsFrom(words, 'cut')).toEqual([])
    expect(idsFrom(words, 'lame')).toEqual(['w.md'])
    expect(idsFrom(words, 'laem')).toEqual([])
    expect(idsFrom(words, 'partitoin')).toEqual(['w.md'])
    expect(idsFrom(words, 'pratitoin')).toEqual([])
  })

  it('L2 a letter alone finds names, two letters before other words begin names and are whole words in the text', () => {
    const words = [runbook('w.md', 'so s3 was slow'), runbook('x.md', 'nothing here', { title: 'Slow queries' })]
    expect(idsFrom(words, 's')).toEqual(['x.md'])
    expect(idsFrom(words, 's3')).toEqual(['w.md'])
    expect(idsFrom(words, 'sl wa')).toEqual([])
    expect(idsFrom(words, 'sl noth')).toEqual(['x.md'])
    expect(idsFrom(words, 'so sl')).toEqual(['w.md'])
    expect(idsFrom(words, 'sl')).toHaveLength(2)
    expect(idsFrom(words, 'slo')).toHaveLength(2)
  })

  it('L2 a digit in the middle of a pasted error is a word of the text as well', () => {
    const pages = [
      runbook('log.md', '```\njob exited with code 1 while running\npartition 13 of topic orders has no leader\n```'),
      runbook('ten.md', 'the job exited with code 10 while running', { title: 'Job of 2 parts' }),
      runbook('named.md', 'a job exited with its code while running', { title: '1 job' }),
    ]
    const found = (query: string) => idsOf(scanned(pages, query).found).toSorted()
    for (const query of ['job exited with code 1 while running', 'code 1 while']) {
      expect(idsFrom(pages, query).toSorted()).toEqual(['log.md', 'named.md'])
      expect(found(query)).toEqual(['log.md', 'named.md'])
    }
    expect(idsFrom(pages, 'partition 3 of topic')).toEqual([])
    expect(idsFrom(pages, '1')).toEqual(['named.md'])
  })

  it('L3 a word in _emphasis_ is found without its marks', () => {
    const emphasis = [runbook('e.md', 'do _not_ restart __twice__')]
    expect(idsFrom(emphasis, 'not twice')).toEqual(['e.md'])
    expect(idsOf(scanned(emphasis, 'not twice').found)).toEqual(['e.md'])
  })

  it.each(['KubePodNotReady', 'kubepod', 'notready', 'ready', 'late_rows', 'rows'])(
    'L3 "%s" finds the name and its parts',
    (query) => {
      const found = idsFrom(entries, query)
      if (query === 'notready') expect(found).toEqual([])
      else expect(found).toContain('c.md')
    },
  )
})

const aFilter: fc.Arbitrary<SearchFilter> = fc.record(
  {
    kinds: fc.subarray(['runbook' as const, 'reference' as const, 'incident' as const]),
    pipeline: fc.constantFrom('profit', 'growth'),
    scenario: fc.constantFrom('late data', 'High latency'),
    since: fc.constantFrom('2026-01-01', '2026-06-01', '2026-11-25'),
  },
  { requiredKeys: [] },
)

describe('the last word', () => {
  it('L2 may always go on: from key to key nothing is gone that the next key finds again', () => {
    const all = [
      runbook('a.md', 'kafka broker: the disk is full'),
      runbook('b.md', 'kafka lag on a disconnected consumer'),
      runbook('c.md', 'kafka topics', { title: 'Dirty partitions' }),
    ]
    const typed = ['kafka', 'kafka d', 'kafka di', 'kafka dis', 'kafka disk'].map((query) => idsFrom(all, query))
    for (const [at, found] of typed.entries()) {
      if (at > 0) for (const id of found) expect(typed[at - 1]).toContain(id)
    }
    expect(typed.map((found) => found.length)).toEqual([3, 3, 3, 2, 1])
  })
})

describe('names and scripts without spaces', () => {
  const entries = [
    runbook('mysql.md', '告警说明：当从库复制延迟超过三十秒时触发。', { title: 'MySQL数据库主从延迟处理手册' }),
    runbook('ja.md', '接続エラーが続く場合は監視を止める。', { title: '本番データベース再起動手順' }),
    runbook('ko.md', '복제 지연이 계속되면 담당자에게 알린다.', { title: '데이터베이스 복구 절차' }),
    runbook('th.md', 'ฐานข้อมูลหยุดทำงาน ให้เริ่มระบบใหม่', { title: 'ฐานข้อมูลล่ม' }),
    runbook('topic.md', 'The log /var/lib/kafka/__consumer_offsets-12 is full.', { title: 'Disk full' }),
    runbook('kube.md', 'The cluster has too little room.', { title: 'KubeCPUOvercommit' }),
    runbook('slow.md', 'Requests take long.', { title: 'p99LatencyHigh and PVCsPending' }),
  ]

  it.each([
    ['数据库', 'mysql.md'],
    ['主从延迟', 'mysql.md'],
    ['复制延迟', 'mysql.md'],
    ['手册', 'mysql.md'],
    ['册', 'mysql.md'],
    ['mysql数据', 'mysql.md'],
    ['mysql 主从', 'mysql.md'],
    ['データベース', 'ja.md'],
    ['データベース'.normalize('NFD'), 'ja.md'],
    ['ﾃﾞｰﾀﾍﾞｰｽ', 'ja.md'],
    ['再起動', 'ja.md'],
    ['監視', 'ja.md'],
    ['베이스', 'ko.md'],
    ['데이터베이스'.normalize('NFD'), 'ko.md'],
    ['지연', 'ko.md'],
    ['ข้อมูล', 'th.md'],
    ['เริ่มระบบ', 'th.md'],
    ['ฐานข้อมู', 'th.md'],
    ['consumer_offsets', 'topic.md'],
    ['__consumer_offsets', 'topic.md'],
    ['offsets', 'topic.md'],
    ['overcommit', 'kube.md'],
    ['cpu overcommit', 'kube.md'],
    ['KubeCPUOvercommit', 'kube.md'],
    ['kubecpu', 'kube.md'],
    ['latency', 'slow.md'],
    ['p99', 'slow.md'],
    ['pvcs', 'slow.md'],
    ['pending', 'slow.md'],
  ])('L3 L25 "%s" finds %s', (query, id) => {
    expect(idsFrom(entries, query)).toEqual([id])
    expect(idsOf(scanned(entries, query).found)).toEqual([id])
  })

  it.each(['库延', 'ลข้อ', '主延', 'ース再起動手', '수지'])('L25 "%s" stands nowhere together', (query) => {
    expect(idsFrom(entries, query)).toEqual(query === 'ース再起動手' ? ['ja.md'] : [])
  })
})

describe('when nothing holds every word', () => {
  const filler = Array.from({ length: 12 }, (_, at) =>
    runbook(`f${at}.md`, `Look at the server on port ${at}; the connection to it failed with an error.`),
  )
  const slots = runbook('pg.md', 'FATAL: remaining connection slots are reserved for superuser connections', {
    title: 'Postgres has no free connections',
  })
  const entries = [
    ...filler,
    slots,
    runbook('kafka.md', 'kafka lag'),
    runbook('past', 'superuser gone', { kind: 'incident' }),
  ]
  const line =
    'psql: error: connection to server at "10.2.3.4", port 5432 failed: FATAL: remaining connection slots are reserved for non-replication superuser connections'

  it('L26 a pasted line finds what holds its most telling words, and says that it is not every word', () => {
    const { found, holding, totals } = indexOf(entries).search(line, {}, everything)
    expect(holding).toBe('some')
    expect(found[0]?.id).toBe('pg.md')
    expect(idsOf(found)).not.toContain('f0.md')
    expect(totals.runbook).toBe(1)
    expect(scanned(entries, line)).toMatchObject({ holding: 'some', totals })
  })

  it('L26 one word that is nowhere does not hide the others, and a typing error is forgiven here too', () => {
    const ids = (query: string) => idsOf(indexOf(entries).search(query, {}, everything).found)
    expect(ids('kafka qqqzzz')).toEqual(['kafka.md'])
    expect(ids('kafke qqqzzz')).toEqual(['kafka.md'])
    expect(ids('qqqzzz xxxyyy')).toEqual([])
    expect(ids('the of qqqzzz')).toEqual([])
  })

  it('L26 whoever holds every word is alone: the best matches are for when there is none', () => {
    const { found, holding } = indexOf(entries).search('kafka lag', {}, everything)
    expect([idsOf(found), holding]).toEqual([['kafka.md'], 'every'])
  })

  it('L26 a filter is kept', () => {
    const { found } = indexOf(entries).search('superuser qqqzzz', { kinds: ['incident'] }, everything)
    expect(idsOf(found)).toEqual(['past'])
  })

  it('L26 the parts of a name are looked for when nothing has the name', () => {
    const { found } = indexOf([runbook('a.md', 'cpu overcommit of a node'), ...filler]).search(
      'KubeCPUOvercommit',
      {},
      everything,
    )
    expect(idsOf(found)).toEqual(['a.md'])
  })

  it('L26 a name without what stands before it tells most', () => {
    const node = runbook('node.md', 'The node is away.', {
      title: 'Kube Node Not Ready',
      alertname: 'KubeNodeNotReady',
    })
    const pods = Array.from({ length: 9 }, (_, at) => runbook(`pod${at}.md`, 'a pod that is ready'))
    const all = [node, ...pods, runbook('pod.md', 'The pod waits.', { title: 'PodNotReady' })]
    expect(indexOf(all).search('KubePodNotReady', {}, everything).found[0]?.id).toBe('pod.md')
    expect(scanned(all, 'KubePodNotReady').found[0]?.id).toBe('pod.md')
  })
})

describe('places', () => {
  it.each<[PerKind, Parameters<typeof sharesOf>[1], PerKind]>([
    [{ runbook: 212, reference: 3, incident: 30 }, { limit: 40 }, { runbook: 19, reference: 3, incident: 18 }],
    [{ runbook: 212, reference: 0, incident: 0 }, { limit: 40 }, { runbook: 40, reference: 0, incident: 0 }],
    [{ runbook: 5, reference: 1, incident: 2 }, { limit: 40 }, { runbook: 5, reference: 1, incident: 2 }],
    [{ runbook: 90, reference: 90, incident: 90 }, { limit: 40 }, { runbook: 13, reference: 13, incident: 14 }],
    [
      { runbook: 212, reference: 3, incident: 30 },
      { limit: 40, more: { runbook: 80 } },
      { runbook: 80, reference: 3, incident: 18 },
    ],
    [
      { runbook: 60, reference: 0, incident: 0 },
      { limit: 40, more: { runbook: 80 } },
      { runbook: 60, reference: 0, incident: 0 },
    ],
  ])('L27 %j in %j', (totals, places, shares) => {
    expect(sharesOf(totals, places)).toEqual(shares)
  })

  it('L27 past incidents are not behind forty runbooks, and the totals are true', () => {
    const entries = [
      ...Array.from({ length: 60 }, (_, at) => runbook(`${at}.md`, 'late', { title: 'Late' })),
      ...Array.from({ length: 20 }, (_, at) => runbook(`night ${at}`, 'it was late', { kind: 'incident' })),
    ]
    const { found, totals } = indexOf(entries).search('late', {}, { limit: 40 })
    expect(found.filter(({ kind }) => kind === 'incident')).toHaveLength(20)
    expect(found.filter(({ kind }) => kind === 'runbook')).toHaveLength(20)
    expect(totals).toEqual({ runbook: 60, reference: 0, incident: 20 })
  })
})

describe('looking at every word', () => {
  it('L5 finds what the index finds, for any library, query and filter', () => {
    fc.assert(
      fc.property(someEntries, aQuery, aFilter, (entries, query, filter) => {
        const { totals, holding, unfiltered, ...indexed } = indexOf(entries).search(query, filter, everything)
        const looked = scanned(entries, query, filter)
        expect(idsOf(looked.found).toSorted()).toEqual(idsOf(indexed.found).toSorted())
        expect(looked).toMatchObject({ totals, holding, unfiltered })
      }),
      { numRuns: 800 },
    )
  })

  it('L5 names the same words as matched', () => {
    fc.assert(
      fc.property(someEntries, aQuery, (entries, query) => {
        const named = ({ found }: ReturnType<typeof scanned>) => new Map(found.map(({ id, terms }) => [id, terms]))
        expect(named(scanned(entries, query))).toEqual(named(indexOf(entries).search(query, {}, everything)))
      }),
      { numRuns: 500 },
    )
  })

  it('L5 counts typing errors as an exhaustive count does', () => {
    const slow = (one: string, other: string): number =>
      one === '' || other === ''
        ? one.length + other.length
        : Math.min(
            slow(one.slice(1), other.slice(1)) + (one[0] === other[0] ? 0 : 1),
            slow(one.slice(1), other) + 1,
            slow(one, other.slice(1)) + 1,
          )
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 })
    fc.assert(
      fc.property(letters, letters, fc.integer({ min: 0, max: 3 }), (one, other, most) => {
        const distance = slow(one, other)
        expect(editDistance(one, other, most)).toBe(distance <= most ? distance : null)
      }),
    )
  })

  it('L2 a command that is pasted with its flags finds what holds it, and numbers of items are no words', () => {
    const steps = Array.from({ length: 20 }, (_, at) => `${at + 1}. kubectl -n svc-NN get pods -l app=a`).join('\n')
    const all = [3, 10, 11, 9].map((number) => runbook(`svc-${number}.md`, steps.replaceAll('NN', `${number}`)))
    expect(idsFrom(all, 'kubectl -n svc-3 get pods')).toEqual(['svc-3.md'])
  })
})

it.each(['KafkaConsumerLag', 'kafka_consumer_lag', 'kafkaconsumerlag', '__kafka_consumer_lag'])(
  'L3 %s finds the name however it is spelled, and each result shows it',
  (query) => {
    const spelled = ['KafkaConsumerLag', 'kafka_consumer_lag', 'kafkaConsumer_lag', 'kafkaconsumerlag']
    const all = spelled.map((name, at) => runbook(`${at}.md`, `The gauge ${name} went up.`))
    expect([...idsFrom(all, query)].sort()).toEqual(['0.md', '1.md', '2.md', '3.md'])
    expect([...idsOf(scanned(all, query).found)].sort()).toEqual(['0.md', '1.md', '2.md', '3.md'])
    for (const [at, name] of spelled.entries()) {
      const entry = all[at]
      const snippet = entry === undefined ? '' : snippetOf(entry, ['kafkaconsumerlag'])
      expect(markTerms(snippet, ['kafkaconsumerlag'])).toContainEqual({ text: name, isMatch: true })
    }
  },
)
