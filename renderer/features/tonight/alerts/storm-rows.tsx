import { useId, useState } from 'react'
import type { AlertRow } from '../../../../shared/alerts/alert-row.ts'
import { selectZone } from '../../../state/selectors.ts'
import { useNow, useSelected } from '../../../state/store-context.tsx'
import { ActionButton } from '../../../ui/action-button.tsx'
import { MoreButton } from '../../../ui/more-button.tsx'
import { timeWithDay } from '../../../ui/time-words.ts'
import { AlertRowView } from './alert-row-view.tsx'
import styles from './alerts.module.css'
import type { AlertActions } from './use-alert-actions.ts'

/** More names of labels than this say no more. */
const NAMED = 3

/** The rest of a storm, below its newest alert: how many, since when, in what they differ; one by one when somebody asks, dismissed together. */
export function StormRows(props: {
  readonly newest: AlertRow
  readonly rest: readonly AlertRow[]
  readonly differing: (row: AlertRow) => ReadonlySet<string>
  readonly isReadOnly: boolean
  readonly actions: AlertActions
}) {
  const { newest, rest, differing, isReadOnly, actions } = props
  const nowMs = useNow(60_000)
  const zone = useSelected(selectZone)
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const since = rest.map((row) => row.since).reduce((first, at) => (at < first ? at : first))
  const names = [...differing(newest)]
  const differ = names.length === 0 || names.length > NAMED ? '' : `, by ${names.join(', ')}`
  const words = `${rest.length} more ${newest.name}${differ}`
  return (
    <>
      <li className={styles.storm}>
        <MoreButton isOpen={isOpen} onToggle={setOpen} controls={id}>
          {isOpen ? `Show only the newest ${newest.name}` : words}
        </MoreButton>
        <span className={styles.stormSince}>since {timeWithDay(since, nowMs, zone)}</span>
        <ActionButton
          size="small"
          tone="quiet"
          disabled={isReadOnly}
          aria-label={`Dismiss all ${rest.length + 1}: ${newest.name}`}
          onClick={() => void actions.dismiss([newest, ...rest])}
        >
          Dismiss all {rest.length + 1}
        </ActionButton>
      </li>
      <li id={id} hidden={!isOpen}>
        <ul aria-label={`More ${newest.name}`}>
          {isOpen
            ? rest.map((row) => (
                <AlertRowView
                  key={row.id}
                  row={row}
                  differing={differing(row)}
                  isReadOnly={isReadOnly}
                  actions={actions}
                />
              ))
            : null}
        </ul>
      </li>
    </>
  )
}
