import type { Problem } from '../../kit/problem.ts'

/** One rule of the linter, in the words in which docs/rules/README.md explains it. */
export type LintRule = {
  readonly id: string
  readonly severity: Problem['severity']
  /** Where it can be silenced: `line` is there and in the file, `comment` only there, `file` only in the front matter. */
  readonly silence: 'line' | 'comment' | 'file' | 'never'
  readonly summary: string
  /** What it does to the engineer on call. */
  readonly why: string
}

const ofSeverity =
  (severity: Problem['severity']) =>
  (id: string, silence: LintRule['silence'], summary: string, why: string): LintRule => ({
    id,
    severity,
    silence,
    summary,
    why,
  })

/** Makes a rule whose findings fail a check. */
export const error = ofSeverity('error')
/** Makes a rule whose findings are told, and fail a check only where somebody asks for it. */
export const warning = ofSeverity('warning')

/** Every rule that can be reported for a runbook (R8), in the order in which people meet them. */
export const RUNBOOK_RULES: readonly LintRule[] = [
  error(
    'runbook/no-steps',
    'file',
    'A runbook has no step, so there is no checklist.',
    'At 3 am there is nothing to work through, only something to read.',
  ),
  warning(
    'runbook/step-without-action',
    'line',
    'A step does not say what to do.',
    'A tired reader cannot tell what to do with "TODO" or "The logs".',
  ),
  warning(
    'runbook/scenario-without-steps',
    'line',
    'A failure scenario has no steps of its own.',
    'The reader has chosen the scenario and gets steps for something else.',
  ),
  warning(
    'runbook/duplicate-scenario',
    'line',
    'Two failure scenarios have one title.',
    'In the picker nobody can tell them apart.',
  ),
  warning(
    'runbook/scenario-without-text',
    'line',
    'The front matter names a scenario that no heading has.',
    'An alert for it would open the runbook at the top.',
  ),
  warning(
    'runbook/missing-sources',
    'file',
    'No part tells where the data comes from.',
    'Most nights the fault is upstream; without the list the search begins at nothing.',
  ),
  warning(
    'runbook/missing-sla',
    'file',
    'No part tells by when the data is due.',
    'Whether to wake somebody depends on it.',
  ),
  warning(
    'runbook/missing-scenarios',
    'file',
    'No part tells in which ways this fails.',
    'The reader would have to find out what others know already.',
  ),
  warning(
    'runbook/missing-escalation',
    'file',
    'No part tells whom to call when stuck.',
    'People try on their own for too long when asking has no name and number.',
  ),
  warning(
    'runbook/missing-meaning',
    'file',
    'No part tells what the alert means.',
    'The name of an alert rarely says what is broken.',
  ),
  warning('runbook/missing-impact', 'file', 'No part tells who is hurt, and how.', 'Severity follows from impact.'),
  warning('runbook/no-owner', 'file', 'Nobody owns the runbook.', 'What nobody owns, nobody keeps right.'),
  error(
    'runbook/owner-gone',
    'line',
    'The owner is not in team.yaml.',
    'Questions about the runbook would go to somebody who has left.',
  ),
  error(
    'runbook/pipeline-unknown',
    'line',
    'The pipeline is not in team.yaml.',
    'Alerts of the pipeline would not find the runbook.',
  ),
  warning('runbook/stale', 'line', 'The review is overdue.', 'Commands and names change; an old runbook misleads.'),
  warning(
    'runbook/never-verified',
    'line',
    'Reviews are asked for, but none is noted.',
    'Nobody can tell whether it was ever right.',
  ),
  warning(
    'runbook/verified-in-future',
    'line',
    'The day of the last review is yet to come.',
    'The runbook would look fresh for too long.',
  ),
  error(
    'runbook/date-invalid',
    'line',
    'A date is no calendar date.',
    'A date that cannot be read never becomes stale.',
  ),
  error('runbook/period-invalid', 'line', 'A period is none.', 'The runbook would never be due.'),
  error('runbook/dead-link', 'line', 'A link leads to no file.', 'The one page that was needed is not there.'),
  warning(
    'runbook/dead-anchor',
    'line',
    'A link leads to no heading of the file.',
    'The reader lands at the top and has to search.',
  ),
  error(
    'runbook/unsafe-link',
    'line',
    'A link is of a kind that is never opened.',
    'A runbook is text from somebody else; a link must not run anything.',
  ),
  warning(
    'runbook/remote-image',
    'line',
    'A picture is loaded from the network.',
    'When the network is down, so is the picture; and its server would learn of every incident.',
  ),
  error(
    'runbook/secret',
    'line',
    'A line holds a secret.',
    'A runbook is in Git, on shared screens, and in every incident that used it.',
  ),
  error(
    'runbook/front-matter-invalid',
    'comment',
    'The front matter cannot be read.',
    'Owner, pipeline and dates are not known.',
  ),
  warning(
    'runbook/front-matter-unclosed',
    'comment',
    'The front matter is opened and never closed.',
    'Its keys are read as text.',
  ),
  warning(
    'runbook/unknown-key',
    'line',
    'A front matter key looks misspelt.',
    'What it was meant to say is not known.',
  ),
  error(
    'runbook/duplicate-key',
    'line',
    'A front matter key is there twice and says two things.',
    'Only the last one counts, whichever was meant.',
  ),
  error(
    'runbook/policy-invalid',
    'line',
    'The escalation policy cannot be used.',
    'The ladder of the pipeline applies instead of the one that was meant.',
  ),
  error(
    'runbook/rung-unreachable',
    'line',
    'A rung of the escalation policy can never be reached.',
    'It would never fire.',
  ),
  error('runbook/duplicate-id', 'line', 'Two runbooks have one id.', 'A link or a run could mean either.'),
  error(
    'runbook/too-large',
    'file',
    'The file is too large to be read as a runbook.',
    'It is shown as plain text, without a checklist.',
  ),
  error(
    'runbook/too-deep',
    'line',
    'Lists or quotes nest too deep.',
    'It is shown as plain text, without a checklist.',
  ),
  warning(
    'runbook/silence-unknown',
    'never',
    'A silencing comment names no rule that there is.',
    'It silences nothing, though somebody thinks that it does.',
  ),
]
