import { type ReactNode, useId } from 'react'
import { panelClass, panelOf, TabList } from '../../ui/tab-list.tsx'
import styles from './postmortem.module.css'

/** Views that take turns in one place, under their tabs. */
export function ViewTabs<View extends string>(props: {
  readonly views: readonly { readonly view: View; readonly label: string }[]
  readonly shown: View
  readonly onShow: (view: View) => void
  readonly children: ReactNode
}) {
  const id = useId()
  return (
    <div className={styles.tabbed}>
      <TabList id={id} label="Views" views={props.views} shown={props.shown} onShow={props.onShow} />
      <div className={panelClass} {...panelOf(id, props.shown)}>
        {props.children}
      </div>
    </div>
  )
}
