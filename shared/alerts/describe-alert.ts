import type { Alert } from './alert.ts'
import { plainLine, safeLink } from './alert-text.ts'
import type { WordsOfAlert } from './alert-words.ts'
import { severityOf } from './severity-of.ts'

const LONGEST_NAME = 200
const LONGEST_FINGERPRINT = 255

/** The first of these that a sender gave a value, of its labels before its annotations. */
function firstOf({ labels, annotations }: WordsOfAlert, names: readonly string[]) {
  const own = (words: WordsOfAlert['labels'], name: string): string | null =>
    Object.hasOwn(words, name) ? (words[name] ?? null) : null
  const values = [labels, annotations].flatMap((words) => names.map((name) => own(words, name)))
  return values.find((value) => value !== null && value !== '') ?? null
}

/** The link to its runbook that an alert carries; null when it has none that may be offered. */
export const runbookLinkIn = ({ labels, annotations }: WordsOfAlert): string | null =>
  safeLink(firstOf({ labels: annotations, annotations: labels }, ['runbook_url', 'runbook', 'runbookUrl']))

/** What a reader knows of an alert besides what its labels and annotations say. */
export type GivenAlert = Pick<
  Alert,
  'source' | 'fingerprint' | 'status' | 'startsAt' | 'endsAt' | 'labels' | 'annotations'
> & {
  readonly name?: string | null
  readonly summary?: string | null
  readonly severity?: string | null
  readonly link?: unknown
  readonly acknowledged?: boolean
}

/** Makes the one shape of an alert out of what a sender gave: the conventional labels and annotations say the rest. */
export function describeAlert(given: GivenAlert): Alert {
  const { source, fingerprint, status, startsAt, endsAt, labels, annotations } = given
  const name = given.name ?? firstOf(given, ['alertname', 'rulename', 'alert_name', 'check']) ?? fingerprint
  const summary =
    given.summary ?? firstOf({ labels: annotations, annotations: {} }, ['summary', 'description', 'message', 'title'])
  const pipeline = firstOf(given, ['pipeline', 'pipeline_id', 'dag_id', 'dag', 'job_name'])
  return {
    source,
    fingerprint: plainLine(fingerprint, LONGEST_FINGERPRINT) || 'unnamed',
    status,
    startsAt,
    endsAt: status === 'resolved' ? endsAt : null,
    labels,
    annotations,
    name: plainLine(name, LONGEST_NAME) || plainLine(fingerprint, LONGEST_NAME) || 'Alert',
    summary: plainLine(summary ?? ''),
    severity: severityOf(given.severity ?? firstOf(given, ['severity', 'priority', 'level'])),
    pipeline: pipeline === null ? null : plainLine(pipeline, LONGEST_NAME) || null,
    runbookUrl: runbookLinkIn(given),
    link: safeLink(given.link),
    acknowledged: given.acknowledged ?? false,
  }
}
