import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPagingAllowed, nextPagingStart } from '../../../shared/schedule/paging-hours.ts'
import { slaChoice, slaInstants } from '../../../shared/schedule/sla.ts'
import type { PagingHours, Sla } from '../../../shared/schedule/team.ts'
import { at, onlyPipeline, sampleTeam } from './sample-team.ts'

const pipeline = onlyPipeline(sampleTeam)
const withSla = (sla: Sla) => ({ ...pipeline, sla })
const dayMs = 24 * 3_600_000

describe('E1.1 SLA instants', () => {
  it('E1.1 keep 08:00 local on both DST days', () => {
    expect(slaInstants(pipeline, at('2027-03-13T00:00:00Z'), at('2027-03-16T00:00:00Z'))).toEqual([
      '2027-03-13T13:00:00.000Z',
      '2027-03-14T12:00:00.000Z',
      '2027-03-15T12:00:00.000Z',
    ])
    expect(slaInstants(pipeline, at('2027-11-06T00:00:00Z'), at('2027-11-09T00:00:00Z'))).toEqual([
      '2027-11-06T12:00:00.000Z',
      '2027-11-07T13:00:00.000Z',
      '2027-11-08T13:00:00.000Z',
    ])
  })

  it('E1.1 the beginning is included and the end is not', () => {
    const due = at('2026-11-12T13:00:00Z')
    expect(slaInstants(pipeline, due, due + 1)).toHaveLength(1)
    expect(slaInstants(pipeline, due - 1, due)).toHaveLength(0)
    expect(slaInstants(pipeline, due, due - dayMs)).toHaveLength(0)
  })

  it.each([
    ['weekdays', 'weekdays', 5],
    ['a list', ['saturday', 'sunday'], 2],
    ['daily', 'daily', 7],
  ] as const)('E1.1 on %s', (_what, days, count) => {
    const sla: Sla = { by: '11:00', timezone: 'Asia/Kolkata', days }
    const from = at('2026-11-02T00:00:00Z')
    expect(slaInstants(withSla(sla), from, from + 7 * dayMs)).toHaveLength(count)
  })

  it('E1.1 a span cut in two has the same instants as the whole', () => {
    const zone = fc.constantFrom('America/New_York', 'Australia/Lord_Howe', 'America/St_Johns', 'Asia/Kolkata')
    const by = fc.constantFrom('00:00', '02:30', '08:00', '23:59')
    const instant = fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2036-01-01T00:00:00Z') })
    const length = fc.integer({ min: 0, max: 20 * dayMs })
    fc.assert(
      fc.property(zone, by, instant, length, length, (timezone, time, from, first, second) => {
        const daily = withSla({ by: time, timezone, days: 'daily' })
        const [middle, to] = [from + first, from + first + second]
        const whole = slaInstants(daily, from, to)
        expect([...slaInstants(daily, from, middle), ...slaInstants(daily, middle, to)]).toEqual(whole)
        expect(Math.abs(whole.length - (to - from) / dayMs)).toBeLessThan(1.1)
      }),
      { numRuns: 200 },
    )
  })

  it('E1.1 none without an SLA', () => {
    const { sla: _none, ...without } = pipeline
    expect(slaInstants(without, 0, at('2030-01-01T00:00:00Z'))).toEqual([])
    expect(slaChoice(without, 0)).toEqual({ missed: null, next: null, suggested: 'none' })
  })
})

describe('E1.2 which SLA an incident is about', () => {
  const yesterday = '2026-11-11T13:00:00.000Z'
  const today = '2026-11-12T13:00:00.000Z'
  const tomorrow = '2026-11-13T13:00:00.000Z'

  it.each([
    ['2026-11-11T17:00:00Z', yesterday, today, 'missed'],
    ['2026-11-11T17:00:01Z', yesterday, today, 'none'],
    ['2026-11-12T01:00:00Z', yesterday, today, 'next'],
    ['2026-11-12T01:00:01Z', null, today, 'next'],
    ['2026-11-12T12:59:59Z', null, today, 'next'],
    ['2026-11-12T13:00:00Z', today, tomorrow, 'missed'],
    ['2026-11-12T14:00:00Z', today, tomorrow, 'missed'],
  ])('E1.2 detected at %s', (iso, missed, next, suggested) => {
    expect(slaChoice(pipeline, at(iso))).toEqual({ missed, next, suggested })
  })

  it('E1.2 the next one may be days away', () => {
    const mondays = withSla({ by: '08:00', timezone: 'America/New_York', days: ['monday'] })
    expect(slaChoice(mondays, at('2026-11-10T12:00:00Z'))).toEqual({
      missed: null,
      next: '2026-11-16T13:00:00.000Z',
      suggested: 'none',
    })
  })
})

describe('E11 paging hours', () => {
  const office: PagingHours = { from: '09:00', to: '18:00', timezone: 'America/New_York', days: 'weekdays' }
  const night: PagingHours = { from: '22:00', to: '06:00', timezone: 'America/New_York', days: ['friday'] }
  const early: PagingHours = { from: '02:30', to: '03:00', timezone: 'America/New_York', days: ['sunday'] }
  const saturday: PagingHours = { from: '00:00', to: '00:00', timezone: 'America/New_York', days: ['saturday'] }

  it.each([
    ['no hours', null, '2026-11-14T03:00:00Z', true, '2026-11-14T03:00:00.000Z'],
    ['just before nine', office, '2026-11-12T13:59:59Z', false, '2026-11-12T14:00:00.000Z'],
    ['nine sharp', office, '2026-11-12T14:00:00Z', true, '2026-11-12T14:00:00.000Z'],
    ['six sharp', office, '2026-11-12T23:00:00Z', false, '2026-11-13T14:00:00.000Z'],
    ['a Friday evening', office, '2026-11-13T23:00:00Z', false, '2026-11-16T14:00:00.000Z'],
    ['a Saturday', office, '2026-11-14T15:00:00Z', false, '2026-11-16T14:00:00.000Z'],
    ['Friday night', night, '2026-11-14T03:00:00Z', true, '2026-11-14T03:00:00.000Z'],
    ["past midnight it is still Friday's", night, '2026-11-14T10:59:59Z', true, '2026-11-14T10:59:59.000Z'],
    ['Saturday morning', night, '2026-11-14T11:00:00Z', false, '2026-11-21T03:00:00.000Z'],
    ['Thursday past midnight', night, '2026-11-12T06:00:00Z', false, '2026-11-14T03:00:00.000Z'],
    ['a whole day', saturday, '2026-11-15T04:59:59Z', true, '2026-11-15T04:59:59.000Z'],
    ['after a whole day', saturday, '2026-11-15T05:00:00Z', false, '2026-11-21T05:00:00.000Z'],
    ['hours that DST swallows', early, '2027-03-14T05:00:00Z', false, '2027-03-21T06:30:00.000Z'],
    ['the Monday after spring forward', office, '2027-03-15T13:00:00Z', true, '2027-03-15T13:00:00.000Z'],
  ])('E11 %s', (_what, hours, iso, allowed, next) => {
    expect(isPagingAllowed(hours, at(iso))).toBe(allowed)
    expect(nextPagingStart(hours, at(iso))).toBe(next)
  })

  it('E11 paging is allowed at its next start, and not a moment before', () => {
    const instant = fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2036-01-01T00:00:00Z') })
    const time = fc.constantFrom('00:00', '02:30', '03:00', '09:00', '18:00', '23:30')
    const days = fc.constantFrom<PagingHours['days']>('daily', 'weekdays', ['sunday'], ['monday', 'friday'])
    const zone = fc.constantFrom('America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata')
    fc.assert(
      fc.property(instant, time, time, days, zone, (instantMs, from, to, onDays, timezone) => {
        const hours: PagingHours = { from, to, timezone, days: onDays }
        const nextMs = at(nextPagingStart(hours, instantMs))
        expect(isPagingAllowed(hours, nextMs)).toBe(true)
        if (nextMs > instantMs) expect(isPagingAllowed(hours, nextMs - 1)).toBe(false)
      }),
      { numRuns: 300 },
    )
  })
})
