/**
 * The values of secrets that somebody gave for the commands of an incident: in memory alone, never in a log, a cache or an export.
 * They are gone when the host ends or the incident is closed, and are then asked for again; until the host ends, each stays known as
 * something to hide.
 */
export type SecretValues = {
  /** By `variableKey`, as all that is known for variables. */
  readonly of: (incident: string) => Readonly<Record<string, string>>
  /** Each value that was given since the host started, also those that were replaced, emptied or forgotten: for hiding, and for nothing else. */
  readonly everGiven: (incident: string) => readonly string[]
  /** An empty value is none. */
  readonly keep: (incident: string, key: string, value: string) => void
  readonly forget: (incident: string) => void
}

/** Makes the memory of one host; `hear` is told which incident has others now. */
export function createSecretValues(hear: (incident: string) => void): SecretValues {
  const held = new Map<string, ReadonlyMap<string, string>>()
  const ever = new Map<string, ReadonlySet<string>>()
  const everGiven = (incident: string): readonly string[] => [...(ever.get(incident) ?? [])]
  return {
    of: (incident) => Object.fromEntries(held.get(incident) ?? []),
    everGiven,
    keep: (incident, key, value) => {
      if (value !== '') ever.set(incident, new Set([...everGiven(incident), value]))
      const values = new Map(held.get(incident))
      if (value === '') values.delete(key)
      else values.set(key, value)
      held.set(incident, values)
      hear(incident)
    },
    forget: (incident) => {
      if (held.delete(incident)) hear(incident)
    },
  }
}
