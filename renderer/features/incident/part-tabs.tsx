import type { KeyboardEvent } from 'react'
import { useCommands } from '../../state/commands.ts'
import styles from './incident.module.css'

const tabs = [
  { key: 'runbook', label: 'Runbook', keys: '1' },
  { key: 'timeline', label: 'Timeline', keys: '2' },
] as const

/** The parts that take turns in a small window. */
export type PartName = (typeof tabs)[number]['key']

/** The id of a part's tab, from the id of the whole; the part itself is named `-panel`. */
export const tabId = (id: string, part: PartName): string => `${id}-${part}`

/** Which of the two parts a small window shows, chosen by click, arrow keys, or 1 and 2. */
export function PartTabs(props: {
  readonly id: string
  readonly chosen: PartName
  readonly onChoose: (part: PartName) => void
}) {
  const { id, chosen, onChoose } = props
  useCommands(
    tabs.map(({ key, label, keys }) => ({
      id: `tab.${key}`,
      label: `Show ${label}`,
      group: 'Go',
      keys,
      run: () => onChoose(key),
    })),
  )
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    const next: PartName = chosen === 'runbook' ? 'timeline' : 'runbook'
    onChoose(next)
    document.getElementById(tabId(id, next))?.focus()
  }
  return (
    <div className={styles.tabs} role="tablist" aria-label="Runbook and timeline" onKeyDown={onKeyDown}>
      {tabs.map(({ key, label }) => (
        <button
          key={key}
          id={tabId(id, key)}
          type="button"
          role="tab"
          className={styles.tab}
          aria-selected={key === chosen}
          aria-controls={`${tabId(id, key)}-panel`}
          tabIndex={key === chosen ? 0 : -1}
          onClick={() => onChoose(key)}
        >
          {label}
        </button>
      ))}
    </div>
  )
}
