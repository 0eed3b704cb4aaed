import type { Problem } from '../../../shared/kit/problem.ts'
import { checkRunbook } from '../../../shared/runbook/lint/check-runbook.ts'
import type { Runbook } from '../../../shared/runbook/runbook.ts'
import type { Team } from '../../../shared/schedule/team.ts'

/** The library knows the documents of the workspace and not its other files, so no link is called dead here. */
const filesNotKnown: ReadonlySet<string> = new Set()

const keyOf = ({ line, rule, message }: Problem): string => `${line ?? 0} ${rule} ${message}`

/**
 * What is wrong with one document, errors before warnings, each in the order of its lines: what the host found while reading it, and for a runbook what
 * the linter says (R8). `today` is YYYY-MM-DD where the reader is.
 */
export function documentProblems(
  document: { readonly kind: 'runbook' | 'reference'; readonly read: Runbook },
  team: Team,
  found: readonly Problem[],
  today: string,
): readonly Problem[] {
  const context = {
    peopleIds: team.people.map(({ id }) => id),
    pipelineIds: team.pipelines.map(({ id }) => id),
    files: filesNotKnown,
    today,
  }
  const checked = document.kind === 'runbook' ? checkRunbook(document.read, context) : []
  const known = new Set(checked.map(keyOf))
  const others = found.filter((problem) => problem.file === document.read.path && !known.has(keyOf(problem)))
  const byLine = [...others, ...checked].toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0))
  return (['error', 'warning'] as const).flatMap((severity) => byLine.filter((each) => each.severity === severity))
}
