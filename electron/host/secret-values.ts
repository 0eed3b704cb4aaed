import type { ToldSecrets } from './look-for-secrets.ts'

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
  /** The same by the secret that it was given for. */
  readonly told: (incident: string) => ToldSecrets
  /** Values that are remembered only as something to hide, by the secret. */
  readonly toHide: (incident: string) => ReadonlyMap<string, readonly string[]>
  /** Keeps what the log says was given. An empty value is none. */
  readonly keep: (incident: string, key: string, value: string) => void
  /** Remembers a value only as something to hide. An empty one takes back those of the same secret that are remembered for nothing else. */
  readonly hide: (incident: string, key: string, value: string) => void
  readonly forget: (incident: string) => void
}

/** The values of one secret: those that commands were given, those that are only to be hidden, and how often the log names the former. */
type Ever = { readonly given: ReadonlySet<string>; readonly toHide: ReadonlySet<string>; readonly told: number }

const never: Ever = { given: new Set(), toHide: new Set(), told: 0 }
const valuesOf = ({ given, toHide }: Ever): string[] => [...new Set([...given, ...toHide])]

/** Makes the memory of one host, which begins at an instant (epoch ms); `hear` is told which incident has others now. */
export function createSecretValues(beganMs: number, hear: (incident: string) => void): SecretValues {
  const held = new Map<string, ReadonlyMap<string, string>>()
  const ever = new Map<string, ReadonlyMap<string, Ever>>()
  const everOf = (incident: string): ReadonlyMap<string, Ever> => ever.get(incident) ?? new Map()
  const remember = (incident: string, key: string, change: (before: Ever) => Partial<Ever>): void => {
    const before = everOf(incident).get(key) ?? never
    ever.set(incident, new Map([...everOf(incident), [key, { ...before, ...change(before) }]]))
  }
  return {
    since: new Date(beganMs).toISOString(),
    of: (incident) => Object.fromEntries(held.get(incident) ?? []),
    everGiven: (incident) => [...everOf(incident).values()].flatMap(valuesOf),
    told: (incident) =>
      Object.fromEntries(
        [...everOf(incident)].map(([key, each]) => [key, { values: valuesOf(each), told: each.told }]),
      ),
    toHide: (incident) => new Map([...everOf(incident)].map(([key, { toHide }]) => [key, [...toHide]])),
    keep: (incident, key, value) => {
      if (value !== '')
        remember(incident, key, ({ given, told }) => ({ given: new Set([...given, value]), told: told + 1 }))
      const values = new Map(held.get(incident))
      if (value === '') values.delete(key)
      else values.set(key, value)
      held.set(incident, values)
      hear(incident)
    },
    hide: (incident, key, value) => {
      remember(incident, key, ({ toHide }) => ({ toHide: new Set(value === '' ? [] : [...toHide, value]) }))
      hear(incident)
    },
    forget: (incident) => {
      if (held.delete(incident)) hear(incident)
    },
  }
}
