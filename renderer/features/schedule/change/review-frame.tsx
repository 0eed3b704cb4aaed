import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { ActionButton } from '../../../ui/action-button.tsx'
import dialog from '../../../ui/dialog.module.css'
import { ProblemBanner } from '../../../ui/problem-banner.tsx'
import styles from './change.module.css'
import type { Review } from './use-review.ts'
import { YamlDiff } from './yaml-diff.tsx'

function InTheFile({ review }: { readonly review: Exclude<Review, { readonly state: 'refused' }> }) {
  if (review.state === 'reading') return <p className="dim">Reading team.yaml</p>
  return <YamlDiff diff={review.preview.diff} />
}

/** The frame of everything that is about to be written to team.yaml: what it does, the lines of the file, and the key that writes them. */
export function ReviewFrame(props: {
  readonly title: string
  readonly review: Review
  /** What heads a refusal. */
  readonly refusedTitle?: string
  readonly isPossible: boolean
  readonly onWrite: () => void
  readonly onLookAgain: () => void
  /** The way back to the form that it came from; null when it came from none. */
  readonly onBack: (() => void) | null
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  const { review } = props
  return (
    <Modal opened onClose={props.onClose} title={props.title} size="xl">
      <div className={dialog.body}>
        {props.children}
        {review.state === 'refused' ? null : (
          <section className={styles.part}>
            <h3>In team.yaml</h3>
            <InTheFile review={review} />
          </section>
        )}
        {review.state === 'refused' ? (
          <ProblemBanner
            title={props.refusedTitle ?? 'Not written.'}
            severity="warning"
            actions={
              <ActionButton size="small" onClick={props.onLookAgain}>
                Look again
              </ActionButton>
            }
          >
            {review.words}
          </ProblemBanner>
        ) : null}
        <div className={styles.foot}>
          <ActionButton onClick={props.onClose}>Cancel</ActionButton>
          {props.onBack === null ? null : <ActionButton onClick={props.onBack}>Back</ActionButton>}
          <ActionButton
            tone="primary"
            data-autofocus
            aria-disabled={review.state !== 'ready' || !props.isPossible}
            onClick={() => {
              if (props.isPossible) props.onWrite()
            }}
          >
            {review.state === 'writing' ? 'Writing' : 'Write to team.yaml'}
          </ActionButton>
        </div>
      </div>
    </Modal>
  )
}
