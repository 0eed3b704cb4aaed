import type { Gathered } from './gather-runbooks.ts'
import { UsageError } from './terminal.ts'

const MOST_NAMED = 10

/** The first of many names, and how many more there are. */
export function someOf(names: readonly string[]): string {
  const rest = names.length - MOST_NAMED
  return rest > 0 ? `${names.slice(0, MOST_NAMED).join(', ')} and ${rest} more` : names.join(', ')
}

/**
 * Refuses to go on where nothing was read: a green answer over a wrong or empty folder would be believed for months. A workspace has a team to check, files that
 * were named one by one need not be runbooks, and an error says enough. Throws a UsageError.
 */
export function refuseNothing(paths: readonly string[], gathered: Gathered): void {
  const { runbooks, isWorkspace, areNamed, problems, leftAlone } = gathered
  if (runbooks.length > 0 || isWorkspace || areNamed || problems.some(({ severity }) => severity === 'error')) return
  const pages = leftAlone.length === 0 ? '' : ` Left alone, no runbooks: ${someOf(leftAlone)}.`
  const what = `There is no Markdown runbook at ${paths.join(', ')}.${pages}`
  throw new UsageError(`${what} Give the folder or the files that hold your runbooks.`)
}
