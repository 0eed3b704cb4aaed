import { useEffect, useState } from 'react'
import { parsedPin } from '../../../../shared/incident/checklist.ts'
import type { RunbookRun } from '../../../../shared/incident/runbook-run.ts'
import { calendarDayIn } from '../../../../shared/kit/calendar-day.ts'
import { signalsOfVersion } from '../../../../shared/library/signals-of-version.ts'
import type { TrustSignals } from '../../../../shared/library/trust-signals.ts'
import { type TrustNote, trustNotes } from '../../../../shared/library/trust-words.ts'
import { changedSince } from '../../../../shared/runbook/diff-runbook.ts'
import { dateInWords } from '../../../../shared/schedule/wall-clock.ts'
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

/** How far the pinned version can be trusted, which the file may have left behind. */
function usePinnedSignals(run: RunbookRun, standing: Standing | null): TrustSignals | undefined {
  const store = useDeskStore()
  const zone = useSelected(selectZone)
  const ofFile = useTrust(run.path).get(run.path)
  if (ofFile === undefined || run.text === '') return ofFile
  const today = dayKey(new Date(store.now()).toISOString(), zone)
  return signalsOfVersion(ofFile, { version: parsedPin(run), isSame: standing === 'same', today })
}

/** Notes one after another; what somebody should act on stands out. */
function Notes({ notes }: { readonly notes: readonly TrustNote[] }) {
  return notes.map(({ words, title, isWarning }) => (
    <span key={words} title={title}>
      , {isWarning ? <strong className={styles.doubt}>{words}</strong> : words}
    </span>
  ))
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
      {standing === 'changed' ? <ChangedSince run={run} /> : null}
      {standing === 'gone' ? <p>The file is not in the workspace any more; the run keeps its text.</p> : null}
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
