import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './problem-banner.module.css'

/** Something is wrong: what happened, what is safe, what to do. Never covers anything. */
export function ProblemBanner(props: {
  readonly title: string
  /** A note is no problem, only something that is not set up: it is not read out at once. */
  readonly severity?: 'error' | 'warning' | 'note'
  readonly children?: ReactNode
  readonly actions?: ReactNode
}) {
  const { severity = 'error' } = props
  return (
    <div
      role={severity === 'note' ? 'status' : 'alert'}
      className={classNames(styles.banner, severity !== 'error' && styles[severity])}
    >
      <strong className={styles.title}>{props.title}</strong>
      <span className={styles.text}>{props.children}</span>
      {props.actions}
    </div>
  )
}
