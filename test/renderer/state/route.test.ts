import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashOf, parseRoute, type Route } from '../../../renderer/state/route.ts'

const route: fc.Arbitrary<Route> = fc.oneof(
  fc.constantFrom<Route>(
    { screen: 'tonight' },
    { screen: 'settings' },
    { screen: 'library', path: null },
    { screen: 'schedule', finding: null },
  ),
  fc.record({ screen: fc.constant('schedule' as const), finding: fc.string({ minLength: 1, unit: 'grapheme' }) }),
  fc.record({ screen: fc.constant('library' as const), path: fc.string({ minLength: 1, unit: 'grapheme' }) }),
  fc.record({
    screen: fc.constantFrom('incident' as const, 'postmortem' as const),
    incident: fc.string({ minLength: 1 }),
  }),
)

describe('the address', () => {
  it('leads back to the route it was made from, whatever the path holds', () => {
    fc.assert(
      fc.property(route, (each) => {
        expect(parseRoute(hashOf(each))).toEqual(each)
      }),
    )
  })

  it('leads home when it is unknown, empty or cut short', () => {
    for (const hash of ['', '#', '#/', '#/nowhere', '#/incident', '#/incident/', '#/postmortem/']) {
      expect(parseRoute(hash)).toEqual({ screen: 'tonight' })
    }
  })

  it('leads to the incident whatever stands behind its id', () => {
    for (const behind of ['', '/', '/postmortem', '/any/thing'])
      expect(parseRoute(`#/incident/20261122-4k7m${behind}`)).toEqual({ screen: 'incident', incident: '20261122-4k7m' })
  })

  it('survives an encoding that nothing can decode', () => {
    expect(parseRoute('#/library/%E0%A4%A')).toEqual({ screen: 'library', path: '%E0%A4%A' })
  })
})
