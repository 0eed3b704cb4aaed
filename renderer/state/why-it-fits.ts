import type { RunbookSuggestion } from '../../shared/contract/answers.ts'

/** Why a runbook fits, and at which of its scenarios it opens where the reason does not say that already. */
export function whyItFits({ reason, scenario }: Pick<RunbookSuggestion, 'reason' | 'scenario'>): string {
  const isSaid = scenario === null || reason.includes(`"${scenario.title}"`)
  return isSaid ? reason : `${reason}, opens at "${scenario.title}"`
}
