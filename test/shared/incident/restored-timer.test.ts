import { describe, expect, it } from 'vitest'
import { createActor, createMachine, SimulatedClock } from 'xstate'
import { openDeadlines } from '../../../shared/incident/deadlines.ts'
import { fromJson, toJson } from '../../../shared/incident/incident-state.ts'
import { minuteMs } from '../../support/log-builder.ts'
import { outcomes } from './ladder-readings.ts'
import { LadderSimulator } from './ladder-simulator.ts'

const twoHoursMs = 2 * 60 * 60_000

const withAfter = createMachine({
  initial: 'holding',
  states: { holding: { after: { [twoHoursMs]: 'leadEscalated' } }, leadEscalated: {} },
})

describe('E6 a deadline survives a restart (L14)', () => {
  it('E6 XState loses its own `after` on restore, which is why the incident machine has none', () => {
    const undisturbedClock = new SimulatedClock()
    const undisturbed = createActor(withAfter, { clock: undisturbedClock }).start()
    undisturbedClock.increment(twoHoursMs)
    expect(undisturbed.getSnapshot().value).toBe('leadEscalated')

    const clock = new SimulatedClock()
    const first = createActor(withAfter, { clock }).start()
    clock.increment(twoHoursMs / 2)
    const persisted = JSON.parse(JSON.stringify(first.getPersistedSnapshot()))
    first.stop()
    const restored = createActor(withAfter, { clock, snapshot: persisted }).start()
    clock.increment(twoHoursMs * 100)
    expect(restored.getSnapshot().value).toBe('holding')
  })

  it('E6 our deadline goes off after a restore, from the log and from a cached state alike', () => {
    const simulator = new LadderSimulator().at(90)
    simulator.tick()
    const cached = fromJson(JSON.parse(JSON.stringify(toJson(simulator.state))))
    expect(openDeadlines(cached.ladder.context)).toEqual(openDeadlines(simulator.context))
    simulator.restart().at(120).tick()
    expect(outcomes(simulator)).toEqual(['debug recorded', 'secondary sent', 'lead sent'])
    expect(simulator.value.escalation).toBe('leadEscalated')
  })

  it('E6 a delay longer than a timer can hold is still pending, and goes off on its day', () => {
    const days = 30
    const policy = {
      clock: 'detection',
      rungs: [{ id: 'lead', after: `P${days}D`, action: { do: 'tell', who: 'lead' } }],
      acknowledgeWithin: 'PT5M',
      repeat: 0,
    } as const
    const simulator = new LadderSimulator({ policy: { ...policy, rungs: [...policy.rungs] } })
    const dueMinute = days * 24 * 60
    expect((dueMinute * 60_000) / (2 ** 31 - 1)).toBeGreaterThan(1)
    expect(
      simulator
        .restart()
        .at(dueMinute - 1)
        .tick().steps,
    ).toEqual([])
    expect(openDeadlines(simulator.context).map(({ dueAtMs }) => dueAtMs)).toEqual([minuteMs(dueMinute)])
    simulator.at(dueMinute).tick()
    expect(outcomes(simulator)).toEqual(['lead sent'])
  })
})
