import type { Problem } from '../../../shared/kit/problem.ts'
import { anchorOfLine } from './document-place.ts'
import styles from './reader.module.css'

const wordsFor = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

/** What is wrong with the document that is being read, each with its line; errors are shown at once, warnings when asked for. */
export function ReaderProblems(props: {
  readonly problems: readonly Problem[]
  readonly onJump: (anchor: string) => void
}) {
  const { problems, onJump } = props
  if (problems.length === 0) return null
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const warnings = problems.length - errors
  const summary = [
    errors === 0 ? null : wordsFor(errors, 'error', 'errors'),
    warnings === 0 ? null : wordsFor(warnings, 'warning', 'warnings'),
  ].filter((each) => each !== null)
  return (
    <details className={styles.problems} open={errors > 0}>
      <summary>{summary.join(', ')} in this file</summary>
      <ul>
        {problems.map(({ line, rule, severity, message, hint }) => (
          <li key={`${line} ${rule} ${message}`}>
            {line === undefined ? (
              <span className="faint">file</span>
            ) : (
              <button type="button" className={styles.line} onClick={() => onJump(anchorOfLine(line))}>
                line {line}
              </button>
            )}
            <span>
              <strong className={severity === 'error' ? styles.error : styles.warning}>{severity}</strong> {message}{' '}
              {hint} <code className="faint">{rule}</code>
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
