import { memo } from 'react'
import type { ScheduleChange } from '../../../../shared/schedule/swaps/schedule-change.ts'
import { type Override, type Proposal, personName, type Rotation, type Team } from '../../../../shared/schedule/team.ts'
import { dateAt } from '../../../../shared/schedule/wall-clock.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { rangeWords } from '../agreed/ranges.ts'
import type { Begin } from '../intent.ts'
import styles from './settle.module.css'

type Offer = { readonly rotation: Rotation; readonly proposal: Proposal }
type Agreed = { readonly rotation: Rotation; readonly overrides: readonly Override[]; readonly swap: string | null }

/** Overrides that are not over, the halves of one swap together. */
function agreedOf(rotation: Rotation, nowMs: number): readonly Agreed[] {
  const today = dateAt(nowMs, rotation.handover.timezone)
  const groups = new Map<string, Agreed>()
  for (const override of rotation.overrides) {
    const key = override.swap ?? `${override.from}/${override.to}/${override.person}/${override.for}`
    const overrides = [...(groups.get(key)?.overrides ?? []), override]
    groups.set(key, { rotation, overrides, swap: override.swap ?? null })
  }
  return [...groups.values()].filter(({ overrides }) => overrides.some(({ to }) => to.slice(0, 10) >= today))
}

function OfferRow(props: {
  readonly team: Team
  readonly offer: Offer
  readonly nowMs: number
  readonly isReadOnly: boolean
  readonly onBegin: Begin
}) {
  const { team, nowMs } = props
  const { rotation, proposal } = props.offer
  const on = dateAt(nowMs, rotation.handover.timezone)
  const id = { rotationId: rotation.id, proposalId: proposal.id }
  const taker = personName(team, proposal.person)
  const giver = personName(team, proposal.for)
  const begin = (verb: string, change: ScheduleChange): void => {
    const words = `${verb}: ${taker} in for ${giver}, ${rangeWords(proposal)}`
    props.onBegin({ kind: 'review', title: `${verb} this swap`, words, changes: [change] })
  }
  const isOpen = proposal.state === 'proposed'
  return (
    <li className={styles.swap}>
      <div>
        <p>
          <strong>{taker}</strong> in for {giver}, <span className="num">{rangeWords(proposal)}</span>
        </p>
        <p className="faint">
          {isOpen ? 'Proposed, not in force.' : 'Declined.'}
          {proposal.returns === undefined ? '' : ` ${giver} takes ${rangeWords(proposal.returns)} in return.`}
          {proposal.reason === undefined ? '' : ` ${proposal.reason}`}
        </p>
      </div>
      <div className={styles.remedies}>
        {isOpen ? (
          <>
            <ActionButton
              size="small"
              disabled={props.isReadOnly}
              onClick={() => begin('Accept', { kind: 'accept', ...id, on })}
            >
              Accept
            </ActionButton>
            <ActionButton
              size="small"
              disabled={props.isReadOnly}
              onClick={() => begin('Decline', { kind: 'decline', ...id, on })}
            >
              Decline
            </ActionButton>
          </>
        ) : null}
        <ActionButton
          size="small"
          tone="quiet"
          disabled={props.isReadOnly}
          onClick={() => begin('Withdraw', { kind: 'withdraw', ...id })}
        >
          {isOpen ? 'Withdraw' : 'Take out'}
        </ActionButton>
      </div>
    </li>
  )
}

function AgreedRow(props: {
  readonly team: Team
  readonly agreed: Agreed
  readonly isReadOnly: boolean
  readonly onBegin: Begin
}) {
  const { team } = props
  const { rotation, overrides, swap } = props.agreed
  const undo = (): void => {
    const [first] = overrides
    if (first === undefined) return
    const words = `Undo: ${personName(team, first.person ?? 'nobody')}, ${rangeWords(first)}`
    const change: ScheduleChange =
      swap === null
        ? { kind: 'remove-override', rotationId: rotation.id, override: first }
        : { kind: 'undo-swap', rotationId: rotation.id, swapId: swap }
    props.onBegin({ kind: 'review', title: 'Undo this swap', words, changes: [change] })
  }
  return (
    <li className={styles.swap}>
      <div>
        {overrides.map((override) => (
          <p key={`${override.from}/${override.for}`}>
            <strong>{override.person === undefined ? 'Open shift' : personName(team, override.person)}</strong>{' '}
            {override.for === undefined ? '' : `in for ${personName(team, override.for)}, `}
            <span className="num">{rangeWords(override)}</span>
          </p>
        ))}
        <p className="faint">{overrides[0]?.reason ?? 'No reason is written down.'}</p>
      </div>
      <ActionButton size="small" tone="quiet" disabled={props.isReadOnly} onClick={undo}>
        Undo
      </ActionButton>
    </li>
  )
}

/** Swaps that wait for an answer, and those that are agreed and still to come. */
export const SwapsPanel = memo(function SwapsPanel(props: {
  readonly team: Team
  readonly rotations: readonly Rotation[]
  readonly nowMs: number
  readonly isReadOnly: boolean
  readonly onBegin: Begin
}) {
  const { team, rotations, nowMs, isReadOnly, onBegin } = props
  const offers = rotations.flatMap((rotation) => rotation.proposals.map((proposal): Offer => ({ rotation, proposal })))
  const agreed = rotations.flatMap((rotation) => agreedOf(rotation, nowMs))
  if (offers.length + agreed.length === 0) return null
  return (
    <Panel title="Swaps" tools={<span className="faint num">{offers.length + agreed.length}</span>}>
      <ul>
        {offers.map((offer) => (
          <OfferRow
            key={`${offer.rotation.id}/${offer.proposal.id}`}
            {...{ team, offer, nowMs, isReadOnly, onBegin }}
          />
        ))}
        {agreed.map((each) => (
          <AgreedRow
            key={`${each.rotation.id}/${each.swap}/${each.overrides[0]?.from}/${each.overrides[0]?.for}`}
            agreed={each}
            {...{ team, isReadOnly, onBegin }}
          />
        ))}
      </ul>
    </Panel>
  )
})
