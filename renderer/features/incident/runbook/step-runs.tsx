import type { ChecklistItem } from '../../../../shared/incident/checklist.ts'
import { useOpenIncident } from '../../../state/store-context.tsx'
import { useChecklist } from '../use-next-action.ts'
import styles from './command-run.module.css'
import { type CommandName, endsOf, lastEndOf, openRuns, openRunsOf } from './command-runs.ts'
import { EndedCommand } from './ended-command.tsx'
import { RunningCommand } from './running-command.tsx'

/** How a command of an unfolded step stands: its runs that have not ended, else how the last one did. */
export function CommandRuns(named: CommandName) {
  const { run, openCommands } = useOpenIncident().state
  const open = openRunsOf(openCommands, run, named.step).filter((each) => each.open.index === named.index)
  const ended = open.length > 0 ? null : lastEndOf(run, named)
  return (
    <>
      {open.map((each) => (
        <RunningCommand key={each.run} {...each} withOutput />
      ))}
      {ended === null ? null : <EndedCommand ended={ended} />}
    </>
  )
}

/** What must not be overlooked of a step that is folded: its commands that run, and those of which nobody knows how they ended, unless it was done since. */
export function FoldedStepRuns({ item }: { readonly item: ChecklistItem }) {
  const { run, openCommands } = useOpenIncident().state
  const open = openRunsOf(openCommands, run, item.step.id)
  const lost = item.progress?.state === 'done' ? [] : endsOf(run, item.step.id).filter(({ how }) => how === null)
  if (open.length + lost.length === 0) return null
  return (
    <div className={styles.below}>
      {open.map((each) => (
        <RunningCommand key={each.run} {...each} withCommand={item.step.commands.length > 1} />
      ))}
      {lost.map((each) => (
        <EndedCommand key={each.run} ended={each} />
      ))}
    </div>
  )
}

/** Runs that no step in sight stands for: of another scenario or version, or while the steps are not shown. */
export function RunsElsewhere({ areStepsShown }: { readonly areStepsShown: boolean }) {
  const { run, openCommands } = useOpenIncident().state
  const items = useChecklist()
  const isInSight = (step: string, runbook: string): boolean =>
    areStepsShown && runbook === run?.sha256 && items.some((item) => item.step.id === step)
  const others = openRuns(openCommands).filter(({ open }) => !isInSight(open.step, open.runbook))
  if (others.length === 0) return null
  return (
    <section className={styles.elsewhere} aria-label="Commands that run">
      {others.map((each) => (
        <RunningCommand key={each.run} {...each} withCommand />
      ))}
    </section>
  )
}
