import type { SearchHit } from '../../../shared/contract/answers.ts'

/** Results of one kind, the best first. */
export type HitGroup = { readonly kind: SearchHit['kind']; readonly name: string; readonly hits: readonly SearchHit[] }

const names: Readonly<Record<SearchHit['kind'], string>> = {
  runbook: 'Runbooks',
  reference: 'Reference',
  incident: 'Past incidents',
}

const kinds = ['runbook', 'reference', 'incident'] as const

/** Results by kind, always in the same order, so that the eye knows where to look. */
export const groupHits = (hits: readonly SearchHit[]): readonly HitGroup[] =>
  kinds
    .map((kind) => ({ kind, name: names[kind], hits: hits.filter((hit) => hit.kind === kind) }))
    .filter((group) => group.hits.length > 0)
