import type { TrustSignals } from '../../../../shared/library/trust-signals.ts'
import { spanWords } from '../../../ui/time-words.ts'
import styles from './trust.module.css'

/** How each step went in your own runs: done, skipped, and the usual time. Folded, because it is for those who mend the runbook. */
export function StepHistory({ signals }: { readonly signals: TrustSignals | undefined }) {
  if (signals === undefined || signals.steps.length === 0) return null
  const { runs, steps } = signals
  return (
    <details className={styles.history}>
      <summary>How its steps went in {runs === 1 ? 'one run' : `${runs} runs`}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">Step</th>
            <th scope="col">Done</th>
            <th scope="col">Skipped</th>
            <th scope="col">Usually takes</th>
          </tr>
        </thead>
        <tbody>
          {steps.map(({ text, done, skipped, medianMs }) => (
            <tr key={text}>
              <th scope="row">
                <bdi>{text}</bdi>
              </th>
              <td>{done}</td>
              <td>{skipped}</td>
              <td>{medianMs === null ? 'not timed' : spanWords(medianMs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
