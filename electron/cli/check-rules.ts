import { type LintRule, RUNBOOK_RULES } from '../../shared/runbook/lint/runbook-rules.ts'

const error = (id: string, summary: string): LintRule => ({ id, severity: 'error', summary })
const warning = (id: string, summary: string): LintRule => ({ id, severity: 'warning', summary })

/** Every rule that `nightdesk check` can report; each is explained in docs/rules/README.md. */
export const CHECK_RULES: readonly LintRule[] = [
  ...RUNBOOK_RULES,
  error('workspace/missing', 'The folder is not there.'),
  error('workspace/unreadable', 'A file cannot be read.'),
  error('workspace/too-large', 'A file is larger than 2 MB.'),
  error('workspace/not-text', 'A file is no text.'),
  warning('workspace/encoding', 'A file is not UTF-8.'),
  error('team/missing', 'There is no team.yaml.'),
  error('team/yaml', 'The team file is not valid YAML.'),
  error('team/duplicate-key', 'A key is there twice.'),
  error('team/alias', 'YAML aliases are used in a way that is refused.'),
  error('team/secret', 'The team file holds a secret.'),
  error('team/invalid', 'A value is not of the expected kind.'),
  warning('team/unknown-key', 'A key means nothing.'),
  error('team/timezone', 'A time zone does not exist.'),
  error('team/dates', 'Something ends before it begins.'),
  error('team/duplicate-id', 'Two entries have one id.'),
  error('team/unknown-person', 'Somebody is named who is not in the team.'),
  error('team/unknown-rotation', 'A rotation is named that does not exist.'),
  warning('team/unknown-region', 'The holidays of a region are not known.'),
  warning('team/holiday-mode', 'A holiday mode overlaps another or relaxes nothing.'),
  warning('team/start', 'A rotation starts on another day than its handover.'),
  error('team/empty-week', 'A week of the rotation names nobody.'),
  error('team/rung-order', 'The rungs of a policy do not increase.'),
  error('team/unreachable-rung', 'A rung can never be reached.'),
  warning('team/no-phone', 'Somebody on call has no phone number.'),
  warning('team/empty', 'The team has no people, pipelines or rotation.'),
  error('schedule/gap', 'Nobody is on call for a while.'),
  warning('schedule/overlap', 'Two turns overlap.'),
  warning('schedule/holiday', 'The person on call has a holiday.'),
  error('schedule/away', 'The person on call is away.'),
  warning('schedule/same-person', 'One person is both on call and backup.'),
  warning('schedule/no-phone', 'The person on call has no phone number.'),
  error('schedule/unreachable-rung', 'A rung of a pipeline reaches nobody.'),
  warning('schedule/double-cover', 'Double cover is asked for and not met.'),
  error('schedule/nobody-after-swap', 'A swap leaves nobody on call.'),
  warning('schedule/handover-dst', 'A handover falls into the hour that a clock change skips or repeats.'),
]
