import { type ReactNode, useId, useRef } from 'react'
import { selectReadOnly } from '../../../state/selectors.ts'
import { useOpenIncident, useSelected } from '../../../state/store-context.tsx'
import { ActionButton } from '../../../ui/action-button.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { Panel } from '../../../ui/panel.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import { useFocusGoesOn } from '../../../ui/use-focus-goes-on.ts'
import { focusNext } from '../../../ui/use-kept-focus.ts'
import { useBeginForm } from '../forms/forms-context.tsx'
import { useNextAction } from '../use-next-action.ts'
import styles from './escalation.module.css'
import { LadderButtons } from './ladder-buttons.tsx'
import { LadderPicture } from './ladder-picture.tsx'
import { LifecyclePicture } from './lifecycle-picture.tsx'
import { isOfLadder, NextActionCard } from './next-action-card.tsx'
import { People, PeopleTold } from './people.tsx'
import { ReliefNote } from './relief-note.tsx'
import { Roles } from './roles.tsx'

function Pictures({ tools }: { readonly tools?: ReactNode }) {
  return (
    <>
      <LifecyclePicture />
      <ReliefNote />
      <LadderPicture />
      <Roles tools={tools} />
      <People />
    </>
  )
}

/** Opens the offer to somebody else: the way out at the end of a shift, always in reach. */
function HandoffButton() {
  const begin = useBeginForm()
  const readOnly = useSelected(selectReadOnly)
  const { resolvedAt } = useOpenIncident().state.ladder.context
  if (resolvedAt !== null) return null
  return (
    <ActionButton size="small" disabled={readOnly !== null} onClick={() => begin('handoff')}>
      Hand over…
    </ActionButton>
  )
}

/** Where the focus goes on in the escalation: the next action, else the column as a whole. */
const goesOnTo = ['[data-focus-next]', '[data-list]'] as const

/** The escalation as a column: the next action, the picture of the machine, whom to call, every move. */
export function EscalationRail() {
  const { context } = useOpenIncident().state.ladder
  const part = useRef<HTMLElement>(null)
  useFocusGoesOn(part, goesOnTo)
  const clock = context.policy.clock === 'sla' ? 'from the SLA' : 'from detection'
  return (
    <Panel ref={part} title="Escalation" note={clock} tools={<HandoffButton />} flush>
      <div data-list="" className={styles.scroll} tabIndex={-1}>
        <NextActionCard />
        <Pictures />
      </div>
      <LadderButtons />
    </Panel>
  )
}

/**
 * The same as a strip above the tabs, for small windows: the moves at hand, and one click away the picture and the people,
 * as a column beside the tabs, so that the timeline keeps its height.
 */
export function EscalationStrip(props: { readonly isOpen: boolean; readonly onOpen: (isOpen: boolean) => void }) {
  const id = useId()
  const { isOpen, onOpen } = props
  const { escalation } = useOpenIncident().state.ladder.value
  const action = useNextAction()
  const isCall = action.do === 'call'
  const hasCard = isOfLadder(action)
  const part = useRef<HTMLElement>(null)
  useFocusGoesOn(part, goesOnTo)
  const opener = (
    <ActionButton
      {...focusNext}
      tone={isCall && !isOpen ? 'primary' : 'quiet'}
      className={classNames(styles.opener, !isCall && styles.pushed)}
      aria-expanded={isOpen}
      onClick={() => onOpen(!isOpen)}
    >
      {isCall ? `Call ${action.notification.person.name}` : 'Ladder and people'}
    </ActionButton>
  )
  return (
    <section ref={part} className={styles.strip} aria-labelledby={id}>
      <h2 id={id} className="visually-hidden">
        Escalation
      </h2>
      <div className={styles.line}>
        {isCall ? opener : <NextActionCard />}
        {hasCard ? null : (
          <span className={styles.mini}>
            <StateMark state={escalation} withWord />
          </span>
        )}
        <LadderButtons {...(hasCard || isCall ? { part: 'lifecycle' } : {})} />
        {isCall ? null : opener}
      </div>
      {isOpen ? (
        <div className={styles.drawer}>
          <div className={styles.scroll}>
            {isCall ? <PeopleTold /> : null}
            <Pictures tools={<HandoffButton />} />
            {isCall ? <LadderButtons part="ladder" /> : null}
          </div>
          {hasCard ? <LadderButtons part="ladder" /> : null}
        </div>
      ) : null}
    </section>
  )
}
