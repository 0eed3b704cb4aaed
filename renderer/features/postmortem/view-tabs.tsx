import { type KeyboardEvent, type ReactNode, useId } from 'react'
import styles from './postmortem.module.css'

/** Tabs over one place: arrow keys move between them, the one shown is the only one in the order of Tab. */
export function ViewTabs<View extends string>(props: {
  readonly views: readonly { readonly view: View; readonly label: string }[]
  readonly shown: View
  readonly onShow: (view: View) => void
  readonly children: ReactNode
}) {
  const id = useId()
  const move = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const at = props.views.findIndex(({ view }) => view === props.shown)
    const next = props.views[(at + step + props.views.length) % props.views.length]
    if (next === undefined) return
    props.onShow(next.view)
    document.getElementById(`${id}-${next.view}`)?.focus()
  }
  return (
    <div className={styles.tabbed}>
      <div role="tablist" aria-label="Views" className={styles.tabs} onKeyDown={move}>
        {props.views.map(({ view, label }) => (
          <button
            key={view}
            type="button"
            role="tab"
            id={`${id}-${view}`}
            aria-selected={view === props.shown}
            aria-controls={`${id}-panel`}
            tabIndex={view === props.shown ? 0 : -1}
            className={styles.tab}
            onClick={() => props.onShow(view)}
          >
            {label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${props.shown}`} className={styles.tabPanel}>
        {props.children}
      </div>
    </div>
  )
}
