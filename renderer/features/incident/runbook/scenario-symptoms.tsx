import type { Scenario } from '../../../../shared/runbook/runbook.ts'
import choices from './choices.module.css'

function Choice(props: {
  readonly title: string
  readonly words: string
  readonly isChosen: boolean
  readonly isReadOnly: boolean
  readonly onChoose: () => void
}) {
  return (
    <button
      type="button"
      data-words=""
      className={choices.choice}
      disabled={props.isReadOnly}
      aria-current={props.isChosen ? 'true' : undefined}
      onClick={props.onChoose}
    >
      <strong>{props.title}</strong>
      {props.isChosen ? <em>Chosen now</em> : null}
      {props.words === '' ? null : <span>{props.words}</span>}
    </button>
  )
}

/** What each way to fail looks like, to choose by; "none of these" where the runbook has general steps. */
export function ScenarioSymptoms(props: {
  readonly id: string
  readonly scenarios: readonly Scenario[]
  /** The id of the scenario that is followed, null for the general steps, undefined while nothing is decided. */
  readonly chosen: string | null | undefined
  readonly hasGeneral: boolean
  readonly isReadOnly: boolean
  readonly onChoose: (scenario: Scenario | null) => void
}) {
  const { chosen, isReadOnly, onChoose } = props
  return (
    <div id={props.id} className={choices.symptoms}>
      <p className="dim">Which of these fits?</p>
      {props.scenarios.map((scenario) => (
        <Choice
          key={scenario.id}
          title={scenario.title}
          words={scenario.symptoms}
          isChosen={scenario.id === chosen}
          isReadOnly={isReadOnly}
          onChoose={() => onChoose(scenario)}
        />
      ))}
      {props.hasGeneral ? (
        <Choice
          title="None of these"
          words="Follow the general steps."
          isChosen={chosen === null}
          isReadOnly={isReadOnly}
          onChoose={() => onChoose(null)}
        />
      ) : null}
    </div>
  )
}
