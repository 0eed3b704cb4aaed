import type { Fact } from '../../../../../shared/incident/facts/fact-catalog.ts'
import { assertNever } from '../../../../../shared/kit/assert-never.ts'
import { skippedWords } from './ladder-sentence.ts'
import type { Names, Sentence } from './sentence.ts'

export type TellingFact = Extract<Fact, { type: `notification.${string}` | 'call.made' }>

function ofCall(fact: Extract<TellingFact, { type: 'call.made' }>): Sentence {
  const { person, channel, outcome, note } = fact.data
  const verb = { phone: 'Called', mail: 'Mailed', message: 'Messaged' }[channel]
  const words = { reached: 'reached', voicemail: 'voicemail', noAnswer: 'no answer' }[outcome]
  const tone = outcome === 'reached' ? ({ tone: 'resolved' } as const) : {}
  return { mark: 'call', ...tone, lead: verb, text: `${person.name}: ${words}.`, ...(note && { detail: note }) }
}

/** This desk shows whom to call; it does not send anything to them by these two. */
const sentBy: Readonly<Record<string, string>> = {
  screen: 'Shown on this screen',
  desktop: 'Shown as a notification here',
}

/** Who was told, by what means, and whether they answered. */
export function tellingSentence(fact: TellingFact, names: Names): Sentence {
  switch (fact.type) {
    case 'notification.requested': {
      const { person, role, attempt, acknowledgeBy, skipped } = fact.data
      const again = attempt > 1 ? `, attempt ${attempt}` : ''
      const passed = skipped.length === 0 || attempt > 1 ? '' : `; ${skippedWords(skipped)}`
      return {
        mark: 'bell',
        tone: 'secondary',
        lead: `Call ${person.name}`,
        text: `now: ${role}${again}.`,
        detail: `Answer due ${names.time(acknowledgeBy)}${passed}`,
      }
    }
    case 'notification.sent':
      return {
        mark: 'bell',
        text: `${sentBy[fact.data.channel] ?? `Sent by ${fact.data.channel}`}: call ${names.told(fact.data.notification) ?? 'them'}`,
        quiet: true,
      }
    case 'notification.failed':
      return {
        mark: 'alert',
        tone: 'lead',
        lead: 'Not delivered',
        text: `to ${names.told(fact.data.notification) ?? 'them'} by ${fact.data.channel}: ${fact.data.error}`,
      }
    case 'notification.acknowledged':
      return { mark: 'bell', tone: 'resolved', lead: fact.data.person.name, text: `answered (${fact.data.via}).` }
    case 'call.made':
      return ofCall(fact)
    default:
      return assertNever(fact)
  }
}
