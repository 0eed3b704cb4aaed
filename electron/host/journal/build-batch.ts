import {
  actorSchema,
  type FactDraft,
  type FactRecord,
  factCatalog,
  isKnownFactType,
} from '../../../shared/incident/facts/fact-catalog.ts'
import { instantSchema } from '../../../shared/incident/primitives.ts'
import type { LogPosition } from '../../../shared/journal/judge-anchor.ts'
import { hashRecord, type Sha256 } from '../../../shared/journal/record-hash.ts'
import { currentVersion } from '../../../shared/journal/upcast.ts'
import { reasonOf } from '../../../shared/kit/reason-of.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import type { Clock, Ids } from '../../../shared/ports.ts'
import type { AppendFailure } from './journal-failure.ts'

/** What a batch needs from its surroundings. */
export type BatchTools = {
  readonly incident: string
  readonly clock: Clock
  readonly ids: Ids
  readonly sha256: Sha256
}

/** Records with their bytes, ready for one write; `lineEnds` are the file offsets at which each line will end. */
export type Batch = {
  readonly records: readonly FactRecord[]
  readonly bytes: Buffer
  readonly lineEnds: readonly number[]
  readonly end: LogPosition
}

type CheckedDraft = Pick<FactRecord, 'type' | 'data' | 'by'> & { readonly occurredAt?: string; readonly key?: string }

const occurredAtSchema = instantSchema.optional()

function badFact(draft: FactDraft, why: string): AppendFailure {
  return {
    code: 'badFact',
    message: `Not saved: ${draft.type} is not a valid fact: ${why}.`,
    hint: 'Correct the entry and save again.',
  }
}

/** Only what the catalog knows is written: its schemas also trim reasons and leave out foreign fields. */
function checkDraft(draft: FactDraft): Result<CheckedDraft, AppendFailure> {
  if (!isKnownFactType(draft.type)) return fail(badFact(draft, 'this version does not know the type'))
  const data = factCatalog[draft.type].safeParse(draft.data)
  const by = actorSchema.safeParse(draft.by)
  const occurredAt = occurredAtSchema.safeParse(draft.occurredAt)
  for (const part of [data, by, occurredAt]) {
    const issue = part.error?.issues[0]
    if (issue !== undefined) return fail(badFact(draft, `${issue.path.join('.') || 'value'}: ${issue.message}`))
  }
  const { type, by: actor, occurredAt: happenedAt, key } = draft
  const checked = { type, data: { ...data.data }, by: actor }
  return ok({
    ...checked,
    ...(happenedAt === undefined ? {} : { occurredAt: happenedAt }),
    ...(key === undefined ? {} : { key }),
  })
}

/** The line as it will stand on disk, and the record as it will be read back from there (J2, J3). */
function writeRecord(before: LogPosition, draft: CheckedDraft, nowMs: number, tools: BatchTools) {
  const body = {
    v: currentVersion,
    seq: before.seq + 1,
    id: tools.ids.ulid(nowMs),
    incident: tools.incident,
    type: draft.type,
    at: new Date(nowMs).toISOString(),
    ...(draft.occurredAt === undefined ? {} : { occurredAt: draft.occurredAt }),
    by: draft.by,
    ...(draft.key === undefined ? {} : { key: draft.key }),
    data: draft.data,
    prev: before.hash,
  }
  return `${JSON.stringify(body).slice(0, -1)},"hash":"${hashRecord(body, tools.sha256)}"}\n`
}

/** One line alone, the ordinary case, is not copied again. */
const joined = (lines: readonly Buffer[]): Buffer => (lines.length === 1 && lines[0] ? lines[0] : Buffer.concat(lines))

/**
 * Turns drafts into records that continue the chain after `before`. All or nothing: one bad draft refuses the batch,
 * before a byte is written.
 */
export function buildBatch(
  before: LogPosition,
  drafts: readonly FactDraft[],
  tools: BatchTools,
): Result<Batch, AppendFailure> {
  const nowMs = tools.clock.nowMs()
  const records: FactRecord[] = []
  const lines: Buffer[] = []
  const lineEnds: number[] = []
  let end = before
  for (const draft of drafts) {
    const checked = checkDraft(draft)
    if (!checked.ok) return checked
    try {
      const line = writeRecord(end, checked.value, nowMs, tools)
      const record = JSON.parse(line) as FactRecord
      records.push(record)
      const bytes = Buffer.from(line)
      lines.push(bytes)
      end = { seq: record.seq, hash: record.hash, bytes: end.bytes + bytes.length }
      lineEnds.push(end.bytes)
    } catch (error) {
      return fail(badFact(draft, reasonOf(error)))
    }
  }
  return ok({ records, bytes: joined(lines), lineEnds, end })
}
