import { Progress } from '@mantine/core'
import { type ComponentProps, useEffect } from 'react'
import { refusalWords } from '../../../shared/contract/refusal-words.ts'
import { useRoute } from '../../state/route.ts'
import { useDeskStore, useSelected } from '../../state/store-context.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import styles from './postmortem.module.css'
import { PostmortemDesk } from './postmortem-desk.tsx'
import { useWholeLog } from './use-whole-log.ts'
import { useWriting, WritingContext } from './use-writing.ts'

/** Nothing to show yet, under the heading that every screen has. */
function EmptyScreen(props: ComponentProps<typeof EmptyState>) {
  return (
    <>
      <h1 className="visually-hidden">Postmortem</h1>
      <EmptyState {...props} />
    </>
  )
}

/** Reads the whole log, then shows the postmortem: from half a log it would be wrong. */
function Reading({ incident }: { readonly incident: string }) {
  const { records, total, problem, readAgain } = useWholeLog()
  const writing = useWriting(incident)
  const isWhole = records.length >= total
  if (problem !== null && records.length === 0) {
    return (
      <EmptyScreen
        title="The log could not be read."
        action={<ActionButton onClick={readAgain}>Read again</ActionButton>}
      >
        {problem} Nothing is lost: the log itself is untouched.
      </EmptyScreen>
    )
  }
  if (!isWhole && records.length === 0) return null
  if (!isWhole && total - records.length > 200) {
    return (
      <div className={styles.reading}>
        <h1 className="visually-hidden">Postmortem</h1>
        <p>
          Reading the log, {records.length} of {total} facts
        </p>
        <Progress value={(records.length / total) * 100} aria-label="Reading the log" />
        {problem === null ? null : <ActionButton onClick={readAgain}>Read again</ActionButton>}
      </div>
    )
  }
  return (
    <WritingContext value={writing}>
      <PostmortemDesk records={records} />
    </WritingContext>
  )
}

/** The postmortem of one incident: written beside what it will say, checked while it is written. */
export function PostmortemScreen() {
  const route = useRoute()
  const store = useDeskStore()
  const incident = route.screen === 'postmortem' ? route.incident : null
  const open = useSelected((state) => state.open?.incident)
  const problem = useSelected((state) => state.openProblem)
  useEffect(() => {
    if (incident !== null) void store.openIncident(incident)
  }, [store, incident])
  if (incident === null) return null
  if (problem !== null && problem.incident === incident) {
    return (
      <EmptyScreen
        title="This incident could not be opened."
        action={<ActionButton onClick={() => void store.openIncident(incident)}>Try again</ActionButton>}
      >
        {refusalWords(problem)}
      </EmptyScreen>
    )
  }
  if (open !== incident) return null
  return <Reading key={incident} incident={incident} />
}
