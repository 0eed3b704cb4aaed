import type { FactRecord, FactType } from '../incident/facts/fact-catalog.ts'
import { factWords } from './entry-words.ts'

/** Facts whose entry in the timeline leaves out what somebody wrote. */
const textOf: { readonly [T in FactType]?: string } = {
  'entry.amended': 'text',
  'action.changed': 'what',
  'postmortem.edited': 'text',
}

/** What somebody stated, as its entry in the timeline would say it, with all that was typed. */
export function statedWords({ type, data }: Pick<FactRecord, 'type' | 'data'>): string {
  const words = factWords(type as FactType, data)
  const text = data[textOf[type as FactType] ?? '']
  return typeof text === 'string' ? `${words}: ${text}` : words
}
