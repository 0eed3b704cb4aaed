import type { AlertRow } from './alert-row.ts'
import { differingLabels } from './told-labels.ts'

type Alike = Pick<AlertRow, 'name' | 'status' | 'labels' | 'dismissed'>

const none: ReadonlySet<string> = new Set()

/** Tells, of any of these rows, the names of the labels in which it differs from its like: those of its name that fire, or are over, as it does. */
export function differencesAmong(rows: readonly Alike[]): (row: Alike) => ReadonlySet<string> {
  const kindOf = ({ name, status }: Alike): string => `${status} ${name}`
  const groups = new Map<string, Alike[]>()
  for (const row of rows) {
    if (row.dismissed) continue
    const group = groups.get(kindOf(row))
    if (group === undefined) groups.set(kindOf(row), [row])
    else group.push(row)
  }
  const found = new Map([...groups].map(([kind, alike]) => [kind, differingLabels(alike)]))
  return (row) => found.get(kindOf(row)) ?? none
}
