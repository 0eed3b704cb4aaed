import { selectReadOnly } from '../../../state/selectors.ts'
import { useNow, useSelected } from '../../../state/store-context.tsx'
import { ActionButton } from '../../../ui/action-button.tsx'
import styles from './command-run.module.css'
import type { OpenRun } from './command-runs.ts'
import { useCommandDialog } from './command-runs-context.tsx'
import { runningWords } from './command-words.ts'
import { NoInput, OutputTail } from './run-output.tsx'
import { type KnownRun, useRun } from './use-run.ts'
import { useStopCommand } from './use-stop-command.ts'

function Words({ open }: Pick<OpenRun, 'open'>) {
  return runningWords(open, useNow(1_000))
}

/** What is said where the log has a run open of which this window cannot say that it runs. */
function whyUnsure(isLost: boolean, { output }: KnownRun): string | null {
  if (isLost) return 'The line to the console broke. Whether it still runs is not known.'
  return output?.isRunning === false ? 'It has ended, but the log could not take that in. Look at its output.' : null
}

/** A run that has not ended: for how long it runs and may run, the end of its output, and what can be done. The same in every window. */
export function RunningCommand(props: OpenRun & { readonly withOutput?: boolean; readonly withCommand?: boolean }) {
  const { run, open } = props
  const { show } = useCommandDialog()
  const stop = useStopCommand()
  const known = useRun(run)
  const isReadOnly = useSelected(selectReadOnly) !== null
  const unsure = whyUnsure(known.standing === 'outOfSight', known)
  return (
    <fieldset className={styles.run} aria-label={`Running: ${open.command}`}>
      {props.withCommand === true ? <p className={styles.whose}>{open.command}</p> : null}
      <p className={styles.standing}>
        <span className={styles.dot} aria-hidden="true" />
        {unsure ?? <Words open={open} />}
      </p>
      {props.withOutput === true ? <OutputTail output={known.output} /> : null}
      <NoInput output={known.output} />
      <div className={styles.buttons}>
        <ActionButton size="small" onClick={() => show(run)}>
          Output
        </ActionButton>
        {unsure === null && !isReadOnly ? (
          <ActionButton size="small" tone="danger" onClick={() => void stop(run)}>
            Stop
          </ActionButton>
        ) : null}
      </div>
    </fieldset>
  )
}
