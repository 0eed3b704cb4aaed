import { useEffect, useState } from 'react'
import type { RunbookRun } from '../../../../shared/incident/runbook-run.ts'
import { trustNotes } from '../../../../shared/library/trust-words.ts'
import { changedSince } from '../../../../shared/runbook/diff-runbook.ts'
import { selectZone } from '../../../state/selectors.ts'
import { useDeskStore, useSelected } from '../../../state/store-context.tsx'
import { useTrust } from '../../../state/use-trust.ts'
import { dayKey } from '../../../ui/time-words.ts'
import { ChangedSince } from './changed-since.tsx'
import styles from './runbook.module.css'

type Standing = ReturnType<typeof changedSince>

/** How the file stands to what the run has pinned (R6); null while that is not known. */
function useStanding({ path, sha256 }: RunbookRun): Standing | null {
  const { client } = useDeskStore()
  const libraryVersion = useSelected((state) => state.libraryVersion)
  const [standing, setStanding] = useState<Standing | null>(null)
  useEffect(() => {
    let isCurrent = libraryVersion >= 0
    void client.call('library.list', {}).then((reply) => {
      if (!isCurrent || !reply.ok) return
      const file = reply.value.find((each) => each.path === path)
      setStanding(changedSince({ sha256 }, file))
    })
    return () => {
      isCurrent = false
    }
  }, [client, path, sha256, libraryVersion])
  return standing
}

/** How far the file that is followed can be trusted, in one line. */
function TrustLine({ path }: { readonly path: string }) {
  const zone = useSelected(selectZone)
  const signals = useTrust(path).get(path)
  if (signals === undefined) return null
  const verified = signals.lastVerified === null ? 'never verified' : `verified ${signals.lastVerified}`
  const notes = trustNotes(signals, (at) => dayKey(at, zone))
  return (
    <div>
      {signals.lastVerified === null ? <strong className={styles.doubt}>{verified}</strong> : verified}
      {notes.map(({ words, title, isWarning }) => (
        <span key={words} title={title}>
          , {isWarning ? <strong className={styles.doubt}>{words}</strong> : words}
        </span>
      ))}
    </div>
  )
}

/** Which text the run follows, why this one, and whether the file still says the same. */
export function PinnedNote({ run }: { readonly run: RunbookRun }) {
  const standing = useStanding(run)
  return (
    <footer className={styles.foot}>
      <span className="mono" title={run.path}>
        {run.path.split('/').at(-1)}
      </span>
      , pinned <span className="mono">{run.sha256.slice(0, 6)}</span>, {run.matchedBy}
      {standing === 'changed' ? <ChangedSince run={run} /> : null}
      {standing === 'gone' ? '. The file is not in the workspace any more; the run keeps its text.' : null}
      <TrustLine path={run.path} />
    </footer>
  )
}
