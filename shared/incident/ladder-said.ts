import { initialTransition, transition } from 'xstate'
import { incidentMachine, type LadderEffect, type LadderFact, type LadderSnapshot } from './incident-machine.ts'
import type { DeclaredFact } from './ladder-context.ts'
import { type Retraction, retractIn, type Said } from './retraction.ts'
import { rememberStretch, type Stretch } from './time-in-state.ts'

/** The machine's part of an incident, and the facts that it is made again from when one of them is retracted (J8). */
export type LadderPart = {
  readonly ladder: LadderSnapshot
  readonly stretches: readonly Stretch[]
  /** Every fact that the machine was given, also those that it did not take: without another one it may. */
  readonly ladderSaid: readonly Said<LadderFact>[]
  /** The facts by which the lifecycle changed, by id, and to what. */
  readonly turns: readonly { readonly id: string; readonly to: LadderSnapshot['value']['lifecycle'] }[]
}

/** The part after one more fact, and what a shell must do for it. */
type Moved = { readonly part: LadderPart; readonly effects: readonly LadderEffect[] }

/** The effects among a transition's actions; assignments are already in the snapshot. */
function effectsOf(actions: readonly { readonly type: string; readonly params?: unknown }[]): LadderEffect[] {
  return actions.flatMap((action): LadderEffect[] =>
    action.type === 'deliverNotification' || action.type === 'askStillStuck'
      ? [{ type: action.type, params: action.params } as LadderEffect]
      : [],
  )
}

/** The machine as an incident is declared. */
export function beginLadder(declaration: DeclaredFact): LadderPart {
  const [ladder] = initialTransition(incidentMachine, declaration)
  const stretches = rememberStretch([], ladder, declaration.data.detectedAt)
  return { ladder, stretches, ladderSaid: [], turns: [] }
}

function take(part: LadderPart, fact: LadderFact): Moved {
  const [ladder, actions] = transition(incidentMachine, part.ladder, fact)
  const stretches = rememberStretch(part.stretches, ladder, fact.occurredAt ?? fact.at)
  const to = ladder.value.lifecycle
  const turns = to === part.ladder.value.lifecycle ? part.turns : [...part.turns, { id: fact.id, to }]
  return { part: { ladder, stretches, turns, ladderSaid: part.ladderSaid }, effects: effectsOf(actions) }
}

/** What went off, was asked or was told has happened, and a hand-over is between two people: a retraction takes back neither. */
export const canBeRetracted = ({ type }: { readonly type: string }): boolean =>
  !/^(?:rung|question|notification|handoff)\./.test(type)

const isEnd = (type: string): boolean => /^incident\.(?:mitigated|resolved|reviewed|closed)$/.test(type)
const comesBack = (type: string): boolean => type === 'incident.recurred' || type === 'incident.reopened'

const takeAll = (part: LadderPart, facts: readonly LadderFact[]): LadderPart =>
  facts.reduce((before, fact) => take(before, fact).part, part)

/**
 * The machine after what was said, without what was retracted. A recurrence or reopening that stands needs an end before it:
 * if only a retracted one was there, that counts on, because an epoch has begun with it and people may have been told in it.
 */
function takeStanding(begun: LadderPart, said: readonly Said<LadderFact>[]): LadderPart {
  let part = begun
  let epoch = { begun, said: [] as readonly Said<LadderFact>[] }
  for (const fact of said) {
    const before = part
    if (!fact.isRetracted) part = take(part, fact).part
    const isRefused =
      comesBack(fact.type) && !fact.isRetracted && part.ladder.context.epoch === before.ladder.context.epoch
    if (isRefused && epoch.said.some(({ type, isRetracted }) => isRetracted && isEnd(type))) {
      const ended = epoch.said.filter(({ type, isRetracted }) => !isRetracted || isEnd(type))
      const back = takeAll(epoch.begun, [...ended, fact])
      if (back.ladder.context.epoch > part.ladder.context.epoch) part = back
    }
    const isNewEpoch = part.ladder.context.epoch > before.ladder.context.epoch
    epoch = isNewEpoch ? { begun: part, said: [] } : { ...epoch, said: [...epoch.said, fact] }
  }
  return part
}

function foldAgain(
  { ladder }: LadderPart,
  ladderSaid: readonly Said<LadderFact>[],
  correctedAt: string | null,
): LadderPart {
  const { incident, declaration, declaredAt } = ladder.context
  const part = takeStanding(beginLadder({ incident, at: declaredAt, data: declaration }), ladderSaid)
  const { value, context } = part.ladder
  const corrected = incidentMachine.resolveState({ value, context: { ...context, correctedAt } })
  return { ...part, ladder: corrected, ladderSaid }
}

/** The machine after one more fact. */
export function moveLadder(part: LadderPart, fact: LadderFact): Moved {
  const ladderSaid = [...part.ladderSaid, { ...fact, isRetracted: false }]
  const bringsBack = comesBack(fact.type) && part.ladderSaid.some(({ type, isRetracted }) => isRetracted && isEnd(type))
  if (bringsBack) return { part: foldAgain(part, ladderSaid, part.ladder.context.correctedAt), effects: [] }
  const moved = take(part, fact)
  return { ...moved, part: { ...moved.part, ladderSaid } }
}

/**
 * The machine as if a fact had never been said, or as if it always had; null when the retraction changes none of its facts.
 * `at` is when the retraction was recorded (UTC ISO): what is overdue by it is late for that reason.
 */
export function correctLadder(part: LadderPart, retraction: Retraction, at: string): LadderPart | null {
  const about = part.ladderSaid.find(({ id }) => id === retraction.of)
  if (about === undefined || !canBeRetracted(about) || about.isRetracted === retraction.isRetracted) return null
  return foldAgain(part, retractIn(part.ladderSaid, retraction), at)
}

/** Whether a ladder that stands still would run again by a retraction or restoration at an instant (UTC ISO): then somebody may be told at once. */
export const setsGoing = (part: LadderPart, retraction: Retraction, at: string): boolean =>
  !part.ladder.context.active && correctLadder(part, retraction, at)?.ladder.context.active === true
