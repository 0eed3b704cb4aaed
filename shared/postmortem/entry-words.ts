import { labelWords, tellingLabels } from '../alerts/told-labels.ts'
import { alertName } from '../incident/attached-alerts.ts'
import type { FactData, FactRecord, FactType } from '../incident/facts/fact-catalog.ts'
import { SECRET_MASK } from '../kit/hide-values.ts'
import { isSecretName } from '../kit/secret-name.ts'
import type { LogEntry } from './read-log.ts'
import { agreedWords } from './relief-words.ts'
import { spokenDuration } from './spoken-time.ts'

/** So many labels of an alert stand in its entry; more in the part about detection. */
const MOST_LABELS = 3

type Words = { readonly [T in FactType]: (data: FactData<T>) => string }

const withNote = (words: string, note: string | undefined): string => (note === undefined ? words : `${words}: ${note}`)
const late = (data: { readonly lateMs: number; readonly lateCause: string | null }): string =>
  data.lateCause === null ? '' : ` (${spokenDuration(data.lateMs)} late: ${data.lateCause})`
const detectedBy = { person: 'a person', alert: 'an alert', sla: 'its SLA deadline' } as const
const published = {
  yes: 'Bad data was published',
  no: 'No bad data was published',
  unknown: 'Not known whether bad data was published',
} as const
const callOutcome = { reached: 'reached', voicemail: 'voicemail', noAnswer: 'no answer' } as const

/** What became of a command: one that was ended before its time did not simply run. */
function commandWords({
  command,
  exitCode,
  endedBy = 'exit',
  durationMs,
  limitMs,
  isHostClosing,
}: FactData<'command.ran'>): string {
  const after = durationMs === undefined ? '' : ` after ${spokenDuration(durationMs)}`
  const ends = {
    exit: `Ran ${command} (${exitCode === null ? 'no exit code' : `exit ${exitCode}`})`,
    stopped: `Stopped${after}${isHostClosing === true ? ' because Nightdesk was closed' : ''}: ${command}`,
    timeout: `Ended at its time limit${limitMs == null ? '' : ` of ${spokenDuration(limitMs)}`}: ${command}`,
    error: `Could not be started: ${command}`,
  }
  return ends[endedBy]
}

const rungWords = {
  'rung.fired': (data) =>
    ({
      asked: 'Debug budget spent, asked "still stuck?"',
      sent: `Escalated (rung "${data.rungId}")`,
      recorded: `Rung "${data.rungId}" was overdue, a higher one was sent`,
    })[data.outcome] + late(data),
  'rung.withheld': (data) => `Rung "${data.rungId}" withheld: ${data.reason}`,
  'rung.snoozed': (data) => `Rung "${data.rungId}" snoozed until ${data.until.slice(11, 16)} UTC: ${data.reason}`,
  'rung.advanced': (data) => `Rung "${data.rungId}" brought forward: ${data.reason}`,
  'rung.exhausted': (data) => `Nobody left to notify on rung "${data.rungId}"`,
  'question.asked': (data) => `Asked again: still stuck?${late(data)}`,
  'question.answered': (data) => {
    if (data.answer === 'moreTime')
      return `Still stuck? More time until ${data.until.slice(11, 16)} UTC: ${data.reason}`
    return data.answer === 'fixed' ? 'Still stuck? Fixed' : 'Still stuck? Yes, notify the secondary owner'
  },
  'notification.requested': (data) => `To be called: ${data.person.name} (${data.role}, attempt ${data.attempt})`,
  'notification.sent': (data) => `Message sent by ${data.channel}`,
  'notification.failed': (data) => `Message by ${data.channel} not delivered: ${data.error}`,
  'notification.acknowledged': (data) => `${data.person.name} answered (${data.via})`,
  'call.made': (data) =>
    withNote(`Called ${data.person.name} by ${data.channel}, ${callOutcome[data.outcome]}`, data.note),
} satisfies Partial<Words>

const lifecycleWords = {
  'incident.declared': (data) =>
    [
      `Detected by ${detectedBy[data.detectedBy]}: ${data.title} (SEV-${data.severity})`,
      ...(data.relief ?? []).map((relief) => `ladder ${agreedWords(relief)}`),
    ].join('; '),
  'incident.acknowledged': (data) => withNote('Acknowledged', data.note),
  'incident.mitigated': (data) => withNote('Mitigated', data.note),
  'incident.recurred': (data) => `Came back: ${data.reason}`,
  'incident.resolved': (data) => withNote('Resolved', data.note),
  'incident.reopened': (data) => `Reopened: ${data.reason}`,
  'incident.reviewed': (data) => withNote('Reviewed', data.note),
  'incident.closed': (data) => withNote('Closed', data.note),
  'incident.retitled': (data) => `Renamed: ${data.title}`,
  'impact.stated': (data) => withNote('Impact started', data.note),
  'severity.changed': (data) => withNote(`Severity changed from SEV-${data.from} to SEV-${data.to}`, data.reason),
  'relief.setAside': (data) => withNote('Holiday relief set aside, the normal ladder counts again', data.reason),
  'role.assumed': (data) => `${data.person.name} is ${data.role}`,
  'role.renounced': (data) => `${data.person.name} is no longer ${data.role}`,
  'handoff.offered': (data) => withNote(`Handover offered to ${data.to.name}`, data.note),
  'handoff.accepted': (data) => `${data.person.name} took over command`,
  'handoff.declined': (data) => withNote(`${data.person.name} declined the handover`, data.reason),
  'handoff.withdrawn': (data) => withNote('Handover withdrawn', data.reason),
} satisfies Partial<Words>

const workWords = {
  'runbook.opened': ({ title, path, movedFrom, sha256 }) => {
    const place = movedFrom === undefined ? path : `${path}, before ${movedFrom}`
    return `Runbook opened: ${title} (${place}, pinned ${sha256.slice(0, 8)})`
  },
  'scenario.chosen': (data) => `Scenario: ${data.title}`,
  'step.checked': (data) => withNote(`Done: ${data.text}`, data.note),
  'step.unchecked': (data) => `Open again: ${data.text}`,
  'step.skipped': (data) => `Skipped: ${data.text} (${data.reason})`,
  'step.noted': (data) => `${data.text}: ${data.note}`,
  'step.extended': (data) => withNote(`${data.minutes} more minutes for: ${data.text}`, data.reason),
  'step.stuck': (data) => withNote(`Stuck at: ${data.text}`, data.note),
  'value.given': (data) =>
    `${data.name} is ${isSecretName(data.name) ? SECRET_MASK : data.value}${data.from === 'alert' ? ', from the alert' : ''}`,
  'secret.given': (data) => `${data.written ?? `<${data.name}>`} was given (kept in memory only)`,
  'command.started': (data) => `Started ${data.command}`,
  'command.lost': (data) => `Was running when Nightdesk stopped, nobody knows how it ended: ${data.command}`,
  'command.ran': commandWords,
  'dataset.affected': (data) => `Dataset affected: ${data.dataset} (${data.detail})`,
  'dataset.quarantined': (data) => `Dataset quarantined: ${data.dataset} (${data.detail})`,
  'publication.stated': (data) => withNote(published[data.published], data.detail),
  'backfill.planned': (data) => `Backfill planned: ${data.dataset} (${data.detail})`,
  'backfill.verified': (data) => `Backfill verified: ${data.dataset} (${data.detail})`,
  'action.added': (data) => `Action item: ${data.what}`,
  'action.changed': () => 'Action item changed',
  'postmortem.edited': (data) => `Postmortem edited: ${data.section}`,
} satisfies Partial<Words>

const stillInWords: Readonly<Record<FactData<'host.slept'>['cause'], string>> = {
  asleep: 'This machine was asleep',
  notRunning: 'This machine was not running Nightdesk',
  heldUp: 'Nightdesk was held up',
  asleepOrHeldUp: 'This machine was asleep, or Nightdesk was held up,',
}

const timelineWords = {
  'note.added': (data) => data.text,
  'evidence.attached': (data) => data.caption?.trim() || data.name,
  'evidence.redacted': (data) => `Evidence withheld: ${data.reason}`,
  'decision.made': (data) => `Decision: ${data.text}`,
  'hypothesis.raised': (data) => `Hypothesis: ${data.text}`,
  'hypothesis.ruledOut': (data) => `Ruled out: ${data.text}`,
  'status.updated': (data) =>
    withNote(`Status update${data.audience === undefined ? '' : ` to ${data.audience}`}`, data.text),
  'update.promised': (data) => `Next update promised for ${data.dueAt.slice(11, 16)} UTC`,
  'update.missed': (data) => `The update promised for ${data.dueAt.slice(11, 16)} UTC was missed`,
  'entry.starred': () => 'Entry starred',
  'entry.amended': () => 'Entry amended',
  'alert.attached': (data) => {
    const labels = tellingLabels(data).slice(0, MOST_LABELS).map(labelWords)
    return `Alert ${data.status}: ${[alertName(data), ...labels].join(', ')} (${data.source})`
  },
  'alert.resolved': ({ name, fingerprint, which }) =>
    `Alert resolved: ${[name ?? fingerprint, ...(which === undefined ? [] : [which])].join(', ')}`,
  'clock.jumped': (data) => `The clock of this machine jumped by ${spokenDuration(data.deltaMs)}`,
  'host.slept': (data) => `${stillInWords[data.cause]} for ${spokenDuration(data.ms)}`,
} satisfies Partial<Words>

const words: Words = { ...rungWords, ...lifecycleWords, ...workWords, ...timelineWords }

/** What a fact says, as one plain sentence; `data` fits its type. */
export const factWords = (type: FactType, data: FactRecord['data']): string =>
  (words[type] as (data: FactRecord['data']) => string)(data)

/** An entry as one plain sentence: its amended words where somebody amended them (J8), else what the fact says. */
export const entryWords = ({ text, fact }: LogEntry): string => text ?? factWords(fact.type, fact.data)
