import { type ReactNode, type Ref, useId } from 'react'
import { classNames } from './class-names.ts'
import styles from './panel.module.css'

/** A named region with a heading line. `flush` fills a column edge to edge; else it is a card. */
export function Panel(props: {
  readonly title: ReactNode
  /** What assistive technology calls the region, where the title is the name of what stands in it. */
  readonly name?: string
  /** A line below the title. */
  readonly under?: ReactNode
  readonly note?: ReactNode
  readonly tools?: ReactNode
  readonly flush?: boolean
  readonly className?: string | undefined
  readonly ref?: Ref<HTMLElement>
  readonly children: ReactNode
}) {
  const id = useId()
  return (
    <section
      ref={props.ref}
      {...(props.name === undefined ? { 'aria-labelledby': id } : { 'aria-label': props.name })}
      className={classNames(styles.panel, props.flush && styles.flush, props.className)}
    >
      <header className={classNames(styles.head, props.under !== undefined && styles.twoLines)}>
        <div className={styles.names}>
          <h2 id={id} className={styles.title} style={{ display: 'inline' }}>
            {props.title}
          </h2>
          {props.note === undefined ? null : <span className={styles.note}>{props.note}</span>}
        </div>
        {props.tools === undefined ? null : <div className={styles.tools}>{props.tools}</div>}
        {props.under === undefined ? null : <p className={styles.under}>{props.under}</p>}
      </header>
      {props.children}
    </section>
  )
}
