import type { ReactNode } from 'react'
import choices from './choices.module.css'
import styles from './runbook.module.css'

/** A runbook that can be opened: its title, and lines that say why it stands there. */
export type RunbookRow = {
  readonly key: string
  readonly title: ReactNode
  readonly lines: readonly { readonly key: string; readonly words: ReactNode }[]
  readonly onOpen: () => void
}

/** Runbooks under a heading, a button each; the arrow keys move among all of them. */
export function RunbookRows(props: {
  readonly heading: string
  readonly note?: string
  readonly rows: readonly RunbookRow[]
}) {
  const { heading, note, rows } = props
  if (rows.length === 0) return null
  return (
    <>
      <h3 className={`caption ${styles.section}`}>{heading}</h3>
      {note === undefined ? null : <p className={styles.sectionNote}>{note}</p>}
      <div className={styles.list}>
        {rows.map(({ key, title, lines, onOpen }) => (
          <button key={key} type="button" data-row className={choices.choice} onClick={onOpen}>
            <strong>{title}</strong>
            {lines.map((line) => (
              <span key={line.key}>{line.words}</span>
            ))}
          </button>
        ))}
      </div>
    </>
  )
}
