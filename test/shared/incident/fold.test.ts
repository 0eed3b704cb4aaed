import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { openDeadlines } from '../../../shared/incident/deadlines.ts'
import { type FactDraft, type FactRecord, recordEnvelopeSchema } from '../../../shared/incident/facts/fact-catalog.ts'
import { incidentMachine } from '../../../shared/incident/incident-machine.ts'
import { advance, foldIncident, fromJson, type IncidentState, toJson } from '../../../shared/incident/incident-state.ts'
import { declaration, minuteMs, recordOf, stated } from '../../support/log-builder.ts'
import { candidateDrafts } from './candidate-facts.ts'
import { outcomes, rungsOf } from './ladder-readings.ts'
import { LadderSimulator } from './ladder-simulator.ts'
import { foreignFacts, foreignRecord, otherDrafts } from './other-drafts.ts'

const asJson = (state: IncidentState | null) => (state === null ? null : toJson(state))

const throughJson = (state: IncidentState | null): IncidentState | null =>
  state === null ? null : fromJson(JSON.parse(JSON.stringify(toJson(state))))

/** A log in which most facts are legal where they stand, some are not, and some are foreign. */
function logOf(choices: readonly number[]): readonly FactRecord[] {
  const simulator = new LadderSimulator()
  choices.forEach((choice, index) => {
    simulator.at(index)
    const drafts = [...candidateDrafts(simulator.context), ...otherDrafts]
    const foreign = foreignFacts[choice % (drafts.length + foreignFacts.length)]
    const draft = drafts[choice % drafts.length]
    if (choice % 7 === 0 && foreign !== undefined) {
      simulator.records.push(foreignRecord(foreign, simulator.records.length + 1, simulator.nowMs))
      simulator.restart()
    } else if (draft !== undefined) simulator.append(draft)
  })
  return simulator.records
}

const logs = fc.array(fc.nat({ max: 10_000 }), { maxLength: 40 }).map(logOf)

describe('JF1 the replay law', () => {
  it('JF1 any split of a log folds to the same state', () => {
    fc.assert(
      fc.property(logs, fc.nat(), (log, at) => {
        const split = at % (log.length + 1)
        const whole = asJson(foldIncident(null, log))
        const halves = foldIncident(foldIncident(null, log.slice(0, split)), log.slice(split))
        expect(asJson(halves)).toEqual(whole)
      }),
      { numRuns: 200 },
    )
  })

  it('JF1 record by record gives the same as all at once', () => {
    fc.assert(
      fc.property(logs, (log) => {
        const oneByOne = log.reduce<IncidentState | null>((state, record) => advance(state, record).state, null)
        expect(asJson(oneByOne)).toEqual(asJson(foldIncident(null, log)))
      }),
      { numRuns: 200 },
    )
  })

  it('JF2 a state that went through JSON in the middle goes on as if it had not', () => {
    fc.assert(
      fc.property(logs, fc.nat(), (log, at) => {
        const split = at % (log.length + 1)
        const before = foldIncident(null, log.slice(0, split))
        const after = foldIncident(throughJson(before), log.slice(split))
        expect(asJson(after)).toEqual(asJson(foldIncident(null, log)))
        for (const draft of after === null ? [] : candidateDrafts(after.ladder.context)) {
          const fact = recordOf(draft, 1, 0) as never
          expect(throughJson(after)?.ladder.can(fact)).toBe(after?.ladder.can(fact))
        }
      }),
      { numRuns: 100 },
    )
  })

  it('JF1 a fold leaves the state that it began with as it was', () => {
    const log = logOf(Array.from({ length: 40 }, (_, index) => index * 13 + 1))
    const before = foldIncident(null, log.slice(0, 20))
    const copy = structuredClone(asJson(before))
    foldIncident(before, log.slice(20))
    expect(asJson(before)).toEqual(copy)
  })
})

describe('JF3 foreign records', () => {
  it.each(foreignFacts.map((foreign) => [JSON.stringify(foreign), foreign] as const))(
    'JF3 %s moves seq, hash and time, and nothing else',
    (_, foreign) => {
      const simulator = new LadderSimulator()
      const record = foreignRecord(foreign, 2, minuteMs(1))
      const { state, effects } = advance(simulator.state, record)
      const { seq, hash, at: lastAt } = record
      expect(asJson(state)).toEqual({ ...toJson(simulator.state), seq, hash, lastAt })
      expect(effects).toEqual([])
    },
  )

  it('JF3 fields of a later version do not make a known fact foreign', () => {
    const record = recordOf(stated('incident.mitigated', {}), 2, minuteMs(1))
    const { state } = advance(new LadderSimulator().state, { ...record, data: { note: 'ok', mood: 'relieved' } })
    expect(state?.ladder.value.lifecycle).toBe('mitigated')
  })

  it('JF3 no data of any shape makes the fold throw', () => {
    const types = [...new Set(candidateDrafts(new LadderSimulator().context).map(({ type }) => type)), 'entry.starred']
    const odd = fc.record({ type: fc.constantFrom(...types), data: fc.dictionary(fc.string(), fc.anything()) })
    fc.assert(
      fc.property(fc.array(odd, { maxLength: 10 }), (facts) => {
        const records = facts.map((fact, index) => foreignRecord(fact, index + 2, minuteMs(index)))
        expect(foldIncident(new LadderSimulator().state, records)?.seq).toBe(facts.length + 1)
      }),
      { numRuns: 300 },
    )
  })

  it('JF3 nothing is known before the declaration, and a second one changes nothing', () => {
    const note = recordOf(stated('note.added', { text: 'early' }), 1, minuteMs(0))
    const declared = (seq: number, title: string) =>
      recordOf(stated('incident.declared', declaration({ title })), seq, minuteMs(seq))
    expect(foldIncident(null, [note])).toBeNull()
    const state = foldIncident(null, [note, declared(2, 'first'), declared(3, 'second')])
    expect(state?.ladder.context).toMatchObject({ title: 'first', epoch: 0 })
    expect(state?.seq).toBe(3)
  })
})

/** A state without what it keeps only to be made again after a retraction. */
function counting(state: IncidentState | null) {
  if (state === null) throw new Error('nothing was declared')
  const { ladderSaid: _, data, ...rest } = toJson(state)
  return JSON.parse(JSON.stringify({ ...rest, data: { ...data, said: [] } }))
}

describe('JF4 illegal facts', () => {
  it('JF4 change nothing but seq, hash, time and what is kept for a retraction, and call for nothing', () => {
    fc.assert(
      fc.property(logs, (log) => {
        const state = foldIncident(null, log)
        if (state === null) throw new Error('the log does not fold')
        for (const draft of candidateDrafts(state.ladder.context)) {
          const record = recordOf(draft, state.seq + 1, minuteMs(100))
          if (state.ladder.can(record as never)) continue
          const next = advance(state, record)
          const { seq, hash, at: lastAt } = record
          expect(counting(next.state)).toEqual(counting({ ...state, seq, hash, lastAt }))
          expect(next.effects).toEqual([])
        }
      }),
      { numRuns: 60 },
    )
  })

  it.each(['constructor', '__proto__', 'toString'])(
    'JF4 a rung called %s that the policy does not have is refused',
    (rungId) => {
      const simulator = new LadderSimulator().at(60)
      const key = { rungId, deadlineId: `rung:0:${rungId}` }
      const drafts: readonly FactDraft[] = [
        stated('rung.advanced', { ...key, reason: 'x' }),
        stated('rung.exhausted', { ...key, tried: [], skipped: [] }),
        stated('notification.requested', {
          ...key,
          notification: 'n',
          person: { id: 'eng-b', name: 'Engineer B' },
          role: 'secondary',
          attempt: 1,
          acknowledgeBy: '2026-11-14T05:00:00.000Z',
          message: 'x',
          skipped: [],
        }),
      ]
      const before = toJson(simulator.state).ladder
      simulator.append(...drafts)
      expect(toJson(simulator.state).ladder).toEqual(before)
      expect(simulator.effects).toEqual([])
    },
  )

  it.each(['constructor', '__proto__', 'toString'])(
    'JF4 a rung called %s that the policy does have is a rung like any other',
    (rungId) => {
      const simulator = new LadderSimulator({ policy: rungsOf([rungId, 'PT1H', 'secondary']) }).at(60)
      simulator.tick()
      expect(outcomes(simulator)).toEqual([`${rungId} sent`])
      expect(simulator.restart().at(61).tick().steps).toEqual([])
      const cached = throughJson(simulator.state)
      expect(cached?.ladder.context.rungs[rungId]).toMatchObject({ status: 'fired', outcome: 'sent' })
      expect(cached === null ? [] : openDeadlines(cached.ladder.context)).toEqual(openDeadlines(simulator.context))
      expect(openDeadlines(simulator.context).map(({ kind }) => kind)).toEqual(['acknowledgement'])
    },
  )

  it('JF4 an action item keeps the meaning of its first adding', () => {
    const action = { action: 'a1', what: 'alert earlier', type: null, owner: null, due: null }
    const simulator = new LadderSimulator()
    simulator.append(stated('action.added', action), stated('action.added', { ...action, what: 'something else' }))
    expect(simulator.state.data.actions.map(({ what }) => what)).toEqual(['alert earlier'])
  })
})

describe('JF5 long logs', () => {
  const countTransitions = (records: readonly FactRecord[]): number => {
    const spy = vi.spyOn(incidentMachine, 'transition')
    const microsteps = vi.spyOn(incidentMachine, 'getTransitionData')
    foldIncident(null, records)
    const count = spy.mock.calls.length + microsteps.mock.calls.length
    spy.mockRestore()
    microsteps.mockRestore()
    return count
  }

  it('JF5 notes do not run the machine: 100,000 of them cost what none costs', () => {
    const declared = recordOf(stated('incident.declared', declaration()), 1, minuteMs(0))
    const notes = Array.from({ length: 100_000 }, (_, index) =>
      recordOf(stated('note.added', { text: `note ${index}` }), index + 2, minuteMs(index / 100)),
    )
    const acknowledged = recordOf(stated('incident.acknowledged', {}), 2, minuteMs(1))
    expect(countTransitions([declared, ...notes])).toBe(countTransitions([declared]))
    expect(countTransitions([declared, acknowledged])).toBeGreaterThan(countTransitions([declared]))
  })

  it('JF5 stars are gathered and joined once, not copied each time', () => {
    const declared = recordOf(stated('incident.declared', declaration()), 1, minuteMs(0))
    const stars = Array.from({ length: 20_000 }, (_, index) =>
      recordOf(stated('entry.starred', { of: `entry-${index}`, starred: true }), index + 2, minuteMs(1)),
    )
    const begun = foldIncident(null, [declared])
    const join = vi.spyOn(Object, 'fromEntries')
    const folded = foldIncident(begun, stars)
    const joins = join.mock.calls.length
    join.mockRestore()
    expect(Object.keys(folded?.entries ?? {})).toHaveLength(20_000)
    expect(joins).toBe(1)
  })
})

describe('JF3 the records of these tests', () => {
  it('JF3 have the shape of a journal line', () => {
    for (const record of logOf([1, 2, 3, 4, 5, 6])) expect(recordEnvelopeSchema.safeParse(record).success).toBe(true)
  })
})
