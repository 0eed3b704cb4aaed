import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { descriptionIn, summaryIn } from '../../../shared/alerts/alert-words.ts'
import {
  briefLabels,
  differingLabels,
  labelWords,
  orderedLabels,
  tellingTitle,
} from '../../../shared/alerts/told-labels.ts'

/** As the Kubernetes mixin has it: the summary is the same for every claim. */
const claim = {
  labels: {
    alertname: 'KubePersistentVolumeFillingUp',
    endpoint: 'https-metrics',
    job: 'kubelet',
    namespace: 'payments-prod',
    node: 'n-17',
    persistentvolumeclaim: 'data-ledger-postgres-0',
    severity: 'critical',
  },
  annotations: {
    summary: 'PersistentVolume is filling up.',
    description: 'The PersistentVolume claimed by data-ledger-postgres-0 in Namespace payments-prod is only 2.3% free.',
  },
}

const pod = (name: string) => ({
  labels: { alertname: 'KubePodCrashLooping', container: 'app', namespace: 'payments', pod: name },
  annotations: { summary: 'Pod is crash looping.', description: `Pod payments/${name} (app) is in waiting state.` },
})
const pods = [pod('api-x2k'), pod('api-p9q'), pod('worker-abc')]

const names = (labels: readonly { readonly name: string }[]): readonly string[] => labels.map(({ name }) => name)

describe('labels as they are shown', () => {
  it('A29 first what its own words name, in their order; where it was read comes last, its name not at all', () => {
    expect(names(orderedLabels(claim))).toEqual([
      'persistentvolumeclaim',
      'namespace',
      'node',
      'severity',
      'endpoint',
      'job',
    ])
    expect(names(briefLabels(claim, 4))).toEqual(['persistentvolumeclaim', 'namespace'])
  })

  it('A29 what tells an alert from its like comes before that, also where only one of them has it', () => {
    const differing = differingLabels(pods)
    expect([...differing]).toEqual(['pod'])
    expect(names(briefLabels(pods[1] ?? claim, 2, differing))).toEqual(['pod', 'namespace'])
    expect([...differingLabels([{ labels: { a: '1' } }, { labels: {} }])]).toEqual(['a'])
    expect(differingLabels([pod('alone')]).size).toBe(0)
  })

  it('A29 an alert that names none of its labels shows what it has besides where it was read', () => {
    const disk = { labels: { alertname: 'DiskFull', job: 'node', instance: 'db1:9100' }, annotations: {} }
    expect(briefLabels(disk, 3)).toEqual([{ name: 'instance', value: 'db1:9100' }])
  })

  it('A29 where it was read tells as well when its words name it, or when nothing else differs', () => {
    const labels = { alertname: 'TargetDown', job: 'node', namespace: 'infra' }
    expect(names(briefLabels({ labels, annotations: { description: '3% of the node targets are down' } }, 9))).toEqual([
      'job',
    ])
    expect(names(briefLabels({ labels, annotations: {} }, 9, new Set(['job'])))).toEqual(['job'])
    expect(names(briefLabels({ labels, annotations: {} }, 9, new Set(['job', 'namespace'])))).toEqual(['namespace'])
  })

  it('A29 a value is named where it stands as words of its own; a number alone names nothing', () => {
    const told = (description: string) => names(briefLabels({ ...claim, annotations: { description } }, 9))
    expect(told('payments-production is slow')).not.toEqual(['namespace'])
    expect(told('payments-prod is slow')).toEqual(['namespace'])
    const counted = { labels: { shard: '3', disk: 'sda' }, annotations: { description: '3 of 7 blocks of sda' } }
    expect(names(briefLabels(counted, 9))).toEqual(['disk'])
  })

  it('A29 a long value keeps its beginning and its end on one line', () => {
    const words = labelWords({ name: 'query', value: `select\n${'x'.repeat(4_000)} order by z` })
    expect(words).toMatch(/^query=select x+…x+ order by z$/)
    expect(words.length).toBeLessThan(90)
  })

  it('A29 every label but the name is there once, whatever they are called', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string({ minLength: 1 })), fc.string(), (labels, description) => {
        const wanted = Object.keys(labels).filter((name) => name !== 'alertname')
        expect(names(orderedLabels({ labels, annotations: { description } })).toSorted()).toEqual(wanted.toSorted())
      }),
    )
  })
})

describe('a title that tells', () => {
  it('A30 a summary that is the same for all gets the values that its words name', () => {
    expect(tellingTitle('PersistentVolume is filling up.', claim)).toBe(
      'PersistentVolume is filling up: data-ledger-postgres-0, payments-prod',
    )
  })

  it('A30 what tells it from its like comes first', () => {
    const [one] = pods
    expect(tellingTitle('Pod is crash looping.', one ?? claim, differingLabels(pods))).toBe(
      'Pod is crash looping: api-x2k, payments, app',
    )
  })

  it('A30 a title that names one of them stays, unless it leaves out what tells it from its like', () => {
    const title = 'Volume of data-ledger-postgres-0 is full'
    expect(tellingTitle(title, claim)).toBe(title)
    expect(tellingTitle('Pod in payments crashes', pod('api-x2k'), new Set(['pod']))).toBe(
      'Pod in payments crashes: api-x2k',
    )
  })

  it('A30 an alert alone whose words name no label gets the few that it has', () => {
    const alone = (labels: Readonly<Record<string, string>>) =>
      tellingTitle('Queue is stuck.', { labels, annotations: {} })
    expect(alone({ alertname: 'Stuck', severity: 'critical', job: 'exporter', queue: 'mail-out' })).toBe(
      'Queue is stuck: mail-out',
    )
    expect(alone({ cluster: 'orders-1', instance: 'db-7' })).toBe('Queue is stuck: orders-1, db-7')
    expect(alone({ a: 'eu', b: 'prod', c: 'core', queue: 'mail-out' })).toBe('Queue is stuck.')
    const title = 'Queue mail-out is stuck'
    expect(tellingTitle(title, { labels: { queue: 'mail-out', region: 'eu' }, annotations: {} })).toBe(title)
  })

  it('A30 with nothing to tell, or only a value too long for a title, it stays', () => {
    expect(tellingTitle('Load failed.', { labels: { job: 'ads' }, annotations: {} })).toBe('Load failed.')
    const query = 'select '.repeat(40).trim()
    expect(tellingTitle('Slow.', { labels: { query }, annotations: { description: `It was ${query}` } })).toBe('Slow.')
  })
})

describe('what it says', () => {
  it('A29 the description is what it says besides its summary', () => {
    expect(descriptionIn(claim.annotations)).toMatch(/^The PersistentVolume claimed/)
    expect(summaryIn({ description: 'Only\nthis' })).toBe('Only this')
    expect(descriptionIn({ description: 'Only\nthis' })).toBe('')
    expect(descriptionIn({ summary: 'Short', message: 'Long' })).toBe('Long')
    expect(summaryIn({ toString: '' } as never)).toBe('')
  })
})
