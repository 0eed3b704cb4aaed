import type { OpenCommand } from '../../../../shared/incident/open-commands.ts'
import { useNow } from '../../../state/store-context.tsx'
import { ActionButton } from '../../../ui/action-button.tsx'
import dialog from '../../../ui/dialog.module.css'
import { usePhaseFocus } from '../../../ui/use-phase-focus.ts'
import styles from './command-run.module.css'
import { endWords, isGoodEnd, runningWords } from './command-words.ts'
import { NoInput, RunOutput } from './run-output.tsx'
import type { useRun } from './use-run.ts'
import { useStopCommand } from './use-stop-command.ts'

type Known = ReturnType<typeof useRun>

function Running({ open }: { readonly open: OpenCommand | null }) {
  const nowMs = useNow(1_000)
  const words = open === null ? 'Running.' : runningWords(open, nowMs)
  return <>{words} Secrets are masked. It goes on when you close this.</>
}

function Standing({ standing, open, ended, output, problem }: Known) {
  if (standing === 'running') return <Running open={open} />
  if (standing === 'outOfSight')
    return 'The line to the console broke. Whether it still runs is not known: look where it works before you run it again.'
  if (ended !== null) return endWords(ended)
  if (output?.isLogged === false) return 'It has ended, but the log could not take it in. Copy what you need from here.'
  return problem ?? 'It has ended. How stands in the timeline.'
}

/** A run in the dialog: its output, how it stands, and what can be done. */
export function RunView({
  run,
  known,
  close,
}: {
  readonly run: string
  readonly known: Known
  readonly close: () => void
}) {
  const stop = useStopCommand()
  const { standing, output, open, ended, problem } = known
  const isRunning = standing === 'running'
  const body = usePhaseFocus(`${run} ${standing}`)
  const command = (open ?? ended)?.command
  const isAlarming =
    standing === 'lost' ||
    standing === 'outOfSight' ||
    (ended !== null && ended.how?.endedBy !== 'stopped' && !isGoodEnd(ended))
  return (
    <div ref={body} className={dialog.body}>
      {command === undefined ? null : <p className={styles.whose}>{command}</p>}
      <RunOutput output={output} />
      <NoInput output={output} />
      {isRunning && problem !== null ? <p role="alert">{problem}</p> : null}
      <p role={isRunning ? undefined : 'status'} className={isAlarming ? styles.alarming : 'dim'}>
        <Standing {...known} />
      </p>
      <div className={dialog.actions}>
        {isRunning ? (
          <ActionButton key="stop" tone="danger" onClick={() => void stop(run)}>
            Stop it
          </ActionButton>
        ) : null}
        <ActionButton key="close" data-phase-focus="" onClick={close}>
          {isRunning ? 'Leave it running' : 'Close'}
        </ActionButton>
      </div>
    </div>
  )
}
