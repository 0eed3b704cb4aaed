import { describe, expect, it } from 'vitest'
import type { AnyStateNode, AnyTransitionDefinition } from 'xstate'
import { getShortestPaths } from 'xstate/graph'
import type { FactOf } from '../../../shared/incident/facts/fact-catalog.ts'
import { incidentMachine, type LadderSnapshot, ladderFactTypes } from '../../../shared/incident/incident-machine.ts'
import { declaration, minuteAt, minuteMs, recordOf, stated } from '../../support/log-builder.ts'
import { candidateFacts } from './candidate-facts.ts'
import { LadderSimulator } from './ladder-simulator.ts'

/** Agreed, and of no effect: so that it can be set aside and nothing else differs. */
const relief = {
  reason: 'Year-end',
  startsAt: minuteAt(-60),
  endsAt: minuteAt(600),
  stretch: null,
  severityFloor: null,
  hours: null,
}

const declared = recordOf(
  stated('incident.declared', declaration({ relief: [relief] })),
  1,
  minuteMs(0),
) as unknown as FactOf<'incident.declared'>

/** What tells states apart while walking: coarse enough to be walked whole, fine enough for every guard to say yes once. */
function standing({ value, context }: LadderSnapshot): string {
  const rungs = context.active ? Object.values(context.rungs).map(({ firedAt }) => firedAt !== null) : []
  const open = context.notifications.some(({ status }) => status === 'open')
  return JSON.stringify([value, rungs, open, context.offer !== null])
}

const paths = getShortestPaths(incidentMachine, {
  input: declared,
  events: (snapshot: LadderSnapshot) => candidateFacts(snapshot.context),
  serializeState: standing,
  serializeEvent: (event) => JSON.stringify([event.type, event.data]),
  limit: 200_000,
})

function everyNode(node: AnyStateNode): AnyStateNode[] {
  return [node, ...Object.values(node.states).flatMap(everyNode)]
}

const everyTransition: readonly AnyTransitionDefinition[] = everyNode(incidentMachine.root).flatMap((node) => [
  ...[...node.transitions.values()].flat(),
])

const nameOf = (transition: AnyTransitionDefinition): string => {
  const targets = transition.target?.map(({ id }) => id).join(' ') ?? 'itself'
  return `${transition.source.id} on ${transition.eventType} (${String(transition.guard ?? 'always')}) to ${targets}`
}

describe('E the machine', () => {
  it('E4 every state of every region can be reached', () => {
    const reached = new Set(paths.flatMap(({ state }) => state._nodes.map(({ id }) => id)))
    const all = everyNode(incidentMachine.root).map(({ id }) => id)
    expect(all.filter((id) => !reached.has(id))).toEqual([])
    expect(all.length).toBeGreaterThan(18)
  })

  it('E8 every transition is taken by some fact in some state, so none is dead and no target is out of reach', () => {
    const taken = new Set<AnyTransitionDefinition>()
    for (const { state } of paths) {
      for (const fact of candidateFacts(state.context)) {
        for (const transition of incidentMachine.getTransitionData(state, fact)) taken.add(transition)
      }
    }
    expect(everyTransition.filter((each) => !taken.has(each)).map(nameOf)).toEqual([])
  })

  it('E4 the ladder runs exactly while the incident is detected or debugging', () => {
    for (const { state } of paths) {
      expect(state.context.active).toBe(['detected', 'debugging'].includes(state.value.lifecycle))
    }
  })

  it('E3 the question region and what is remembered of the question agree, and it is open only while active', () => {
    for (const { state } of paths) {
      expect(state.context.question.state).toBe(state.value.question)
      if (state.value.question !== 'closed') expect(state.context.active).toBe(true)
    }
  })

  it('E8 a fact that is taken is remembered once, whichever regions it moves', () => {
    const remembers = ({ actions }: AnyTransitionDefinition): boolean =>
      actions.some((action) => action === 'remember' || (typeof action === 'object' && action.type === 'remember'))
    const counts = paths.flatMap(({ state }) =>
      candidateFacts(state.context)
        .filter((fact) => state.can(fact))
        .map((fact) => [fact.type, incidentMachine.getTransitionData(state, fact).filter(remembers).length] as const),
    )
    expect(counts.filter(([, count]) => count !== 1)).toEqual([])
    expect(counts.length).toBeGreaterThan(1_000)
  })

  it('E10 takes the facts that the fold gives it, and no others', () => {
    const offered = new Set(candidateFacts(new LadderSimulator().context).map(({ type }) => type))
    expect([...ladderFactTypes].sort()).toEqual([...offered].sort())
  })
})

const always = [
  'role.renounced',
  'handoff.offered',
  'impact.stated',
  'incident.retitled',
  'role.assumed',
  'severity.changed',
]
const ladder = ['rung.advanced', 'rung.fired', 'rung.snoozed', 'rung.withheld']
const receipts = ['notification.acknowledged', 'notification.failed', 'notification.sent']
const telling = ['notification.requested', 'rung.exhausted', ...receipts]

describe('E what each state takes', () => {
  it.each([
    ['declared', 'detected', [], 0, [...ladder, 'incident.acknowledged', 'incident.mitigated', 'incident.resolved']],
    [
      'asked',
      'detected',
      [],
      30,
      [...ladder, 'question.answered', 'incident.acknowledged', 'incident.mitigated', 'incident.resolved'],
    ],
    [
      'told',
      'detected',
      [],
      60,
      [...ladder, ...telling, 'incident.acknowledged', 'incident.mitigated', 'incident.resolved'],
    ],
    [
      'acknowledged',
      'debugging',
      ['incident.acknowledged'],
      60,
      [...ladder, ...receipts, 'incident.mitigated', 'incident.resolved'],
    ],
    ['mitigated', 'mitigated', ['incident.mitigated'], 60, [...receipts, 'incident.recurred', 'incident.resolved']],
    ['resolved', 'resolved', ['incident.resolved'], 60, [...receipts, 'incident.reopened', 'incident.reviewed']],
    [
      'reviewed',
      'reviewed',
      ['incident.resolved', 'incident.reviewed'],
      60,
      [...receipts, 'incident.reopened', 'incident.closed'],
    ],
    [
      'closed',
      'closed',
      ['incident.resolved', 'incident.reviewed', 'incident.closed'],
      60,
      [...receipts, 'incident.reopened'],
    ],
  ] as const)('E4 %s: an incident that is %s takes these facts', (_, lifecycle, said, minute, expected) => {
    const simulator = new LadderSimulator().at(minute)
    simulator.tick()
    for (const type of said) expect(simulator.say(type, {})).toBe(true)
    expect(simulator.value.lifecycle).toBe(lifecycle)
    const taken = candidateFacts(simulator.context)
      .filter((fact) => simulator.state.ladder.can(fact))
      .map(({ type }) => type)
    expect([...new Set(taken)].sort()).toEqual([...always, ...expected].sort())
  })
})
