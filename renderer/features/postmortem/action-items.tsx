import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Postmortem } from '../../../shared/postmortem/postmortem.ts'
import { emptyTeam } from '../../../shared/schedule/team.ts'
import { useDeskStore, useDraft, useSelected } from '../../state/store-context.tsx'
import { useOneAtATime } from '../../state/use-one-at-a-time.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { ActionRow } from './action-row.tsx'
import styles from './actions.module.css'
import { ownersOf } from './owner-names.ts'
import { useStateFacts } from './use-state-facts.ts'

/** Begins an action item from its words; type, owner and date are chosen in its row. */
function NewAction({ incident }: { readonly incident: string }) {
  const state = useStateFacts()
  const draft = `postmortem.${incident}.new-action`
  const [what, setWhat] = useDraft(draft)
  const store = useDeskStore()
  const [, begin] = useOneAtATime()
  const [problem, setProblem] = useState<string | null>(null)
  const add = async (): Promise<void> => {
    const words = what.trim()
    if (words === '') return setProblem('Say what is to be done.')
    const data = { action: crypto.randomUUID(), what: words, type: null, owner: null, due: null }
    const refused = await state({ type: 'action.added', data })
    setProblem(refused)
    // What was typed meanwhile is the next one.
    if (refused === null && store.keptDraft(draft).trim() === words) setWhat('')
  }
  return (
    <form
      className={styles.newAction}
      onSubmit={(event) => {
        event.preventDefault()
        void begin(add)
      }}
    >
      <TextInput
        aria-label="New action item"
        placeholder="What is to be done, so that it does not happen again"
        value={what}
        error={problem}
        onChange={(event) => {
          setProblem(null)
          setWhat(event.currentTarget.value)
        }}
      />
      <ActionButton type="submit">Add action item</ActionButton>
    </form>
  )
}

/** The action items of the postmortem, changed in place; each change is a fact. */
export function ActionItems({ postmortem, readOnly }: { readonly postmortem: Postmortem; readonly readOnly: boolean }) {
  const team = useSelected((desk) => desk.desk?.workspace.team ?? emptyTeam)
  const owners = ownersOf(team, postmortem.actions)
  return (
    <div className={styles.actions}>
      {postmortem.actions.length === 0 ? (
        <p className="dim">No action items yet. One that has an owner and a date gets done.</p>
      ) : (
        <ul className={styles.actionList} aria-label="Action items">
          {postmortem.actions.map((action) => (
            <ActionRow key={action.action} action={action} owners={owners} readOnly={readOnly} />
          ))}
        </ul>
      )}
      {readOnly ? null : <NewAction incident={postmortem.incident} />}
    </div>
  )
}
