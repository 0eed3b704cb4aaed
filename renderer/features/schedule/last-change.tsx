import { useCommands } from '../../state/commands.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import type { Begin } from './intent.ts'
import styles from './schedule.module.css'
import { useLastChange } from './use-last-change.ts'

/** What was written last, and the way to take it back, which shows first what it takes back. */
export function LastChange({ isReadOnly, onBegin }: { readonly isReadOnly: boolean; readonly onBegin: Begin }) {
  const lastChange = useLastChange()
  const undo = (): void => onBegin({ kind: 'undo' })
  useCommands([
    {
      id: 'schedule.undo',
      label: 'Undo the last change',
      group: 'Schedule',
      keys: 'u',
      run: undo,
      isEnabled: () => !isReadOnly,
    },
  ])
  if (lastChange === null) return null
  return (
    <p className={styles.lastChange}>
      <span>
        Written to team.yaml: <strong>{lastChange.words}</strong>
      </span>
      <ActionButton size="small" keys="u" disabled={isReadOnly} onClick={undo}>
        Undo
      </ActionButton>
    </p>
  )
}
