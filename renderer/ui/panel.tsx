import { type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'
import styles from './panel.module.css'

/** A named region with a heading line. `flush` fills a column edge to edge; else it is a card. */
export function Panel(props: {
  readonly title: string
  readonly note?: ReactNode
  readonly tools?: ReactNode
  readonly flush?: boolean
  readonly className?: string | undefined
  readonly children: ReactNode
}) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={classNames(styles.panel, props.flush && styles.flush, props.className)}>
      <header className={styles.head}>
        <div>
          <h2 id={id} className={styles.title} style={{ display: 'inline' }}>
            {props.title}
          </h2>
          {props.note === undefined ? null : <span className={styles.note}>{props.note}</span>}
        </div>
        {props.tools === undefined ? null : <div className={styles.tools}>{props.tools}</div>}
      </header>
      {props.children}
    </section>
  )
}
