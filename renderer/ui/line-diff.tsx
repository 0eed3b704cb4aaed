import type { LineChange } from '../../shared/runbook/diff-runbook.ts'
import { classNames } from './class-names.ts'
import styles from './line-diff.module.css'

const SHOWN_AROUND = 3
const signs = { added: '+', removed: '-', same: ' ' } as const

/** A box that scrolls must be reachable by keyboard, or its end cannot be read without a mouse. */
const reachable = { tabIndex: 0 } as const

/** The lines of a piece that are worth showing: all that changed, and a few around it. */
function shownLines({ change, lines }: LineChange): readonly string[] {
  if (change !== 'same' || lines.length <= SHOWN_AROUND * 2 + 1) return lines
  const left = lines.length - SHOWN_AROUND * 2
  return [...lines.slice(0, SHOWN_AROUND), `… ${left} lines unchanged …`, ...lines.slice(-SHOWN_AROUND)]
}

/** What changed between two texts, line by line, each marked with a sign as well as a colour. */
export function LineDiff({ changes }: { readonly changes: readonly LineChange[] }) {
  return (
    <pre className={styles.diff} {...reachable}>
      {changes.map((piece) => (
        <code
          key={`${piece.oldLine}:${piece.newLine}:${piece.change}`}
          className={classNames(piece.change === 'added' && styles.added, piece.change === 'removed' && styles.removed)}
        >
          {shownLines(piece)
            .map((line) => `${signs[piece.change]} ${line}\n`)
            .join('')}
        </code>
      ))}
    </pre>
  )
}
