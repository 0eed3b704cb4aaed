import type { IncidentSummary } from '../../shared/contract/incident-summary.ts'
import { emptyTeam, findPerson, type Person } from '../../shared/schedule/team.ts'
import type { StoreState } from './store-state.ts'

/** Asked once: the answer costs as much as a row of the timeline, and each row asks. */
const zoneOfThisMachine = Intl.DateTimeFormat().resolvedOptions().timeZone

/** The zone in which local times are shown: the chosen one, else the machine's. */
export const selectZone = (state: StoreState): string => state.desk?.preferences.timezone ?? zoneOfThisMachine

/** Who sits at this desk, when the team knows them. */
export const selectMe = (state: StoreState): Person | null =>
  state.desk === null ? null : (findPerson(state.desk.workspace.team, state.desk.preferences.me ?? undefined) ?? null)

/** Why nothing can be written here, in words; null when it can. */
export function selectReadOnly(state: StoreState): string | null {
  const holder = state.desk?.readOnly?.holder
  return holder === undefined ? null : `Read-only: ${holder} holds this data folder.`
}

/** Whether the console answers, and may write. */
export const canWrite = ({ connection, desk }: StoreState): boolean =>
  connection === 'connected' && desk !== null && desk.readOnly === null

const isOver = (summary: IncidentSummary): boolean =>
  summary.lifecycle === 'resolved' || summary.lifecycle === 'reviewed' || summary.lifecycle === 'closed'

/** Incidents that still need somebody, the soonest deadline first, then the youngest. */
export function openSummaries(summaries: readonly IncidentSummary[]): readonly IncidentSummary[] {
  const dueAt = (summary: IncidentSummary): string => summary.nextRung?.dueAt ?? '9999'
  return summaries
    .filter((each) => !isOver(each))
    .toSorted((a, b) => dueAt(a).localeCompare(dueAt(b)) || b.detectedAt.localeCompare(a.detectedAt))
}

/** A person's name by id, as far as the team knows it. */
export const nameOf = (state: StoreState, id: string): string =>
  findPerson(state.desk?.workspace.team ?? emptyTeam, id)?.name ?? id
