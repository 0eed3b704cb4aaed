import { useId, useState } from 'react'
import {
  type CommandLimit,
  commandLimits,
  type PreparedCommand,
  type SameCommand,
} from '../../../../shared/contract/command-answers.ts'
import { selectZone } from '../../../state/selectors.ts'
import { useNow, useOpenIncident, useSelected } from '../../../state/store-context.tsx'
import { ActionButton } from '../../../ui/action-button.tsx'
import dialog from '../../../ui/dialog.module.css'
import { spanWords, timeWithDay } from '../../../ui/time-words.ts'
import { usePhaseFocus } from '../../../ui/use-phase-focus.ts'
import { useChecklist } from '../use-next-action.ts'
import { AboveCommand } from './beside-step.tsx'
import styles from './command-run.module.css'
import { type CommandName, lastEndOf } from './command-runs.ts'
import { LOST_WORDS, limitWords } from './command-words.ts'
import { ExactCommand } from './exact-command.tsx'
import { usePreparedCommand } from './use-prepared-command.ts'

function WhatRuns({ prepared }: { readonly prepared: PreparedCommand }) {
  if (prepared.shell === null)
    return <p className={styles.alarming}>No shell runs this. Copy it to where it belongs.</p>
  if (!prepared.isShellThere)
    return (
      <p className={styles.alarming}>
        It is written for <code>{prepared.shell}</code>, and this machine has none. Copy it to one that has.
      </p>
    )
  return (
    <p className="dim">
      By <code>{prepared.shell}</code> in <code>{prepared.folder}</code>, with the rights you have on this machine. It
      gets no input: it cannot ask you anything.
    </p>
  )
}

/** The step, which may say on which machine, and what the author says straight above the command: the case in which it is to be run. */
function WhenToRun({ named }: { readonly named: CommandName }) {
  const step = useChecklist().find((item) => item.step.id === named.step)?.step
  if (step === undefined) return null
  const markdown = named.index === 0 ? step.before : step.commands[named.index]?.before
  return (
    <>
      <p>{step.text}</p>
      <AboveCommand markdown={markdown ?? ''} lines={4} />
    </>
  )
}

function Prepared({ prepared, named }: { readonly prepared: PreparedCommand; readonly named: CommandName }) {
  return (
    <>
      <WhenToRun named={named} />
      <ExactCommand text={prepared.text} />
      <WhatRuns prepared={prepared} />
      {prepared.isTrusted ? null : (
        <p>
          You have not trusted this version of the runbook yet. Read it first: trusting lets its commands run from here,
          each after a confirm. A changed file asks again.
        </p>
      )}
      {prepared.openNames.length === 0 ? null : (
        <p className={styles.alarming}>
          No value yet for {prepared.openNames.join(', ')}. Fill it in on the step first.
        </p>
      )}
    </>
  )
}

/** When it is ended by itself: said and chosen before it runs. */
function LimitChoice(props: { readonly limit: CommandLimit; readonly choose: (limit: CommandLimit) => void }) {
  const name = useId()
  return (
    <fieldset className={styles.limits}>
      <legend>Nightdesk ends it</legend>
      {commandLimits.map((limit) => (
        <label key={String(limit)}>
          <input type="radio" name={name} checked={limit === props.limit} onChange={() => props.choose(limit)} />
          {limitWords(limit)}
        </label>
      ))}
    </fieldset>
  )
}

function SinceWhen({ startedAt, incident }: SameCommand) {
  const zone = useSelected(selectZone)
  const nowMs = useNow(1_000)
  const isElsewhere = useOpenIncident().incident !== incident
  const ranMs = Math.max(0, nowMs - Date.parse(startedAt))
  return (
    <>
      since {timeWithDay(startedAt, nowMs, zone)} ({spanWords(ranMs)}){isElsewhere ? `, in incident ${incident}` : ''}
    </>
  )
}

/** The same command runs: one more needs a yes of its own. */
function RunsAlready(props: {
  readonly same: readonly SameCommand[]
  readonly isMeant: boolean
  readonly mean: (isMeant: boolean) => void
}) {
  const [first] = props.same
  if (first === undefined) return null
  return (
    <div className={styles.warning}>
      <p>
        <strong>This command is running already</strong>, <SinceWhen {...first} />
        {props.same.length > 1 ? `, and ${props.same.length - 1} more.` : '.'} Two at once may do harm.
      </p>
      <label>
        <input type="checkbox" checked={props.isMeant} onChange={(event) => props.mean(event.currentTarget.checked)} />
        Run it once more, beside the one that runs
      </label>
    </div>
  )
}

/** What is asked before it runs. Each button has its own key: one that was pressed never turns into the next one. */
export function ConfirmCommand(props: {
  readonly named: CommandName
  readonly show: (run: string) => void
  readonly close: () => void
}) {
  const { prepared, refusal, trust, start } = usePreparedCommand(props.named)
  const lastEnd = lastEndOf(useOpenIncident().state.run, props.named)
  const body = usePhaseFocus(String(prepared?.isTrusted))
  const [limit, choose] = useState<CommandLimit>(commandLimits[0])
  const [isMeant, mean] = useState(false)
  const [isStarting, setStarting] = useState(false)
  const same = prepared?.alreadyRunning ?? []
  const isReady = prepared?.isShellThere === true && prepared.openNames.length === 0 && (same.length === 0 || isMeant)
  const run = async (): Promise<void> => {
    setStarting(true)
    const id = await start(limit)
    setStarting(false)
    mean(false)
    if (id !== null) props.show(id)
  }
  return (
    <div ref={body} className={dialog.body}>
      {prepared === null ? null : <Prepared prepared={prepared} named={props.named} />}
      {lastEnd?.how === null ? <p className={styles.alarming}>{LOST_WORDS}</p> : null}
      <RunsAlready same={same} isMeant={isMeant} mean={mean} />
      {prepared?.isShellThere === true ? <LimitChoice limit={limit} choose={choose} /> : null}
      {refusal === null ? null : <p role="alert">{refusal}</p>}
      <div className={dialog.actions}>
        <ActionButton key="no" data-autofocus data-phase-focus="" onClick={props.close}>
          {prepared === null ? 'Close' : 'Do not run'}
        </ActionButton>
        {same[0] === undefined ? null : (
          <ActionButton key="look" onClick={() => props.show(same[0]?.run ?? '')}>
            Look at the one that runs
          </ActionButton>
        )}
        {prepared?.isTrusted === false ? (
          <ActionButton key="trust" tone="warn" onClick={() => void trust()}>
            I trust this runbook as it is now
          </ActionButton>
        ) : null}
        {prepared?.isTrusted === true ? (
          <ActionButton key="run" tone="warn" disabled={!isReady || isStarting} onClick={() => void run()}>
            Run this command
          </ActionButton>
        ) : null}
      </div>
    </div>
  )
}
