import type { KeyboardEvent } from 'react'
import { classNames } from './class-names.ts'
import styles from './tab-list.module.css'

/** The id of a view's tab, from the id of them all. */
export const tabId = (id: string, view: string): string => `${id}-${view}`

/** What a part needs to be the panel of a view. */
export const panelOf = (id: string, view: string) =>
  ({ role: 'tabpanel', id: `${tabId(id, view)}-panel`, 'aria-labelledby': tabId(id, view) }) as const

/** The looks of a panel that fills what is left under its tabs. */
export const panelClass = styles.panel ?? ''

/** Tabs over one place: arrow keys move between them, the one shown is the only one in the order of Tab. */
export function TabList<View extends string>(props: {
  readonly id: string
  readonly label: string
  readonly views: readonly { readonly view: View; readonly label: string }[]
  readonly shown: View
  readonly onShow: (view: View) => void
  readonly className?: string | undefined
}) {
  const { id, views, shown, onShow } = props
  const move = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const at = views.findIndex(({ view }) => view === shown)
    const next = views[(at + step + views.length) % views.length]
    if (next === undefined) return
    onShow(next.view)
    document.getElementById(tabId(id, next.view))?.focus()
  }
  return (
    <div role="tablist" aria-label={props.label} className={classNames(styles.tabs, props.className)} onKeyDown={move}>
      {views.map(({ view, label }) => (
        <button
          key={view}
          type="button"
          role="tab"
          id={tabId(id, view)}
          aria-selected={view === shown}
          aria-controls={panelOf(id, view).id}
          tabIndex={view === shown ? 0 : -1}
          className={styles.tab}
          onClick={() => onShow(view)}
        >
          {label}
        </button>
      ))}
    </div>
  )
}
