import type { RememberedSecrets } from '../../shared/incident/unknown-secrets.ts'

/**
 * The values of secrets that somebody gave for the commands of an incident: in memory alone, never in a log, a cache or an export.
 * They are gone when the host ends or the incident is closed, and are then asked for again; until the host ends, each stays known as
 * something to hide.
 */
export type SecretValues = {
  /** Since when values are remembered: earlier ones are not known (UTC ISO). */
  readonly since: string
  /** By `variableKey`, as all that is known for variables. */
  readonly of: (incident: string) => Readonly<Record<string, string>>
  /** Each value that was given since the host started, also those that were replaced, emptied or forgotten: for hiding, and for nothing else. */
  readonly everGiven: (incident: string) => readonly string[]
  /** How much is remembered, never what. */
  readonly remembered: (incident: string) => RememberedSecrets
  /** Keeps what the log says was given. An empty value is none. */
  readonly keep: (incident: string, key: string, value: string) => void
  /** Remembers a value only as something to hide. */
  readonly hide: (incident: string, key: string, value: string) => void
  readonly forget: (incident: string) => void
}

type Ever = { readonly values: ReadonlySet<string>; readonly told: number }

/** Makes the memory of one host, which begins at an instant (epoch ms); `hear` is told which incident has others now. */
export function createSecretValues(beganMs: number, hear: (incident: string) => void): SecretValues {
  const held = new Map<string, ReadonlyMap<string, string>>()
  const ever = new Map<string, ReadonlyMap<string, Ever>>()
  const everOf = (incident: string): ReadonlyMap<string, Ever> => ever.get(incident) ?? new Map()
  const remember = (incident: string, key: string, value: string, isTold: boolean): void => {
    const { values, told } = everOf(incident).get(key) ?? { values: new Set<string>(), told: 0 }
    const now = { values: new Set([...values, value]), told: told + (isTold ? 1 : 0) }
    ever.set(incident, new Map([...everOf(incident), [key, now]]))
  }
  return {
    since: new Date(beganMs).toISOString(),
    of: (incident) => Object.fromEntries(held.get(incident) ?? []),
    everGiven: (incident) => [...everOf(incident).values()].flatMap(({ values }) => [...values]),
    remembered: (incident) =>
      Object.fromEntries([...everOf(incident)].map(([key, { values, told }]) => [key, { values: values.size, told }])),
    keep: (incident, key, value) => {
      if (value !== '') remember(incident, key, value, true)
      const values = new Map(held.get(incident))
      if (value === '') values.delete(key)
      else values.set(key, value)
      held.set(incident, values)
      hear(incident)
    },
    hide: (incident, key, value) => {
      remember(incident, key, value, false)
      hear(incident)
    },
    forget: (incident) => {
      if (held.delete(incident)) hear(incident)
    },
  }
}
