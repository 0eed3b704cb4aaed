import type { Fact } from '../../../../../shared/incident/facts/fact-catalog.ts'
import { assertNever } from '../../../../../shared/kit/assert-never.ts'
import type { Names, Sentence } from './sentence.ts'

export type WorldFact = Extract<
  Fact,
  { type: `alert.${string}` | `clock.${string}` | `host.${string}` | `update.${string}` }
>

/** What came from outside, or did not come: alerts, clocks, the machine, promises. */
export function worldSentence(fact: WorldFact, names: Names): Sentence {
  switch (fact.type) {
    case 'update.promised':
      return { mark: 'clock', lead: 'Next update promised', text: `for ${names.time(fact.data.dueAt)}` }
    case 'update.missed':
      return {
        mark: 'alert',
        tone: 'secondary',
        lead: 'Update missed:',
        text: `it was promised for ${names.time(fact.data.dueAt)}`,
      }
    case 'alert.attached': {
      const { labels, annotations, source, status } = fact.data
      const text = annotations.summary ?? annotations.description ?? labels.alertname ?? fact.data.fingerprint
      const tone = status === 'firing' ? ({ tone: 'lead' } as const) : {}
      return {
        mark: 'alert',
        ...tone,
        lead: `${labels.alertname ?? 'Alert'}:`,
        text,
        detail: `${source}, ${status}`,
      }
    }
    case 'alert.resolved':
      return { mark: 'alert', tone: 'resolved', text: `Alert ${fact.data.fingerprint} is resolved` }
    case 'clock.jumped':
      return {
        mark: 'clock',
        tone: 'secondary',
        text: `The clock jumped by ${names.span(Math.abs(fact.data.deltaMs))}${fact.data.deltaMs < 0 ? ' back' : ''}`,
      }
    case 'host.slept': {
      const how = fact.data.cause === 'asleep' ? 'The laptop slept for' : 'Nightdesk was not running for'
      return { mark: 'clock', tone: 'secondary', text: `${how} ${names.span(fact.data.ms)}` }
    }
    default:
      return assertNever(fact)
  }
}
