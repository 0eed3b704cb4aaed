import type { RungCandidate, RungCandidates } from './rung-candidates.ts'

/** Why a rung does not reach whom it names, in words, and who is told instead; nobody where `to` is null. */
export type FallsTo = { readonly because: string; readonly to: RungCandidate | null }

const unnamed = new Map([
  ['secondary', 'no secondary owner is named'],
  ['backup', 'nobody is backup on call'],
  ['lead', 'no lead is named'],
])

/** What becomes of a rung that tells `who` (secondary, backup, lead or a person's id); null where it reaches whom it names. Dates stand as in team.yaml. */
export function fallsTo(who: string, { named, candidates, skipped }: RungCandidates): FallsTo | null {
  const [to = null] = candidates
  if (named !== null && to?.person.id === named) return null
  const passed = skipped.find(({ person }) => person === named)
  return {
    because: passed === undefined ? (unnamed.get(who) ?? 'nobody is named') : `${passed.name} ${passed.reason}`,
    to,
  }
}

/** Somebody by name and capacity: `Engineer A, backup`; a name that says it already stands alone. */
export const personInRole = ({ person, role }: RungCandidate): string =>
  person.name.toLowerCase().includes(role) || role === 'person' ? person.name : `${person.name}, ${role}`
