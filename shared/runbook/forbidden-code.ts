import type { ForbiddenCode } from './runbook.ts'

/** What stands in the place of a button that would copy forbidden code. */
export const NOT_TO_BE_RUN = 'not to be run'

/** Whether a block of code is one that its author keeps from (R3.3): by the line of the file it begins on, or, where that is not known (null), by its own lines. */
export function isForbiddenCode(forbidden: readonly ForbiddenCode[], code: string, line: number | null): boolean {
  if (line !== null) return forbidden.some((each) => each.line <= line && line <= each.endLine)
  const own = linesOf(code)
  return own.length > 0 && forbidden.some(({ text }) => isPart(own, new Set(linesOf(text))))
}

/** Beside a step stand only the lines that it does not run. */
const isPart = (own: readonly string[], whole: ReadonlySet<string>): boolean => own.every((line) => whole.has(line))

const linesOf = (code: string): string[] =>
  code
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
