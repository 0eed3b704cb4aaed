import type { AlertRow } from '../../../../shared/alerts/alert-row.ts'

/** So many alerts of one name are a storm: fewer are read one by one. */
const STORM = 5

/** Alerts that stand together: the newest, and in a storm those that are like it; `rest` is empty else. */
export type AlertStorm = { readonly newest: AlertRow; readonly rest: readonly AlertRow[] }

const kindOf = ({ source, name, status, pipeline, severity }: AlertRow): string =>
  JSON.stringify([source, name, status, pipeline, severity])

/**
 * Puts a storm where its newest alert stands: a bad switch fires one alert for each of a hundred hosts, and what else fires must be seen
 * beside it. Of one sender, name, pipeline and severity, all firing or all over; the order stays as it is.
 */
export function stormsAmong(rows: readonly AlertRow[]): readonly AlertStorm[] {
  const alike = new Map<string, AlertRow[]>()
  for (const row of rows) {
    const known = alike.get(kindOf(row))
    if (known === undefined) alike.set(kindOf(row), [row])
    else known.push(row)
  }
  return rows.flatMap((row): AlertStorm[] => {
    const all = alike.get(kindOf(row)) ?? []
    if (all.length < STORM) return [{ newest: row, rest: [] }]
    return all[0] === row ? [{ newest: row, rest: all.slice(1) }] : []
  })
}
