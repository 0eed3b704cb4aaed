import { z } from 'zod'
import { instantSchema } from '../primitives.ts'
import { dataFacts } from './data-facts.ts'
import { ladderFacts } from './ladder-facts.ts'
import { lifecycleFacts } from './lifecycle-facts.ts'
import { runbookFacts } from './runbook-facts.ts'
import { timelineFacts } from './timeline-facts.ts'

/** Every fact type this version knows, with the shape of its data. Unknown types are kept and shown raw (J7). */
export const factCatalog = { ...lifecycleFacts, ...ladderFacts, ...runbookFacts, ...timelineFacts, ...dataFacts }

type Catalog = typeof factCatalog

/** The name of a known fact, `noun.pastParticiple`. */
export type FactType = keyof Catalog

/** The data of one fact type. */
export type FactData<T extends FactType> = z.infer<Catalog[T]>

/** Who made a fact: a person, the alarm clock, the intake listener, or an import. */
export const actorSchema = z.object({ kind: z.enum(['person', 'alarm', 'intake', 'import']), id: z.string().min(1) })
export type Actor = z.infer<typeof actorSchema>

/** A fact that nobody has written down yet: the journal adds seq, id, time and hash. */
export type FactDraft = {
  [T in FactType]: {
    readonly type: T
    readonly data: FactData<T>
    readonly by: Actor
    /** When it happened, where that differs from when it was recorded. Never later than the recording. */
    readonly occurredAt?: string
    /** The key of the batch that it was stated in (J4.4). */
    readonly key?: string
  }
}[FactType]

/** The envelope of one line of a journal (J2). `data` is checked apart, because unknown types are kept. */
export const recordEnvelopeSchema = z.object({
  v: z.number().int().min(1),
  seq: z.number().int().min(1),
  id: z.string().min(1),
  incident: z.string().min(1),
  type: z.string().min(1),
  at: instantSchema,
  occurredAt: instantSchema.optional(),
  by: actorSchema,
  /** Names what was stated together; older logs, and what no window stated, have none (J4.4). */
  key: z.string().min(1).optional(),
  data: z.record(z.string(), z.unknown()),
  prev: z.string().regex(/^[0-9a-f]{64}$/),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
})

/** One line of a journal as it stands on disk, whatever its type. */
export type FactRecord = z.infer<typeof recordEnvelopeSchema>

/** A record whose type and data this version knows. */
export type Fact = {
  [T in FactType]: Omit<FactRecord, 'type' | 'data'> & { readonly type: T; readonly data: FactData<T> }
}[FactType]

/** The record of one known type. */
export type FactOf<T extends FactType> = Extract<Fact, { type: T }>

/** Whether a type is in this version's catalog. */
export function isKnownFactType(type: string): type is FactType {
  return Object.hasOwn(factCatalog, type)
}

/**
 * Reads a record as a known fact, or null when its type or data are foreign to this version.
 * Null is no error: such a record stays in the log, is hashed and shown raw (J7).
 */
export function knownFact(record: FactRecord): Fact | null {
  if (!isKnownFactType(record.type)) return null
  return factCatalog[record.type].safeParse(record.data).success ? (record as Fact) : null
}
