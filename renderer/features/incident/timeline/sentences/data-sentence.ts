import type { Fact } from '../../../../../shared/incident/facts/fact-catalog.ts'
import { assertNever } from '../../../../../shared/kit/assert-never.ts'
import type { Sentence } from './sentence.ts'

export type DataFact = Extract<
  Fact,
  {
    type:
      | `dataset.${string}`
      | `publication.${string}`
      | `backfill.${string}`
      | `action.${string}`
      | `postmortem.${string}`
  }
>

function ofAction(fact: Extract<DataFact, { type: `action.${string}` }>): Sentence {
  const { what, owner, due } = fact.data
  const detail = [owner?.name, due && `due ${due}`, fact.data.type].filter(Boolean).join(', ')
  const status = fact.type === 'action.changed' ? fact.data.status : undefined
  const lead = fact.type === 'action.added' ? 'Action:' : status === undefined ? 'Action changed:' : `Action ${status}:`
  return { mark: 'action', lead, text: what ?? fact.data.action, ...(detail && { detail }) }
}

/** What happened to the data, and what is to be done about it afterwards. */
export function dataSentence(fact: DataFact): Sentence {
  switch (fact.type) {
    case 'dataset.affected':
      return { mark: 'data', tone: 'secondary', lead: `${fact.data.dataset} affected:`, text: fact.data.detail }
    case 'dataset.quarantined':
      return { mark: 'data', tone: 'mitigated', lead: `${fact.data.dataset} quarantined:`, text: fact.data.detail }
    case 'publication.stated': {
      const { published, detail } = fact.data
      const words = {
        yes: 'Bad data has been published',
        no: 'No bad data published',
        unknown: 'Not known if bad data was published',
      }[published]
      const tone = published === 'yes' ? ({ tone: 'lead' } as const) : {}
      return { mark: 'data', ...tone, lead: words, text: detail ?? '' }
    }
    case 'backfill.planned':
      return { mark: 'data', lead: `Backfill of ${fact.data.dataset}:`, text: fact.data.detail }
    case 'backfill.verified':
      return {
        mark: 'done',
        tone: 'resolved',
        lead: `Backfill of ${fact.data.dataset} verified:`,
        text: fact.data.detail,
      }
    case 'action.added':
    case 'action.changed':
      return ofAction(fact)
    case 'postmortem.edited':
      return { mark: 'edit', text: `Postmortem edited: ${fact.data.section}`, quiet: true }
    default:
      return assertNever(fact)
  }
}
