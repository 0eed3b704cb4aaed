import type { ReactNode } from 'react'
import { useId } from 'react'
import { classNames } from './class-names.ts'
import styles from './clock-face.module.css'

/** A clock: its name, its digits in tabular numerals that never jump, and words that say what they mean. */
export function ClockFace(props: {
  readonly label: string
  /** What stands beside the label, such as where the clock counts from. */
  readonly note?: ReactNode
  readonly digits: string
  readonly words?: ReactNode
  readonly colour?: string
  readonly size?: 'large' | 'small'
}) {
  const id = useId()
  const { size = 'large' } = props
  return (
    <div className={classNames(styles.clock, size === 'large' ? styles.large : styles.small)}>
      <div className={styles.label}>
        <span id={id}>{props.label}</span>
        {props.note}
      </div>
      <div role="timer" aria-labelledby={id} className={styles.time} style={{ color: props.colour }}>
        {props.digits}
      </div>
      {props.words === undefined ? null : <div className={styles.words}>{props.words}</div>}
    </div>
  )
}
