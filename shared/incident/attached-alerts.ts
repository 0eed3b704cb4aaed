import type { Fact, FactOf } from './facts/fact-catalog.ts'

/** An alert of this incident, as its last fact left it. */
export type AttachedAlert = {
  readonly source: string
  readonly fingerprint: string
  readonly name: string
  readonly status: 'firing' | 'resolved'
  /** When the time began that the last fact is about (UTC ISO); null when nobody knows. */
  readonly startsAt: string | null
  /** What its sender says of it; values for the commands of a runbook may be found here. */
  readonly labels: Readonly<Record<string, string>>
  /** The entry that attached it last, and whether that was retracted: then it tells nothing here, and nothing more of it comes by itself. */
  readonly entry: string
  readonly isRetracted: boolean
}

/** The alerts that belong to an incident, in the order in which they came. */
export type AttachedAlerts = readonly AttachedAlert[]

/** What people call an attached alert: its own name, else what its sender knows it by. */
export const alertName = ({
  labels,
  fingerprint,
}: Pick<FactOf<'alert.attached'>['data'], 'labels' | 'fingerprint'>): string =>
  (Object.hasOwn(labels, 'alertname') ? labels.alertname : undefined) ?? fingerprint

/** Older logs do not say whose alert was resolved; then its fingerprint alone decides. */
const isSame = (
  one: AttachedAlert,
  { source, fingerprint }: { source?: string | undefined; fingerprint: string },
): boolean => one.fingerprint === fingerprint && (source === undefined || one.source === source)

/** What is attached after one more fact. */
export function rememberAlert(attached: AttachedAlerts, fact: Fact): AttachedAlerts {
  switch (fact.type) {
    case 'alert.attached': {
      const { source, fingerprint, status, startsAt, labels } = fact.data
      const name = alertName(fact.data)
      const entry = { entry: fact.id, isRetracted: false }
      const alert: AttachedAlert = { source, fingerprint, name, status, startsAt, labels, ...entry }
      return attached.some((each) => isSame(each, alert))
        ? attached.map((each) => (isSame(each, alert) ? alert : each))
        : [...attached, alert]
    }
    case 'alert.resolved':
      return attached.map((each) => (isSame(each, fact.data) ? { ...each, status: 'resolved' } : each))
    case 'entry.amended': {
      const { of, retracted: isRetracted } = fact.data
      if (isRetracted === undefined || !attached.some(({ entry }) => entry === of)) return attached
      return attached.map((each) => (each.entry === of ? { ...each, isRetracted } : each))
    }
    default:
      return attached
  }
}
