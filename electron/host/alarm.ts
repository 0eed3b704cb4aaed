import { planAlarm } from '../../shared/incident/alarm-plan.ts'
import { openDeadlines } from '../../shared/incident/deadlines.ts'
import type { FactDraft } from '../../shared/incident/facts/fact-catalog.ts'
import { advance, type IncidentState } from '../../shared/incident/incident-state.ts'
import { reasonOf } from '../../shared/kit/reason-of.ts'
import type { HostContext } from './host-context.ts'
import type { IncidentSession } from './incident-session.ts'
import { type Gap, gapFact, gapInWords } from './lateness.ts'
import { tryRecord } from './record-facts.ts'
import { tellAgain, tellRung } from './tell-rung.ts'
import { createGapWatch } from './time-gap.ts'

/** The escalation clock of a running host. */
export type Alarm = {
  /** Looks at every deadline now; the shell calls it on resume, unlock and focus. `resumed` says that the machine slept. */
  readonly wake: (resumed: boolean) => void
  readonly stop: () => void
}

/** The facts that a session's due deadlines call for, tried one after another so that each sees the ones before it. */
function dueDrafts(context: HostContext, session: IncidentSession, lateCause: string): FactDraft[] {
  const nowMs = context.clock.nowMs()
  const team = context.workspace.team()
  const drafts: FactDraft[] = []
  let state: IncidentState = session.state()
  for (const step of planAlarm(state.ladder.context, nowMs, lateCause, state.data.updatePromisedFor)) {
    const telling = { ...context, state, team }
    const draft =
      step.do === 'append'
        ? step.draft
        : step.do === 'tellRung'
          ? tellRung(telling, step.rung)
          : tellAgain(telling, step.notification, step.isSamePerson)
    if (draft === null) continue
    drafts.push(draft)
    state = advance(state, tryRecord(state, draft, nowMs)).state ?? state
  }
  return drafts
}

/** When a session next has something due, remembered for as long as its state does not change. */
function createDueWatch(): (session: IncidentSession) => number {
  const known = new WeakMap<IncidentState, number>()
  return (session) => {
    const state = session.state()
    const remembered = known.get(state)
    if (remembered !== undefined) return remembered
    const dueAtMs =
      openDeadlines(state.ladder.context, state.data.updatePromisedFor)[0]?.dueAtMs ?? Number.POSITIVE_INFINITY
    known.set(state, dueAtMs)
    return dueAtMs
  }
}

/**
 * Starts the alarm: deadlines are absolute instants read from facts, so a tick that comes late, or not at all while the
 * machine sleeps, loses nothing. `startGap` is the time during which no host ran.
 */
export function startAlarm(context: HostContext, startGap: Gap | null): Alarm {
  const look = createGapWatch(context.clock)
  const dueAt = createDueWatch()
  let gap = startGap
  let isChecking = false

  const checkSession = (session: IncidentSession, noticed: Gap | null): void => {
    if (session.journal.readOnly()) return
    const isGapTold = noticed !== null && session.state().ladder.context.active
    const facts: FactDraft[] = isGapTold ? [gapFact(noticed)] : []
    if (dueAt(session) <= context.clock.nowMs())
      facts.push(...dueDrafts(context, session, gapInWords(gap, dueAt(session))))
    if (facts.length > 0) session.append(facts)
  }

  const check = (resumed: boolean): void => {
    if (isChecking || context.readOnly !== null) return
    isChecking = true
    const seen = look(resumed)
    const noticed: Gap | null =
      seen.kind === 'none'
        ? null
        : seen.kind === 'slept'
          ? { ...seen, cause: seen.because }
          : { ...seen, cause: 'clockSet' }
    if (noticed !== null) gap = noticed
    for (const session of context.registry.running()) {
      try {
        checkSession(session, noticed)
      } catch (error) {
        context.log(`alarm: ${session.incident}: ${reasonOf(error)}`)
      }
    }
    isChecking = false
  }

  for (const session of context.registry.running()) {
    if (startGap !== null && context.readOnly === null) checkSession(session, startGap)
  }
  const stop = context.clock.onTick(() => check(false))
  check(false)
  return { wake: check, stop }
}
