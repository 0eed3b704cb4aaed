import type { PersonRef } from '../../../../shared/incident/primitives.ts'
import { fail, ok, type Result } from '../../../../shared/kit/result.ts'

/** What a line after `/call` says: who was called, what came of it, and the words in between. */
export type SaidCall = {
  readonly person: PersonRef
  readonly outcome: 'reached' | 'voicemail' | 'noAnswer'
  readonly note: string
}

const outcomes = [
  { outcome: 'voicemail', words: /\bvoice ?mail$/i },
  { outcome: 'noAnswer', words: /\bno[ -]?answer$/i },
  { outcome: 'reached', words: /\breached$/i },
] as const

/** Turns "reached" into its opposite, wherever it stands before it. */
const DENIAL =
  /\b(?:not|never|no|nobody|none|neither|nor|cannot|cant|without|hardly|barely|unable|failed)\b|\b(?:ca|could|did|does|do|was|is|were|are|has|have|had|would|wo)n[’']?t\b/i

/** What of a denied outcome says no more than "no answer" does. */
const BARE_DENIAL = /^(?:(?:could|can|was|is|has|have) )?(?:not|never) (?:(?:yet|be|been) )*$/i

const trimmed = (text: string): string => text.replace(/^[\s,;:.!]+|[\s,;:.!]+$/g, '')

type SaidOutcome = Pick<SaidCall, 'outcome' | 'note'>

/** The outcome in which words end, with the words before it; null when they end in none. */
function outcomeAtEnd(said: string): SaidOutcome | null {
  const found = outcomes.find(({ words }) => words.test(said))
  if (found === undefined) return null
  const before = said.replace(found.words, '')
  const [clause = ''] = /[^,;:.!\n]*$/.exec(before) ?? []
  if (found.outcome === 'noAnswer' || !DENIAL.test(clause)) return { outcome: found.outcome, note: trimmed(before) }
  const isBare = BARE_DENIAL.test(clause.trimStart())
  return { outcome: 'noAnswer', note: trimmed(isBare ? before.slice(0, before.length - clause.length) : said) }
}

/** An outcome that stands by itself before all other words: `reached, will look`. */
function outcomeAtStart(said: string): SaidOutcome | null {
  const [first = ''] = /^[^,;:.!\n]*/.exec(said) ?? []
  const alone = outcomeAtEnd(first.trim())
  return alone === null || alone.note !== '' ? null : { ...alone, note: trimmed(said.slice(first.length)) }
}

/** The outcome at the end, else the one at the start; after "no answer" at the start only a plain "reached" at the end is about the same person. */
function outcomeOf(said: string): SaidOutcome | null {
  const words = trimmed(said)
  const atStart = outcomeAtStart(words)
  const isOfAnother =
    atStart !== null && atStart.outcome !== 'reached' && !/[,;:.!\n]\s*(?:then )?reached$/i.test(words)
  return isOfAnother ? atStart : (outcomeAtEnd(words) ?? atStart)
}

/** How much of the line is this name or id; 0 when the line begins otherwise, or with a longer word. */
function lengthOf(name: string, line: string): number {
  const isThere = line.slice(0, name.length).toLowerCase() === name.toLowerCase()
  return isThere && /^(?:[\s,;:.!]|$)/.test(line.slice(name.length)) ? name.length : 0
}

/**
 * Reads `Engineer A, will look, reached`: a known person by name or id, the longest that fits, else whoever is named before the first
 * comma. An outcome counts at the end of the line or right after the name, and "not reached" is no answer: what is said to be
 * reached ends the paging. The failure is one sentence that says how to write it.
 */
export function readCall(line: string, people: readonly PersonRef[]): Result<SaidCall> {
  const [known] = people
    .map(({ id, name }) => ({ person: { id, name }, length: Math.max(lengthOf(name, line), lengthOf(id, line)) }))
    .filter(({ length }) => length > 0)
    .toSorted((a, b) => b.length - a.length)
  const [named = ''] = /^[^,;:]*/.exec(line) ?? []
  const unknown = outcomeAtEnd(trimmed(named))?.note ?? trimmed(named)
  if (known === undefined && unknown === '') return fail('Say whom: /call Engineer A, voicemail')
  const { person, length } = known ?? {
    person: { id: unknown.toLowerCase().replace(/\W+/g, '-'), name: unknown },
    length: unknown.length,
  }
  const said = outcomeOf(line.slice(length))
  if (said === null) return fail(`Did you reach ${person.name}? End with: reached, voicemail or no answer.`)
  return ok({ person, ...said })
}
