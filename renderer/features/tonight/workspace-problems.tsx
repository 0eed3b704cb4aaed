import type { Problem } from '../../../shared/kit/problem.ts'
import { useSelected } from '../../state/store-context.tsx'
import { Panel } from '../../ui/panel.tsx'
import styles from './tonight.module.css'

const none: readonly Problem[] = []
const SHOWN = 5

const placeOf = ({ file, line }: Problem): string => (line === undefined ? file : `${file}:${line}`)

/** What is wrong in the workspace; the last good version of each file stays in force meanwhile (W1). */
export function WorkspaceProblems() {
  const problems = useSelected((state) => state.desk?.workspace.problems ?? none)
  if (problems.length === 0) return null
  return (
    <Panel title="Something is wrong in the workspace" tools={<span className="faint num">{problems.length}</span>}>
      <p className={`dim ${styles.body}`}>Where a file cannot be used, its last good version stays in force.</p>
      <ul className={styles.problems}>
        {problems.slice(0, SHOWN).map((problem) => (
          <li key={`${problem.file}:${problem.line}:${problem.rule}:${problem.message}`}>
            <div>{problem.message}</div>
            <div className="faint">
              <code>{placeOf(problem)}</code>, {problem.rule}. {problem.hint}
            </div>
          </li>
        ))}
        {problems.length > SHOWN ? <li className="faint">and {problems.length - SHOWN} more in Settings</li> : null}
      </ul>
    </Panel>
  )
}
