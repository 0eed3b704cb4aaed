import { useState } from 'react'
import { whoIsOnCall } from '../../../../shared/schedule/on-call.ts'
import type { Person, Rotation, Team } from '../../../../shared/schedule/team.ts'
import { ProblemBanner } from '../../../ui/problem-banner.tsx'
import { shortTime } from '../../../ui/time-words.ts'
import type { Begin } from '../intent.ts'
import { pipelinesOf, rotationsToTake, takeOverIntent } from '../take-over.ts'
import type { Board } from '../use-board.ts'
import { dayInWords } from '../words.ts'
import styles from './change.module.css'
import { ChangeForm } from './change-form.tsx'

function nowIn(team: Team, rotation: Rotation, nowMs: number, zone: string): string {
  const { primary } = whoIsOnCall(rotation, team, nowMs)
  if (primary.kind === 'gap') return `Nobody is on call: ${primary.reason}`
  const endsMs = Date.parse(primary.shift.endsAt)
  return `${primary.person.name} is on call until ${dayInWords(endsMs, zone)} ${shortTime(endsMs, zone)}`
}

/** Which of several shifts somebody takes now; the one that nobody has stands first. */
export function TakeDialog(props: {
  readonly board: Board
  readonly me: Person
  readonly nowMs: number
  readonly onBegin: Begin
  readonly onClose: () => void
}) {
  const { board, me, nowMs } = props
  const { team, zone } = board
  const choices = rotationsToTake(team, me, board.rotations, nowMs)
  const [chosenId, choose] = useState(choices[0]?.id ?? '')
  const [problem, setProblem] = useState<string | null>(null)
  const show = (): void => {
    const rotation = choices.find(({ id }) => id === chosenId)
    if (rotation === undefined) return
    const intent = takeOverIntent(team, me, rotation, nowMs)
    if (intent.ok) props.onBegin(intent.value)
    else setProblem(intent.error)
  }
  return (
    <ChangeForm title="Take this shift now" size="lg" onShow={show} onClose={props.onClose}>
      <fieldset className={styles.candidates}>
        <legend>Which shift</legend>
        {choices.map((rotation, at) => {
          const pipelines = pipelinesOf(team, rotation)
          return (
            <label key={rotation.id} className={styles.candidate}>
              <input
                type="radio"
                name="rotation"
                checked={rotation.id === chosenId}
                {...(at === 0 && { 'data-autofocus': true })}
                onChange={() => choose(rotation.id)}
              />
              <span>
                <strong>{rotation.name}</strong>
                <span className={styles.reasons}>{nowIn(team, rotation, nowMs, zone)}</span>
                {pipelines.length === 0 ? null : (
                  <span className={styles.reasons}>Answers for {pipelines.join(', ')}</span>
                )}
              </span>
            </label>
          )
        })}
      </fieldset>
      {problem === null ? null : (
        <ProblemBanner title="Not possible." severity="warning">
          {problem}
        </ProblemBanner>
      )}
    </ChangeForm>
  )
}
