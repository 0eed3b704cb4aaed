import { IconChevronRight } from '@tabler/icons-react'
import { type CSSProperties, useEffect, useId, useRef } from 'react'
import { leftInBoxMs, type TimeBox } from '../../../../shared/incident/time-boxes.ts'
import type { Step } from '../../../../shared/runbook/runbook.ts'
import { selectZone } from '../../../state/selectors.ts'
import { useNow, useSelected } from '../../../state/store-context.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { clockWords, shortTime, spanWords } from '../../../ui/time-words.ts'
import { GroupHeading } from './group-heading.tsx'
import runbook from './runbook.module.css'
import styles from './step-row.module.css'
import type { StepRowProps } from './step-row-props.ts'
import { FoldedStepRuns } from './step-runs.tsx'
import { StepWork } from './step-work.tsx'
import { WhatWasDone } from './what-was-done.tsx'

function TimeLeft({ timeBox }: { readonly timeBox: TimeBox }) {
  const leftMs = leftInBoxMs(timeBox, useNow(1_000))
  if (timeBox.startedAtMs === null)
    return <span title="It begins when the incident is acknowledged">{spanWords(timeBox.lengthMs)}, not begun</span>
  const title = `of ${spanWords(timeBox.lengthMs)}`
  if (leftMs < 0)
    return (
      <span className={runbook.over} title={title}>
        {clockWords(-leftMs).replace(/^0:/, '')} over
      </span>
    )
  return <span title={title}>{clockWords(leftMs).replace(/^0:/, '')} left</span>
}

function StepAside({ item, timeBox }: StepRowProps) {
  const zone = useSelected(selectZone)
  const { step, progress } = item
  if (progress !== null && progress.state !== 'open') return <span>at {shortTime(progress.at, zone)}</span>
  if (timeBox !== null && !timeBox.isHeld) return <TimeLeft timeBox={timeBox} />
  if (step.timeBoxMs !== undefined) return <span>{spanWords(step.timeBoxMs)}</span>
  return step.kind === 'action' ? null : <span>{step.kind}</span>
}

/** A step's words. Its time stands beside them, so the bracket at their end is left to those who listen. */
function StepWords({ step }: { readonly step: Step }) {
  const bracket =
    step.timeBoxMs === undefined
      ? undefined
      : /\s[([](?:max\.? )?\d+(?:-\d+)?\s?min(?:utes?)?\.?[)\]]$/i.exec(step.text)?.[0]
  if (bracket === undefined) return step.text
  return (
    <>
      {step.text.slice(0, -bracket.length)}
      <span className="visually-hidden">{bracket}</span>
    </>
  )
}

/** Steps further in than this are not moved in any more: the column is narrow. */
const DEEPEST = 4

/** How far in a step stands, for those who do not see it; list items may say so. */
const levelOf = ({ depth }: Step) => ({ 'aria-level': depth + 1 })

/** One step: its box, its words, and where it is opened its commands and what can be done with it. */
export function StepRow(props: StepRowProps) {
  const { item, isCurrent, isSelected, isReadOnly, actions } = props
  const { step, progress } = item
  const id = useId()
  const row = useRef<HTMLLIElement>(null)
  const wasSelected = useRef(isSelected && !props.isNext)
  useEffect(() => {
    if (isSelected && !wasSelected.current) row.current?.scrollIntoView({ block: 'nearest' })
    wasSelected.current = isSelected
  }, [isSelected])
  const look = classNames(
    styles.step,
    step.depth > 0 && styles.nested,
    progress?.state === 'done' && styles.done,
    progress?.state === 'skipped' && styles.skipped,
    isCurrent && styles.current,
    isSelected && styles.selected,
  )
  return (
    <li
      ref={row}
      className={look}
      style={{ '--depth': Math.min(step.depth, DEEPEST) } as CSSProperties}
      {...levelOf(step)}
      tabIndex={-1}
      aria-current={isCurrent ? 'step' : undefined}
    >
      <GroupHeading {...props} />
      <input
        id={id}
        type="checkbox"
        className={styles.box}
        checked={progress?.state === 'done'}
        disabled={isReadOnly}
        onChange={(event) => actions.check(item, event.currentTarget.checked)}
      />
      <label htmlFor={id} className={styles.text}>
        <StepWords step={step} />
      </label>
      <span className={styles.aside}>
        <StepAside {...props} />
        {isCurrent ? null : (
          <button
            type="button"
            className={styles.more}
            aria-expanded={isSelected}
            aria-label={`Details: ${step.text}`}
            onClick={() => actions.select(item)}
          >
            <IconChevronRight size={16} aria-hidden="true" />
          </button>
        )}
      </span>
      <WhatWasDone item={item} isShared={props.isShared} />
      {props.isOpened ? <StepWork {...props} /> : <FoldedStepRuns item={item} />}
    </li>
  )
}
