/** What came out of a calendar event; several entries may share a uid, as where a program wrote one twice. */
type FromCalendar = { readonly uid?: string }

/** What reading changes: entries that come, and uids whose entries go before. */
export type ChangedByUid<T> = { readonly come: readonly T[]; readonly forget: readonly string[] }

function byUid<T extends FromCalendar>(entries: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const entry of entries) {
    if (entry.uid !== undefined) groups.set(entry.uid, [...(groups.get(entry.uid) ?? []), entry])
  }
  return groups
}

/** Compares what was read with what stands there, uid by uid: those that say the same stay, those that differ are written anew, all of a uid together. */
export function changedByUid<T extends FromCalendar>(
  standing: readonly T[],
  read: readonly T[],
  cancelled: readonly string[],
  isSame: (one: T, other: T) => boolean,
): ChangedByUid<T> {
  const [known, found] = [byUid(standing), byUid(read)]
  const holds = (entries: readonly T[], wanted: readonly T[]): boolean =>
    wanted.every((entry) => entries.some((each) => isSame(each, entry)))
  const isUnchanged = (uid: string, entries: readonly T[]): boolean => {
    const old = known.get(uid) ?? []
    return old.length === entries.length && holds(old, entries) && holds(entries, old)
  }
  const changed = [...found].filter(([uid, entries]) => !isUnchanged(uid, entries))
  const gone = cancelled.filter((uid) => !found.has(uid))
  return {
    come: changed.flatMap(([, entries]) => entries),
    forget: [...new Set([...changed.map(([uid]) => uid), ...gone])].filter((uid) => known.has(uid)),
  }
}
