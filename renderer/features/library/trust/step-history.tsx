import type { TrustSignals } from '../../../../shared/library/trust-signals.ts'
import { timeWords } from '../../../../shared/library/trust-words.ts'
import { spokenDuration } from '../../../../shared/postmortem/spoken-time.ts'
import styles from './trust.module.css'

/** How each step went in your own runs: done in how many, skipped, and the usual time. Folded, because it is for those who mend the runbook. */
export function StepHistory({ signals }: { readonly signals: TrustSignals | undefined }) {
  if (signals === undefined || signals.steps.length === 0) return null
  const { runs, steps } = signals
  const hasWays = steps.some(({ otherWay }) => otherWay > 0)
  return (
    <details className={styles.history}>
      <summary>How its steps went in {runs === 1 ? 'one run' : `${runs} runs`}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">Step</th>
            <th scope="col">Done</th>
            <th scope="col">Skipped</th>
            {hasWays ? <th scope="col">Other way taken</th> : null}
            <th scope="col">Took</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <tr key={step.text}>
              <th scope="row">
                <bdi>{step.text}</bdi>
              </th>
              <td>
                {step.done} of {step.runs}
              </td>
              <td>{step.skipped}</td>
              {hasWays ? <td>{step.otherWay}</td> : null}
              <td>{timeWords(step, spokenDuration)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
