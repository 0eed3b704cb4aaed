import type { Fact, FactOf } from './facts/fact-catalog.ts'
import { ownEntry } from './own-entry.ts'

/** What later facts say about an earlier entry: the entry itself never changes (J8). */
export type EntryChange = {
  readonly starred: boolean
  readonly text: string | null
  readonly occurredAt: string | null
  readonly retracted: boolean
  readonly redacted: boolean
  readonly amendments: readonly {
    readonly id: string
    readonly at: string
    readonly by: string
    readonly reason: string | null
  }[]
}

/** Changes by the id of the entry that they speak of. */
export type EntryChanges = Readonly<Record<string, EntryChange>>

/** A fact that speaks of an earlier entry. */
type EntryFact = FactOf<'entry.starred' | 'entry.amended' | 'evidence.redacted'>

const unchanged: EntryChange = {
  starred: false,
  text: null,
  occurredAt: null,
  retracted: false,
  redacted: false,
  amendments: [],
}

/** Whether a fact speaks of an earlier entry, rather than of the incident. */
export const isEntryFact = (fact: Fact): fact is EntryFact =>
  fact.type === 'entry.starred' || fact.type === 'entry.amended' || fact.type === 'evidence.redacted'

/** What is known of one entry after one more fact about it. Later facts win, so that the order of the log decides. */
export function changeEntry(before: EntryChange | null, fact: EntryFact): EntryChange {
  const known = before ?? unchanged
  switch (fact.type) {
    case 'entry.starred':
      return { ...known, starred: fact.data.starred }
    case 'evidence.redacted':
      return { ...known, redacted: true }
    case 'entry.amended':
      return {
        ...known,
        text: fact.data.text ?? known.text,
        occurredAt: fact.data.occurredAt ?? known.occurredAt,
        retracted: fact.data.retracted ?? known.retracted,
        amendments: [
          ...known.amendments,
          { id: fact.id, at: fact.at, by: fact.by.id, reason: fact.data.reason ?? null },
        ],
      }
  }
}

/** The changes known after one more fact; copies them all, so a whole log goes through `changeEntry` instead. */
export function rememberEntryChange(changes: EntryChanges, fact: Fact): EntryChanges {
  if (!isEntryFact(fact)) return changes
  return { ...changes, [fact.data.of]: changeEntry(ownEntry(changes, fact.data.of), fact) }
}
