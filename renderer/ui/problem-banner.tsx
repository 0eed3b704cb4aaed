import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './problem-banner.module.css'

/** Something is wrong: what happened, what is safe, what to do. Never covers anything. */
export function ProblemBanner(props: {
  readonly title: string
  readonly severity?: 'error' | 'warning'
  readonly children?: ReactNode
  readonly actions?: ReactNode
}) {
  const { severity = 'error' } = props
  return (
    <div role="alert" className={classNames(styles.banner, severity === 'warning' && styles.warning)}>
      <strong className={styles.title}>{props.title}</strong>
      <span className={styles.text}>{props.children}</span>
      {props.actions}
    </div>
  )
}
