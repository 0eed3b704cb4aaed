import type { RunbookRun } from '../../../../shared/incident/runbook-run.ts'
import styles from './runbook.module.css'
import { whyFollowed } from './why-followed.ts'

/** Which runbook is followed, by its title. */
export function FollowedTitle({ run }: { readonly run: RunbookRun }) {
  return (
    <bdi className={styles.followed} title={run.title}>
      {run.title}
    </bdi>
  )
}

/** How far it is, where there are steps to tick, and why it is this one. */
export function WhyThisOne({ run, progress }: { readonly run: RunbookRun; readonly progress: string }) {
  const why = whyFollowed(run)
  return (
    <span className={styles.why} title={why}>
      Runbook, <span className="num">{progress}</span>
      {progress === '' ? null : ', '}
      <bdi>{why}</bdi>
    </span>
  )
}
