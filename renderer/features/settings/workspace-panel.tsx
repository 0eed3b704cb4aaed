import { TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import type { Desk } from '../../../shared/contract/answers.ts'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import { useDeskStore, useSelected } from '../../state/store-context.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Copyable } from './copyable.tsx'
import { ProblemList } from './problem-list.tsx'
import styles from './settings.module.css'
import { readFolder } from './workspace-choice.ts'

type Documents = CallOutput<'library.list'>

function useDocuments(): Documents {
  const { client } = useDeskStore()
  const libraryVersion = useSelected((state) => state.libraryVersion)
  const [documents, setDocuments] = useState<Documents>([])
  useEffect(() => {
    let isCurrent = libraryVersion >= 0
    void client.call('library.list', {}).then((reply) => {
      if (isCurrent && reply.ok) setDocuments(reply.value)
    })
    return () => {
      isCurrent = false
    }
  }, [client, libraryVersion])
  return documents
}

function Counts({ team, documents }: { readonly team: Desk['workspace']['team']; readonly documents: Documents }) {
  const runbooks = documents.filter(({ kind }) => kind === 'runbook').length
  const counts = [
    ['People', team.people.length],
    ['Pipelines', team.pipelines.length],
    ['Rotations', team.rotations.length],
    ['Runbooks', runbooks],
    ['Reference', documents.length - runbooks],
  ] as const
  return (
    <dl className={styles.counts}>
      {counts.map(([name, count]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{count}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Another folder for the next start: the one in use is watched and goes on being used until then. */
function NextWorkspace({ chosen, inUse }: { readonly chosen: string | null; readonly inUse: string }) {
  const { changePreferences, announce } = useDeskStore()
  const [typed, setTyped] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const isWaiting = chosen !== null && chosen !== inUse
  const keep = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const read = readFolder(typed ?? '')
    if (!read.ok) return setProblem(read.problem)
    setProblem(null)
    if (!(await changePreferences({ workspace: read.folder }))) return
    setTyped(null)
    announce('Kept. It takes effect when Nightdesk starts again.')
  }
  return (
    <form onSubmit={keep} className={styles.next} noValidate>
      <TextInput
        label="Folder for the next start"
        description="Takes effect when Nightdesk starts again, unless it is started with --workspace. Empty means the demo workspace."
        placeholder="/home/me/oncall"
        value={typed ?? chosen ?? ''}
        error={problem}
        spellCheck={false}
        onChange={(event) => {
          setProblem(null)
          setTyped(event.currentTarget.value)
        }}
      />
      <div className={styles.nextActions}>
        <ActionButton type="submit" disabled={typed === null || typed.trim() === (chosen ?? '')}>
          Keep for the next start
        </ActionButton>
        {isWaiting ? (
          <>
            <span className={styles.waiting}>The next start opens this folder instead of the one in use.</span>
            <ActionButton tone="quiet" onClick={() => void changePreferences({ workspace: null })}>
              Undo
            </ActionButton>
          </>
        ) : null}
      </div>
    </form>
  )
}

/** The folder with the team and its runbooks: which, what is in it, what is wrong in it. */
export function WorkspacePanel({ desk }: { readonly desk: Desk }) {
  const documents = useDocuments()
  const { path, team, problems } = desk.workspace
  return (
    <Panel title="Workspace" note="read and watched, written only when you ask">
      <div className={styles.body}>
        <div className={styles.field}>
          <span className={styles.label}>Folder in use</span>
          <Copyable text={path} what="the workspace folder" />
        </div>
        <Counts team={team} documents={documents} />
        <NextWorkspace chosen={desk.preferences.workspace} inUse={path} />
      </div>
      <ProblemList problems={problems} paths={new Set(documents.map((document) => document.path))} folder={path} />
    </Panel>
  )
}
