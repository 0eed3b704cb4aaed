import type { ToldSecrets } from './look-for-secrets.ts'
import { firstToldFor, type ToldValue, valuesOf } from './told-values.ts'

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
  /** The same by the secret that it was given for; one that was given for two counts for the first. */
  readonly told: (incident: string) => ToldSecrets
  /** The secret that counts a value, or null. */
  readonly toldFor: (incident: string, value: string) => string | null
  /** Values of a secret that are remembered only as something to hide. */
  readonly toHide: (incident: string, key: string) => readonly string[]
  /** Keeps what the log says was given. An empty value is none. */
  readonly keep: (incident: string, key: string, value: string) => void
  /** Remembers a value only as something to hide. An empty one takes back those of the same secret that are remembered for nothing else. */
  readonly hide: (incident: string, key: string, value: string) => void
  readonly forget: (incident: string) => void
}

/** A value as it was told: for commands, as the log says, or only to be hidden. */
type Told = ToldValue & { readonly isGiven: boolean }

/** Makes the memory of one host, which begins at an instant (epoch ms); `hear` is told which incident has others now. */
export function createSecretValues(beganMs: number, hear: (incident: string) => void): SecretValues {
  const held = new Map<string, ReadonlyMap<string, string>>()
  const ever = new Map<string, readonly Told[]>()
  const everOf = (incident: string): readonly Told[] => ever.get(incident) ?? []
  return {
    since: new Date(beganMs).toISOString(),
    of: (incident) => Object.fromEntries(held.get(incident) ?? []),
    everGiven: (incident) => [...new Set(everOf(incident).map(({ value }) => value))],
    told: (incident) => {
      const told = everOf(incident)
      const times = (key: string): number => told.filter((each) => each.key === key && each.isGiven).length
      return Object.fromEntries(told.map(({ key }) => [key, { values: valuesOf(told, key), told: times(key) }]))
    },
    toldFor: (incident, value) => firstToldFor(everOf(incident), value),
    toHide: (incident, key) => {
      const told = everOf(incident)
      const isToHide = (value: string): boolean =>
        told.some((each) => each.key === key && each.value === value && !each.isGiven)
      return valuesOf(told, key).filter(isToHide)
    },
    keep: (incident, key, value) => {
      if (value !== '') ever.set(incident, [...everOf(incident), { key, value, isGiven: true }])
      const values = new Map(held.get(incident))
      if (value === '') values.delete(key)
      else values.set(key, value)
      held.set(incident, values)
      hear(incident)
    },
    hide: (incident, key, value) => {
      const others = everOf(incident).filter((each) => each.key !== key || each.isGiven)
      ever.set(incident, value === '' ? others : [...everOf(incident), { key, value, isGiven: false }])
      hear(incident)
    },
    forget: (incident) => {
      if (held.delete(incident)) hear(incident)
    },
  }
}
