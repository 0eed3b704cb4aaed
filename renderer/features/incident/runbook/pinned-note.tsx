import { useEffect, useState } from 'react'
import type { Client } from '../../../../shared/contract/client.ts'
import { parsedPin } from '../../../../shared/incident/checklist.ts'
import type { RunbookRun } from '../../../../shared/incident/runbook-run.ts'
import { calendarDayIn } from '../../../../shared/kit/calendar-day.ts'
import { signalsOfVersion } from '../../../../shared/library/signals-of-version.ts'
import type { TrustSignals } from '../../../../shared/library/trust-signals.ts'
import { type TrustNote, trustNotes } from '../../../../shared/library/trust-words.ts'
import { changedSince, saysTheSame } from '../../../../shared/runbook/diff-runbook.ts'
import { movedRunbooks } from '../../../../shared/runbook/moved-runbook.ts'
import { dateInWords } from '../../../../shared/schedule/wall-clock.ts'
import { selectZone } from '../../../state/selectors.ts'
import { useDeskStore, useSelected } from '../../../state/store-context.tsx'
import { useTrust } from '../../../state/use-trust.ts'
import { dayKey } from '../../../ui/time-words.ts'
import { ChangedSince } from './changed-since.tsx'
import { FollowThere } from './follow-there.tsx'
import styles from './runbook.module.css'

/** How the file stands to what the run has pinned (R6), and where it lies now. */
type Standing = { readonly is: ReturnType<typeof changedSince>; readonly path: string }

type Pinned = Pick<RunbookRun, 'path' | 'title' | 'sha256' | 'text'>

/** Reads how the file of a run stands; null where it cannot be read. One that was only verified or drilled since is the same. */
async function readStanding(client: Client, { path, title, sha256, text }: Pinned): Promise<Standing | null> {
  const list = await client.call('library.list', {})
  if (!list.ok) return null
  const files = list.value.filter(({ kind }) => kind === 'runbook')
  const now = movedRunbooks(files)({ path, title, sha256 }) ?? path
  const is = changedSince(
    { sha256 },
    files.find((each) => each.path === now),
  )
  if (is !== 'changed') return { is, path: now }
  const file = await client.call('library.read', { path: now })
  return { is: file.ok && saysTheSame(text, file.value.text) ? 'same' : is, path: now }
}

/** How the file of a run stands; null while that is not known. */
function useStanding({ path, title, sha256, text }: RunbookRun): Standing | null {
  const { client } = useDeskStore()
  const libraryVersion = useSelected((state) => state.libraryVersion)
  const [standing, setStanding] = useState<Standing | null>(null)
  useEffect(() => {
    let isCurrent = libraryVersion >= 0
    void readStanding(client, { path, title, sha256, text }).then((read) => {
      if (isCurrent && read !== null) setStanding(read)
    })
    return () => {
      isCurrent = false
    }
  }, [client, path, title, sha256, text, libraryVersion])
  return standing
}

/** How far the pinned version can be trusted, which the file may have left behind. */
function usePinnedSignals(run: RunbookRun, standing: Standing | null): TrustSignals | undefined {
  const store = useDeskStore()
  const zone = useSelected(selectZone)
  const path = standing?.path ?? run.path
  const ofFile = useTrust(path).get(path)
  if (ofFile === undefined || run.text === '' || standing?.is === 'same') return ofFile
  const today = dayKey(new Date(store.now()).toISOString(), zone)
  return signalsOfVersion(ofFile, { version: parsedPin(run), today })
}

/** Notes one after another; what somebody should act on stands out. */
function Notes({ notes }: { readonly notes: readonly TrustNote[] }) {
  return notes.map(({ words, title, isWarning }) => (
    <span key={words} title={title}>
      , {isWarning ? <strong className={styles.doubt}>{words}</strong> : words}
    </span>
  ))
}

/** What became of the file since the run began, and what can be done about it. */
function FileNow({ run, standing }: { readonly run: RunbookRun; readonly standing: Standing | null }) {
  if (standing === null) return null
  const { is, path } = standing
  if (is === 'gone') return <p>The file is not in the workspace any more; the run keeps its text.</p>
  return (
    <>
      {path === run.path ? null : (
        <p>
          Its file is <bdi className="mono">{path}</bdi> now.
        </p>
      )}
      {is === 'changed' ? <ChangedSince run={run} path={path} /> : null}
      {is === 'same' && path !== run.path ? <FollowThere run={run} path={path} /> : null}
    </>
  )
}

/** Which text the run follows and whether to trust it, in one line; where its file is, and its history, when it is opened. */
export function PinnedNote({ run }: { readonly run: RunbookRun }) {
  const standing = useStanding(run)
  const zone = useSelected(selectZone)
  const signals = usePinnedSignals(run, standing)
  const verified = signals?.lastVerified ?? null
  const day = calendarDayIn(verified)
  const notes = signals === undefined ? [] : trustNotes(signals, (at) => dayKey(at, zone))
  return (
    <footer className={styles.foot}>
      <FileNow run={run} standing={standing} />
      <details>
        <summary>
          Pinned <span className="mono">{run.sha256.slice(0, 6)}</span>
          {signals === undefined ? null : ', '}
          {signals !== undefined && verified === null ? <strong className={styles.doubt}>never verified</strong> : null}
          {verified === null ? null : `verified ${day === null ? verified : dateInWords(day)}`}
          <Notes notes={notes.filter(({ isWarning }) => isWarning)} />
        </summary>
        <span className="mono">
          <bdi>{run.path}</bdi>
        </span>
        <Notes notes={notes.filter(({ isWarning }) => !isWarning)} />
      </details>
    </footer>
  )
}
