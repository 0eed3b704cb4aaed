import { useCallback, useEffect, useState } from 'react'
import type { SchedulePreview } from '../../../../shared/contract/answers.ts'
import type { CallInput } from '../../../../shared/contract/contract.ts'
import type { Refusal } from '../../../../shared/contract/refusal.ts'
import type { ScheduleChange } from '../../../../shared/schedule/swaps/schedule-change.ts'
import { useDeskStore } from '../../../state/store-context.tsx'

type Changes = CallInput<'schedule.preview'>['changes']

/** A change on its way into the file. */
export type Review =
  | { readonly state: 'reading' }
  | { readonly state: 'ready' | 'writing'; readonly preview: SchedulePreview }
  /** Nothing was written. */
  | { readonly state: 'refused'; readonly words: string }

export const refusalWords = ({ message, hint }: Refusal): string => [message, hint].filter(Boolean).join(' ')

const asInput = (changes: readonly ScheduleChange[]): Changes => structuredClone(changes) as Changes

/** Works out what a change makes of team.yaml, and writes exactly that when told to: never over what somebody else wrote meanwhile. */
export function useReview(changes: readonly ScheduleChange[], words: string) {
  const store = useDeskStore()
  const { client, announce } = store
  const [review, setReview] = useState<Review>({ state: 'reading' })
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let isCurrent = attempt >= 0
    setReview({ state: 'reading' })
    void client.call('schedule.preview', { changes: asInput(changes) }).then((reply) => {
      if (!isCurrent) return
      setReview(
        reply.ok ? { state: 'ready', preview: reply.value } : { state: 'refused', words: refusalWords(reply.error) },
      )
    })
    return () => {
      isCurrent = false
    }
  }, [client, changes, attempt])
  const write = async (): Promise<boolean> => {
    if (review.state !== 'ready') return false
    const { preview } = review
    setReview({ state: 'writing', preview })
    const { baseSha256 } = preview
    const reply = await client.call('schedule.change', {
      changes: asInput(changes),
      baseSha256,
      words: words.slice(0, 300),
    })
    if (reply.ok) announce(`Written to team.yaml: ${words}`)
    else {
      setReview({ state: 'refused', words: refusalWords(reply.error) })
      announce(reply.error.message, true)
    }
    return reply.ok
  }
  const lookAgain = useCallback(() => setAttempt((last) => last + 1), [])
  return { review, write, lookAgain }
}
