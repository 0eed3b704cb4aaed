import type { Problem } from '../../kit/problem.ts'
import type { Runbook } from '../runbook.ts'
import { missedBy, type Requirement } from './requirements.ts'

/** What a house asks of its runbooks beyond its habits. */
type Asked = {
  /** What was agreed that each runbook has. */
  readonly required: ReadonlySet<Requirement>
  /** Whether everything is asked for that a runbook may need. */
  readonly strict: boolean
}

/** Parts that only a pipeline of data can have: a runbook of a service is not asked for them unless it names a pipeline. */
const OF_DATA: readonly Requirement[] = ['sources', 'sla']

/**
 * The problems worth naming in a folder of runbooks that never heard of Nightdesk (R4, R8). What a runbook should have is measured by the house's own habit:
 * a missing owner or part is named only where it is agreed, where everything is asked for, or where most of `house` have one. A page without
 * steps may be meant as a page, so it is only warned about.
 */
export function byHouseHabits(
  problems: readonly Problem[],
  house: readonly Runbook[],
  { required, strict }: Asked,
): Problem[] {
  const habits = new Map<Requirement, boolean>()
  const isHabit = (what: Requirement): boolean => {
    const known = habits.get(what) ?? house.filter((runbook) => has(runbook, what)).length * 2 > house.length
    habits.set(what, known)
    return known
  }
  const ofPipelines = new Set(
    house.filter(({ frontMatter }) => frontMatter.pipelines.length > 0).map(({ path }) => path),
  )
  const isAskedFor = (what: Requirement, file: string): boolean =>
    required.has(what) || isHabit(what) || (strict && (!OF_DATA.includes(what) || ofPipelines.has(file)))
  return problems
    .filter(({ rule, file }) => {
      const missed = missedBy(rule)
      return missed === undefined || isAskedFor(missed, file)
    })
    .map((problem) => (problem.rule === 'runbook/no-steps' && !strict ? { ...problem, severity: 'warning' } : problem))
}

function has(runbook: Runbook, what: Requirement): boolean {
  return what === 'owner' ? runbook.frontMatter.owner !== undefined : runbook.parts.some(({ kind }) => kind === what)
}
