import { IconChevronRight } from '@tabler/icons-react'
import { useEffect, useId, useRef } from 'react'
import type { ChecklistItem } from '../../../../shared/incident/checklist.ts'
import { placeholdersOf } from '../../../../shared/runbook/placeholders.ts'
import { nameOf, selectZone } from '../../../state/selectors.ts'
import { useNow, useOpenIncident, useSelected } from '../../../state/store-context.tsx'
import { ActionButton } from '../../../ui/action-button.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { clockWords, shortTime, spanWords } from '../../../ui/time-words.ts'
import { focusNext } from '../../../ui/use-kept-focus.ts'
import { AttachToStep } from './attach-to-step.tsx'
import { CommandBlock } from './command-block.tsx'
import { PlaceholderValues, usePlaceholderValues } from './placeholder-values.tsx'
import styles from './runbook.module.css'
import { boxLeftMs, MORE_MINUTES } from './time-box.ts'

export type StepActions = {
  readonly check: (item: ChecklistItem, isDone: boolean) => void
  readonly skip: (item: ChecklistItem) => void
  readonly note: (item: ChecklistItem) => void
  readonly stuck: (item: ChecklistItem) => void
  readonly extend: (item: ChecklistItem) => void
  readonly select: (item: ChecklistItem) => void
}

type RowProps = {
  readonly item: ChecklistItem
  readonly isCurrent: boolean
  /** Whether this step is the one next action of the whole screen. */
  readonly isNext: boolean
  readonly isSelected: boolean
  readonly startedAtMs: number
  readonly isReadOnly: boolean
  readonly actions: StepActions
}

function TimeBox({ item, startedAtMs }: Pick<RowProps, 'item' | 'startedAtMs'>) {
  const leftMs = boxLeftMs(item, startedAtMs, useNow(1_000))
  if (leftMs === null) return null
  if (leftMs < 0) return <span className={styles.over}>{clockWords(-leftMs).replace(/^0:/, '')} over</span>
  return <span>{clockWords(leftMs).replace(/^0:/, '')} left</span>
}

function StepAside({ item, isCurrent, startedAtMs }: RowProps) {
  const zone = useSelected(selectZone)
  const { step, progress } = item
  if (progress !== null && progress.state !== 'open') return <span>{shortTime(progress.at, zone)}</span>
  if (isCurrent && step.timeBoxMs !== undefined) return <TimeBox item={item} startedAtMs={startedAtMs} />
  if (step.timeBoxMs !== undefined) return <span>{spanWords(step.timeBoxMs)}</span>
  return step.kind === 'action' ? null : <span>{step.kind}</span>
}

function EvidenceOf({ step }: { readonly step: string }) {
  const kept = useOpenIncident().state.run?.evidence[step] ?? []
  if (kept.length === 0) return null
  return <p className={styles.below}>Evidence: {kept.map(({ name }) => name).join(', ')}</p>
}

function WhatWasDone({ item }: { readonly item: ChecklistItem }) {
  const { progress } = item
  const who = useSelected((state) => (progress === null ? '' : nameOf(state, progress.by)))
  if (progress === null) return null
  return (
    <>
      {progress.state === 'done' ? <p className={styles.below}>{who}</p> : null}
      {progress.isStuck ? <p className={classNames(styles.below, styles.over)}>Stuck here</p> : null}
      {progress.state === 'skipped' ? (
        <p className={styles.below}>
          Skipped by {who}: {progress.reason}
        </p>
      ) : null}
      {progress.notes.map((note) => (
        <p key={note.at + note.text} className={styles.below}>
          {note.text}
        </p>
      ))}
    </>
  )
}

/** More time for a step whose box has run out. */
function MoreTime({
  item,
  startedAtMs,
  actions,
  isReadOnly,
}: Pick<RowProps, 'item' | 'startedAtMs' | 'actions' | 'isReadOnly'>) {
  const leftMs = boxLeftMs(item, startedAtMs, useNow(1_000))
  if (leftMs === null || leftMs >= 0) return null
  return (
    <ActionButton size="small" disabled={isReadOnly} onClick={() => actions.extend(item)}>
      {MORE_MINUTES} min more
    </ActionButton>
  )
}

function StepWork({ item, isNext, startedAtMs, actions, isReadOnly }: RowProps) {
  const { values } = usePlaceholderValues()
  const { step, progress } = item
  const isDone = progress?.state === 'done'
  return (
    <>
      {step.commands.length === 0 ? null : (
        <div className={styles.below}>
          <PlaceholderValues names={placeholdersOf(step.commands.map(({ text }) => text))} />
          {step.commands.map((command, index) => (
            <CommandBlock
              key={command.line}
              step={step.id}
              index={index}
              command={command}
              values={values}
              withKey={index === 0}
            />
          ))}
        </div>
      )}
      <div className={styles.actions}>
        <ActionButton
          tone={isNext ? 'primary' : 'plain'}
          size={isNext ? 'large' : 'medium'}
          keys="space"
          {...(isNext ? focusNext : {})}
          disabled={isReadOnly}
          onClick={() => actions.check(item, !isDone)}
        >
          {isDone ? 'Not done after all' : 'Done'}
        </ActionButton>
        {isDone ? null : (
          <ActionButton disabled={isReadOnly} onClick={() => actions.stuck(item)}>
            Stuck…
          </ActionButton>
        )}
        <ActionButton
          tone="quiet"
          disabled={isReadOnly || progress?.state === 'skipped'}
          onClick={() => actions.skip(item)}
        >
          Skip…
        </ActionButton>
      </div>
      <div className={styles.lesser}>
        <ActionButton tone="quiet" size="small" disabled={isReadOnly} onClick={() => actions.note(item)}>
          Note…
        </ActionButton>
        <AttachToStep item={item} isReadOnly={isReadOnly} />
        {isDone ? null : <MoreTime {...{ item, startedAtMs, actions, isReadOnly }} />}
      </div>
    </>
  )
}

/** One step: its box, its words, and for the selected one its commands and what can be done with it. */
export function StepRow(props: RowProps) {
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
    <li ref={row} className={look} aria-current={isCurrent ? 'step' : undefined}>
      <input
        id={id}
        type="checkbox"
        className={styles.box}
        checked={progress?.state === 'done'}
        disabled={isReadOnly}
        onChange={(event) => actions.check(item, event.currentTarget.checked)}
      />
      <label htmlFor={id} className={styles.text}>
        {step.text}
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
      <WhatWasDone item={item} />
      <EvidenceOf step={step.id} />
      {isSelected || isCurrent ? <StepWork {...props} /> : null}
    </li>
  )
}
