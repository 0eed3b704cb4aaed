import type { Runbook } from '../../../shared/runbook/runbook.ts'

/** One line of a document's contents. `level` is 1 for a part and 2 for a scenario within one. */
export type ContentsEntry = { readonly line: number; readonly words: string; readonly level: 1 | 2 }

/** What one can jump to: every part under a heading, and every failure scenario within its part. */
export function contentsOf({ parts, scenarios, title, frontMatter }: Runbook): readonly ContentsEntry[] {
  const headed = parts.filter(
    ({ heading, level, line }) =>
      level > 0 && line > frontMatter.endLine && !(level === 1 && heading.trim() === title.trim()),
  )
  const partLines = new Set(headed.map(({ line }) => line))
  const entries: ContentsEntry[] = [
    ...headed.map(({ line, heading }): ContentsEntry => ({ line, words: heading, level: 1 })),
    ...scenarios
      .filter(({ line }) => !partLines.has(line))
      .map(({ line, title: words }): ContentsEntry => ({ line, words, level: 2 })),
  ]
  return entries.toSorted((one, other) => one.line - other.line)
}

/** The entry that a line belongs to: the last that begins at or before it. */
export const entryAt = (entries: readonly ContentsEntry[], line: number): ContentsEntry | undefined =>
  entries.findLast((entry) => entry.line <= line)
