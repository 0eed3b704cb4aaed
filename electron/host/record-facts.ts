import type { PersonFact } from '../../shared/contract/person-facts.ts'
import type { Reply } from '../../shared/contract/refusal.ts'
import type { Stated } from '../../shared/contract/stated.ts'
import type { FactDraft, FactRecord } from '../../shared/incident/facts/fact-catalog.ts'
import { type LadderFact, ladderFactTypes } from '../../shared/incident/incident-machine.ts'
import { advance, type IncidentState } from '../../shared/incident/incident-state.ts'
import { isSecretName } from '../../shared/kit/secret-name.ts'
import { statedWords } from '../../shared/postmortem/stated-words.ts'
import { findPerson } from '../../shared/schedule/team.ts'
import { consequencesOf } from './consequences.ts'
import type { HostContext } from './host-context.ts'
import type { IncidentSession } from './incident-session.ts'
import { personWhoStated } from './person-at-desk.ts'
import { refuse, refuseAppend, refuseWithdrawn } from './refuse.ts'
import { isLate, lookBack } from './stated-batch.ts'
import { whyRefused } from './why-refused.ts'

const MOST_CLOCK_SKEW_MS = 1_000
const ladderTypes: ReadonlySet<string> = new Set(ladderFactTypes)
const zeros = '0'.repeat(64)

/** The record that a draft would become, to try it on the state before anything is written. */
export function tryRecord(state: IncidentState, draft: FactDraft, nowMs: number): FactRecord {
  const { type, data, by, occurredAt } = draft
  const occurred = occurredAt === undefined ? {} : { occurredAt }
  const at = new Date(nowMs).toISOString()
  const chain = { v: 1, seq: state.seq + 1, id: `untold-${state.seq + 1}`, prev: zeros, hash: zeros }
  return { ...chain, incident: state.incident, type, at, by, data: data as FactRecord['data'], ...occurred }
}

function refusalOf(state: IncidentState, draft: FactDraft, nowMs: number): Reply<never> | null {
  if (draft.occurredAt !== undefined && Date.parse(draft.occurredAt) > nowMs + MOST_CLOCK_SKEW_MS) {
    return refuse('badInput', 'A fact cannot have happened in the future.', 'Give the time at which it happened.')
  }
  if (draft.type === 'value.given' && isSecretName(draft.data.name)) {
    const why = `<${draft.data.name}> is the name of a secret, and the log keeps no secrets. Nothing was written.`
    return refuse('notAllowed', why, 'Reload this window and type the value into its field.')
  }
  if (draft.type === 'update.promised' && Date.parse(draft.data.dueAt) <= nowMs) {
    return refuse('badInput', 'An update cannot be promised for a time that has passed.', 'Choose a later time.')
  }
  if ((draft.type.startsWith('step.') || draft.type === 'scenario.chosen') && state.run === null) {
    return refuse('notAllowed', 'No runbook is open in this incident.', 'Open a runbook first.')
  }
  if (!ladderTypes.has(draft.type)) return null
  const fact = tryRecord(state, draft, nowMs) as unknown as LadderFact
  return state.ladder.can(fact) ? null : refuse('notAllowed', whyRefused(state, fact))
}

/** A change is from what is in force, whatever a window showed that had not heard of it yet. */
const fromWhatIs = (state: IncidentState, draft: FactDraft): FactDraft =>
  draft.type === 'severity.changed' ? { ...draft, data: { ...draft.data, from: state.ladder.context.severity } } : draft

function overtaken(context: HostContext, record: FactRecord): Reply<never> {
  const name = findPerson(context.workspace.team(), record.by.id)?.name ?? record.by.id
  if (record.type === 'runbook.opened') {
    const opened = `Another runbook was opened since (${String(record.data.title)}, by ${name}), so this did not reach the checklist.`
    return refuse('conflict', opened, 'Log it as a note, or open its runbook again and state it there.')
  }
  const message = `Something newer says otherwise (${statedWords(record)}, by ${name}), so this was not written over it.`
  return refuse('conflict', message, 'Look at what holds now. State it anew if it shall hold, or throw it away.')
}

/**
 * Turns what a person states into durable facts with their consequences (telling somebody, mitigating), all or none.
 * Each fact is tried on the machine first, so a click on a rung that fired meanwhile is refused and never doubled (E7).
 * `stated` says how a window stated them: what it sends again is written once (J4.4), at its own time and under its own name (J4.5).
 */
export function recordFacts(
  context: HostContext,
  session: IncidentSession,
  given: readonly PersonFact[],
  stated?: Stated,
): Reply<{ readonly records: readonly FactRecord[] }> {
  const nowMs = context.clock.nowMs()
  const by = personWhoStated(context, stated)
  const late = stated !== undefined && isLate(stated, nowMs) ? { occurredAt: stated.at } : {}
  if (stated !== undefined) {
    const { written, overtakenBy } = lookBack(session.journal, given, stated)
    if (written.length > 0) return { ok: true, value: { records: written } }
    if (context.withdrawn.has(stated.key)) return refuseWithdrawn()
    if ('occurredAt' in late && overtakenBy !== null) return overtaken(context, overtakenBy)
  }
  const drafts: FactDraft[] = []
  let state = session.state()
  for (const fact of given) {
    const draft = fromWhatIs(state, { ...late, ...fact, by } as FactDraft)
    const refusal = refusalOf(state, draft, nowMs)
    if (refusal !== null) return refusal
    for (const each of [draft, ...consequencesOf(context, state, draft)]) {
      drafts.push(each)
      state = advance(state, tryRecord(state, each, nowMs)).state ?? state
    }
  }
  const key = stated === undefined ? {} : { key: stated.key }
  const appended = session.append(drafts.map((draft) => ({ ...draft, ...key })))
  return appended.ok ? { ok: true, value: { records: appended.value } } : refuseAppend(appended.error)
}
