import { useRef } from 'react'
import type { Severity } from '../../../../shared/incident/primitives.ts'
import { selectReadOnly, selectZone } from '../../../state/selectors.ts'
import { useNow, useOpenIncident, useSelected } from '../../../state/store-context.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { PrintedOn } from '../../../ui/printed-on.tsx'
import { StateMark, stateTones, stateWords } from '../../../ui/state-mark.tsx'
import { shortTime, spanWords } from '../../../ui/time-words.ts'
import { isOfLadder } from '../escalation/next-action-card.tsx'
import { useBeginForm } from '../forms/forms-context.tsx'
import { nextActionWords } from '../next-action.ts'
import { useNextAction } from '../use-next-action.ts'
import { useRecord } from '../use-record.ts'
import { AgeClock, NextRungClock } from './clocks.tsx'
import styles from './incident-header.module.css'
import { MoreMenu } from './more-menu.tsx'
import { UpdateChip } from './update-chip.tsx'
import { useClocksEnd } from './use-clocks-end.ts'

const severityWords: Readonly<Record<Severity, string>> = {
  1: 'SEV-1',
  2: 'SEV-2',
  3: 'SEV-3',
  4: 'SEV-4',
  5: 'SEV-5',
}

function SeverityPicker() {
  const record = useRecord()
  const { severity } = useOpenIncident().state.ladder.context
  const readOnly = useSelected(selectReadOnly)
  return (
    <select
      aria-label="Severity"
      className={styles.severity}
      value={severity}
      disabled={readOnly !== null}
      onChange={(event) => {
        const to = Number(event.currentTarget.value) as Severity
        void record({ type: 'severity.changed', data: { from: severity, to } })
      }}
    >
      {Object.entries(severityWords).map(([value, words]) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </select>
  )
}

function SlaChip() {
  const nowMs = useNow(60_000)
  const zone = useSelected(selectZone)
  const { slaAt } = useOpenIncident().state.ladder.context.declaration
  if (slaAt === null) return null
  const lateMs = nowMs - Date.parse(slaAt)
  const words = lateMs >= 0 ? `${spanWords(lateMs)} late` : `in ${spanWords(-lateMs)}`
  return <Chip {...(lateMs >= 0 ? { tone: 'lead' } : {})}>{`SLA ${shortTime(slaAt, zone)}, ${words}`}</Chip>
}

function PublicationChip() {
  const { publication } = useOpenIncident().state.data
  switch (publication) {
    case 'yes':
      return <Chip tone="lead">Bad data published</Chip>
    case 'no':
      return <Chip>No bad data published</Chip>
    case 'unknown':
    case null:
      return <Chip title="Has bad data been published? State it with /published yes or no">Published? Not stated</Chip>
  }
}

/** The title; a double click renames, and so does its menu. */
function Title() {
  const begin = useBeginForm()
  const readOnly = useSelected(selectReadOnly)
  const { title } = useOpenIncident().state.ladder.context
  return (
    <div className={styles.titleLine}>
      <h1 className={styles.title} title={title} onDoubleClick={() => readOnly === null && begin('rename')}>
        {title}
      </h1>
      <MoreMenu />
    </div>
  )
}

/** What is wrong, how long, and when somebody else is told. Nothing ever covers it. */
export function IncidentHeader() {
  const { ladder } = useOpenIncident().state
  const { context, value } = ladder
  const action = useNextAction()
  const isUnheard = context.active && Object.values(context.rungs).some((rung) => rung.exhausted)
  const header = useRef<HTMLElement>(null)
  useClocksEnd(header)
  return (
    <header ref={header} className={styles.header}>
      <div className={styles.about}>
        <Title />
        <div className={styles.chips}>
          <Chip tone={stateTones[value.lifecycle]} mark={<StateMark state={value.lifecycle} inherit />}>
            {stateWords[value.lifecycle]}
          </Chip>
          <SeverityPicker />
          <UpdateChip />
          {isUnheard ? <Chip tone="lead">Nobody left to tell</Chip> : null}
          {context.declaration.dataset === null ? null : (
            <span className={styles.wide}>
              <Chip>{context.declaration.dataset}</Chip>
            </span>
          )}
          <SlaChip />
          <PublicationChip />
        </div>
        <PrintedOn />
        <p className={classNames(styles.next, isOfLadder(action) && styles.inStrip)}>
          <b>Next</b>
          <span>{nextActionWords(action)}</span>
        </p>
      </div>
      <AgeClock />
      <NextRungClock />
    </header>
  )
}
