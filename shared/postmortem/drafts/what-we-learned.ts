import { entriesOf } from '../read-log.ts'
import { spokenDuration } from '../spoken-time.ts'
import { type Draft, type DraftSource, item } from './draft.ts'
import { skippedSteps, stepsLeftOpen } from './followed-runs.ts'

/** An acknowledgement within this many milliseconds is worth saying: it is the default page timeout (E5). */
const PROMPT_MS = 5 * 60_000

const counted = (count: number, one: string, many: string): readonly string[] =>
  count === 0 ? [] : [item(count === 1 ? one : `${count} ${many}`)]

/** What went well, as far as facts can tell. */
export function draftWentWell(source: DraftSource): Draft {
  const { log, metrics } = source
  const { acknowledge } = metrics
  const lines = [
    ...(log.declared?.fact.data.detectedBy === 'alert' ? [item('An alert found it before a person did.')] : []),
    ...(acknowledge.kind === 'recorded' && acknowledge.ms <= PROMPT_MS
      ? [
          item(
            acknowledge.ms < 1_000 ? 'Acknowledged at once.' : `Acknowledged within ${spokenDuration(acknowledge.ms)}.`,
          ),
        ]
      : []),
    ...(entriesOf(log, 'dataset.quarantined').length > 0
      ? [item('The data was quarantined before it could spread.')]
      : []),
    ...(entriesOf(log, 'backfill.verified').length > 0 ? [item('The backfill was verified.')] : []),
  ]
  return { lines, open: lines.length === 0 ? ['what worked, and should be kept.'] : [] }
}

/** How many steps were still open when it was resolved, and how many of them were to verify something. */
function leftOpen({ log }: DraftSource): readonly string[] {
  const open = log.resolved === null ? [] : stepsLeftOpen(log)
  const verifying = open.filter(({ kind }) => kind === 'verify').length
  const ofThem =
    verifying === 1 ? 'one of them was to verify something' : `${verifying} of them were to verify something`
  if (open.length === 1) return [item(`One ${verifying === 1 ? 'verify' : 'runbook'} step was not done.`)]
  return counted(open.length, '', `runbook steps were not done${verifying === 0 ? '' : `; ${ofThem}`}.`)
}

/** What went wrong, as far as facts can tell: late rungs, undelivered messages, missed updates, steps skipped or left open. */
export function draftWentWrong(source: DraftSource): Draft {
  const { log } = source
  const late = entriesOf(log, 'rung.fired').filter(({ fact }) => fact.data.lateCause !== null)
  const lines = [
    ...late.map(({ fact }) =>
      item(`Rung "${fact.data.rungId}" fired ${spokenDuration(fact.data.lateMs)} late: ${fact.data.lateCause}.`),
    ),
    ...counted(
      entriesOf(log, 'notification.failed').length,
      'One message was not delivered.',
      'messages were not delivered.',
    ),
    ...counted(
      entriesOf(log, 'rung.exhausted').length,
      'On one rung nobody was left to notify.',
      'rungs had nobody left to notify.',
    ),
    ...counted(
      entriesOf(log, 'update.missed').length,
      'One promised status update was missed.',
      'promised status updates were missed.',
    ),
    ...counted(skippedSteps(log), 'One runbook step was skipped.', 'runbook steps were skipped.'),
    ...counted(
      entriesOf(log, 'incident.recurred').length,
      'It came back after it was mitigated.',
      'times it came back after it was mitigated.',
    ),
  ]
  // What was left open may have been right: it answers no question.
  return {
    lines: [...lines, ...leftOpen(source)],
    open: lines.length === 0 ? ['what made this harder than it had to be.'] : [],
  }
}

/** Luck leaves no facts: only people know. */
export const draftLucky = (): Draft => ({ lines: [], open: ['what could have made this worse, and happened not to.'] })
