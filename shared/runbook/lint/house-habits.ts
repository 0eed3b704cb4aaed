import type { Problem } from '../../kit/problem.ts'
import type { Runbook } from '../runbook.ts'

const MISSING_PART = 'runbook/missing-'

/**
 * The problems worth naming in a folder of runbooks that never heard of Nightdesk (R4, R8). What a runbook should have is measured by the house's own habit:
 * a missing owner or part is named only where most runbooks of the folder have one. A page without steps may be meant as a page, so it is only warned about.
 */
export function byHouseHabits(problems: readonly Problem[], runbooks: readonly Runbook[]): Problem[] {
  const isHabit = (has: (runbook: Runbook) => boolean): boolean => runbooks.filter(has).length * 2 > runbooks.length
  const habits = new Map<string, boolean>()
  const isAskedFor = (rule: string): boolean => {
    const known = habits.get(rule)
    if (known !== undefined) return known
    const asked = isHabit((runbook) =>
      rule === 'runbook/no-owner'
        ? runbook.frontMatter.owner !== undefined
        : runbook.parts.some(({ kind }) => kind === rule.slice(MISSING_PART.length)),
    )
    habits.set(rule, asked)
    return asked
  }
  return problems
    .filter(({ rule }) => !(rule === 'runbook/no-owner' || rule.startsWith(MISSING_PART)) || isAskedFor(rule))
    .map((problem) => (problem.rule === 'runbook/no-steps' ? { ...problem, severity: 'warning' } : problem))
}
