import type { CallOutput } from '../../shared/contract/contract.ts'
import type { FactRecord } from '../../shared/incident/facts/fact-catalog.ts'
import { foldIncident, fromJson } from '../../shared/incident/incident-state.ts'
import { emptyLog, recordAt, withRecords } from './incident-log.ts'
import type { OpenIncident } from './store-state.ts'

/** The open incident from what the host answered: its folded state and the tail of its log. */
export function openFrom(incident: string, answer: CallOutput<'incidents.open'>): OpenIncident {
  const state = fromJson(answer.state)
  const log = withRecords({ ...emptyLog, total: state.seq }, answer.records)
  return { incident, state, log, integrity: answer.integrity }
}

/**
 * The incident after more records. The state only moves along an unbroken run of seqs: records heard out of order wait in
 * the log until the ones before them are there.
 */
export function withNews(open: OpenIncident, records: readonly FactRecord[]): OpenIncident {
  const log = withRecords(open.log, records)
  const next: FactRecord[] = []
  for (let seq = open.state.seq + 1; ; seq += 1) {
    const record = recordAt(log, seq)
    if (record === undefined) break
    next.push(record)
  }
  return { ...open, log, state: foldIncident(open.state, next) ?? open.state }
}

/** The seq after the last one folded, when the log is known to go further; null when nothing is missing. */
export const missingFrom = (open: OpenIncident): number | null =>
  open.state.seq < open.log.total ? open.state.seq + 1 : null
