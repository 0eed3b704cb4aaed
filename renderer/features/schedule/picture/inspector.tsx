import { whoIsOnCall } from '../../../../shared/schedule/on-call.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import { SeverityMark } from '../severity-mark.tsx'
import type { Board } from '../use-board.ts'
import { placeWords, roleWords, spanInWords } from '../words.ts'
import type { Block } from './lanes.ts'
import styles from './picture.module.css'

/** Why this person has this turn, as the ladder would say it. */
function whyOf({ team }: Board, { rotation, role, fromMs, gap }: Block): string {
  const { [role]: entry } = whoIsOnCall(rotation, team, fromMs)
  return entry.kind === 'person' ? entry.why : (gap ?? entry.reason)
}

/** The turn under the pointer or the keys, in words: it always takes the same room, so that nothing jumps. */
export function Inspector(props: {
  readonly block: Block | null
  readonly board: Board
  readonly onChange: (block: Block) => void
}) {
  const { block, board } = props
  if (block === null) return <div className={styles.inspector}>There are no turns in these weeks.</div>
  const { person } = block
  const there = person !== null && person.timezone !== board.zone ? person.timezone : null
  const [first, ...others] = block.findings.toSorted(
    (one, other) => Number(one.severity === 'note') - Number(other.severity === 'note'),
  )
  return (
    <div className={styles.inspector} data-inspector="">
      <div className={styles.inspectorText}>
        <p>
          <strong>{person?.name ?? 'Nobody'}</strong> <span className="dim">{roleWords[block.role]}, </span>
          <span className="num">{spanInWords(block, board.zone)}</span>{' '}
          <span className="faint">{placeWords(board.zone, block.fromMs)}</span>
        </p>
        <p className="dim">
          {whyOf(board, block)}
          {there === null ? '' : `. There: ${spanInWords(block, there)}, ${placeWords(there, block.fromMs)}`}
        </p>
        <p className={styles.inspectorFinding}>
          {first === undefined ? (
            <span className="faint">Nothing to settle.</span>
          ) : (
            <>
              <SeverityMark severity={first.severity} /> {first.why}
              {others.length === 0 ? '' : ` And ${others.length} more.`}
            </>
          )}
        </p>
      </div>
      <ActionButton disabled={block.toMs <= board.nowMs} onClick={() => props.onChange(block)}>
        Change this turn
      </ActionButton>
    </div>
  )
}
