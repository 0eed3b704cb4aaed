import type { Problem } from '../../shared/kit/problem.ts'
import { goTo, useRoute } from '../state/route.ts'
import { selectZone } from '../state/selectors.ts'
import { useSelected } from '../state/store-context.tsx'
import type { StoreState } from '../state/store-state.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { afterPaint } from '../ui/after-paint.ts'
import { ProblemBanner } from '../ui/problem-banner.tsx'
import { shortDate, shortTime } from '../ui/time-words.ts'

/** The first thing that keeps team.yaml from being in force as it stands. */
const selectTeamProblem = ({ desk }: StoreState): Problem | undefined =>
  desk?.workspace.problems.find(
    ({ file, rule, severity }) => severity === 'error' && (file === 'team.yaml' || rule === 'workspace/missing'),
  )

const selectAway = ({ desk }: StoreState): Problem | undefined =>
  desk?.workspace.problems.find(({ rule }) => rule === 'workspace/away')

function showProblems(): void {
  goTo({ screen: 'settings' })
  afterPaint(() => document.getElementById('workspace-problems')?.scrollIntoView({ block: 'center' }))
}

const placeOf = ({ file, line }: Problem): string => (line === undefined ? file : `${file}:${line}`)

/** A folder of runbooks that never had a team: nothing is out of date, so it is told where one would look for whom to call, and calmly. */
function NoTeamYet() {
  const { screen } = useRoute()
  if (screen !== 'tonight' && screen !== 'incident') return null
  return (
    <ProblemBanner
      title="No team yet."
      severity="note"
      actions={
        <ActionButton size="small" onClick={() => goTo({ screen: 'schedule', finding: null })}>
          Show how to add one
        </ActionButton>
      }
    >
      This folder has no <code>team.yaml</code>, so nobody can be called from here. Runbooks, incidents and clocks work.
    </ProblemBanner>
  )
}

/** The team is as it stands, and runbooks or pages are not. */
function FolderAway({ problem }: { readonly problem: Problem }) {
  return (
    <ProblemBanner title="A folder of the workspace is away." severity="warning">
      {problem.message} <span className="dim">{problem.hint}</span>
    </ProblemBanner>
  )
}

/** Says on every screen that names, numbers and duties are not those of the file: they decide who is told (W1). */
export function TeamBanner() {
  const problem = useSelected(selectTeamProblem)
  const away = useSelected(selectAway)
  const isAway = away !== undefined
  const asOf = useSelected((state) => state.desk?.workspace.teamAsOf ?? null)
  const zone = useSelected(selectZone)
  if (problem === undefined) return away === undefined ? null : <FolderAway problem={away} />
  if (problem.rule === 'team/missing' && asOf === null && !isAway) return <NoTeamYet />
  const inForce =
    asOf === null
      ? 'Only what could be understood of it is in force.'
      : `The team stands as it was read on ${shortDate(asOf, zone)} at ${shortTime(asOf, zone)}.`
  return (
    <ProblemBanner
      title={isAway ? 'The workspace is away.' : 'Whom to call may be out of date.'}
      severity="warning"
      actions={
        <ActionButton size="small" onClick={showProblems}>
          Show what is wrong
        </ActionButton>
      }
    >
      <code>{placeOf(problem)}</code> {problem.message.replace(/[^.!?]$/, '$&.')}{' '}
      {isAway ? 'Runbooks are shown as they were last read. ' : ''}
      <span className="dim">{inForce}</span>
    </ProblemBanner>
  )
}
