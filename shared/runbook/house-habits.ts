import type { Problem } from '../kit/problem.ts'

/** Rules about what a runbook should have, not about what is wrong in it. */
const HABITS = new Set([
  'runbook/no-owner',
  'runbook/missing-sources',
  'runbook/missing-sla',
  'runbook/missing-scenarios',
  'runbook/missing-escalation',
  'runbook/missing-meaning',
  'runbook/missing-impact',
])

/**
 * The problems worth naming in a folder of runbooks that never heard of Nightdesk (R4, R8). What a runbook should have is measured by the house's own habit:
 * a missing owner or part is named only where most runbooks of the folder have one. A page without steps may be meant as a page, so it is only warned about.
 */
export function byHouseHabits(problems: readonly Problem[], runbookCount: number): Problem[] {
  const counts = new Map<string, number>()
  for (const { rule } of problems) if (HABITS.has(rule)) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  return problems
    .filter(({ rule }) => !HABITS.has(rule) || (counts.get(rule) ?? 0) * 2 < runbookCount)
    .map((problem) => (problem.rule === 'runbook/no-steps' ? { ...problem, severity: 'warning' } : problem))
}
