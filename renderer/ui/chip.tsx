import type { ReactNode } from 'react'
import styles from './chip.module.css'
import { classNames } from './class-names.ts'

/** The product's state colours, by meaning. */
export type Tone = 'holding' | 'debug' | 'secondary' | 'lead' | 'mitigated' | 'resolved' | 'drill'

/** A small fact about something, in a pill. A tone always comes with a word, and with a mark where it tells a state. */
export function Chip(props: {
  readonly tone?: Tone
  readonly mark?: ReactNode
  readonly title?: string
  readonly children: ReactNode
}) {
  return (
    <span className={classNames(styles.chip, props.tone && styles[props.tone])} title={props.title}>
      {props.mark}
      <span className={styles.text}>{props.children}</span>
    </span>
  )
}
