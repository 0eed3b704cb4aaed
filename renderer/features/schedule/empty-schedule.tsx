import { useDeskStore } from '../../state/store-context.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import styles from './schedule.module.css'

/** The least that makes a rotation of two. It must parse without a problem, which a test checks. */
export const smallestRotation = `people:
  - {id: ana, name: Ana, phone: "+1 555 0101", timezone: America/New_York, country: US, region: NY}
  - {id: ben, name: Ben, phone: "+1 555 0102", timezone: Europe/Berlin, country: DE, region: BE}

rotation:
  start: 2026-11-02 # a Monday: week 1 begins here, then the weeks repeat
  handover: {day: monday, at: "10:00", timezone: America/New_York}
  weeks:
    - {primary: ana, backup: ben}
    - {primary: ben, backup: ana}
`

/** No rotation yet: what to write, where, ready to copy. */
export function EmptySchedule({ workspace }: { readonly workspace: string }) {
  const { announce } = useDeskStore()
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(smallestRotation)
    announce('Copied')
  }
  return (
    <Panel title="No rotation yet">
      <EmptyState
        title="Nobody is on call, because no rotation says so."
        action={
          <ActionButton tone="primary" onClick={() => void copy()}>
            Copy it
          </ActionButton>
        }
      >
        Put this into <code>team.yaml</code> in {workspace}, with your own people. The screen fills itself as soon as
        the file is saved.
      </EmptyState>
      <pre className={styles.example}>{smallestRotation}</pre>
    </Panel>
  )
}
