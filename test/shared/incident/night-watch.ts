import { expect } from 'vitest'
import { planAlarm } from '../../../shared/incident/alarm-plan.ts'
import { openDeadlines } from '../../../shared/incident/deadlines.ts'
import { escalationLevels } from '../../../shared/incident/escalation-level.ts'
import type { FactRecord } from '../../../shared/incident/facts/fact-catalog.ts'
import { toJson } from '../../../shared/incident/incident-state.ts'
import { pagingRefusal } from '../../../shared/incident/paging-refusal.ts'
import type { LadderSimulator, Tick } from './ladder-simulator.ts'

const level = (simulator: LadderSimulator): number => escalationLevels.indexOf(simulator.value.escalation)

const deadlineIds = (records: readonly FactRecord[], ...types: readonly string[]): readonly unknown[] =>
  records.filter(({ type }) => types.includes(type)).map(({ data }) => data.deadlineId)

const expectNoRepeats = (ids: readonly unknown[]): void => expect(new Set(ids).size).toBe(ids.length)

/** Watches a night and says after each step whether the ladder kept its promises. */
export class NightWatch {
  private readonly simulator: LadderSimulator
  private reached = { epoch: 0, level: 0 }
  /** Rungs of which nobody may be told again: owned, answered, or stood down. */
  private readonly silenced = new Set<string>()

  constructor(simulator: LadderSimulator) {
    this.simulator = simulator
  }

  /** Lets the alarm look, and checks all that must hold before, during and after. */
  tick(): void {
    const { simulator } = this
    this.noteSilence()
    const before = simulator.context
    const known = simulator.records.length
    const due = new Map(openDeadlines(before).map((each) => [each.id, each.dueAtMs]))
    const tick = simulator.tick()
    const written = simulator.records.slice(known)
    if (!before.active) expect(tick.steps).toEqual([])
    this.expectInTime(written, due)
    this.expectOneVoice(tick, written)
    this.expectNothingLeft()
    this.expectRegionsAgree()
    this.expectOnce()
  }

  /** Nothing goes off before its time, and each firing says truly when it was due (E1, E6). */
  private expectInTime(written: readonly FactRecord[], due: ReadonlyMap<string, number>): void {
    const { nowMs } = this.simulator
    for (const { type, data } of written) {
      if (type !== 'rung.fired' && type !== 'question.asked' && type !== 'rung.withheld') continue
      const dueAtMs = due.get(String(data.deadlineId))
      expect(dueAtMs).toBeLessThanOrEqual(nowMs)
      expect(data.dueAt).toBe(new Date(dueAtMs ?? 0).toISOString())
      if (type !== 'rung.withheld') expect(data.lateMs).toBe(nowMs - (dueAtMs ?? 0))
    }
    for (const [id, dueAtMs] of due) if (dueAtMs > nowMs) expect(deadlineIds(written, 'rung.fired')).not.toContain(id)
  }

  /** Everything planned is legal, and one tick sends one rung at most (E6). */
  private expectOneVoice(tick: Tick, written: readonly FactRecord[]): void {
    expect(tick.refused).toEqual([])
    const spoken = written.filter(({ type, data }) => type === 'rung.fired' && data.outcome === 'sent')
    expect(spoken.length).toBeLessThanOrEqual(1)
    expect(tick.steps.filter((step) => step.do === 'tellRung').length).toBeLessThanOrEqual(1)
    expect(written.filter(({ data }) => data.outcome === 'asked').length).toBeLessThanOrEqual(1)
    for (const id of deadlineIds(written, 'notification.requested')) expect(this.silenced).not.toContain(id)
  }

  /** A plan carried out leaves nothing due, save what may not page yet (E11). */
  private expectNothingLeft(): void {
    const { context, nowMs } = this.simulator
    expect(planAlarm(context, nowMs, 'again')).toEqual([])
    const refusal = pagingRefusal(context, nowMs)
    for (const each of openDeadlines(context).filter(({ dueAtMs }) => dueAtMs <= nowMs)) {
      expect(refusal).not.toBeNull()
      if (each.kind === 'rung') expect(context.rungs[each.rung.id]?.status).toBe('withheld')
      else expect(each.kind).toBe('acknowledgement')
    }
  }

  private expectRegionsAgree(): void {
    const { context, value } = this.simulator
    expect(context.active).toBe(value.lifecycle === 'detected' || value.lifecycle === 'debugging')
    expect(context.question.state).toBe(value.question)
    if (value.question !== 'closed') expect(context.active).toBe(true)
    if (!context.active) expect(context.notifications.some(({ status }) => status === 'open')).toBe(false)
    if (this.reached.epoch === context.epoch) expect(level(this.simulator)).toBeGreaterThanOrEqual(this.reached.level)
    this.reached = { epoch: context.epoch, level: level(this.simulator) }
  }

  /** A rung goes off once per epoch, and runs out of people once (E5, E6). */
  private expectOnce(): void {
    const { records } = this.simulator
    expectNoRepeats(deadlineIds(records, 'rung.fired', 'rung.advanced'))
    expectNoRepeats(deadlineIds(records, 'rung.exhausted'))
    expectNoRepeats(deadlineIds(records, 'rung.withheld'))
    expectNoRepeats(deadlineIds(records, 'question.asked'))
  }

  /** Rungs of which somebody was told and nobody is still being told: an answer, an owner or the end came. */
  private noteSilence(): void {
    const { notifications } = this.simulator.context
    const open = new Set(notifications.filter(({ status }) => status === 'open').map(({ deadlineId }) => deadlineId))
    for (const { deadlineId } of notifications) if (!open.has(deadlineId)) this.silenced.add(deadlineId)
  }

  /** A kill and a start change nothing that is known or due (E6). */
  expectSameAfterRestart(): void {
    const { simulator } = this
    const before = toJson(simulator.state)
    const due = openDeadlines(simulator.context)
    simulator.restart()
    expect(toJson(simulator.state)).toEqual(before)
    expect(openDeadlines(simulator.context)).toEqual(due)
  }
}
