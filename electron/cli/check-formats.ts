import type { Problem } from '../../shared/kit/problem.ts'
import type { CheckReport } from './check-report.ts'
import { sarifOf } from './sarif.ts'

/** How `nightdesk check` can say what it found. */
export const CHECK_FORMATS = ['text', 'json', 'sarif', 'github'] as const

/** One of them. */
export type CheckFormat = (typeof CHECK_FORMATS)[number]

/** The report as one text, without a line end. */
export function reportIn(format: CheckFormat, report: CheckReport): string {
  switch (format) {
    case 'text':
      return [...report.problems.map(inWords), summary(report)].join('\n')
    case 'json': {
      const { workspace, runbooks, leftAlone, errors, warnings, problems } = report
      return JSON.stringify({ workspace, runbooks, leftAlone, errors, warnings, problems }, null, 2)
    }
    case 'sarif':
      return JSON.stringify(sarifOf(report), null, 2)
    case 'github':
      return [...report.problems.map((problem) => annotation(problem, report)), summary(report)].join('\n')
  }
}

function inWords({ file, line, column, severity, rule, message, hint }: Problem): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':')
  return `${place}: ${severity}: ${message} [${rule}]${hint === undefined ? '' : `\n  ${hint}`}`
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`
}

function summary({ errors, warnings, runbooks, leftAlone }: CheckReport): string {
  const pages = leftAlone.length === 0 ? '' : `; ${count(leftAlone.length, 'page')} left alone`
  return `${count(errors, 'error')}, ${count(warnings, 'warning')} in ${count(runbooks, 'runbook')}${pages}`
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
