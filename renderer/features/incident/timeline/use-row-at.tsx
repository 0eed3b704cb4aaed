import type { ReactNode } from 'react'
import type { EntryChanges } from '../../../../shared/incident/entry-changes.ts'
import type { FactRecord } from '../../../../shared/incident/facts/fact-catalog.ts'
import { recordAt } from '../../../state/incident-log.ts'
import { selectReadOnly, selectZone } from '../../../state/selectors.ts'
import { useOpenIncident, useSelected } from '../../../state/store-context.tsx'
import { dayKey } from '../../../ui/time-words.ts'
import { type EntryActions, EntryRow } from './entry-row.tsx'
import { shownAt } from './shown-at.ts'
import styles from './timeline.module.css'
import { useNames } from './use-names.ts'

/** The day on which an entry is shown: an amendment may have moved it. */
const shownDay = (record: FactRecord, changes: EntryChanges, zone: string): string =>
  dayKey(shownAt(record, changes[record.id]), zone)

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
  const startsDay = (record: FactRecord, before: FactRecord | undefined, isFirst: boolean): boolean =>
    before === undefined ? isFirst : shownDay(record, state.entries, zone) !== shownDay(before, state.entries, zone)
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
        startsDay={startsDay(record, before, index === 0)}
        isFocusable={index === tabStop}
        canWrite={canWrite}
        actions={actions}
      />
    )
  }
}
