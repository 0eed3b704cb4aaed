import { NativeSelect, Textarea } from '@mantine/core'
import { useState } from 'react'
import { handoffText } from '../../../../shared/incident/handoff-packet.ts'
import { emptyTeam } from '../../../../shared/schedule/team.ts'
import { selectZone } from '../../../state/selectors.ts'
import { useDraft, useNow, useOpenIncident, useSelected } from '../../../state/store-context.tsx'
import { ActionButton } from '../../../ui/action-button.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { awayUntilWords } from '../../../ui/time-words.ts'
import { FormBody } from '../forms/form-body.tsx'
import { useCopy } from '../forms/use-copy.ts'
import { useRecord } from '../use-record.ts'
import styles from './handoff.module.css'
import { PacketView } from './packet-view.tsx'
import { type Receiver, receivers } from './receivers.ts'
import { usePacket } from './use-packet.ts'

const asOption = ({ person, why, localTime, away }: Receiver) => ({
  value: person.id,
  label: `${person.name}${why === null ? '' : `, ${why}`}, ${localTime} there${away === null ? '' : ', away'}`,
})

/** What it means for them: the hour, a holiday, leave, and the number to ring. */
function Circumstances({ receiver }: { readonly receiver: Receiver }) {
  const { person, localTime, isNight, holiday, away } = receiver
  const troubles = [
    ...(isNight ? ['night there'] : []),
    ...(holiday === null ? [] : [`${holiday} there`]),
    ...(away === null ? [] : [`away until ${awayUntilWords(away)}`]),
  ]
  return (
    <p className={styles.circumstances}>
      {person.name}: {person.phone ?? 'no phone'}, {localTime} in {person.timezone}
      <span className={classNames(troubles.length > 0 && styles.trouble)}>
        {troubles.length > 0 ? `, ${troubles.join(', ')}` : ', not night, no holiday, not away'}
      </span>
    </p>
  )
}

/** Offers the incident to somebody, with all that they need to go on. Nothing changes hands before they accept (E10). */
export function HandoffForm({ onDone }: { readonly onDone: () => void }) {
  const record = useRecord('dialog')
  const copy = useCopy()
  const nowMs = useNow(60_000)
  const zone = useSelected(selectZone)
  const team = useSelected((state) => state.desk?.workspace.team) ?? emptyTeam
  const { state, incident } = useOpenIncident()
  const [chosen, choose] = useState<string | null>(null)
  const [note, setNote] = useDraft(`handoff.${incident}`)
  const { suggested, others } = receivers(state.ladder.context, team, nowMs)
  const all = [...suggested, ...others]
  const receiver = all.find(({ person }) => person.id === chosen) ?? all[0]
  const { packet, problem } = usePacket(receiver?.person.timezone ?? zone)
  const said = note.trim()
  const submit = async (): Promise<string | null> => {
    if (receiver === undefined) return 'The team has nobody else. Add people to team.yaml.'
    const { id, name } = receiver.person
    const refused = await record({ type: 'handoff.offered', data: { to: { id, name }, ...(said && { note: said }) } })
    if (refused === null) setNote('')
    return refused
  }
  const tools = (
    <ActionButton
      disabled={packet === null}
      onClick={() => packet !== null && copy([...(said && [said]), handoffText(packet)].join('\n\n'), 'Packet')}
    >
      Copy packet
    </ActionButton>
  )
  return (
    <FormBody
      confirmLabel="Offer hand-over"
      isDisabled={receiver === undefined}
      tools={tools}
      onSubmit={submit}
      onDone={onDone}
    >
      <NativeSelect
        label="To"
        value={receiver?.person.id ?? ''}
        data={[
          { group: 'Suggested', items: suggested.map(asOption) },
          { group: 'Everybody else', items: others.map(asOption) },
        ].filter(({ items }) => items.length > 0)}
        data-autofocus
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {receiver === undefined ? null : <Circumstances receiver={receiver} />}
      <Textarea
        label="What they must know first (may stay empty)"
        autosize
        minRows={2}
        maxRows={6}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <PacketView packet={packet} problem={problem} />
    </FormBody>
  )
}
