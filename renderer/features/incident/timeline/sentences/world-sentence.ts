import { sourceWords } from '../../../../../shared/alerts/alert.ts'
import { summaryIn } from '../../../../../shared/alerts/alert-words.ts'
import { alertName } from '../../../../../shared/incident/attached-alerts.ts'
import type { Fact, FactOf } from '../../../../../shared/incident/facts/fact-catalog.ts'
import { assertNever } from '../../../../../shared/kit/assert-never.ts'
import type { Names, Sentence } from './sentence.ts'

export type WorldFact = Extract<
  Fact,
  { type: `alert.${string}` | `clock.${string}` | `host.${string}` | `update.${string}` }
>

const senders: Readonly<Record<string, string>> = sourceWords

const stillInWords: Readonly<Record<FactOf<'host.slept'>['data']['cause'], string>> = {
  asleep: 'The laptop slept',
  notRunning: 'Nightdesk was not running',
  heldUp: 'Nightdesk was held up',
  asleepOrHeldUp: 'The laptop slept, or Nightdesk was held up,',
}

/** A sender as people call it; an older or foreign log may name any. */
export const senderOf = (source: string): string =>
  Object.hasOwn(senders, source) ? (senders[source] ?? source) : source

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
      const { annotations, source, status, attachedBy } = fact.data
      const name = alertName(fact.data)
      const says = summaryIn(annotations)
      const tone = status === 'firing' ? ({ tone: 'lead' } as const) : {}
      const by = attachedBy === undefined || attachedBy.id === names.reader ? '' : `, attached by ${attachedBy.name}`
      return {
        mark: 'alert',
        ...tone,
        lead: says === '' || says === name ? `Alert ${status}:` : `${name}:`,
        text: says === '' ? name : says,
        detail: `${says === '' || says === name ? '' : `alert ${status}, `}from ${senderOf(source)}${by}`,
      }
    }
    case 'alert.resolved': {
      const { name, fingerprint, source, which } = fact.data
      const detail = source === undefined ? {} : { detail: `from ${senderOf(source)}` }
      return {
        mark: 'alert',
        tone: 'resolved',
        lead: `${name ?? fingerprint}${which === undefined ? '' : `, ${which}`}:`,
        text: 'the alert is resolved',
        ...detail,
      }
    }
    case 'clock.jumped':
      return {
        mark: 'clock',
        tone: 'secondary',
        text: `The clock jumped by ${names.span(Math.abs(fact.data.deltaMs))}${fact.data.deltaMs < 0 ? ' back' : ''}`,
      }
    case 'host.slept': {
      const text = `${stillInWords[fact.data.cause]} for ${names.span(fact.data.ms)}`
      return { mark: 'clock', tone: 'secondary', text }
    }
    default:
      return assertNever(fact)
  }
}
