import { type Fact, type FactRecord, knownFact } from './facts/fact-catalog.ts'
import type { IncidentState } from './incident-state.ts'
import { ownEntry } from './own-entry.ts'
import { ruledOutBy } from './ruled-out.ts'

/** What people found and decided so far, in the order of the log, in the words that stand now (J8). */
export type HandoffFindings = {
  readonly suspected: readonly string[]
  readonly ruledOut: readonly string[]
  readonly decisions: readonly string[]
  readonly statuses: readonly { readonly at: string; readonly text: string }[]
  /** How many pieces of evidence were attached. */
  readonly evidence: number
}

/** A known fact with the words that stand now, or null when it was retracted. */
function standingText(state: IncidentState, fact: Fact): string | null {
  const change = ownEntry(state.entries, fact.id)
  if (change?.retracted === true) return null
  return change?.text ?? ('text' in fact.data && typeof fact.data.text === 'string' ? fact.data.text : '')
}

/** Gathers what a receiver must not find out again. A hypothesis is ruled out by its id, or in the same words. */
export function handoffFindings(state: IncidentState, records: readonly FactRecord[]): HandoffFindings {
  const standing = records.flatMap((record) => {
    const fact = knownFact(record)
    const text = fact === null ? null : standingText(state, fact)
    return fact === null || text === null ? [] : [{ fact, text }]
  })
  const ruledOut = standing.flatMap(({ fact, text }) =>
    fact.type === 'hypothesis.ruledOut' ? [{ text, of: fact.data.of ?? null }] : [],
  )
  const isRuledOut = ruledOutBy(ruledOut)
  const textsOf = (type: Fact['type']): string[] =>
    standing.flatMap(({ fact, text }) => (fact.type === type ? [text] : []))
  return {
    suspected: standing.flatMap(({ fact, text }) =>
      fact.type === 'hypothesis.raised' && !isRuledOut({ id: fact.id, text }) ? [text] : [],
    ),
    ruledOut: ruledOut.map(({ text }) => text),
    decisions: textsOf('decision.made'),
    statuses: standing.flatMap(({ fact, text }) =>
      fact.type === 'status.updated' ? [{ at: fact.occurredAt ?? fact.at, text }] : [],
    ),
    evidence: textsOf('evidence.attached').length,
  }
}
