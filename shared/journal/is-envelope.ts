import type { FactRecord } from '../incident/facts/fact-catalog.ts'

type Fields = Readonly<Record<string, unknown>>

const hashPattern = /^[0-9a-f]{64}$/
const actorKinds: ReadonlySet<unknown> = new Set(['person', 'alarm', 'intake', 'import'])

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isName = (value: unknown): boolean => typeof value === 'string' && value !== ''
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 1
const isHash = (value: unknown): boolean => typeof value === 'string' && hashPattern.test(value)
const isActor = (value: unknown): boolean => isFields(value) && actorKinds.has(value.kind) && isName(value.id)

/** Exactly what `toISOString` writes for a four-digit year, and a day that is in the calendar. */
function isInstant(value: unknown): boolean {
  if (typeof value !== 'string' || value.length !== 24) return false
  const ms = Date.parse(value)
  return !Number.isNaN(ms) && new Date(ms).toISOString() === value
}

/**
 * Whether a parsed line has the envelope of a record (J2): the same verdict as `recordEnvelopeSchema`, which a property
 * test holds it to, at a tenth of the cost, because a verification asks it once for each of 100,000 records.
 */
export function isEnvelope(value: unknown): value is FactRecord {
  return (
    isFields(value) &&
    isCount(value.v) &&
    isCount(value.seq) &&
    isName(value.id) &&
    isName(value.incident) &&
    isName(value.type) &&
    isInstant(value.at) &&
    (value.occurredAt === undefined || isInstant(value.occurredAt)) &&
    isActor(value.by) &&
    (value.key === undefined || isName(value.key)) &&
    isFields(value.data) &&
    isHash(value.prev) &&
    isHash(value.hash)
  )
}
