import type { ReactNode } from 'react'
import type { FactRecord } from '../../../../shared/incident/facts/fact-catalog.ts'
import { recordAt } from '../../../state/incident-log.ts'
import { selectReadOnly, selectZone } from '../../../state/selectors.ts'
import { useOpenIncident, useSelected } from '../../../state/store-context.tsx'
import { dayKey } from '../../../ui/time-words.ts'
import { type EntryActions, EntryRow } from './entry-row.tsx'
import styles from './timeline.module.css'
import { useNames } from './use-names.ts'

function startsDay(record: FactRecord, before: FactRecord | undefined, zone: string, isFirst: boolean): boolean {
  if (before === undefined) return isFirst
  return dayKey(record.occurredAt ?? record.at, zone) !== dayKey(before.occurredAt ?? before.at, zone)
}

/** Makes the row at a place of the feed; what has not been read yet says so. Only the row at `tabStop` is reached by Tab. */
export function useRowAt(
  seqAt: (index: number) => number,
  tabStop: number,
  actions: EntryActions,
): (index: number) => ReactNode {
  const { log, state } = useOpenIncident()
  const zone = useSelected(selectZone)
  const canWrite = useSelected(selectReadOnly) === null
  const names = useNames()
  return (index) => {
    const record = recordAt(log, seqAt(index))
    if (record === undefined) return <div className={styles.placeholder}>Reading entry {seqAt(index)}</div>
    const before = recordAt(log, seqAt(index - 1))
    return (
      <EntryRow
        record={record}
        change={state.entries[record.id]}
        names={names}
        zone={zone}
        total={log.total}
        startsDay={startsDay(record, before, zone, index === 0)}
        isFocusable={index === tabStop}
        canWrite={canWrite}
        actions={actions}
      />
    )
  }
}
