import type { Policy, Rung } from '../schedule/policy.ts'

/** The escalation region's states in order, lowest first. */
export const escalationLevels = ['holding', 'debugBudgetSpent', 'secondaryNotified', 'leadEscalated'] as const
export type EscalationLevel = (typeof escalationLevels)[number]

/**
 * Which escalation state a rung leads to. The question is the debug budget; the lead is the top;
 * anybody else told in between counts as the second pair of hands, whatever a custom policy calls them.
 */
export function levelOfRung(rung: Rung): EscalationLevel {
  if (rung.action.do === 'ask') return 'debugBudgetSpent'
  return rung.action.who === 'lead' ? 'leadEscalated' : 'secondaryNotified'
}

/** The rung of a policy by its id, or null when a log names one that the policy never had. */
export function rungById(policy: Policy, rungId: string): Rung | null {
  return policy.rungs.find((rung) => rung.id === rungId) ?? null
}
