import { type AlertRow, sortRows } from './alert-row.ts'

/**
 * Which of these alerts begin to fire, by what was known before (rows by their id): the newest first. A repeat begins nothing, nor
 * does one that somebody has dismissed or that an incident has already.
 */
export function begunRows(known: ReadonlyMap<string, AlertRow>, rows: readonly AlertRow[]): readonly AlertRow[] {
  return sortRows(rows).filter((row) => {
    const before = known.get(row.id)
    const isNew = before === undefined || before.episode !== row.episode || before.status === 'resolved'
    return isNew && row.status === 'firing' && !row.dismissed && row.incident === null
  })
}
