import { describe, expect, it } from 'vitest'
import { attachTargets } from '../../../../renderer/features/tonight/alerts/attach-targets.ts'
import type { IncidentSummary } from '../../../../shared/contract/incident-summary.ts'

const alert = (name: string, belongs: { readonly incident?: string; readonly before?: string } = {}) => ({
  name,
  incident: null,
  before: null,
  ...belongs,
})
const open = (incident: string, pipeline?: string) =>
  ({
    incident,
    lifecycle: 'debugging',
    detectedAt: '2026-11-24T13:00:00.000Z',
    pipeline: pipeline === undefined ? null : { id: pipeline, name: pipeline },
  }) as IncidentSummary

describe('the incidents that an alert can be put to', () => {
  const summaries = [open('other'), open('alike'), open('orders', 'orders'), open('earlier')]
  const rows = [alert('QuorumLost', { incident: 'alike' }), alert('DiskFull', { incident: 'other' })]
  const orderOf = (row: ReturnType<typeof alert>, pipeline?: string) =>
    attachTargets(row, { summaries, rows, pipeline }).map(({ incident }) => incident)

  it('begin with one that holds an alert of its name', () => {
    expect(orderOf(alert('QuorumLost'))[0]).toBe('alike')
    expect(orderOf(alert('DiskFull'))[0]).toBe('other')
  })

  it('begin with one of its pipeline, and before all with the one that it belonged to', () => {
    expect(orderOf(alert('QuorumLost'), 'orders').slice(0, 2)).toEqual(['orders', 'alike'])
    expect(orderOf(alert('QuorumLost', { before: 'earlier' }), 'orders').slice(0, 2)).toEqual(['earlier', 'orders'])
  })

  it('are without the one that it belongs to, else in their order', () => {
    expect(orderOf(alert('Unheard', { incident: 'other' }))).toEqual(['alike', 'orders', 'earlier'])
  })
})
