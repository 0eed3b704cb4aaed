import { IconHourglassEmpty } from '@tabler/icons-react'
import { type RefObject, useEffect, useState } from 'react'
import { leftInBoxMs, type TimeBox } from '../../../../shared/incident/time-boxes.ts'
import { useCommands } from '../../../state/commands.ts'
import { selectReadOnly } from '../../../state/selectors.ts'
import { useDeskStore, useNow, useSelected } from '../../../state/store-context.tsx'
import { ActionButton } from '../../../ui/action-button.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { spanWords } from '../../../ui/time-words.ts'
import { useKeptFocus } from '../../../ui/use-kept-focus.ts'
import { useNextAction } from '../use-next-action.ts'
import { useRecord } from '../use-record.ts'
import { StepDialog } from './step-dialog.tsx'
import { endedBox, MORE_MINUTES, minutesOnTop } from './time-box.ts'
import styles from './time-is-up.module.css'
import { useTimeBoxes } from './use-time-boxes.ts'

const group = 'Runbook'

/** What ran out, said once when it does. */
function useAnnounced({ item, startedAtMs, lengthMs }: TimeBox): void {
  const store = useDeskStore()
  const { text, id } = item.step
  useEffect(() => {
    if (startedAtMs === null || id === '') return
    store.announce(
      `The ${spanWords(lengthMs)} for this step are up: ${text.slice(0, 160)}. T for more time, F for done, X for stuck.`,
    )
  }, [store, id, text, startedAtMs, lengthMs])
}

function TimeIsUpStrip(props: {
  readonly box: TimeBox
  /** While the ladder asks: two alarms side by side would hide one another. */
  readonly isQuiet: boolean
  readonly onAnswered: () => void
}) {
  const { box, isQuiet, onAnswered } = props
  const record = useRecord()
  const store = useDeskStore()
  const nowMs = useNow(1_000)
  const isReadOnly = useSelected(selectReadOnly) !== null
  const [isStuck, setStuck] = useState(false)
  const { step } = box.item
  const key = { step: step.id, text: step.text }
  useAnnounced(box)
  const more = async (): Promise<void> => {
    const minutes = minutesOnTop(leftInBoxMs(box, store.now()))
    if ((await record({ type: 'step.extended', data: { ...key, minutes } })) === null) onAnswered()
  }
  const done = async (): Promise<void> => {
    if ((await record({ type: 'step.checked', data: key })) === null) onAnswered()
  }
  const canWrite = (): boolean => !isReadOnly
  useCommands([
    { id: 'box.more', label: 'Time is up: more time', group, keys: 't', run: () => void more(), isEnabled: canWrite },
    { id: 'box.done', label: 'Time is up: done', group, keys: 'f', run: () => void done(), isEnabled: canWrite },
    { id: 'box.stuck', label: 'Time is up: stuck', group, keys: 'x', run: () => setStuck(true), isEnabled: canWrite },
  ])
  const size = isQuiet ? 'medium' : 'large'
  const overMs = -leftInBoxMs(box, nowMs)
  return (
    <section className={classNames(styles.strip, isQuiet && styles.quiet)} aria-label="Time is up">
      <IconHourglassEmpty size={isQuiet ? 18 : 28} aria-hidden="true" className={styles.mark} />
      <p className={styles.words}>
        <b>Time is up:</b> {step.text}
        <span className={styles.over}>
          It had {spanWords(box.lengthMs)}
          {overMs < 60_000 ? '.' : `; that was ${spanWords(overMs)} ago.`}
        </span>
      </p>
      <div className={styles.answers}>
        <ActionButton size={size} keys="t" disabled={isReadOnly} onClick={() => void more()}>
          {MORE_MINUTES} min more
        </ActionButton>
        <ActionButton size={size} keys="f" disabled={isReadOnly} onClick={() => void done()}>
          Done
        </ActionButton>
        <ActionButton size={size} keys="x" disabled={isReadOnly} onClick={() => setStuck(true)}>
          Stuck…
        </ActionButton>
      </div>
      <StepDialog
        question={isStuck ? { about: 'stuck', item: box.item } : null}
        onAnswer={async (note) => {
          const refused = await record({ type: 'step.stuck', data: { ...key, note } })
          if (refused === null) onAnswered()
          return refused
        }}
        onClose={() => setStuck(false)}
      />
    </section>
  )
}

/** A step's time has run out: what it was, and the three answers, above everything but the clocks. Gone once it is answered, and quieter while the ladder asks. */
export function TimeIsUp({ screen }: { readonly screen: RefObject<HTMLElement | null> }) {
  const box = endedBox(useTimeBoxes(), useNow(1_000))
  const isQuiet = useNextAction().do === 'answer'
  const [answers, setAnswers] = useState(0)
  useKeptFocus(screen, answers, '[data-part="runbook"]:not([hidden]) [data-focus-next]')
  if (box === null) return null
  const onAnswered = (): void => setAnswers((before) => before + 1)
  return <TimeIsUpStrip key={box.item.step.id} box={box} isQuiet={isQuiet} onAnswered={onAnswered} />
}
