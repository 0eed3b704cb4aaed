import type { PersonFact } from '../../shared/contract/person-facts.ts'
import type { Stated } from '../../shared/contract/stated.ts'
import type { FactRecord } from '../../shared/incident/facts/fact-catalog.ts'
import { overtakes } from '../../shared/incident/overtaken.ts'
import type { JournalReader } from './journal/journal-reader.ts'
import type { OpenJournal } from './journal/open-journal.ts'

/** What is written later than this after it was stated says when that was (J4.5): the way through a busy console is no delay. */
const LATE_MS = 2_000

/** Records read at a time while looking back. */
const PIECE = 200

/** Whether a batch is written so late that its own time has to be kept; `nowMs` is the host's. */
export const isLate = ({ at }: Stated, nowMs: number): boolean => nowMs - Date.parse(at) > LATE_MS

function piece(journal: Pick<JournalReader, 'read'>, from: number, limit: number): readonly FactRecord[] {
  try {
    return journal.read(from, limit)
  } catch {
    // Of a log that cannot be read nothing is known, and twice is better than never. Whether it can be written, the writing tells.
    return []
  }
}

/** What was written since a batch was stated, and a little before: a clock that was set back must not hide it. */
function recordsSince(
  journal: Pick<OpenJournal, 'head'>,
  at: string,
  read: (from: number, limit: number) => readonly FactRecord[],
): readonly FactRecord[] {
  const records: FactRecord[] = []
  let to = journal.head().seq
  while (to > 0) {
    const from = Math.max(1, to - PIECE + 1)
    const before = read(from, to - from + 1)
    records.unshift(...before)
    const [first] = before
    if (first === undefined || first.at < at) break
    to = from - 1
  }
  return records
}

/** The records of a batch that the log holds already (J4.4). Throws where the log cannot be read: whoever asks is told so. */
export const writtenBefore = (journal: Pick<OpenJournal, 'read' | 'head'>, stated: Stated): readonly FactRecord[] =>
  recordsSince(journal, stated.at, (from, limit) => journal.read(from, limit)).filter(({ key }) => key === stated.key)

/** Whether an incident was declared under a key (J4.7): its first record has it. */
export const wasDeclaredUnder = (journal: Pick<JournalReader, 'read'>, key: string): boolean =>
  piece(journal, 1, 1)[0]?.key === key

/** What the log holds of a batch that may have been sent before: the batch itself, or what says otherwise since it was stated. */
export type KnownOfBatch = { readonly written: readonly FactRecord[]; readonly overtakenBy: FactRecord | null }

/** Looks back in a log as far as a batch could stand in it (J4.4, J4.5). */
export function lookBack(
  journal: Pick<OpenJournal, 'read' | 'head'>,
  facts: readonly PersonFact[],
  stated: Stated,
): KnownOfBatch {
  const records = recordsSince(journal, stated.at, (from, limit) => piece(journal, from, limit))
  const isNewer = (record: FactRecord): boolean => (record.occurredAt ?? record.at) > stated.at
  const overtaking = records.findLast((record) => isNewer(record) && facts.some((fact) => overtakes(record, fact)))
  return { written: records.filter(({ key }) => key === stated.key), overtakenBy: overtaking ?? null }
}
