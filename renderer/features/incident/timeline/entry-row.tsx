import { IconPencil, IconStar, IconStarFilled, IconTrash } from '@tabler/icons-react'
import { memo, type ReactNode } from 'react'
import { type EntryChange, isEntryFact } from '../../../../shared/incident/entry-changes.ts'
import type { FactRecord } from '../../../../shared/incident/facts/fact-catalog.ts'
import { maskSteering } from '../../../../shared/kit/mask-steering.ts'
import { ClampedText } from '../../../ui/clamped-text.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { longDate, shortTime, timeOfDay } from '../../../ui/time-words.ts'
import { AlertView } from './alert-view.tsx'
import { EntryMarkPicture } from './entry-mark.tsx'
import { EvidenceView } from './evidence-view.tsx'
import { factOf } from './fact-of.ts'
import type { Names, Sentence } from './sentences/sentence.ts'
import { actorName, sentenceOf } from './sentences/sentence-of.ts'
import { shownAt } from './shown-at.ts'
import styles from './timeline.module.css'

export type EntryActions = {
  readonly star: (record: FactRecord, starred: boolean) => void
  readonly amend: (record: FactRecord) => void
  readonly retract: (record: FactRecord, retracted: boolean) => void
}

export type EntryRowProps = {
  readonly record: FactRecord
  readonly change: EntryChange | undefined
  readonly names: Names
  readonly zone: string
  readonly total: number
  /** Set when this entry is the first of its day. */
  readonly startsDay: boolean
  readonly isFocusable: boolean
  readonly canWrite: boolean
  readonly actions: EntryActions
}

function rawSentence(record: FactRecord): Sentence {
  return {
    mark: 'unknown',
    lead: record.type,
    text: JSON.stringify(record.data),
    detail: 'Unknown to this version; kept as it is',
  }
}

/** A declaration begins the log, and what is said of another entry has an undo of its own: Restore, Amend, the star. */
function canRetract(record: FactRecord): boolean {
  const fact = factOf(record)
  return fact === null || !(fact.type === 'incident.declared' || isEntryFact(fact))
}

function EntryTools({ record, change, canWrite, isFocusable, actions }: EntryRowProps) {
  if (!canWrite) return null
  const starred = change?.starred === true
  const retracted = change?.retracted === true
  const tabIndex = isFocusable ? 0 : -1
  return (
    <div className={styles.tools}>
      <button
        type="button"
        className={styles.tool}
        tabIndex={tabIndex}
        aria-pressed={starred}
        aria-label="Star"
        onClick={() => actions.star(record, !starred)}
      >
        {starred ? <IconStarFilled size={15} className={styles.star ?? ''} /> : <IconStar size={15} />}
      </button>
      <button
        type="button"
        className={styles.tool}
        tabIndex={tabIndex}
        aria-label="Amend"
        onClick={() => actions.amend(record)}
      >
        <IconPencil size={15} />
      </button>
      {retracted || canRetract(record) ? (
        <button
          type="button"
          className={styles.tool}
          tabIndex={tabIndex}
          aria-label={retracted ? 'Restore' : 'Retract'}
          onClick={() => actions.retract(record, !retracted)}
        >
          <IconTrash size={15} />
        </button>
      ) : null}
    </div>
  )
}

function EntryTime({ at, zone }: { readonly at: string; readonly zone: string }) {
  const local = timeOfDay(at, zone)
  const utc = shortTime(at, 'UTC')
  return (
    <time className={styles.time} dateTime={at} title={`${longDate(at, zone)}, ${local} (${timeOfDay(at, 'UTC')} UTC)`}>
      {local}
      {local.startsWith(utc) ? null : <small>{utc} UTC</small>}
    </time>
  )
}

/** The words of an entry as they were amended, or as they were said. */
const shownText = (sentence: Sentence, change: EntryChange | undefined): string =>
  change?.text == null ? sentence.text : maskSteering(change.text)

function EntryText({ record, sentence, change, names, zone }: EntryRowProps & { readonly sentence: Sentence }) {
  const fact = factOf(record)
  const text = shownText(sentence, change)
  const amended = change?.amendments.at(-1)
  const notes: readonly ReactNode[] = [
    sentence.detail ?? null,
    record.occurredAt === undefined ? null : `recorded ${shortTime(record.at, zone)}`,
    amended === undefined ? null : `${change?.retracted ? 'retracted' : 'amended'} ${shortTime(amended.at, zone)}`,
    sentence.quiet === true || record.by.kind !== 'person' || record.by.id === names.reader
      ? null
      : actorName(record.by, names),
  ].filter((note) => note !== null && note !== '')
  return (
    <div className={styles.text}>
      {sentence.lead === undefined ? null : <strong>{sentence.lead} </strong>}
      <ClampedText text={text} lines={20} />
      {change?.starred === true ? (
        <>
          {' '}
          <IconStarFilled size={13} className={styles.star ?? ''} aria-label="starred" />
        </>
      ) : null}
      {notes.length === 0 ? null : <div className={styles.detail}>{notes.join(', ')}</div>}
      {sentence.output === undefined ? null : <pre className={styles.excerpt}>{sentence.output}</pre>}
      {fact?.type === 'evidence.attached' && change?.redacted !== true ? <EvidenceView evidence={fact.data} /> : null}
      {fact?.type === 'alert.attached' ? <AlertView alert={fact.data} /> : null}
      {change?.redacted === true ? (
        <div className={styles.detail}>Redacted. The sealed original stays on this disk.</div>
      ) : null}
    </div>
  )
}

/** One fact of the log as a sentence, with what later facts say about it. */
export const EntryRow = memo(function EntryRow(props: EntryRowProps) {
  const { record, change, names, zone, startsDay } = props
  const fact = factOf(record)
  const sentence = fact === null ? rawSentence(record) : sentenceOf(fact, names)
  const at = shownAt(record, change)
  return (
    <>
      {startsDay ? <div className={`caption ${styles.date}`}>{longDate(at, zone)}</div> : null}
      <article
        className={classNames(styles.entry, sentence.quiet && styles.quiet, change?.retracted && styles.retracted)}
        aria-posinset={record.seq}
        aria-setsize={props.total}
        aria-label={`${timeOfDay(at, zone)}, ${sentence.lead ?? ''} ${shownText(sentence, change).slice(0, 120)}`}
        data-seq={record.seq}
        tabIndex={props.isFocusable ? 0 : -1}
      >
        <EntryTime at={at} zone={zone} />
        <EntryMarkPicture mark={sentence.mark} tone={sentence.tone} />
        <EntryText {...props} sentence={sentence} />
        <EntryTools {...props} />
      </article>
    </>
  )
})
