import { type AlarmStep, planAlarm } from '../../../shared/incident/alarm-plan.ts'
import { rungDeadlineId } from '../../../shared/incident/deadline-ids.ts'
import { waitingRungs } from '../../../shared/incident/deadlines.ts'
import type { FactData, FactDraft, FactOf, FactRecord, FactType } from '../../../shared/incident/facts/fact-catalog.ts'
import { type LadderEffect, type LadderFact, ladderFactTypes } from '../../../shared/incident/incident-machine.ts'
import { advance, foldIncident, type IncidentState } from '../../../shared/incident/incident-state.ts'
import type { PersonRef } from '../../../shared/incident/primitives.ts'
import { parseDurationMs, type Rung } from '../../../shared/schedule/policy.ts'
import { declaration, lead, minuteMs, recordOf, secondary, stated } from '../../support/log-builder.ts'

const backup = { id: 'eng-c', name: 'Engineer C' }
const alarm = { kind: 'alarm', id: 'alarm' } as const

/** Whom a rung tells in these tests, in order, nobody twice; a rung for the cto finds nobody. */
function peopleFor({ action }: Rung): readonly PersonRef[] {
  if (action.do === 'ask' || action.who === 'cto') return []
  return action.who === 'lead' ? [lead] : [secondary, backup]
}

/** What one tick did: the plan, and those of its facts that the machine would not take, of which there should be none. */
export type Tick = { readonly steps: readonly AlarmStep[]; readonly refused: readonly FactDraft[] }

/** Whether the machine takes a record as it stands; facts that are not the machine's are always taken. */
export const isTaken = (state: IncidentState, record: FactRecord): boolean =>
  !ladderFactTypes.includes(record.type) || state.ladder.can(record as unknown as LadderFact)

/**
 * A small model of the host: a log, a wall clock, the alarm, and what follows from a person's fact.
 * No disk and no timer: a crash is folding the log again.
 */
export class LadderSimulator {
  nowMs: number
  readonly records: FactRecord[] = []
  readonly effects: LadderEffect[] = []
  private current: IncidentState

  constructor(change: Partial<FactData<'incident.declared'>> = {}) {
    const data = declaration(change)
    this.nowMs = Date.parse(data.detectedAt)
    const declared = recordOf(stated('incident.declared', data), 1, this.nowMs)
    this.records.push(declared)
    const { state } = advance(null, declared)
    if (state === null) throw new Error('the declaration was not taken')
    this.current = state
  }

  get state(): IncidentState {
    return this.current
  }

  get context(): IncidentState['ladder']['context'] {
    return this.current.ladder.context
  }

  get value(): IncidentState['ladder']['value'] {
    return this.current.ladder.value
  }

  /** Sets the wall clock to some minutes after detection. */
  at(minutes: number): this {
    this.nowMs = minuteMs(minutes)
    return this
  }

  /** Moves the wall clock by milliseconds, forwards or back. */
  step(ms: number): this {
    this.nowMs += ms
    return this
  }

  /** What the next record would be. */
  recordNow(draft: FactDraft): FactRecord {
    return recordOf(draft, this.records.length + 1, this.nowMs)
  }

  /** Writes facts down whatever the machine says of them, as a log from elsewhere would. */
  append(...drafts: readonly FactDraft[]): this {
    for (const draft of drafts) {
      const record = this.recordNow(draft)
      this.records.push(record)
      const next = advance(this.current, record)
      this.current = next.state ?? this.current
      this.effects.push(...next.effects)
    }
    return this
  }

  /** A person states something: refused by the machine, or written down with what follows from it. */
  say<T extends FactType>(type: T, data: FactData<T>): boolean {
    const draft = stated(type, data)
    if (!isTaken(this.current, this.recordNow(draft))) return false
    this.append(draft)
    this.append(...this.consequencesOf(draft))
    return true
  }

  /** The deadline id that a rung has in this epoch. */
  deadlineId(rungId: string): string {
    return rungDeadlineId(rungId, this.context.epoch)
  }

  /** A person presses "tell them now". */
  advanceRung(rungId: string): boolean {
    return this.say('rung.advanced', { rungId, deadlineId: this.deadlineId(rungId), reason: 'needs help' })
  }

  /** A person answers the question that is open. */
  answer(answer: 'notifySecondary' | 'fixed'): boolean {
    return this.say('question.answered', { answer, round: this.context.question.round })
  }

  /** A person asks for more time, until some minutes after detection. */
  moreTime(untilMs: number): boolean {
    const until = new Date(untilMs).toISOString()
    const { round } = this.context.question
    return this.say('question.answered', { answer: 'moreTime', round, until, reason: 'nearly there' })
  }

  /** The alarm looks once. */
  tick(lateCause = 'laptop asleep 41 min'): Tick {
    const steps = planAlarm(this.context, this.nowMs, lateCause, this.state.data.updatePromisedFor)
    const refused: FactDraft[] = []
    for (const step of steps) {
      const draft = this.draftOf(step)
      if (!isTaken(this.current, this.recordNow(draft))) refused.push(draft)
      this.append(draft)
    }
    return { steps, refused }
  }

  /** Kill and start again: nothing is left but the log. */
  restart(): this {
    const folded = foldIncident(null, this.records)
    if (folded === null) throw new Error('the log does not fold')
    this.current = folded
    return this
  }

  /** The facts of one type written down so far. */
  ofType<T extends FactType>(type: T): readonly FactOf<T>[] {
    return this.records.filter((each) => each.type === type) as unknown as readonly FactOf<T>[]
  }

  private request(rung: Rung, person: PersonRef, attempt: number): FactDraft {
    const acknowledgeByMs = this.nowMs + (parseDurationMs(this.context.policy.acknowledgeWithin) ?? 0)
    return {
      type: 'notification.requested',
      by: alarm,
      data: {
        notification: `notification-${this.records.length + 1}`,
        deadlineId: this.deadlineId(rung.id),
        rungId: rung.id,
        person,
        role: 'secondary',
        attempt,
        acknowledgeBy: new Date(acknowledgeByMs).toISOString(),
        message: 'Please help.',
        skipped: [],
      },
    }
  }

  private tellNext(rung: Rung): FactDraft {
    const told = this.context.notifications.filter((each) => each.rungId === rung.id).map((each) => each.person)
    const next = peopleFor(rung).find((person) => !told.some((each) => each.id === person.id))
    if (next !== undefined) return this.request(rung, next, 1)
    const data = { deadlineId: this.deadlineId(rung.id), rungId: rung.id, tried: told, skipped: [] }
    return { type: 'rung.exhausted', by: alarm, data }
  }

  private draftOf(step: AlarmStep): FactDraft {
    if (step.do === 'append') return step.draft
    if (step.do === 'tellRung') return this.tellNext(step.rung)
    const rung = this.context.policy.rungs.find((each) => each.id === step.notification.rungId)
    if (rung === undefined) throw new Error('a notification of no rung')
    return step.isSamePerson
      ? this.request(rung, step.notification.person, step.notification.attempt + 1)
      : this.tellNext(rung)
  }

  private consequencesOf(draft: FactDraft): FactDraft[] {
    if (draft.type === 'rung.advanced') {
      const rung = this.context.policy.rungs.find((each) => each.id === draft.data.rungId)
      return rung?.action.do === 'tell' ? [this.tellNext(rung)] : []
    }
    if (draft.type === 'call.made' && draft.data.notification !== null && draft.data.outcome === 'reached') {
      const { notification, person, channel } = draft.data
      return [stated('notification.acknowledged', { notification, person, via: channel })]
    }
    if (draft.type !== 'question.answered' || draft.data.answer === 'moreTime') return []
    if (draft.data.answer === 'fixed') return [stated('incident.mitigated', {})]
    const rung = waitingRungs(this.context).find((each) => each.action.do === 'tell')
    if (rung === undefined) return []
    const data = { rungId: rung.id, deadlineId: this.deadlineId(rung.id), reason: 'still stuck' }
    return [stated('rung.advanced', data), this.tellNext(rung)]
  }
}
