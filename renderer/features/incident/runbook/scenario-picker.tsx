import { useId } from 'react'
import type { Runbook, Scenario } from '../../../../shared/runbook/runbook.ts'
import { useOpenIncident } from '../../../state/store-context.tsx'
import { useRecord } from '../use-record.ts'
import styles from './runbook.module.css'

const GENERAL = ''

/** Which way it failed. Until that is decided, the symptoms of each way stand below, because they decide it. */
export function ScenarioPicker({ runbook }: { readonly runbook: Runbook }) {
  const id = useId()
  const record = useRecord()
  const chosen = useOpenIncident().state.run?.scenario ?? null
  if (runbook.scenarios.length === 0) return null
  const choose = (scenario: Scenario | undefined): void => {
    const data = { scenario: scenario?.id ?? null, title: scenario?.title ?? 'General steps' }
    void record({ type: 'scenario.chosen', data })
  }
  return (
    <>
      <div className={styles.picker}>
        <label htmlFor={id}>Failure scenario</label>
        <select
          id={id}
          value={chosen?.id ?? GENERAL}
          onChange={(event) => choose(runbook.scenarios.find((each) => each.id === event.currentTarget.value))}
        >
          <option value={GENERAL}>{chosen === null ? 'Not chosen yet' : 'General steps'}</option>
          {runbook.scenarios.map((scenario) => (
            <option key={scenario.id} value={scenario.id}>
              {scenario.title}
            </option>
          ))}
        </select>
      </div>
      {chosen === null ? (
        <div className={styles.symptoms}>
          <p className="dim">Which of these fits?</p>
          {runbook.scenarios.map((scenario) => (
            <button key={scenario.id} type="button" className={styles.choice} onClick={() => choose(scenario)}>
              <strong>{scenario.title}</strong>
              {scenario.symptoms === '' ? null : <span>{scenario.symptoms}</span>}
            </button>
          ))}
        </div>
      ) : null}
    </>
  )
}
