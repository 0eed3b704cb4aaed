import { refusalWords } from '../../../../shared/contract/refusal-words.ts'
import type { RunbookRun } from '../../../../shared/incident/runbook-run.ts'
import { useDeskStore, useOpenIncident } from '../../../state/store-context.tsx'
import styles from './runbook.module.css'

/** Goes on with the run at the path that its file has now: until then later edits of the file are not seen (R6). */
export function FollowThere({ run, path }: { readonly run: RunbookRun; readonly path: string }) {
  const store = useDeskStore()
  const { incident } = useOpenIncident()
  const follow = async (): Promise<void> => {
    const reply = await store.openRunbook({ incident, path, reason: run.matchedBy })
    if (!reply.ok) store.showRefusal(refusalWords(reply.error))
  }
  return (
    <button type="button" className={styles.changed} onClick={() => void follow()}>
      Follow it there
    </button>
  )
}
