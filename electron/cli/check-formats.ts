import type { Problem } from '../../shared/kit/problem.ts'
import type { CheckReport } from './check-report.ts'
import { someOf } from './no-runbook.ts'
import { sarifOf } from './sarif.ts'
import { shownPath } from './within-folder.ts'

/** How `nightdesk check` can say what it found. */
export const CHECK_FORMATS = ['text', 'json', 'sarif', 'github'] as const

/** One of them. */
export type CheckFormat = (typeof CHECK_FORMATS)[number]

/** The report as one text, without a line end. */
export function reportIn(format: CheckFormat, report: CheckReport): string {
  switch (format) {
    case 'text':
      return readable(report)
    case 'json': {
      const { workspace, runbooks, leftAlone, known, errors, warnings, problems } = report
      return JSON.stringify({ workspace, runbooks, leftAlone, known, errors, warnings, problems }, null, 2)
    }
    case 'sarif':
      return JSON.stringify(sarifOf(report), null, 2)
    case 'github':
      return [
        ...errorsFirst(report.problems).map((problem) => annotation(problem, report)),
        unheard(readable(report)),
      ].join('\n')
  }
}

function readable(report: CheckReport): string {
  const { workspace, problems, leftAlone } = report
  const pages = leftAlone.map((page) => shownPath(workspace, page))
  return [
    whatWasRead(report),
    ...problems.map((problem) => problemInWords(problem, shownPath(workspace, problem.file))),
    ...(pages.length === 0 ? [] : [`Left alone, searched for secrets only: ${someOf(pages)}`]),
    summary(report),
  ].join('\n')
}

/** Comes first, so that a wrong folder is seen. */
function whatWasRead({ workspace, places, isWorkspace }: CheckReport): string {
  if (isWorkspace) return `Checked ${workspace}: runbooks, team.yaml and the schedule`
  const [only = workspace] = places
  return `Checked ${places.length > 1 ? `${places.length} paths in ${workspace}` : only}`
}

/** GitHub shows ten annotations of a kind for each step, so those that count come first; the readable report below them has all. */
function errorsFirst(problems: readonly Problem[]): readonly Problem[] {
  return (['error', 'warning'] as const).flatMap((severity) => problems.filter((each) => each.severity === severity))
}

/** Text in which the runner of a workflow hears no command: it heeds `::` at the start of a line, and `##[` anywhere. */
function unheard(text: string): string {
  return text.replace(/^(\s*):(?=:)/gm, '$1: ').replaceAll('##[', '## [')
}

/** A problem as a line that editors can follow to its place, and what to do about it below. */
export function problemInWords({ line, column, severity, rule, message, hint }: Problem, path: string): string {
  const place = [path, line, column].filter((part) => part !== undefined).join(':')
  return `${place}: ${severity}: ${message} [${rule}]${hint === undefined ? '' : `\n  ${hint}`}`
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`
}

function summary({ errors, warnings, runbooks, leftAlone, known }: CheckReport): string {
  const pages = leftAlone.length === 0 ? '' : `; ${count(leftAlone.length, 'page')} left alone`
  const others = known === 0 ? '' : `; ${count(known, 'known problem')} not told`
  return `${count(errors, 'error')}, ${count(warnings, 'warning')} in ${count(runbooks, 'runbook')}${pages}${others}`
}

/** A workflow command of GitHub Actions, which shows the problem at its line of the pull request. */
function annotation({ file, line, column, severity, rule, message, hint }: Problem, report: CheckReport): string {
  const path = report.withinRepository === '' ? file : `${report.withinRepository}/${file}`
  const place = [
    `file=${property(path)}`,
    ...(line === undefined ? [] : [`line=${line}`]),
    ...(column === undefined ? [] : [`col=${column}`]),
    `title=${property(rule)}`,
  ]
  return `::${severity} ${place.join(',')}::${data(hint === undefined ? message : `${message}\n${hint}`)}`
}

/** The characters that end a workflow command, escaped as GitHub's own toolkit does. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
