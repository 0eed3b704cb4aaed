import { type Fact, type FactRecord, knownFact } from '../../../../shared/incident/facts/fact-catalog.ts'

const facts = new WeakMap<FactRecord, { readonly fact: Fact | null }>()

/** A record as a known fact, checked once: rows come and go with each scroll, records never change. */
export function factOf(record: FactRecord): Fact | null {
  const known = facts.get(record)
  if (known !== undefined) return known.fact
  const fact = knownFact(record)
  facts.set(record, { fact })
  return fact
}
