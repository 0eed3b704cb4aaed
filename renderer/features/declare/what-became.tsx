import { useEffect, useState } from 'react'
import { hashOf } from '../../state/route.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { classNames } from '../../ui/class-names.ts'
import styles from './declare.module.css'
import type { useDeclare } from './use-declare.ts'

/** For how long (ms) an answer is waited for before the form says so. */
const PATIENCE_MS = 2_000

function useIsSlow(isSaving: boolean): boolean {
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    if (!isSaving) return
    const timer = setTimeout(() => setSlow(true), PATIENCE_MS)
    return () => {
      clearTimeout(timer)
      setSlow(false)
    }
  }, [isSaving])
  return isSlow
}

/** What became of declaring where it has not led to the incident: why not, that no answer has come, or that something else is declared already. */
export function WhatBecame(props: {
  readonly declare: Pick<
    ReturnType<typeof useDeclare>,
    'refusal' | 'earlier' | 'isHeld' | 'isSaving' | 'declareToo' | 'forgetEarlier'
  >
  readonly onFollow: () => void
}) {
  const { refusal, earlier, isHeld, isSaving, declareToo, forgetEarlier } = props.declare
  const isSlow = useIsSlow(isSaving)
  const follow = (): void => {
    forgetEarlier()
    props.onFollow()
  }
  if (isSlow)
    return (
      <p role="status" className={styles.notice}>
        No answer yet. What you typed is kept, and is declared only once.
      </p>
    )
  if (refusal !== null) {
    return (
      <p role="alert" className={classNames(styles.notice, styles.refusal)}>
        {refusal} What you typed is kept.
      </p>
    )
  }
  if (earlier === null || isSaving) return null
  return (
    <div role={isHeld ? 'alert' : 'status'} className={classNames(styles.notice, styles.earlier)}>
      <p>
        What you sent before is declared, only its answer was lost:{' '}
        <a href={hashOf({ screen: 'incident', incident: earlier.incident })} onClick={follow}>
          <bdi>{earlier.title}</bdi>
        </a>
        .{isHeld ? ' What you changed since is not sent.' : null}
      </p>
      {isHeld ? (
        <ActionButton size="small" onClick={() => void declareToo()}>
          Declare this one, too
        </ActionButton>
      ) : null}
    </div>
  )
}
