import type { Problem } from '../../../shared/kit/problem.ts'
import { type BrokenLink, isBrokenLink } from '../../../shared/library/trust-signals.ts'
import { anchorOfLine } from '../../state/document-place.ts'
import styles from './reader.module.css'

const wordsFor = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

/** Links that lead nowhere as problems of the file, without those that the linter named already. */
const linkProblems = (links: readonly BrokenLink[], problems: readonly Problem[]): readonly Problem[] =>
  links
    .filter(({ line, message }) => !problems.some((each) => each.line === line && each.message === message))
    .map((link) => ({ file: '', ...link }))

/** What is wrong with the document that is being read, each with its line; errors are shown at once, warnings and broken links when asked for. */
export function ReaderProblems(props: {
  readonly problems: readonly Problem[]
  readonly brokenLinks: readonly BrokenLink[]
  readonly onJump: (anchor: string) => void
}) {
  const { onJump } = props
  const links = linkProblems(props.brokenLinks, props.problems)
  const problems = [...props.problems, ...links]
  if (problems.length === 0) return null
  const others = problems.filter((problem) => !isBrokenLink(problem))
  const errors = others.filter(({ severity }) => severity === 'error').length
  const warnings = others.length - errors
  const broken = problems.length - others.length
  const summary = [
    errors === 0 ? null : wordsFor(errors, 'error', 'errors'),
    warnings === 0 ? null : wordsFor(warnings, 'warning', 'warnings'),
    broken === 0 ? null : wordsFor(broken, 'broken link', 'broken links'),
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
