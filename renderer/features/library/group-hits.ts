import type { SearchAnswer, SearchHit } from '../../../shared/contract/answers.ts'

/** Results of one kind, the best first; `total` counts those that are not shown, too. */
export type HitGroup = {
  readonly kind: SearchHit['kind']
  readonly name: string
  readonly hits: readonly SearchHit[]
  readonly total: number
}

const names: Readonly<Record<SearchHit['kind'], string>> = {
  runbook: 'Runbooks',
  reference: 'Reference',
  incident: 'Past incidents',
}

const kinds = ['runbook', 'reference', 'incident'] as const

/** How many results there are, shown or not. */
export const countOf = ({ totals }: Pick<SearchAnswer, 'totals'>): number =>
  kinds.reduce((sum, kind) => sum + totals[kind], 0)

/** Results by kind, always in the same order, so that the eye knows where to look. */
export const groupHits = ({ hits, totals }: Pick<SearchAnswer, 'hits' | 'totals'>): readonly HitGroup[] =>
  kinds
    .map((kind) => ({ kind, name: names[kind], hits: hits.filter((hit) => hit.kind === kind), total: totals[kind] }))
    .filter((group) => group.hits.length > 0)
