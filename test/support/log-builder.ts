import type { FactData, FactDraft, FactRecord, FactType } from '../../shared/incident/facts/fact-catalog.ts'
import { defaultPolicy } from '../../shared/schedule/policy.ts'

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const zeros = '0'.repeat(64)

const inCrockford = (value: number, length: number): string => {
  const digits: string[] = []
  for (let rest = value; digits.length < length; rest = Math.floor(rest / 32)) {
    digits.unshift(crockford[rest % 32] ?? '0')
  }
  return digits.join('')
}

/** An id of the shape of a ULID that sorts by time and then by seq; the same inputs give the same id. */
export const ulidLike = (atMs: number, seq: number): string => inCrockford(atMs, 10) + inCrockford(seq, 16)

/** The record that a journal would make of a draft, without real hashes: folding does not look at them. */
export function recordOf(draft: FactDraft, seq: number, atMs: number, incident = '20261114-0abc'): FactRecord {
  const { type, data, by, occurredAt } = draft
  const occurred = occurredAt === undefined ? {} : { occurredAt }
  const chain = { v: 1, seq, id: ulidLike(atMs, seq), prev: zeros, hash: seq.toString(16).padStart(64, '0') }
  const at = new Date(atMs).toISOString()
  return { ...chain, incident, type, at, by, data: data as FactRecord['data'], ...occurred }
}

export const engineer = { id: 'eng-a', name: 'Engineer A' }
export const secondary = { id: 'eng-b', name: 'Engineer B' }
export const lead = { id: 'data-lead', name: 'Data Lead' }

/** 03:00 UTC on a Saturday: when the tests' incidents are detected. */
export const detectedAt = '2026-11-14T03:00:00.000Z'

/** A declaration that pages on the default ladder, with whatever a test changes. */
export function declaration(change: Partial<FactData<'incident.declared'>> = {}): FactData<'incident.declared'> {
  return {
    title: 'Aggregate profit is late',
    pipeline: { id: 'profit', name: 'Aggregate profit' },
    dataset: 'mart.profit',
    severity: 2,
    detectedAt,
    detectedBy: 'person',
    impactStartedAt: null,
    slaAt: null,
    policy: defaultPolicy,
    pagingHours: null,
    onCall: engineer,
    secondary,
    lead,
    ...change,
  }
}

/** A draft by the engineer on call. */
export const stated = <T extends FactType>(type: T, data: FactData<T>): FactDraft =>
  ({ type, data, by: { kind: 'person', id: engineer.id } }) as unknown as FactDraft

/** The minutes after detection as epoch milliseconds. */
export const minuteMs = (minutes: number): number => Date.parse(detectedAt) + minutes * 60_000

/** The minutes after detection as a UTC ISO instant. */
export const minuteAt = (minutes: number): string => new Date(minuteMs(minutes)).toISOString()
