import { useCommands } from '../../state/commands.ts'
import { TabList } from '../../ui/tab-list.tsx'
import styles from './incident.module.css'

const tabs = [
  { view: 'runbook', label: 'Runbook', keys: '1' },
  { view: 'timeline', label: 'Timeline', keys: '2' },
] as const

/** The parts that take turns in a small window. */
export type PartName = (typeof tabs)[number]['view']

/** Which of the two parts a small window shows, chosen by click, arrow keys, or 1 and 2. */
export function PartTabs(props: {
  readonly id: string
  readonly chosen: PartName
  readonly onChoose: (part: PartName) => void
}) {
  const { id, chosen, onChoose } = props
  useCommands(
    tabs.map(({ view, label, keys }) => ({
      id: `tab.${view}`,
      label: `Show ${label}`,
      group: 'Go',
      keys,
      run: () => onChoose(view),
    })),
  )
  return (
    <TabList
      id={id}
      label="Runbook and timeline"
      views={tabs}
      shown={chosen}
      onShow={onChoose}
      className={styles.tabs}
    />
  )
}
