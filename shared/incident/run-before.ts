import type { FactOf } from './facts/fact-catalog.ts'

/**
 * The run that a runbook goes on with in its incident: the one of its path, or the one of the path that its file had before, which then is no
 * run of its own any more. Undefined when it is opened for the first time.
 */
export const runBefore = <Run extends { readonly path: string }>(
  runs: readonly Run[],
  { path, movedFrom }: Pick<FactOf<'runbook.opened'>['data'], 'path' | 'movedFrom'>,
): Run | undefined => runs.find((run) => run.path === path) ?? runs.find((run) => run.path === movedFrom)
