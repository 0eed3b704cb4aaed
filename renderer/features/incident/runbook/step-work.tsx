import { Fragment } from 'react'
import type { ChecklistItem } from '../../../../shared/incident/checklist.ts'
import { eachVariable } from '../../../../shared/runbook/variables/run-variables.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import { focusNext } from '../../../ui/use-kept-focus.ts'
import { AttachToStep } from './attach-to-step.tsx'
import { AboveCommand, BesideStep } from './beside-step.tsx'
import { CommandBlock } from './command-block.tsx'
import styles from './runbook.module.css'
import { StepLinks } from './step-links.tsx'
import type { StepRowProps } from './step-row-props.ts'
import { reopenedAlong, skippedAlong } from './sub-steps.ts'
import { MORE_MINUTES } from './time-box.ts'
import { useKnownValues, useReadings } from './use-command-values.ts'
import { ValueFields } from './value-fields.tsx'

function Commands({ step, withKey }: Pick<ChecklistItem, 'step'> & { readonly withKey: boolean }) {
  const known = useKnownValues()
  const readings = useReadings().get(step.id) ?? []
  if (step.commands.length === 0) return null
  return (
    <div className={styles.below}>
      <ValueFields variables={eachVariable(readings)} known={known} />
      {step.commands.map((command, index) => {
        const reading = readings[index]
        return reading === undefined ? null : (
          <Fragment key={`${command.line} ${command.text}`}>
            <AboveCommand markdown={command.before ?? ''} />
            <CommandBlock
              step={step.id}
              index={index}
              command={command}
              reading={reading}
              known={known}
              withKey={withKey && index === 0}
            />
          </Fragment>
        )
      })}
    </div>
  )
}

/** Skips a step and what is left of its sub-steps, or takes all of that up again. */
function SkipOrOpen(props: Pick<StepRowProps, 'item' | 'items' | 'actions' | 'isReadOnly'>) {
  const { item, items, actions, isReadOnly } = props
  if (item.progress?.state === 'skipped') {
    return (
      <ActionButton key="open" disabled={isReadOnly} onClick={() => actions.reopen(item)}>
        {`Open again ${reopenedAlong(items, item)}`.trim()}
      </ActionButton>
    )
  }
  return (
    <ActionButton key="skip" tone="quiet" disabled={isReadOnly} onClick={() => actions.skip(item)}>
      {`Skip ${skippedAlong(items, item)}`.trim()}…
    </ActionButton>
  )
}

/** What is said and can be done about a step: the text around it, its commands, its ends, and what is rarely needed, small below. Keys act on the selected one. */
export function StepWork({ item, items, isNext, isSelected, timeBox, actions, isReadOnly }: StepRowProps) {
  const { step, progress } = item
  const isDone = progress?.state === 'done'
  return (
    <>
      <StepLinks step={step} />
      <BesideStep markdown={step.before} />
      <Commands step={step} withKey={isSelected} />
      <BesideStep markdown={step.after} />
      <div className={styles.actions}>
        <ActionButton
          tone={isNext ? 'primary' : 'plain'}
          size={isNext ? 'large' : 'medium'}
          {...(isSelected ? { keys: 'space' } : {})}
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
        <SkipOrOpen item={item} items={items} actions={actions} isReadOnly={isReadOnly} />
      </div>
      <div className={styles.lesser}>
        <ActionButton tone="quiet" size="small" disabled={isReadOnly} onClick={() => actions.note(item)}>
          Note…
        </ActionButton>
        <AttachToStep item={item} isReadOnly={isReadOnly} />
        {timeBox === null ? null : (
          <ActionButton tone="quiet" size="small" disabled={isReadOnly} onClick={() => actions.extend(item)}>
            {MORE_MINUTES} min more
          </ActionButton>
        )}
      </div>
    </>
  )
}
