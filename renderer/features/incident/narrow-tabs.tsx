import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import { useCommands } from '../../state/commands.ts'
import styles from './incident.module.css'

const tabs = [
  { key: 'runbook', label: 'Runbook' },
  { key: 'timeline', label: 'Timeline' },
] as const

type TabKey = (typeof tabs)[number]['key']

/** Runbook and timeline as tabs, for small windows. Both stay alive, so nothing typed or scrolled to is lost. */
export function NarrowTabs(props: { readonly runbook: ReactNode; readonly timeline: ReactNode }) {
  const id = useId()
  const [chosen, choose] = useState<TabKey>('runbook')
  useCommands(
    tabs.map(({ key, label }) => ({
      id: `tab.${key}`,
      label: `Show ${label}`,
      group: 'Go',
      keys: key === 'runbook' ? '1' : '2',
      run: () => choose(key),
    })),
  )
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    const next: TabKey = chosen === 'runbook' ? 'timeline' : 'runbook'
    choose(next)
    document.getElementById(`${id}-${next}`)?.focus()
  }
  return (
    <>
      <div className={styles.tabs} role="tablist" aria-label="Runbook and timeline" onKeyDown={onKeyDown}>
        {tabs.map(({ key, label }) => (
          <button
            key={key}
            id={`${id}-${key}`}
            type="button"
            role="tab"
            className={styles.tab}
            aria-selected={key === chosen}
            aria-controls={`${id}-${key}-panel`}
            tabIndex={key === chosen ? 0 : -1}
            onClick={() => choose(key)}
          >
            {label}
          </button>
        ))}
      </div>
      {tabs.map(({ key }) => (
        <div
          key={key}
          id={`${id}-${key}-panel`}
          role="tabpanel"
          className={styles.tabPanel}
          aria-labelledby={`${id}-${key}`}
          hidden={key !== chosen}
        >
          {props[key]}
        </div>
      ))}
    </>
  )
}
