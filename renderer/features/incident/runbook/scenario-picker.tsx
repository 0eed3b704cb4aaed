import { useId, useRef, useState } from 'react'
import { parsedPin } from '../../../../shared/incident/checklist.ts'
import type { RunbookRun } from '../../../../shared/incident/runbook-run.ts'
import type { Scenario } from '../../../../shared/runbook/runbook.ts'
import { useCommands } from '../../../state/commands.ts'
import { selectReadOnly } from '../../../state/selectors.ts'
import { useSelected } from '../../../state/store-context.tsx'
import { ActionButton } from '../../../ui/action-button.tsx'
import { useRecord } from '../use-record.ts'
import choices from './choices.module.css'
import { ScenarioSymptoms } from './scenario-symptoms.tsx'

const NONE = ''

/** What is followed: a scenario's id, null for the general steps, undefined while nothing is decided. Where there are no general steps they decide nothing. */
function chosenOf(run: RunbookRun): string | null | undefined {
  if (run.scenario === null) return undefined
  return run.scenario.id ?? (parsedPin(run).steps.length === 0 ? undefined : null)
}

/**
 * Which way it failed. Until that is decided the symptoms of each way stand below, because they decide it; afterwards they come back when
 * asked for: an alert may have led to the wrong one, and what is seen may change.
 */
export function ScenarioPicker({ run }: { readonly run: RunbookRun }) {
  const id = useId()
  const record = useRecord()
  const isReadOnly = useSelected(selectReadOnly) !== null
  const [areAskedFor, askFor] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const { scenarios, steps } = parsedPin(run)
  const chosen = chosenOf(run)
  const hasGeneral = steps.length > 0
  const none = hasGeneral && chosen !== undefined ? 'General steps' : 'Not chosen yet'
  const canAsk = chosen !== undefined && scenarios.some(({ symptoms }) => symptoms !== '')
  useCommands([
    {
      id: 'scenario.symptoms',
      label: areAskedFor ? 'Hide the symptoms of the scenarios' : 'Show the symptoms of the scenarios',
      group: 'Runbook',
      run: () => {
        askFor(!areAskedFor)
        opener.current?.focus()
      },
      isEnabled: () => canAsk,
    },
  ])
  if (scenarios.length === 0) return null
  const choose = (scenario: Scenario | null): void => {
    const to = scenario?.id ?? null
    const title = scenario?.title ?? (hasGeneral ? 'General steps' : 'Not chosen yet')
    if (to === chosen) opener.current?.focus()
    else void record({ type: 'scenario.chosen', data: { scenario: to, title } })
    askFor(false)
  }
  return (
    <>
      <div className={choices.picker}>
        <div className={choices.ways}>
          <label htmlFor={id}>Failure scenario</label>
          {canAsk ? (
            <ActionButton
              ref={opener}
              size="small"
              tone="quiet"
              aria-expanded={areAskedFor}
              aria-controls={areAskedFor ? `${id}-symptoms` : undefined}
              onClick={() => askFor(!areAskedFor)}
            >
              {areAskedFor ? 'Hide symptoms' : 'Show symptoms'}
            </ActionButton>
          ) : null}
        </div>
        <select
          id={id}
          value={chosen ?? NONE}
          disabled={isReadOnly}
          onChange={(event) => choose(scenarios.find((each) => each.id === event.currentTarget.value) ?? null)}
        >
          <option value={NONE}>{none}</option>
          {scenarios.map((scenario) => (
            <option key={scenario.id} value={scenario.id}>
              {scenario.title}
            </option>
          ))}
        </select>
      </div>
      {chosen === undefined || areAskedFor ? (
        <ScenarioSymptoms
          id={`${id}-symptoms`}
          scenarios={scenarios}
          chosen={chosen}
          hasGeneral={hasGeneral}
          isReadOnly={isReadOnly}
          onChoose={choose}
        />
      ) : null}
    </>
  )
}
