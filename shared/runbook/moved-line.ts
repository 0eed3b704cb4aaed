import { diffRunbook } from './diff-runbook.ts'

/** Where a line went in an edit. Lines count from 1; `isSame` is false when its words went and `line` is what stands in their place. */
export type MovedLine = { readonly line: number; readonly isSame: boolean }

/** Tells of each line of a text where it stands after an edit, so that whoever was reading it is not moved away from it. */
export function movedLines(oldText: string, newText: string): (line: number) => MovedLine {
  if (oldText === newText) return (line) => ({ line, isSame: true })
  const { changes } = diffRunbook(oldText, newText)
  return (line) => {
    const at = changes.findIndex(
      ({ change, oldLine, lines }) => change !== 'added' && oldLine <= line && line < oldLine + lines.length,
    )
    const piece = changes[at]
    if (piece === undefined) return { line: 1, isSame: false }
    if (piece.change === 'same') return { line: piece.newLine + line - piece.oldLine, isSame: true }
    const instead = [changes[at - 1], changes[at + 1]].find((each) => each?.change === 'added')
    const within = Math.min(line - piece.oldLine, (instead?.lines.length ?? 1) - 1)
    return { line: (instead ?? piece).newLine + within, isSame: false }
  }
}
