import type { FactRecord } from './facts/fact-catalog.ts'

/** What a fact states, in a few words: its kind, from what to what, and what was typed. For what has no row in the timeline. */
export function statedWords({ type, data }: Pick<FactRecord, 'type' | 'data'>): string {
  const kind = type
    .replace('.', ' ')
    .replace(/([A-Z])/g, ' $1')
    .toLowerCase()
  const change = type === 'severity.changed' ? ` from SEV-${String(data.from)} to SEV-${String(data.to)}` : ''
  const typed = ['text', 'reason', 'note', 'detail', 'what', 'title', 'value']
    .map((key) => data[key])
    .find((value) => typeof value === 'string')
  return typed === undefined ? `${kind}${change}` : `${kind}${change}: ${String(typed)}`
}
