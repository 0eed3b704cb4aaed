import { TextInput } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import type { Desk } from '../../../shared/contract/answers.ts'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import { refusalWords } from '../../../shared/contract/refusal-words.ts'
import { useCommands } from '../../state/commands.ts'
import { selectReadOnly, selectZone } from '../../state/selectors.ts'
import { useDeskStore, useSelected } from '../../state/store-context.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { TimeText } from '../../ui/time-text.tsx'
import { longDate } from '../../ui/time-words.ts'
import { backupWords } from './backup-words.ts'
import { Copyable } from './copyable.tsx'
import styles from './settings.module.css'
import { readFolder } from './workspace-choice.ts'

type Made = CallOutput<'backup.make'>

/** Asks for a backup and holds what came of it. */
function useBackup() {
  const store = useDeskStore()
  const [isRunning, setRunning] = useState(false)
  const [made, setMade] = useState<Made | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const make = async (typed: string): Promise<void> => {
    setMade(null)
    const read = readFolder(typed)
    if (!read.ok) return setProblem(read.problem)
    if (read.folder === null) return setProblem('Write the folder that the backup goes to.')
    setProblem(null)
    setRunning(true)
    const reply = await store.client.call('backup.make', { folder: read.folder })
    setRunning(false)
    if (!reply.ok) return setProblem(refusalWords(reply.error))
    setMade(reply.value)
    store.announce(backupWords(reply.value).title)
  }
  return { isRunning, made, problem, make, forgetProblem: () => setProblem(null) }
}

function Outcome({ made }: { readonly made: Made }) {
  const words = backupWords(made)
  return (
    <div className={styles.field}>
      <strong className={words.isSound ? styles.sound : styles.error}>{words.title}</strong>
      <p className="dim">{words.detail}</p>
      <Copyable text={made.folder} what="the folder of the backup" />
    </div>
  )
}

/** A verified copy of every incident on another disk, and how to come back from it. */
export function BackupPanel({ preferences }: { readonly preferences: Desk['preferences'] }) {
  const zone = useSelected(selectZone)
  const isReadOnly = useSelected(selectReadOnly) !== null
  const { isRunning, made, problem, make, forgetProblem } = useBackup()
  const [typed, setTyped] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const { backupFolder, lastBackup } = preferences
  const folder = typed ?? backupFolder ?? ''
  const start = (): void => {
    if (folder === '') field.current?.focus()
    void make(folder)
  }
  useCommands([
    {
      id: 'settings.backup',
      label: 'Back up now',
      group: 'Settings',
      run: start,
      isEnabled: () => !(isRunning || isReadOnly),
    },
  ])
  return (
    <Panel
      title="Backup"
      note={
        lastBackup === null ? (
          'none made yet'
        ) : (
          <>
            last on {longDate(lastBackup.at, zone)}, <TimeText at={lastBackup.at} zone={zone} />
          </>
        )
      }
    >
      <form
        className={styles.body}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          start()
        }}
      >
        <TextInput
          ref={field}
          label="Back up to"
          description="A folder on another disk, or one that is synchronised. Each backup gets a folder of its own in it; none is overwritten."
          placeholder="/media/usb"
          value={folder}
          error={problem}
          spellCheck={false}
          onChange={(event) => {
            forgetProblem()
            setTyped(event.currentTarget.value)
          }}
        />
        <div className={styles.nextActions}>
          <ActionButton type="submit" size="small" disabled={isRunning || isReadOnly}>
            Back up now
          </ActionButton>
          {isRunning ? <progress aria-label="Backing up" /> : null}
        </div>
        {made === null ? null : <Outcome made={made} />}
        <p className="dim">
          A backup holds every incident with its evidence and the alerts that came in, and can be opened as it is: start
          Nightdesk with <code>--data</code> and its folder.
        </p>
      </form>
    </Panel>
  )
}
