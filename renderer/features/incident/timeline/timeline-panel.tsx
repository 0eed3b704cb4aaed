import { useDeferredValue, useMemo, useRef, useState } from 'react'
import type { FactRecord } from '../../../../shared/incident/facts/fact-catalog.ts'
import { setsGoing } from '../../../../shared/incident/ladder-said.ts'
import { useDeskStore, useOpenIncident } from '../../../state/store-context.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { RetractDialog } from '../../../ui/retract-dialog.tsx'
import { usePrinting } from '../../../ui/use-printing.ts'
import { Composer } from '../composer/composer.tsx'
import { useRecord } from '../use-record.ts'
import { AmendDialog } from './amend-dialog.tsx'
import { EntryFeed } from './entry-feed.tsx'
import { type EntryFilter, entryFilters } from './entry-filter.ts'
import type { EntryActions } from './entry-row.tsx'
import { integrityWords } from './integrity-words.ts'
import styles from './timeline.module.css'
import { useShownSeqs } from './use-shown-seqs.ts'

const count = (value: number): string => value.toLocaleString('en-GB')

const isFilter = (value: string): value is EntryFilter => entryFilters.some((each) => each.value === value)

type Asked = { readonly of: string; readonly retracted: boolean; readonly isOpen: boolean }

/** What can be done with an entry; the same object for as long as the panel stands, so that rows keep still. */
function useEntryActions(amend: (record: FactRecord) => void) {
  const record = useRecord()
  const store = useDeskStore()
  const { state } = useOpenIncident()
  const [asked, setAsked] = useState<Asked>({ of: '', retracted: true, isOpen: false })
  const retract = (of: string, retracted: boolean): void =>
    void record({ type: 'entry.amended', data: { of, retracted } })
  const retractOrAsk = (of: string, retracted: boolean): void => {
    const at = new Date(store.now()).toISOString()
    if (setsGoing(state, { of, isRetracted: retracted }, at)) setAsked({ of, retracted, isOpen: true })
    else retract(of, retracted)
  }
  const latest = useRef({ record, amend, retractOrAsk })
  latest.current = { record, amend, retractOrAsk }
  const actions: EntryActions = useMemo(
    () => ({
      amend: (entry) => latest.current.amend(entry),
      star: ({ id }, starred) => void latest.current.record({ type: 'entry.starred', data: { of: id, starred } }),
      retract: ({ id }, retracted) => latest.current.retractOrAsk(id, retracted),
    }),
    [],
  )
  return { actions, asked, setAsked, retract }
}

/** What the shown entries were chosen by, for paper, which has no fields: "Notes, \"kafka\"". */
function chosenBy(filter: EntryFilter, query: string): string {
  const label = entryFilters.find(({ value }) => value === filter && value !== 'all')?.label
  return [label, query.trim() === '' ? null : `"${query.trim()}"`].filter(Boolean).join(', ')
}

/** The log as people read it, and the place to add to it. */
export function TimelinePanel() {
  const { log, integrity, state } = useOpenIncident()
  const [filter, setFilter] = useState<EntryFilter>('all')
  const [typed, setTyped] = useState('')
  const [amended, setAmended] = useState<{ readonly record: FactRecord; readonly isOpen: boolean } | null>(null)
  const { actions, asked, setAsked, retract } = useEntryActions((entry) => setAmended({ record: entry, isOpen: true }))
  const query = useDeferredValue(typed)
  const shown = useShownSeqs({ filter, query })
  const words =
    shown.seqs === null
      ? `${count(log.total)} ${log.total === 1 ? 'fact' : 'facts'}, ${integrityWords(integrity)}`
      : `${count(shown.seqs.length)} of ${count(log.total)} facts`
  const isPrinting = usePrinting()
  const reading = shown.seqs !== null && shown.readSoFar < 1 ? `, reading ${Math.round(shown.readSoFar * 100)} %` : ''
  return (
    <Panel
      title="Timeline"
      note={words + reading + (isPrinting && shown.seqs !== null ? `: ${chosenBy(filter, query)}` : '')}
      flush
      tools={
        <>
          <input
            type="search"
            className={styles.search}
            aria-label="Find in the timeline"
            placeholder="Find"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <select
            className={styles.filter}
            data-off-paper=""
            aria-label="Show in the timeline"
            value={filter}
            onChange={(event) => isFilter(event.currentTarget.value) && setFilter(event.currentTarget.value)}
          >
            {entryFilters.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </>
      }
    >
      {shown.seqs !== null && shown.seqs.length === 0 && shown.readSoFar === 1 ? (
        <div className={styles.body}>
          <EmptyState title="Nothing here matches.">
            Star an entry, or take away the filter to see all {count(log.total)} facts.
          </EmptyState>
        </div>
      ) : (
        <EntryFeed seqs={shown.seqs} actions={actions} />
      )}
      <Composer />
      {/* There before it is asked for: a dialog that comes open gives the focus back to nothing. */}
      <RetractDialog
        opened={asked.isOpen}
        retracted={asked.retracted}
        onConfirm={() => retract(asked.of, asked.retracted)}
        onClose={() => setAsked({ ...asked, isOpen: false })}
      />
      <AmendDialog
        amended={amended === null ? null : { ...amended, change: state.entries[amended.record.id] }}
        opened={amended?.isOpen === true}
        onClose={() => setAmended((before) => (before === null ? null : { ...before, isOpen: false }))}
      />
    </Panel>
  )
}
