import type { LabelMatcher, NamedScenario, RunbookFrontMatter } from '../runbook.ts'

type Fields = Omit<RunbookFrontMatter, 'format' | 'raw' | 'endLine'>

/** The front matter keys that mean something here (R1), with the spellings other tools use for the same. Compared without case, `-` and `_`. */
export const KNOWN_KEYS = {
  id: ['id'],
  title: ['title', 'name'],
  pipeline: ['pipeline', 'pipelines'],
  owner: ['owner', 'owners', 'maintainer'],
  alertnames: ['alertname', 'alertnames', 'alert', 'alerts'],
  matches: ['matches', 'match'],
  lastVerified: ['lastverified', 'lastreviewed', 'lasttested', 'verified', 'reviewed'],
  lastDrilled: ['lastdrilled', 'lastdrill', 'drilled', 'lastexercised', 'lastgameday'],
  reviewEvery: ['reviewevery', 'reviewinterval', 'reviewcycle'],
  scenarios: ['scenarios'],
  policy: ['policy'],
  nightdesk: ['nightdesk'],
} as const satisfies Readonly<Record<string, readonly string[]>>

/** The front matter of a runbook that has none. */
export const NO_FIELDS: Fields = { pipelines: [], alertnames: [], matches: [], scenarios: [], disabled: [] }

/** Picks what is known out of parsed front matter; what has another shape than expected is left out, never an error, for foreign keys may share our names (R4). */
export function frontMatterFields(data: unknown): Fields {
  if (!isRecord(data)) return NO_FIELDS
  const byKey = new Map(Object.entries(data).map(([key, value]) => [plainKey(key), value]))
  const pick = (names: readonly string[]) =>
    names.map((name) => byKey.get(name)).find((value) => value !== undefined && value !== null)
  const text = (name: keyof typeof KNOWN_KEYS) => words(pick(KNOWN_KEYS[name]))[0]
  const matches = matchersOf(pick(KNOWN_KEYS.matches))
  const pipelines = words(pick(KNOWN_KEYS.pipeline))
  const policy = pick(KNOWN_KEYS.policy)
  return {
    ...present('id', text('id')),
    ...present('title', text('title')),
    ...present('pipeline', pipelines[0]),
    pipelines,
    ...present('owner', text('owner')),
    alertnames: [
      ...new Set([...matches.flatMap((matcher) => matcher.alertname ?? []), ...words(pick(KNOWN_KEYS.alertnames))]),
    ],
    matches,
    ...present('lastVerified', text('lastVerified')),
    ...present('lastDrilled', text('lastDrilled')),
    ...present('reviewEvery', text('reviewEvery')),
    scenarios: scenariosOf(pick(KNOWN_KEYS.scenarios)),
    disabled: disabledIn(pick(KNOWN_KEYS.nightdesk)),
    ...(policy === undefined ? {} : { policy }),
  }
}

/** A key as it is compared: `last_verified`, `last-verified` and `lastVerified` are one. */
export function plainKey(key: string): string {
  return key.toLowerCase().replace(/[-_\s]/g, '')
}

/** A plain object with string keys, as parsers give for a mapping. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
}

function present<Name extends string>(name: Name, value: string | undefined): { readonly [Key in Name]?: string } {
  const found: { [Key in Name]?: string } = {}
  if (value !== undefined && value !== '') found[name] = value
  return found
}

/** A scalar, or a list of scalars, as trimmed words. A date is given as YYYY-MM-DD. */
function words(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(words)
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()]
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return [String(value)]
  if (value instanceof Date && !Number.isNaN(value.getTime())) return [value.toISOString().slice(0, 10)]
  return []
}

function matchersOf(value: unknown): LabelMatcher[] {
  if (Array.isArray(value)) return value.flatMap(matchersOf)
  if (typeof value === 'string') return value.trim() === '' ? [] : [{ alertname: [value.trim()] }]
  if (!isRecord(value)) return []
  const entries = Object.entries(value).map(([label, allowed]) => [label, words(allowed)] as const)
  const filled = entries.filter(([, allowed]) => allowed.length > 0)
  return filled.length > 0 && filled.length === entries.length ? [Object.fromEntries(filled)] : []
}

function disabledIn(value: unknown): string[] {
  return isRecord(value) ? words(value.disable) : []
}

function scenariosOf(value: unknown): NamedScenario[] {
  if (isRecord(value)) return Object.entries(value).map(([id, inner]) => ({ ...namedScenario(inner), id }))
  if (!Array.isArray(value)) return []
  return value.map(namedScenario).filter(({ id, title }) => id !== undefined || title !== undefined)
}

function namedScenario(value: unknown): NamedScenario {
  if (typeof value === 'string') return { title: value.trim(), alertnames: [] }
  if (!isRecord(value)) return { alertnames: [] }
  const { id, title, name, alertname, alertnames } = value
  return {
    ...present('id', words(id)[0]),
    ...present('title', words(title ?? name)[0]),
    alertnames: [...words(alertname), ...words(alertnames)],
  }
}
