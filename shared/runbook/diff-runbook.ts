import { diffLines } from 'diff'
import { readFrontMatter } from './text/read-front-matter.ts'
import { sourceLines } from './text/source-lines.ts'

/** Lines that came, went or stayed between two texts. `oldLine` and `newLine` count from 1 and are where the run of lines begins in each. */
export type LineChange = {
  readonly change: 'added' | 'removed' | 'same'
  readonly lines: readonly string[]
  readonly oldLine: number
  readonly newLine: number
}

/** How a runbook differs from the text a run has pinned (R6). `changed` is false for a mere change of line ends. */
export type RunbookDiff = {
  readonly changed: boolean
  readonly added: number
  readonly removed: number
  readonly changes: readonly LineChange[]
}

/** Above this many edited lines the search stops and the texts count as wholly different: an answer within milliseconds is worth more at 3 am. */
const MAX_EDITS = 2_000

/** The line changes from the pinned text to the present one, for "changed since". */
export function diffRunbook(oldText: string, newText: string): RunbookDiff {
  const [before, after] = [linesOf(oldText), linesOf(newText)]
  const found = diffLines(before, after, { maxEditLength: MAX_EDITS }) ?? [
    { value: before, added: false, removed: true },
    { value: after, added: true, removed: false },
  ]
  let oldLine = 1
  let newLine = 1
  const pieces = found.filter(({ value }) => value !== '')
  const changes = pieces.map((piece): LineChange => {
    const lines = piece.value.replace(/\n$/, '').split('\n')
    const change = piece.added ? 'added' : piece.removed ? 'removed' : 'same'
    const placed = { change, lines, oldLine, newLine } as const
    if (change !== 'added') oldLine += lines.length
    if (change !== 'removed') newLine += lines.length
    return placed
  })
  const count = (wanted: LineChange['change']) =>
    changes.filter(({ change }) => change === wanted).reduce((sum, { lines }) => sum + lines.length, 0)
  const added = count('added')
  const removed = count('removed')
  return { changed: added + removed > 0, added, removed, changes }
}

/** Each line with its end; an empty file has none. */
function linesOf(text: string): string {
  const lines = sourceLines(text).join('\n')
  return lines === '' ? '' : `${lines}\n`
}

/** Whether the file is no longer what the run follows (R6): by hash, which the host makes. */
export function changedSince(
  pin: { readonly sha256: string },
  current: { readonly sha256: string } | undefined,
): 'same' | 'changed' | 'gone' {
  if (!current) return 'gone'
  return pin.sha256 === current.sha256 ? 'same' : 'changed'
}

/** Whether two texts of a runbook say the same to who follows them (R6): below their front matter, where it is noted when one was verified. */
export function saysTheSame(one: string, other: string): boolean {
  return bodyOf(one) === bodyOf(other)
}

function bodyOf(text: string): string {
  const lines = sourceLines(text)
  return lines.slice(readFrontMatter('', lines).frontMatter.endLine).join('\n').trim()
}
