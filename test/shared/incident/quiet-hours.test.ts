import { describe, expect, it } from 'vitest'
import { lead, minuteAt, secondary } from '../../support/log-builder.ts'
import { outcomes, told } from './ladder-readings.ts'
import { LadderSimulator } from './ladder-simulator.ts'

describe('E11 no automatic paging', () => {
  const office = { from: '09:00', to: '18:00', timezone: 'UTC', days: 'daily' } as const
  const minuteOf = (hour: number): number => (hour - 3) * 60

  it.each([4, 5] as const)('E11 SEV-%i asks, and writes down once what would have been done', (severity) => {
    const simulator = new LadderSimulator({ severity }).at(150)
    expect(simulator.tick().refused).toEqual([])
    expect(simulator.tick().steps).toEqual([])
    expect(outcomes(simulator)).toEqual(['debug asked'])
    expect(simulator.ofType('rung.withheld').map(({ data }) => [data.rungId, data.dueAt, data.reason])).toEqual([
      ['secondary', minuteAt(60), `SEV-${severity} pages nobody by itself`],
      ['lead', minuteAt(120), `SEV-${severity} pages nobody by itself`],
    ])
    expect(told(simulator)).toEqual([])
    expect(simulator.value.escalation).toBe('debugBudgetSpent')
  })

  it('E11 a rung is withheld once, and one that a higher rung has passed not at all', () => {
    const simulator = new LadderSimulator({ severity: 4 }).at(60)
    simulator.tick()
    const [withheld] = simulator.ofType('rung.withheld')
    if (withheld === undefined) throw new Error('nothing was withheld')
    expect(simulator.say('rung.withheld', withheld.data)).toBe(false)
    const passed = new LadderSimulator({ severity: 4 }).at(10)
    passed.advanceRung('lead')
    passed.say('incident.acknowledged', {})
    passed.at(60).tick()
    expect(outcomes(passed)).toEqual(['debug recorded', 'secondary recorded'])
  })

  it('E11 withheld rungs go off when the severity rises, late and with the reason', () => {
    const simulator = new LadderSimulator({ severity: 4 }).at(150)
    simulator.tick()
    simulator.at(180).say('severity.changed', { from: 4, to: 1 })
    simulator.tick('laptop asleep 41 min')
    expect(
      simulator.ofType('rung.fired').map(({ data }) => [data.rungId, data.outcome, data.lateMs, data.lateCause]),
    ).toEqual([
      ['debug', 'asked', 120 * 60_000, 'laptop asleep 41 min'],
      ['secondary', 'recorded', 120 * 60_000, 'held back: SEV-4 pages nobody by itself'],
      ['lead', 'sent', 60 * 60_000, 'held back: SEV-4 pages nobody by itself'],
    ])
  })

  it('E11 a pipeline that can wait until morning pages when its hours begin', () => {
    const simulator = new LadderSimulator({ pagingHours: office }).at(60)
    simulator.tick()
    expect(simulator.ofType('rung.withheld')[0]?.data.reason).toBe(
      'This pipeline can wait until morning: not before 14 Nov 2026, 09:00 (UTC)',
    )
    simulator.at(minuteOf(9) - 1).tick()
    expect(told(simulator)).toEqual([])
    simulator.at(minuteOf(9)).tick()
    expect(told(simulator)).toEqual([`lead ${lead.id} 1`])
  })

  it('E11 repeats of the clock wait while nobody may be paged, and go on after', () => {
    const simulator = new LadderSimulator().at(60)
    simulator.tick()
    simulator.say('severity.changed', { from: 2, to: 4 })
    expect(simulator.at(66).tick().steps).toEqual([])
    simulator.say('severity.changed', { from: 4, to: 2 })
    expect(simulator.tick().steps).toHaveLength(1)
  })

  it('E11 what a person sends by hand goes out, and its repeats with it', () => {
    const simulator = new LadderSimulator({ severity: 5 }).at(10)
    expect(simulator.advanceRung('secondary')).toBe(true)
    simulator.at(15).tick()
    expect(told(simulator)).toEqual([`secondary ${secondary.id} 1`, `secondary ${secondary.id} 2`])
  })

  it.each([
    ['a zone unknown here', { ...office, timezone: 'Mars/Olympus' }],
    ['hours that no clock shows', { ...office, from: '99:99' }],
  ])('E11 %s never silences the ladder', (_, pagingHours) => {
    const simulator = new LadderSimulator({ pagingHours }).at(60)
    simulator.tick()
    expect(told(simulator)).toEqual([`secondary ${secondary.id} 1`])
  })
})
