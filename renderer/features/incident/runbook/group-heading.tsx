import { isOpenStep } from '../../../../shared/incident/checklist.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import styles from './runbook.module.css'
import type { StepRowProps } from './step-row-props.ts'
import { stepsLeft, stepsOfWay } from './steps-of-way.ts'

type GroupProps = Pick<StepRowProps, 'item' | 'items' | 'heading' | 'isReadOnly' | 'actions'>

/** At the head of a way: another one was taken, or this one is taken after all. Once a step of it is done there is nothing to choose. */
function WayChoice({ item, items, isReadOnly, actions }: GroupProps) {
  const steps = stepsOfWay(items, item)
  if (steps[0] !== item || steps.some(({ progress }) => progress?.state === 'done')) return null
  const isLeft = !steps.some(isOpenStep)
  if (isLeft && stepsLeft(items, item).length === 0) return null
  const current = items.find(isOpenStep)
  return (
    <ActionButton
      // Another button where the choice moves the step it is at, so that the focus goes along and Space does not undo the choice.
      key={steps.some((each) => each === current) ? 'at the step' : 'elsewhere'}
      size="small"
      tone="quiet"
      disabled={isReadOnly}
      onClick={() => actions.chooseWay(item, isLeft)}
    >
      {isLeft ? 'This way after all' : 'Not this way'}
    </ActionButton>
  )
}

/** The author's heading above a group of steps; that of a way says with one press that another was taken. */
export function GroupHeading(props: GroupProps) {
  if (props.heading === null) return null
  return (
    <div className={styles.group}>
      <h3>{props.heading}</h3>
      <WayChoice {...props} />
    </div>
  )
}
