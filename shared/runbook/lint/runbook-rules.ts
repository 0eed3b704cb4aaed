import type { Problem } from '../../kit/problem.ts'

/** One rule of the linter; each is explained in docs/rules/README.md. */
export type LintRule = { readonly id: string; readonly severity: Problem['severity']; readonly summary: string }

const error = (id: string, summary: string): LintRule => ({ id, severity: 'error', summary })
const warning = (id: string, summary: string): LintRule => ({ id, severity: 'warning', summary })

/** Every rule that can be reported for a runbook (R8), in the order in which people meet them. */
export const RUNBOOK_RULES: readonly LintRule[] = [
  error('runbook/no-steps', 'A runbook has no step, so there is no checklist.'),
  warning('runbook/step-without-action', 'A step does not say what to do.'),
  warning('runbook/scenario-without-steps', 'A failure scenario has no steps of its own.'),
  warning('runbook/duplicate-scenario', 'Two failure scenarios have one title.'),
  warning('runbook/scenario-without-text', 'The front matter names a scenario that no heading has.'),
  warning('runbook/missing-sources', 'No part tells where the data comes from.'),
  warning('runbook/missing-sla', 'No part tells by when the data is due.'),
  warning('runbook/missing-scenarios', 'No part tells in which ways this fails.'),
  warning('runbook/missing-escalation', 'No part tells whom to call when stuck.'),
  warning('runbook/missing-meaning', 'No part tells what the alert means.'),
  warning('runbook/missing-impact', 'No part tells who is hurt, and how.'),
  warning('runbook/no-owner', 'Nobody owns the runbook.'),
  error('runbook/owner-gone', 'The owner is not in team.yaml.'),
  error('runbook/pipeline-unknown', 'The pipeline is not in team.yaml.'),
  warning('runbook/stale', 'The review is overdue.'),
  warning('runbook/never-verified', 'Reviews are asked for, but none is noted.'),
  warning('runbook/verified-in-future', 'The day of the last review is yet to come.'),
  error('runbook/date-invalid', 'A date is no calendar date.'),
  error('runbook/period-invalid', 'A period is none.'),
  error('runbook/dead-link', 'A link leads to no file.'),
  warning('runbook/dead-anchor', 'A link leads to no heading of the file.'),
  error('runbook/unsafe-link', 'A link is of a kind that is never opened.'),
  warning('runbook/remote-image', 'A picture is loaded from the network.'),
  error('runbook/secret', 'A line holds a secret.'),
  error('runbook/front-matter-invalid', 'The front matter cannot be read.'),
  warning('runbook/front-matter-unclosed', 'The front matter is opened and never closed.'),
  warning('runbook/unknown-key', 'A front matter key looks misspelt.'),
  error('runbook/policy-invalid', 'The escalation policy cannot be used.'),
  error('runbook/rung-unreachable', 'A rung of the escalation policy can never be reached.'),
  error('runbook/duplicate-id', 'Two runbooks have one id.'),
  error('runbook/too-large', 'The file is too large to be read as a runbook.'),
  error('runbook/too-deep', 'Lists or quotes nest too deep.'),
  warning('runbook/silence-unknown', 'A silencing comment names no rule that there is.'),
]
