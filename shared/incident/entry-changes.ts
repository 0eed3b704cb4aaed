import type { Fact } from './facts/fact-catalog.ts'

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

const unchanged: EntryChange = {
  starred: false,
  text: null,
  occurredAt: null,
  retracted: false,
  redacted: false,
  amendments: [],
}

/** Changes by the id of the entry that they speak of. */
export type EntryChanges = Readonly<Record<string, EntryChange>>

/** The changes known after one more fact. Later facts win, so that the order of the log decides. */
export function rememberEntryChange(changes: EntryChanges, fact: Fact): EntryChanges {
  if (fact.type !== 'entry.starred' && fact.type !== 'entry.amended' && fact.type !== 'evidence.redacted')
    return changes
  const before = changes[fact.data.of] ?? unchanged
  const change = ((): EntryChange => {
    switch (fact.type) {
      case 'entry.starred':
        return { ...before, starred: fact.data.starred }
      case 'evidence.redacted':
        return { ...before, redacted: true }
      case 'entry.amended':
        return {
          ...before,
          text: fact.data.text ?? before.text,
          occurredAt: fact.data.occurredAt ?? before.occurredAt,
          retracted: fact.data.retracted ?? before.retracted,
          amendments: [
            ...before.amendments,
            { id: fact.id, at: fact.at, by: fact.by.id, reason: fact.data.reason ?? null },
          ],
        }
    }
  })()
  return { ...changes, [fact.data.of]: change }
}
