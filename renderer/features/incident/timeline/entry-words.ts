import { isEntryFact } from '../../../../shared/incident/entry-changes.ts'
import type { FactRecord } from '../../../../shared/incident/facts/fact-catalog.ts'
import { factOf } from './fact-of.ts'
import type { Names } from './sentences/sentence.ts'
import { sentenceOf } from './sentences/sentence-of.ts'

const SHORT = 60

/** An entry in the words of its own row, shortened; null where it says something of another entry, or is of a type unknown here. */
export function entryWords(record: FactRecord, names: Names): string | null {
  const fact = factOf(record)
  if (fact === null || isEntryFact(fact)) return null
  const { lead, text } = sentenceOf(fact, names)
  const words = [lead, text].filter((each) => each !== undefined && each !== '').join(' ')
  return words.length > SHORT ? `${words.slice(0, SHORT)}…` : words
}
