import type { RunbookRun } from '../../../../shared/incident/runbook-run.ts'

const SECTION = /, which is its section "(.*)"/

/** Why a runbook is followed; where the section that it was found by is not the scenario that was chosen since, the one that was. */
export function whyFollowed({ matchedBy, scenario }: Pick<RunbookRun, 'matchedBy' | 'scenario'>): string {
  const section = SECTION.exec(matchedBy)?.[1]
  if (section === undefined || scenario === null || scenario.title === section) return matchedBy
  return matchedBy.replace(SECTION, () => `, now at "${scenario.title}"`)
}
