import { useCallback, useEffect, useState } from 'react'
import type { ScheduleFile, SchedulePreview } from '../../../../shared/contract/answers.ts'
import type { Reply } from '../../../../shared/contract/refusal.ts'
import { refusalWords } from '../../../../shared/contract/refusal-words.ts'
import { useDeskStore } from '../../../state/store-context.tsx'

/** A change of team.yaml as the host is asked for it; the same object as long as it is the same change. */
type Asked<Preview extends SchedulePreview> = {
  /** Works out what the file would become. */
  readonly preview: () => Promise<Reply<Preview>>
  /** Writes exactly that. */
  readonly write: (baseSha256: string) => Promise<Reply<ScheduleFile>>
  /** What is said once it is written. */
  readonly written: (preview: Preview) => string
}

/** A change on its way into the file. */
export type Review<Preview extends SchedulePreview = SchedulePreview> =
  | { readonly state: 'reading' }
  | { readonly state: 'ready' | 'writing'; readonly preview: Preview }
  /** Nothing was written. */
  | { readonly state: 'refused'; readonly words: string }

/** Works out what a change makes of team.yaml, and writes exactly that when told to: never over what somebody else wrote meanwhile. */
export function useReview<Preview extends SchedulePreview>(asked: Asked<Preview>) {
  const { announce } = useDeskStore()
  const [review, setReview] = useState<Review<Preview>>({ state: 'reading' })
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let isCurrent = attempt >= 0
    setReview({ state: 'reading' })
    void asked.preview().then((reply) => {
      if (!isCurrent) return
      setReview(
        reply.ok ? { state: 'ready', preview: reply.value } : { state: 'refused', words: refusalWords(reply.error) },
      )
    })
    return () => {
      isCurrent = false
    }
  }, [asked, attempt])
  const write = async (): Promise<boolean> => {
    if (review.state !== 'ready') return false
    const { preview } = review
    setReview({ state: 'writing', preview })
    const reply = await asked.write(preview.baseSha256)
    if (reply.ok) announce(asked.written(preview))
    else {
      setReview({ state: 'refused', words: refusalWords(reply.error) })
      announce(reply.error.message, true)
    }
    return reply.ok
  }
  const lookAgain = useCallback(() => setAttempt((last) => last + 1), [])
  return { review, write, lookAgain }
}
