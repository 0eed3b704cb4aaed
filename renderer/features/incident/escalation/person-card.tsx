import { useEffect, useRef, useState } from 'react'
import type { PersonFact } from '../../../../shared/contract/person-facts.ts'
import { callMessage } from '../../../../shared/incident/call-message.ts'
import { selectReadOnly } from '../../../state/selectors.ts'
import { useDeskStore, useOpenIncident, useSelected } from '../../../state/store-context.tsx'
import { ActionButton } from '../../../ui/action-button.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { useOpenLink } from '../../../ui/open-link.ts'
import { awayUntilWords } from '../../../ui/time-words.ts'
import { useRecord } from '../use-record.ts'
import type { PersonToCall } from './people-to-call.ts'
import styles from './person.module.css'

type Outcome = Extract<PersonFact, { type: 'call.made' }>['data']['outcome']

const outcomes: readonly { readonly outcome: Outcome; readonly label: string }[] = [
  { outcome: 'reached', label: 'Reached' },
  { outcome: 'voicemail', label: 'Voicemail' },
  { outcome: 'noAnswer', label: 'No answer' },
]

const telUrl = (phone: string): string => `tel:${phone.replace(/[^\d+]/g, '')}`

function mailUrl(address: string, subject: string, body: string): string {
  return `mailto:${address}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`
}

/** What to say, ready to read aloud or to send, and what came of it. */
function Conversation({
  call,
  isCalled,
  onLogged,
}: {
  readonly call: PersonToCall
  readonly isCalled: boolean
  readonly onLogged: () => void
}) {
  const store = useDeskStore()
  const record = useRecord()
  const { state } = useOpenIncident()
  const openLink = useOpenLink()
  const { person, waiting } = call
  const words = waiting?.message ?? callMessage(state, person.name, store.now())
  const log = async (outcome: Outcome): Promise<void> => {
    const data = {
      person: { id: person.id, name: person.name },
      notification: waiting?.notification ?? null,
      channel: 'phone',
      outcome,
    } as const
    if ((await record({ type: 'call.made', data })) === null) onLogged()
  }
  const copy = (): void => {
    void navigator.clipboard.writeText(words).then(
      () => store.announce('Message copied'),
      () => store.showRefusal('The message could not be copied. Select it and copy it by hand.'),
    )
  }
  return (
    <>
      <p className={styles.words}>{words}</p>
      <div className={styles.personActions}>
        {outcomes.map(({ outcome, label }) => (
          <ActionButton
            key={outcome}
            tone={outcome === 'reached' && isCalled ? 'primary' : 'plain'}
            onClick={() => void log(outcome)}
          >
            {label}
          </ActionButton>
        ))}
      </div>
      <div className={styles.personActions}>
        <ActionButton size="small" onClick={copy}>
          Copy message
        </ActionButton>
        {person.email === undefined ? null : (
          <ActionButton
            size="small"
            aria-label={`Mail ${person.name}`}
            onClick={() => openLink(mailUrl(person.email ?? '', state.ladder.context.title, words))}
          >
            Mail
          </ActionButton>
        )}
      </div>
    </>
  )
}

/** One person: how to reach them, what time it is there, and a button that needs no network. */
export function PersonCard({ call }: { readonly call: PersonToCall }) {
  const { person, waiting } = call
  const [isOpen, setOpen] = useState(false)
  const openLink = useOpenLink()
  const readOnly = useSelected(selectReadOnly)
  const isShown = readOnly === null && (isOpen || waiting !== null)
  const card = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isOpen) card.current?.scrollIntoView({ block: 'nearest' })
  }, [isOpen])
  const start = (): void => {
    setOpen(!isOpen)
    if (!isOpen && person.phone !== undefined) openLink(telUrl(person.phone))
  }
  return (
    <div ref={card} className={classNames(styles.person, waiting !== null && styles.due)}>
      <div className={styles.who}>
        {person.name}
        <small>{call.role}</small>
      </div>
      <ActionButton
        {...(waiting === null ? { size: 'small' } : {})}
        tone={waiting !== null && !isOpen ? 'primary' : 'plain'}
        aria-label={`Call ${person.name}`}
        aria-expanded={isShown}
        onClick={start}
      >
        Call
      </ActionButton>
      <div className={styles.reach}>
        {person.phone ?? 'no phone'},{' '}
        <span className={classNames(call.isNight && styles.night)}>
          {call.localTime} there{call.isNight ? ', night' : ''}
        </span>
        {call.holiday === null ? null : <span className={styles.night}>, {call.holiday}</span>}
        {call.away === null ? null : <span className={styles.night}>, away until {awayUntilWords(call.away)}</span>}
      </div>
      {isShown ? <Conversation call={call} isCalled={isOpen} onLogged={() => setOpen(false)} /> : null}
    </div>
  )
}
