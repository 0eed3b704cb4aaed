import type { Fact } from '../../../../../shared/incident/facts/fact-catalog.ts'
import { assertNever } from '../../../../../shared/kit/assert-never.ts'
import { withSpokenDates } from '../../../../ui/time-words.ts'
import type { Names, Sentence } from './sentence.ts'

export type LadderFact = Extract<Fact, { type: `rung.${string}` | `question.${string}` }>

/** Who was passed over, and why. */
export const skippedWords = (
  skipped: readonly { readonly person: { readonly name: string }; readonly reason: string }[],
): string => withSpokenDates(skipped.map(({ person, reason }) => `${person.name} ${reason}`).join('; '))

const lateWords = (late: { readonly lateMs: number; readonly lateCause: string | null }, names: Names): string =>
  late.lateCause === null ? '' : `${names.span(late.lateMs)} late: ${late.lateCause}`

function ofFired(fact: Extract<LadderFact, { type: 'rung.fired' }>, names: Names): Sentence {
  const { rungId, outcome, dueAt } = fact.data
  const late = lateWords(fact.data, names)
  const detail = [`due ${names.time(dueAt)}`, late].filter(Boolean).join(', ')
  const tone = rungId === 'lead' ? 'lead' : 'secondary'
  switch (outcome) {
    case 'asked':
      return { mark: 'question', tone: 'debug', lead: 'Debug budget spent.', text: 'Still stuck?', detail }
    case 'sent':
      return { mark: 'rung', tone, lead: `Rung ${rungId} fired.`, text: 'Somebody has to be called.', detail }
    case 'recorded':
      return { mark: 'rung', lead: `Rung ${rungId} passed.`, text: 'A higher one was sent instead.', detail }
    default:
      return assertNever(outcome)
  }
}

function ofAnswer(fact: Extract<LadderFact, { type: 'question.answered' }>, by: string, names: Names): Sentence {
  switch (fact.data.answer) {
    case 'notifySecondary':
      return { mark: 'question', tone: 'secondary', lead: 'Still stuck:', text: `${by} asks for help now` }
    case 'moreTime':
      return {
        mark: 'question',
        lead: `More time until ${names.time(fact.data.until)}:`,
        text: fact.data.reason,
      }
    case 'fixed':
      return { mark: 'question', tone: 'mitigated', lead: 'Fixed,', text: `says ${by}` }
    default:
      return assertNever(fact.data)
  }
}

/** What the ladder did, and what people answered it. */
export function ladderSentence(fact: LadderFact, by: string, names: Names): Sentence {
  switch (fact.type) {
    case 'rung.fired':
      return ofFired(fact, names)
    case 'rung.withheld':
      return {
        mark: 'rung',
        lead: `Rung ${fact.data.rungId} withheld:`,
        text: fact.data.reason,
        detail: 'Nobody was told',
      }
    case 'rung.snoozed':
      return {
        mark: 'clock',
        lead: `Snoozed ${fact.data.rungId} to ${names.time(fact.data.until)}:`,
        text: fact.data.reason,
      }
    case 'rung.advanced':
      return {
        mark: 'rung',
        tone: 'secondary',
        lead: `${by} moved to rung ${fact.data.rungId}:`,
        text: fact.data.reason,
      }
    case 'rung.exhausted': {
      const tried = fact.data.tried.map(({ name }) => name).join(', ')
      const detail = [tried && `told: ${tried}`, skippedWords(fact.data.skipped)].filter(Boolean).join('; ')
      return {
        mark: 'alert',
        tone: 'lead',
        lead: 'Nobody is left to tell',
        text: `on rung ${fact.data.rungId}.`,
        ...(detail && { detail }),
      }
    }
    case 'question.asked':
      return {
        mark: 'question',
        tone: 'debug',
        lead: 'The time is over.',
        text: 'Still stuck?',
        detail: lateWords(fact.data, names),
      }
    case 'question.answered':
      return ofAnswer(fact, by, names)
    default:
      return assertNever(fact)
  }
}
