import { useState } from 'react'
import type { Problem } from '../../../shared/kit/problem.ts'
import { hashOf } from '../../state/route.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Copyable } from './copyable.tsx'
import styles from './settings.module.css'

const SHOWN_AT_FIRST = 20

const placeOf = ({ file, line, column }: Problem): string =>
  [file, line, column].filter((part) => part !== undefined).join(':')

const countWords = (errors: number, warnings: number): string =>
  `${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`

const severities = ['error', 'warning'] as const

function Place({ problem, isDocument }: { readonly problem: Problem; readonly isDocument: boolean }) {
  if (!isDocument) return <code>{placeOf(problem)}</code>
  const anchor = problem.line === undefined ? '' : `#L${problem.line}`
  return (
    <a href={hashOf({ screen: 'library', path: problem.file + anchor })}>
      <code>{placeOf(problem)}</code>
    </a>
  )
}

/** What is wrong in the workspace: where, what, how to mend it. The last good version of each file stays in force (W1). */
export function ProblemList(props: {
  readonly problems: readonly Problem[]
  /** Paths that the Library can open. */
  readonly paths: ReadonlySet<string>
  readonly folder: string
}) {
  const { problems, paths, folder } = props
  const [isWhole, setWhole] = useState(false)
  const sorted = severities.flatMap((severity) => problems.filter((problem) => problem.severity === severity))
  const errors = problems.filter(({ severity }) => severity === 'error').length
  return (
    <section className={styles.problems} aria-labelledby="workspace-problems">
      <h3 id="workspace-problems" className={styles.label}>
        {problems.length === 0 ? 'No problems' : countWords(errors, problems.length - errors)}
      </h3>
      {problems.length === 0 ? (
        <p className="dim">Every file could be read and understood.</p>
      ) : (
        <p className="dim">The last good version of each file stays in force until it is mended.</p>
      )}
      <ul>
        {(isWhole ? sorted : sorted.slice(0, SHOWN_AT_FIRST)).map((problem) => (
          <li key={`${placeOf(problem)} ${problem.rule} ${problem.message}`}>
            <strong className={problem.severity === 'error' ? styles.error : styles.warning}>{problem.severity}</strong>
            <div>
              <Place problem={problem} isDocument={paths.has(problem.file)} />{' '}
              <span className="faint">{problem.rule}</span>
              <div>{problem.message}</div>
              {problem.hint === undefined ? null : <div className="dim">{problem.hint}</div>}
            </div>
          </li>
        ))}
      </ul>
      {sorted.length > SHOWN_AT_FIRST && !isWhole ? (
        <ActionButton tone="quiet" onClick={() => setWhole(true)}>
          Show all {sorted.length}
        </ActionButton>
      ) : null}
      <p className="dim">The full check, for a terminal or the CI of your runbooks, looks at the schedule too:</p>
      <Copyable text={`npm run -s nightdesk -- check ${quoted(folder)}`} what="the command" />
    </section>
  )
}

const quoted = (path: string): string => (/^[\w./:\\-]+$/.test(path) ? path : `"${path}"`)
