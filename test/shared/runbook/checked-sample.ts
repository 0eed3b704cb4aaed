import type { RunbookCheckContext } from '../../../shared/runbook/lint/check-context.ts'
import { checkRunbook } from '../../../shared/runbook/lint/check-runbook.ts'
import { runbookOf } from './read-sample.ts'

/** What a check knows beside the runbook itself. */
export const checkContext: RunbookCheckContext = {
  peopleIds: ['eng-a', 'eng-b'],
  pipelineIds: ['orders'],
  files: new Set(['runbooks/sample.md', 'runbooks/late-data.md', 'reference/faq.md', 'images/map.png']),
  today: '2026-11-20',
}

/** The front matter and the body of a runbook that has no findings. */
export const front = ['---', 'pipeline: orders', 'owner: eng-a', '---']
export const body = [
  '# T',
  '## Data sources',
  's',
  '## SLA',
  's',
  '## Failure scenarios',
  '### Late',
  '1. Call the owner',
  '## Escalation',
  'e',
]

/** The findings of lines of text: the rule, and the line behind a colon where there is one. */
export function rulesOf(lines: readonly string[], changed: Partial<RunbookCheckContext> = {}): string[] {
  return checkRunbook(runbookOf(...lines), { ...checkContext, ...changed }).map(({ rule, line }) =>
    line === undefined ? rule : `${rule}:${line}`,
  )
}

/** The same, of the sound runbook with more lines below it. */
export const withBody = (...lines: string[]) => rulesOf([...front, ...body, ...lines])

/** The same, of the sound runbook with more lines in its front matter. */
export const withFront = (...lines: string[]) =>
  rulesOf(['---', 'pipeline: orders', 'owner: eng-a', ...lines, '---', ...body])
