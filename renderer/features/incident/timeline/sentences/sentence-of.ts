import type { Actor, Fact } from '../../../../../shared/incident/facts/fact-catalog.ts'
import { maskSteering } from '../../../../../shared/kit/mask-steering.ts'
import { type CommandFact, commandSentence } from './command-sentence.ts'
import { type DataFact, dataSentence } from './data-sentence.ts'
import { type LadderFact, ladderSentence } from './ladder-sentence.ts'
import { type LifecycleFact, lifecycleSentence } from './lifecycle-sentence.ts'
import { type RunbookFact, runbookSentence } from './runbook-sentence.ts'
import type { Names, Sentence } from './sentence.ts'
import { type TellingFact, tellingSentence } from './telling-sentence.ts'
import { type TimelineFact, timelineSentence } from './timeline-sentence.ts'
import { type WorldFact, worldSentence } from './world-sentence.ts'

/** Who made a fact, by name. */
export function actorName(by: Actor, names: Names): string {
  switch (by.kind) {
    case 'person':
      return names.person(by.id)
    case 'alarm':
      return 'Nightdesk'
    case 'intake':
      return 'Alert intake'
    case 'import':
      return 'An import'
  }
}

const isLifecycle = (fact: Fact): fact is LifecycleFact =>
  /^(?:incident|role|handoff|severity|impact|relief)\./.test(fact.type)
const isLadder = (fact: Fact): fact is LadderFact => /^(?:rung|question)\./.test(fact.type)
const isTelling = (fact: Fact): fact is TellingFact => /^(?:notification|call)\./.test(fact.type)
const isWorld = (fact: Fact): fact is WorldFact => /^(?:alert|clock|host|update)\./.test(fact.type)
const isRunbook = (fact: Fact): fact is RunbookFact => /^(?:runbook|scenario|step|value|secret)\./.test(fact.type)
const isCommand = (fact: Fact): fact is CommandFact => fact.type.startsWith('command.')
const isData = (fact: Fact): fact is DataFact => /^(?:dataset|publication|backfill|action|postmortem)\./.test(fact.type)

function unmasked(fact: Fact, names: Names): Sentence {
  const by = actorName(fact.by, names)
  if (isLifecycle(fact)) return lifecycleSentence(fact, by, names)
  if (isLadder(fact)) return ladderSentence(fact, by, names)
  if (isTelling(fact)) return tellingSentence(fact, names)
  if (isWorld(fact)) return worldSentence(fact, names)
  if (isRunbook(fact)) return runbookSentence(fact)
  if (isCommand(fact)) return commandSentence(fact)
  if (isData(fact)) return dataSentence(fact)
  return timelineSentence(fact satisfies TimelineFact, by, names)
}

/** A fact as a sentence. Every known type has one: the rooms' switches are closed by `assertNever`. Nothing in it turns the reading direction. */
export function sentenceOf(fact: Fact, names: Names): Sentence {
  const said = unmasked(fact, names)
  return {
    ...said,
    text: maskSteering(said.text),
    ...(said.lead === undefined ? {} : { lead: maskSteering(said.lead) }),
    ...(said.detail === undefined ? {} : { detail: maskSteering(said.detail) }),
  }
}
