import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

/** Nothing here yet: says what will stand here and how to make it so. */
export function EmptyState(props: {
  readonly title: string
  readonly children?: ReactNode
  readonly action?: ReactNode
}) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{props.title}</p>
      {props.children === undefined ? null : <div>{props.children}</div>}
      {props.action}
    </div>
  )
}
