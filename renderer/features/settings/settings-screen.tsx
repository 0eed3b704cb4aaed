import { useSelected } from '../../state/store-context.tsx'
import { AboutPanel } from './about-panel.tsx'
import { BackupPanel } from './backup-panel.tsx'
import { DataPanel } from './data-panel.tsx'
import { DeskPanel } from './desk-panel.tsx'
import { IntakePanel } from './intake/intake-panel.tsx'
import styles from './settings.module.css'
import { VerifyPanel } from './verify-panel.tsx'
import { WorkspacePanel } from './workspace-panel.tsx'

/** Whose desk this is, where everything lies, and whether it holds together. */
export function SettingsScreen() {
  const desk = useSelected((state) => state.desk)
  const intake = useSelected((state) => state.intake)
  if (desk === null) return null
  return (
    <div className={styles.page}>
      <h1 className={styles.heading}>Settings</h1>
      <div className={styles.column}>
        <DeskPanel preferences={desk.preferences} />
        <WorkspacePanel desk={desk} />
        {intake === null ? null : <IntakePanel intake={intake} />}
      </div>
      <div className={styles.column}>
        <DataPanel folder={desk.dataFolder} />
        <BackupPanel preferences={desk.preferences} />
        <VerifyPanel />
        <AboutPanel desk={desk} />
      </div>
    </div>
  )
}
