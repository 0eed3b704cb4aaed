import type { Step } from './runbook.ts'

const plain = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** "Step 2: Drain the node" above "Drain the node" says it twice. */
const saysTheSame = (heading: string, text: string): boolean => plain(heading).endsWith(plain(text))

/**
 * The author's heading to show above each step, null where the group of the step before goes on. Without them a way to choose and the next one
 * would read as one sequence. Nothing is shown where all steps stand together, or where `title`, which stands above all, says it already.
 */
export function groupHeadings(steps: readonly Step[], title: string): readonly (string | null)[] {
  if (new Set(steps.map(({ section }) => section)).size < 2) return steps.map(() => null)
  return steps.map(({ section, text }, index) => {
    const isNew = section !== '' && section !== steps[index - 1]?.section
    return isNew && plain(section) !== plain(title) && !saysTheSame(section, text) ? section : null
  })
}
