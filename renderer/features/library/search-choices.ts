import type { CallInput } from '../../../shared/contract/contract.ts'
import type { Team } from '../../../shared/schedule/team.ts'
import type { Listed } from './shelve.ts'

/** What the search is narrowed to, as the row of filters holds it; an empty word narrows nothing. */
export type Narrowing = {
  readonly kind: '' | 'runbook' | 'reference' | 'incident'
  readonly pipeline: string
  readonly scenario: string
  /** How far back, in days; 0 for any time. */
  readonly days: number
}

/** Everything. */
export const wide: Narrowing = { kind: '', pipeline: '', scenario: '', days: 0 }

/** Whether nothing is left out. */
export const isWide = (narrowing: Narrowing): boolean =>
  Object.entries(wide).every(([key, value]) => narrowing[key as keyof Narrowing] === value)

/** How long ago a document was verified, or an incident began, at most. */
export const ages = [
  { days: 30, words: 'Last 30 days' },
  { days: 90, words: 'Last 90 days' },
  { days: 365, words: 'Last year' },
] as const

export const kinds = [
  { kind: '', words: 'All kinds' },
  { kind: 'runbook', words: 'Runbooks' },
  { kind: 'reference', words: 'Reference' },
  { kind: 'incident', words: 'Past incidents' },
] as const

const DAY_MS = 86_400_000

/** The filter as the host takes it. `nowMs` is the host's time. */
export function filterOf({ kind, pipeline, scenario, days }: Narrowing, nowMs: number) {
  return {
    ...(kind === '' ? {} : { kinds: [kind] }),
    ...(pipeline === '' ? {} : { pipeline }),
    ...(scenario === '' ? {} : { scenario }),
    ...(days === 0 ? {} : { since: new Date(nowMs - days * DAY_MS).toISOString().slice(0, 10) }),
  } satisfies CallInput<'library.search'>['filter']
}

/** The failure scenarios that the runbooks know, each once. */
export function scenariosOf(documents: readonly Listed[]): readonly string[] {
  const byName = new Map(documents.flatMap(({ tags }) => tags).map((title) => [title.toLowerCase(), title]))
  return [...byName.values()].toSorted((one, other) => one.localeCompare(other))
}

/** Pipelines that can be chosen: those of team.yaml, then those that only runbooks name. */
export function pipelinesOf(documents: readonly Listed[], { pipelines }: Pick<Team, 'pipelines'>) {
  const known = new Set(pipelines.map(({ id }) => id))
  const others = new Set(
    documents.flatMap(({ pipeline }) => (pipeline === null || known.has(pipeline) ? [] : [pipeline])),
  )
  return [...pipelines.map(({ id, name }) => ({ id, name })), ...[...others].map((id) => ({ id, name: id }))]
}
