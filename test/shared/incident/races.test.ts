import { describe, expect, it } from 'vitest'
import type { FactDraft } from '../../../shared/incident/facts/fact-catalog.ts'
import { secondary, stated } from '../../support/log-builder.ts'
import { LadderSimulator } from './ladder-simulator.ts'

/** An incident whose secondary was told and is due to be told again. */
function dueForRepeat(): LadderSimulator {
  const simulator = new LadderSimulator().at(60)
  simulator.tick()
  return simulator.at(65)
}

/** What the alarm would write at this instant, without its being written. */
function alarmFacts(simulator: LadderSimulator): readonly FactDraft[] {
  const twin = new LadderSimulator()
  twin.records.splice(0, twin.records.length, ...simulator.records)
  twin.restart().nowMs = simulator.nowMs
  const before = twin.records.length
  twin.tick()
  return twin.records.slice(before) as unknown as readonly FactDraft[]
}

const delivered = (simulator: LadderSimulator) =>
  simulator.effects.filter(({ type }) => type === 'deliverNotification').length

describe('E4 two things in the same millisecond: the first in the log wins (L16)', () => {
  it.each([
    ['acknowledge', 'incident.acknowledged'],
    ['mitigate', 'incident.mitigated'],
    ['resolve', 'incident.resolved'],
  ] as const)('E4 %s before the repeat: nobody is told again', (_, type) => {
    const simulator = dueForRepeat()
    const late = alarmFacts(simulator)
    simulator.append(stated(type, {}), ...late)
    expect(delivered(simulator)).toBe(1)
    expect(simulator.context.notifications.map(({ status }) => status)).toEqual(['stopped'])
  })

  it.each(['incident.acknowledged', 'incident.mitigated', 'incident.resolved'] as const)(
    'E4 %s after the repeat: told once more, then silence',
    (type) => {
      const simulator = dueForRepeat()
      simulator.append(...alarmFacts(simulator), stated(type, {}))
      expect(delivered(simulator)).toBe(2)
      expect(simulator.context.notifications.some(({ status }) => status === 'open')).toBe(false)
      expect(simulator.at(100).tick().steps).toEqual([])
    },
  )

  it('E5 an answer before the last repeat: nobody is left is not written in red', () => {
    const simulator = dueForRepeat()
    const { notification = '', deadlineId = '' } = simulator.context.notifications[0] ?? {}
    simulator.append(
      stated('notification.acknowledged', { notification, person: secondary, via: 'phone' }),
      stated('rung.exhausted', { rungId: 'secondary', deadlineId, tried: [secondary], skipped: [] }),
    )
    expect(simulator.context.rungs.secondary?.exhausted).toBe(false)
  })

  it('E6 mitigated before a rung goes off: it never does; after: its page is stopped', () => {
    const before = new LadderSimulator().at(60)
    const late = alarmFacts(before)
    before.append(stated('incident.mitigated', {}), ...late)
    expect([delivered(before), before.value.escalation]).toEqual([0, 'holding'])
    const after = new LadderSimulator().at(60)
    after.append(...alarmFacts(after), stated('incident.mitigated', {}))
    expect([delivered(after), after.context.notifications[0]?.status]).toEqual([1, 'stopped'])
  })

  it('E3 more time before the rung that tells: told all the same; after: refused', () => {
    const simulator = new LadderSimulator().at(30)
    simulator.tick()
    simulator.at(60)
    expect(simulator.moreTime(simulator.nowMs + 600_000)).toBe(true)
    simulator.tick()
    expect(simulator.value.question).toBe('closed')
    expect(simulator.moreTime(simulator.nowMs + 600_000)).toBe(false)
  })
})
