import type { FactRecord } from '../incident/facts/fact-catalog.ts'
import { entriesOf, type IncidentLog, type LogEntry, lastOf, readLog } from './read-log.ts'

/** One duration of an incident with its definition, or the reason why there is none. Never 0 by default (P2). */
export type Metric = { readonly definition: string } & (
  | {
      readonly kind: 'recorded'
      /** Milliseconds between the two facts. */
      readonly ms: number
      /** The ids of the two facts that made it. */
      readonly fromFact: string
      readonly toFact: string
      /** When they happened. One fact can state two instants: a declaration that knows the impact's start. */
      readonly fromAt: string
      readonly toAt: string
    }
  /** The end has not come yet. */
  | { readonly kind: 'pending' }
  /** Nobody stated what it needs. */
  | { readonly kind: 'notRecorded'; readonly why: string }
  /** The two facts contradict each other. */
  | { readonly kind: 'invalid'; readonly why: string }
)

/** The four durations of an incident (P2; reference: Google SRE, PagerDuty, OneUptime). */
export type IncidentMetrics = {
  readonly detect: Metric
  readonly acknowledge: Metric
  readonly mitigate: Metric
  readonly resolve: Metric
}

/** The names of the durations, in the order in which they happen. */
export const metricNames = [
  'detect',
  'acknowledge',
  'mitigate',
  'resolve',
] as const satisfies readonly (keyof IncidentMetrics)[]

/** What people call each duration. */
export const metricTitles: Readonly<Record<keyof IncidentMetrics, string>> = {
  detect: 'Time to detect',
  acknowledge: 'Time to acknowledge',
  mitigate: 'Time to mitigate',
  resolve: 'Time to resolve',
}

type End = Pick<LogEntry, 'at'> & { readonly id: string }

const endOf = (entry: LogEntry): End => ({ at: entry.at, id: entry.fact.id })

function between(definition: string, from: End, to: End, words: readonly [string, string]): Metric {
  const ms = Date.parse(to.at) - Date.parse(from.at)
  if (ms >= 0)
    return { kind: 'recorded', definition, ms, fromFact: from.id, toFact: to.id, fromAt: from.at, toAt: to.at }
  return { kind: 'invalid', definition, why: `${words[1]} (${to.at}) lies before ${words[0]} (${from.at}).` }
}

/** Impact start as stated last; blank until someone states it. */
function impactStart(log: IncidentLog): End | null {
  const stated = lastOf(log, 'impact.stated')
  if (stated !== null) return endOf(stated)
  const at = log.declared?.fact.data.impactStartedAt ?? null
  return at === null || log.declared === null ? null : { at, id: log.declared.fact.id }
}

/** The earliest acknowledgement by a person, whether on the incident or on a page. */
function firstAcknowledgement(log: IncidentLog): End | null {
  const all: readonly LogEntry[] = [
    ...entriesOf(log, 'incident.acknowledged'),
    ...entriesOf(log, 'notification.acknowledged'),
  ]
  const byPeople = all.filter((entry) => entry.fact.by.kind === 'person')
  const first = byPeople.reduce<LogEntry | null>(
    (earliest, entry) => (earliest === null || entry.at < earliest.at ? entry : earliest),
    null,
  )
  return first === null ? null : endOf(first)
}

const isOver = (log: IncidentLog): boolean =>
  log.lifecycle === 'resolved' || log.lifecycle === 'reviewed' || log.lifecycle === 'closed'

function missing(definition: string, log: IncidentLog, why: string): Metric {
  return isOver(log) ? { kind: 'notRecorded', definition, why } : { kind: 'pending', definition }
}

function measureDetect(impact: End | null, detected: End): Metric {
  const definition = 'From impact start to detection, by an alert or a person.'
  if (impact === null) return { kind: 'notRecorded', definition, why: 'Nobody has stated when the impact began.' }
  return between(definition, impact, detected, ['impact start', 'detection'])
}

function measureAcknowledge(log: IncidentLog, detected: End): Metric {
  const definition = 'From detection to the first acknowledgement by a person.'
  const acknowledged = firstAcknowledgement(log)
  if (acknowledged !== null) return between(definition, detected, acknowledged, ['detection', 'the acknowledgement'])
  return log.mitigated === null
    ? missing(definition, log, 'Nobody acknowledged it.')
    : { kind: 'notRecorded', definition, why: 'Nobody acknowledged it.' }
}

function measureMitigate(log: IncidentLog, impact: End | null, detected: End): Metric {
  const [from, words] = impact === null ? [detected, 'detection'] : [impact, 'impact start']
  const because = impact === null ? ', because impact start is not recorded' : ''
  const definition = `From ${words} to the end of the impact (marked mitigated)${because}.`
  const mitigated = log.mitigated
  if (mitigated === null) return missing(definition, log, 'It was resolved without being marked mitigated.')
  return between(definition, from, endOf(mitigated), [words, 'mitigation'])
}

function measureResolve(log: IncidentLog, detected: End): Metric {
  const definition = 'From detection to resolution (the "R" means resolve: the permanent repair).'
  const resolved = log.resolved
  if (resolved === null) return { kind: 'pending', definition }
  return between(definition, detected, endOf(resolved), ['detection', 'resolution'])
}

/** The durations of a log that is already read. */
export function measureLog(log: IncidentLog): IncidentMetrics {
  if (log.declared === null) {
    const nothing = (definition: string): Metric => ({
      kind: 'notRecorded',
      definition,
      why: 'The log has no declaration.',
    })
    return {
      detect: nothing('From impact start to detection.'),
      acknowledge: nothing('From detection to the first acknowledgement by a person.'),
      mitigate: nothing('From impact start to the end of the impact.'),
      resolve: nothing('From detection to resolution.'),
    }
  }
  const detected = endOf(log.declared)
  const impact = impactStart(log)
  return {
    detect: measureDetect(impact, detected),
    acknowledge: measureAcknowledge(log, detected),
    mitigate: measureMitigate(log, impact, detected),
    resolve: measureResolve(log, detected),
  }
}

/** The four durations of an incident from its facts (P2). An incident that came back is measured to its last end (E8). */
export function measureIncident(facts: readonly FactRecord[]): IncidentMetrics {
  return measureLog(readLog(facts, 'none'))
}
