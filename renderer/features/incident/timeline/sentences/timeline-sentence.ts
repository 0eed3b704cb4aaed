import type { Fact } from '../../../../../shared/incident/facts/fact-catalog.ts'
import { assertNever } from '../../../../../shared/kit/assert-never.ts'
import { byteWords } from '../../../../ui/time-words.ts'
import type { Names, Sentence } from './sentence.ts'

export type TimelineFact = Extract<
  Fact,
  {
    type:
      | `note.${string}`
      | `evidence.${string}`
      | `decision.${string}`
      | `hypothesis.${string}`
      | `status.${string}`
      | `entry.${string}`
  }
>

const quoted = (names: Names, id: string): string => {
  const text = names.entry(id)
  return text === null ? 'an earlier entry' : `“${text}”`
}

function ofAmendment(fact: Extract<TimelineFact, { type: 'entry.amended' }>, by: string, names: Names): Sentence {
  const { of, text, occurredAt, retracted, reason } = fact.data
  const detail = reason === undefined ? {} : { detail: reason }
  const what = quoted(names, of)
  if (retracted === true) return { mark: 'edit', text: `${by} retracted ${what}`, quiet: true, ...detail }
  if (retracted === false) return { mark: 'edit', text: `${by} restored ${what}`, quiet: true, ...detail }
  const time = occurredAt === undefined ? '' : ` to ${names.time(occurredAt)}`
  return { mark: 'edit', text: `${by} amended ${what}${text === undefined ? time : ''}`, quiet: true, ...detail }
}

/** What people wrote down, attached and said about it later. */
export function timelineSentence(fact: TimelineFact, by: string, names: Names): Sentence {
  switch (fact.type) {
    case 'note.added':
      return { mark: 'note', text: fact.data.text }
    case 'evidence.attached': {
      const { name, bytes, sha256, caption } = fact.data
      const detail = `${name}, ${byteWords(bytes)}, ${sha256.slice(0, 4)}…${sha256.slice(-2)}`
      return { mark: 'evidence', lead: 'Evidence:', text: caption ?? name, detail }
    }
    case 'evidence.redacted':
      return {
        mark: 'edit',
        text: `${by} redacted ${quoted(names, fact.data.of)}`,
        detail: fact.data.reason,
        quiet: true,
      }
    case 'decision.made':
      return { mark: 'decision', tone: 'debug', lead: 'Decided:', text: fact.data.text }
    case 'hypothesis.raised':
      return { mark: 'hypothesis', lead: 'Hypothesis:', text: fact.data.text }
    case 'hypothesis.ruledOut':
      return { mark: 'ruledOut', tone: 'mitigated', lead: 'Ruled out:', text: fact.data.text }
    case 'status.updated': {
      const to = fact.data.audience
      return { mark: 'status', tone: 'debug', lead: 'Status:', text: fact.data.text, ...(to && { detail: `to ${to}` }) }
    }
    case 'entry.starred':
      return {
        mark: 'star',
        text: `${by} ${fact.data.starred ? 'starred' : 'unstarred'} ${quoted(names, fact.data.of)}`,
        quiet: true,
      }
    case 'entry.amended':
      return ofAmendment(fact, by, names)
    default:
      return assertNever(fact)
  }
}
