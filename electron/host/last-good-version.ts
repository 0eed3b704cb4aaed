import type { Problem } from '../../shared/kit/problem.ts'
import type { Runbook } from '../../shared/runbook/runbook.ts'
import type { Team } from '../../shared/schedule/team.ts'

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

/** A team.yaml without errors: its text, and who it names. */
type TeamVersion = { readonly text: string; readonly team: Pick<Team, 'people' | 'rotations'> }

/**
 * Why a team.yaml that has no error is not taken in place of the one before (W1): nobody is left in it, or it is the begin of what it was and ends before its
 * rotations or in the middle of a line, as a copy that was broken off. What is valid may be so for want of the rest. Undefined when it is taken.
 */
export function whyTeamNotTaken(before: TeamVersion, now: TeamVersion): Problem | undefined {
  const problem = (rule: string, message: string, hint: string): Problem => ({
    file: 'team.yaml',
    rule,
    severity: 'error',
    message,
    hint,
  })
  if (now.team.people.length === 0 && before.team.people.length > 0)
    return problem('workspace/emptied', 'Nobody is left in the file.', 'Save it again whole.')
  const lostRotations = now.team.rotations.length === 0 && before.team.rotations.length > 0
  if (endsInALine(before.text, now.text) || (lostRotations && isBeginOf(now.text.trimEnd(), before.text)))
    return problem(
      'workspace/cut-off',
      'The file is only the begin of what it was.',
      'Save it again whole. If this is all of it, add a remark at its end.',
    )
  return undefined
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

const isBeginOf = (now: string, before: string): boolean => now.length < before.length && before.startsWith(now)

/** Whether a text is the begin of the one before, up to the middle of a line that has others below it. Who edits the last line, or deletes whole ones, cuts nothing off. */
function endsInALine(before: string, now: string): boolean {
  const rest = before.slice(now.length)
  return isBeginOf(now, before) && !/[\r\n]$/.test(now) && !/^\r?\n/.test(rest) && /\n\s*\S/.test(rest)
}

const isCutOff = (before: string, now: string): boolean =>
  endsInALine(before, now) || (isBeginOf(now, before) && fencesIn(now) % 2 === 1 && fencesIn(before) % 2 === 0)

const fencesIn = (text: string): number => text.match(/^\s*(?:```|~~~)/gm)?.length ?? 0
