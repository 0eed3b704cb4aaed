import { type ReactNode, useState } from 'react'
import { emptyTeam } from '../../../../shared/schedule/team.ts'
import { selectMe, selectReadOnly, selectZone } from '../../../state/selectors.ts'
import { useNow, useOpenIncident, useSelected } from '../../../state/store-context.tsx'
import { ActionButton } from '../../../ui/action-button.tsx'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { ReasonDialog } from '../../../ui/reason-dialog.tsx'
import { timeWithDay } from '../../../ui/time-words.ts'
import { useBeginForm } from '../forms/forms-context.tsx'
import { useRecord } from '../use-record.ts'
import styles from './handoff.module.css'
import { PacketDialog } from './packet-dialog.tsx'
import { shiftNotice } from './shift-notice.ts'

function Banner({ words, children }: { readonly words: ReactNode; readonly children: ReactNode }) {
  return (
    <section className={styles.banner} aria-label="Hand-over">
      <p role="status" className={styles.words}>
        {words}
      </p>
      <div className={styles.actions}>{children}</div>
    </section>
  )
}

/** The shift changed, or will within the hour: said calmly, because the incident goes on either way. */
function ShiftBanner() {
  const begin = useBeginForm()
  const nowMs = useNow(10_000)
  const zone = useSelected(selectZone)
  const me = useSelected(selectMe)
  const readOnly = useSelected(selectReadOnly)
  const team = useSelected((state) => state.desk?.workspace.team) ?? emptyTeam
  const { context } = useOpenIncident().state.ladder
  const [dismissed, dismiss] = useState<string | null>(null)
  const notice = shiftNotice(context, team, { me: me?.id ?? null, nowMs, zone })
  if (notice === null || notice.at === dismissed) return null
  return (
    <Banner words={notice.words}>
      {notice.to === null ? null : (
        <ActionButton size="small" disabled={readOnly !== null} onClick={() => begin('handoff')}>
          Hand over…
        </ActionButton>
      )}
      <ActionButton size="small" tone="quiet" onClick={() => dismiss(notice.at)}>
        Not now
      </ActionButton>
    </Banner>
  )
}

type Offer = NonNullable<ReturnType<typeof useOpenIncident>['state']['ladder']['context']['offer']>
type Asked = 'accept' | 'decline' | 'withdraw' | 'packet' | null

function OfferDialogs(props: {
  readonly offer: Offer
  readonly asked: Asked
  readonly onAccept: () => void
  readonly onClose: () => void
}) {
  const record = useRecord()
  const { incident } = useOpenIncident()
  const me = useSelected(selectMe)
  const { offer, asked, onClose } = props
  const end = (reason: string): Promise<string | null> => {
    const given = { of: offer.of, ...(reason && { reason }) }
    return asked === 'decline'
      ? record({ type: 'handoff.declined', data: { ...given, person: offer.to } })
      : record({ type: 'handoff.withdrawn', data: given })
  }
  const isDecline = asked === 'decline'
  return (
    <>
      <ConfirmDialog
        opened={asked === 'accept'}
        title={`Accept as ${offer.to.name}`}
        confirmLabel={`${offer.to.name} takes command`}
        onConfirm={props.onAccept}
        onClose={onClose}
      >
        Only once {offer.to.name} has said yes, on the phone or beside you. The log keeps that{' '}
        {me === null ? 'somebody' : me.name} wrote it down for them.
      </ConfirmDialog>
      <ReasonDialog
        opened={isDecline || asked === 'withdraw'}
        title={isDecline ? 'Decline the hand-over' : 'Withdraw the hand-over'}
        label="Why (may stay empty)"
        confirmLabel={isDecline ? 'Decline' : 'Withdraw'}
        draftKey={`handoff.end.${incident}`}
        optional
        onSubmit={end}
        onClose={onClose}
      />
      <PacketDialog opened={asked === 'packet'} onClose={onClose} />
    </>
  )
}

/** A hand-over on offer, and what may be done about it from this desk. */
function OfferBanner({ offer }: { readonly offer: Offer }) {
  const record = useRecord()
  const nowMs = useNow(60_000)
  const zone = useSelected(selectZone)
  const me = useSelected(selectMe)
  const readOnly = useSelected(selectReadOnly)
  const [asked, ask] = useState<Asked>(null)
  const isMine = me?.id === offer.to.id
  const accept = (): void => void record({ type: 'handoff.accepted', data: { of: offer.of, person: { ...offer.to } } })
  const at = timeWithDay(offer.at, nowMs, zone)
  return (
    <Banner
      words={
        <>
          <b>{isMine ? 'This incident is offered to you' : `Hand-over offered to ${offer.to.name}`}</b>, {at}.
          {offer.note === null ? '' : ` ${offer.note}`}
        </>
      }
    >
      <ActionButton
        size="small"
        tone={isMine ? 'primary' : 'plain'}
        disabled={readOnly !== null}
        onClick={isMine ? accept : () => ask('accept')}
      >
        {isMine ? 'Accept hand-over' : `Accept as ${offer.to.name}`}
      </ActionButton>
      <ActionButton size="small" onClick={() => ask('packet')}>
        Read packet
      </ActionButton>
      <ActionButton
        size="small"
        tone="quiet"
        disabled={readOnly !== null}
        onClick={() => ask(isMine ? 'decline' : 'withdraw')}
      >
        {isMine ? 'Decline' : 'Withdraw'}
      </ActionButton>
      <OfferDialogs offer={offer} asked={asked} onAccept={accept} onClose={() => ask(null)} />
    </Banner>
  )
}

/** Who has the incident and who should: an offer that waits for an answer, else a shift change that calls for one. */
export function HandoffBanner() {
  const { offer, resolvedAt } = useOpenIncident().state.ladder.context
  if (resolvedAt !== null) return null
  return offer === null ? <ShiftBanner /> : <OfferBanner offer={offer} />
}
