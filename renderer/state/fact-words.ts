import type { PersonFact } from '../../shared/contract/person-facts.ts'

/** A fact somebody stated, in a few words: its kind and what they typed. For what is not in the log yet. */
export function factWords(fact: PersonFact): string {
  const kind = fact.type
    .replace('.', ' ')
    .replace(/([A-Z])/g, ' $1')
    .toLowerCase()
  const data: Readonly<Record<string, unknown>> = fact.data
  const typed = ['text', 'reason', 'note', 'detail', 'what', 'title']
    .map((key) => data[key])
    .find((value) => typeof value === 'string')
  return typed === undefined ? kind : `${kind}: ${String(typed)}`
}
