/**
 * The entry of a record under a key that came from a log, or null. Keys such as `constructor` are ordinary names here:
 * a plain read would find what every object inherits, and take it for an entry.
 */
export const ownEntry = <T>(entries: Readonly<Record<string, T>>, key: string): T | null =>
  Object.hasOwn(entries, key) ? (entries[key] ?? null) : null
