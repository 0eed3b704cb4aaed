import { describe, expect, it } from 'vitest'
import { stormsAmong } from '../../../../renderer/features/tonight/alerts/alert-storms.ts'
import type { AlertRow } from '../../../../shared/alerts/alert-row.ts'

const row = (id: string, change: Partial<AlertRow> = {}): AlertRow =>
  ({
    ...{ id, name: 'PodNotReady', source: 'alertmanager', status: 'firing', pipeline: null, severity: 3 },
    ...change,
  }) as AlertRow
const many = (count: number, change: Partial<AlertRow> = {}) =>
  Array.from({ length: count }, (_, at) => row(`${change.name ?? 'pod'}-${at}`, change))
const shapeOf = (rows: readonly AlertRow[]) => stormsAmong(rows).map(({ newest, rest }) => [newest.id, rest.length])

describe('A32 a storm', () => {
  it('A32 stands where its newest alert stands, and what else fires around it', () => {
    const [first, ...others] = many(6)
    const disk = row('disk', { name: 'DiskFull' })
    expect(shapeOf([...(first ? [first] : []), disk, ...others])).toEqual([
      ['pod-0', 5],
      ['disk', 0],
    ])
  })

  it('A32 is no storm while there are few, and each is read by itself', () => {
    expect(shapeOf(many(4))).toEqual(many(4).map(({ id }) => [id, 0]))
  })

  it('A32 is of one sender, severity and pipeline, all firing or all over', () => {
    const rows = [
      ...many(3),
      ...many(3, { status: 'resolved' }),
      ...many(3, { severity: 2 }),
      ...many(3, { pipeline: 'profit' }),
      ...many(3, { source: 'grafana' }),
    ]
    expect(stormsAmong(rows)).toHaveLength(15)
  })

  it('A32 loses no alert', () => {
    const rows = [...many(40), ...many(7, { name: 'DiskFull' }), ...many(2, { name: 'Late' })]
    expect(stormsAmong(rows).reduce((sum, { rest }) => sum + 1 + rest.length, 0)).toBe(rows.length)
  })
})
