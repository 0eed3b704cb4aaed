import { describe, expect, it } from 'vitest'
import { createLabelValues } from '../../../shared/runbook/variables/label-values.ts'

const valueFor = (name: string, ...labels: readonly Record<string, string>[]): string =>
  createLabelValues(labels)({ name })

describe('V4 a value from the labels of an alert', () => {
  const failed = { alertname: 'KubeJobFailed', namespace: 'etl', job_name: 'nightly', job: 'kube-state-metrics' }

  it.each([
    ['NAMESPACE', 'etl'],
    ['namespace', 'etl'],
    ['NS', 'etl'],
    ['your-namespace', 'etl'],
    ['value of namespace label from alert', 'etl'],
    ['JOB', 'nightly'],
    ['job name', 'nightly'],
    ['jobName', 'nightly'],
    ['POD', ''],
    ['alertname', 'KubeJobFailed'],
  ])('V4 %s is %j', (name, value) => {
    expect(valueFor(name, failed)).toBe(value)
  })

  it('V4 where something runs is told by the address that was scraped, without its port', () => {
    expect(valueFor('HOST', { instance: 'worker-3:9100' })).toBe('worker-3')
    expect(valueFor('NODE', { instance: '10.1.2.3:8080' })).toBe('')
    expect(valueFor('node', { instance: 'worker-3:9100', node: 'worker-4' })).toBe('worker-4')
    expect(valueFor('instance', { instance: 'worker-3:9100' })).toBe('worker-3:9100')
    expect(valueFor('db', { datname: 'orders' })).toBe('orders')
    expect(valueFor('pod', { pod: 'exporter-1', exported_pod: 'web-1' })).toBe('web-1')
  })

  it('V4 what one alert says in three ways is no value, blanks around it aside', () => {
    expect(valueFor('pod', { pod_name: 'a', podname: 'b', podName: 'c' })).toBe('')
    expect(valueFor('pod', { pod_name: 'a', podname: ' a ', podName: 'a' })).toBe('a')
  })

  it('V4 what alerts disagree on is answered by no label that is less sure', () => {
    const scraped = { instance: '10.1.2.3:8080' }
    expect(valueFor('node', { node: 'n1', ...scraped }, { node: 'n2', ...scraped })).toBe('')
    expect(valueFor('host', { node: 'n1', ...scraped }, { node: 'n2', ...scraped })).toBe('')
    expect(valueFor('pod', { pod: 'a', exported_pod: 'x' }, { pod: 'a', exported_pod: 'y' })).toBe('')
    expect(valueFor('JOB_NAME', { job_name: 'a', job: 'ksm' }, { job_name: 'b', job: 'ksm' })).toBe('')
    expect(valueFor('pod', { pod: 'a' }, { pod: 'b', exported_pod: 'x' })).toBe('')
    expect(valueFor('host', { instance: 'a:1' }, { instance: 'b:1' })).toBe('')
  })

  it('V4 is never a secret, never what alerts disagree on, and never more than one line', () => {
    expect(valueFor('password', { password: 'hunter2' })).toBe('')
    expect(valueFor('API_TOKEN', { api_token: 'x' })).toBe('')
    expect(valueFor('namespace', { namespace: 'etl' }, { namespace: 'prod' })).toBe('')
    expect(valueFor('namespace', { namespace: 'etl' }, { namespace: 'etl' }, {})).toBe('etl')
    expect(valueFor('namespace', { namespace: 'etl\nid' })).toBe('')
    expect(valueFor('constructor', { namespace: 'etl' })).toBe('')
  })
})
