import type { ChecklistItem } from '../../../../shared/incident/checklist.ts'
import { evidenceOf } from '../../../../shared/incident/runbook-run.ts'
import { maskSteering } from '../../../../shared/kit/mask-steering.ts'
import { nameOf } from '../../../state/selectors.ts'
import { useOpenIncident, useSelected } from '../../../state/store-context.tsx'
import { classNames } from '../../../ui/class-names.ts'
import styles from './runbook.module.css'

/** Everybody who did, skipped or noted something in these steps. */
export const peopleIn = (items: readonly ChecklistItem[]): ReadonlySet<string> =>
  new Set(
    items.flatMap(({ progress }) =>
      progress === null
        ? []
        : [...(progress.state === 'open' ? [] : [progress.by]), ...progress.notes.map(({ by }) => by)],
    ),
  )

function Name({ id }: { readonly id: string }) {
  return useSelected((state) => nameOf(state, id))
}

function EvidenceOf({ step }: { readonly step: string }) {
  const { run } = useOpenIncident().state
  const kept = run === null ? [] : evidenceOf(run, step)
  if (kept.length === 0) return null
  return <p className={styles.below}>Evidence: {kept.map(({ name }) => name).join(', ')}</p>
}

/** What became of a step, with names where more than one person works. */
export function WhatWasDone({ item, isShared }: { readonly item: ChecklistItem; readonly isShared: boolean }) {
  const { step, progress } = item
  if (progress === null) return <EvidenceOf step={step.id} />
  return (
    <>
      {progress.state === 'done' && isShared ? (
        <p className={styles.below}>
          Done by <Name id={progress.by} />
        </p>
      ) : null}
      {progress.isStuck ? <p className={classNames(styles.below, styles.over)}>Stuck here</p> : null}
      {progress.state === 'skipped' ? (
        <p className={styles.below}>
          Skipped by <Name id={progress.by} />: {maskSteering(progress.reason ?? '')}
        </p>
      ) : null}
      {progress.notes.map((note) => (
        <p key={note.at + note.text} className={styles.below}>
          {isShared ? (
            <>
              <Name id={note.by} />:{' '}
            </>
          ) : null}
          {maskSteering(note.text)}
        </p>
      ))}
      <EvidenceOf step={step.id} />
    </>
  )
}
