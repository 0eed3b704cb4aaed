import type { PartKind } from '../runbook.ts'

/** What every runbook can be required to have: an owner, or a part (R2). */
export const REQUIREMENTS = [
  'owner',
  'sources',
  'sla',
  'scenarios',
  'escalation',
  'meaning',
  'impact',
] as const satisfies readonly ('owner' | PartKind)[]

/** One of them. */
export type Requirement = (typeof REQUIREMENTS)[number]

const MISSING_PART = 'runbook/missing-'

/** What a rule misses in a runbook, when it is one of those things. */
export function missedBy(rule: string): Requirement | undefined {
  const what = rule === 'runbook/no-owner' ? 'owner' : rule.slice(MISSING_PART.length)
  if (what !== 'owner' && !rule.startsWith(MISSING_PART)) return undefined
  return REQUIREMENTS.find((each) => each === what)
}
