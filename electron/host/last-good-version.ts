import type { Problem } from '../../shared/kit/problem.ts'
import type { Runbook } from '../../shared/runbook/runbook.ts'

/** What was understood of a file: its text, and for a runbook what was read of it. */
export type Version = { readonly text: string; readonly runbook: Runbook | null }

const STAYS = 'The last good version stays in force.'

/** A problem of a file of which the version before is kept, saying so (W1). */
export function keepsLastVersion(problem: Problem): Problem {
  const { message } = problem
  return { ...problem, message: `${message}${/[.!?]$/.test(message) ? '' : '.'} ${STAYS}` }
}

/**
 * Why a new version of a file is not taken in place of the one before (W1): it was emptied or cut off in the middle, as by a full disk or an editor that is
 * still writing, it holds the marks of an unsettled merge, or its front matter cannot be read any more. Undefined when it is taken.
 */
export function whyNotTaken(path: string, before: Version, now: Version): Problem | undefined {
  const problem = (rule: string, message: string, hint: string, line?: number): Problem =>
    keepsLastVersion({ file: path, ...(line === undefined ? {} : { line }), rule, severity: 'error', message, hint })
  if (now.text.trim() === '' && before.text.trim() !== '')
    return problem('workspace/emptied', 'The file is empty.', 'Save it again, or delete it if it is not needed.')
  if (hasOnlyHeadings(now) && stepsOf(before) > 0)
    return problem('workspace/emptied', 'Nothing but headings is left of the file.', 'Save it again whole.')
  const line = lineOfConflict(now.text)
  if (line !== undefined && lineOfConflict(before.text) === undefined)
    return problem('workspace/conflict', 'The file holds a merge conflict.', 'Settle it and save the file again.', line)
  const broken = frontMatterProblem(now)
  if (broken && frontMatterProblem(before) === undefined) return keepsLastVersion(broken)
  return isCutOff(before.text, now.text)
    ? problem('workspace/cut-off', 'The file ends in the middle.', 'Save it again whole.')
    : undefined
}

/** Where Git set two versions of a text against each other, both marks at the begin of a line. Lines count from 1. */
function lineOfConflict(text: string): number | undefined {
  if (!/^>{7} /m.test(text)) return undefined
  const lines = text.split('\n')
  const at = lines.findIndex((line) => /^<{7} /.test(line))
  return at < 0 || !lines.slice(at).some((line) => /^={7}\r?$/.test(line)) ? undefined : at + 1
}

const FRONT_MATTER = new Set(['runbook/front-matter-invalid', 'runbook/front-matter-unclosed'])

function frontMatterProblem({ runbook }: Version): Problem | undefined {
  return runbook?.problems.find(({ rule }) => FRONT_MATTER.has(rule))
}

const stepsOf = ({ runbook }: Version): number =>
  runbook === null ? 0 : runbook.steps.length + runbook.scenarios.reduce((sum, { steps }) => sum + steps.length, 0)

/** Neither a step nor a word below its headings: no runbook, whatever stands in the front matter. */
function hasOnlyHeadings(version: Version): boolean {
  const words = version.runbook?.parts.flatMap(({ markdown }) => markdown.split('\n').filter(isNoHeading)) ?? ['?']
  return stepsOf(version) === 0 && words.length === 0
}

const isNoHeading = (line: string): boolean => line.trim() !== '' && !/^#{1,6}\s/.test(line)

/**
 * The begin of the text before, up to the middle of a line that has others below it, or into a block of code. Who edits the last line, or deletes whole ones,
 * cuts nothing off.
 */
function isCutOff(before: string, now: string): boolean {
  if (now.length >= before.length || !before.startsWith(now)) return false
  const rest = before.slice(now.length)
  const isInALine = !/[\r\n]$/.test(now) && !/^\r?\n/.test(rest) && /\n\s*\S/.test(rest)
  return isInALine || (fencesIn(now) % 2 === 1 && fencesIn(before) % 2 === 0)
}

const fencesIn = (text: string): number => text.match(/^\s*(?:```|~~~)/gm)?.length ?? 0
