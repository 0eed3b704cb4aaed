import type { Step } from '../runbook.ts'
import { bare } from '../text/words-in-source.ts'

/** "Step 2: Drain the node" above "Drain the node" says it twice, and so does "Linux" above "Either: Linux". */
function saysTheSame(heading: string, text: string): boolean {
  const [one, other] = [bare(heading), bare(text.replace(/^(?:either|or): /i, ''))]
  const isMost = one.length * 4 >= other.length * 3
  return one.endsWith(other) || (other.endsWith(one) && isMost) || other.startsWith(one)
}

/** "2. Ring full" and "Scenario B: ring full" above the steps of "Ring full". */
function isTitled(heading: string, title: string): boolean {
  if (bare(heading) === bare(title)) return true
  const isBehind = title !== '' && heading.toLowerCase().endsWith(title.toLowerCase())
  return isBehind && /^[\p{L}\p{N}#. ]{1,24}[.:)\u2013\u2014-]\s+$/u.test(heading.slice(0, -title.length))
}

/** Above what is done whichever of several ways was taken, where no heading says that they have ended. */
const WAYS_HAVE_MET = 'Either way'
/** A way of a single step has its name in front. */
const IS_ONE_WAY = /^(?:Either|Or): /

/**
 * The author's headings to show above each step, null where the group of the step before goes on: those that begin there, outermost first. Without
 * them a way to choose and the next one would read as one sequence. Nothing is shown where
 * all steps stand together. What `title`, which stands above all, or the step itself says is not said again.
 */
export function groupHeadings(steps: readonly Step[], title: string): readonly (string | null)[] {
  const paths = steps.map(({ above, section }) => (section === '' ? above : [...above, section]))
  if (new Set(paths.map((path) => path.join('\n'))).size < 2) return steps.map(() => null)
  return steps.map(({ text, ways }, index) => {
    const path = paths[index] ?? []
    const before = paths[index - 1] ?? []
    const shared = path.findIndex((heading, place) => heading !== before[place])
    const isSame = index > 0 && shared < 0 && before.length === path.length
    if (isSame) return null
    if (shared < 0 && ways.length < (steps[index - 1]?.ways.length ?? 0))
      return IS_ONE_WAY.test(text) ? null : WAYS_HAVE_MET
    if (path.length === 0) return null
    const begun = path.slice(shared < 0 ? -1 : shared)
    const own = begun.at(-1) ?? ''
    const said = saysTheSame(own, text) ? begun.slice(0, -1) : begun
    const shown = said.filter((heading) => !isTitled(heading, title))
    return shown.length === 0 ? null : shown.join(' \u203A ')
  })
}
