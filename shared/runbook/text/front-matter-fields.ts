import type { LabelMatcher, NamedScenario, RunbookFrontMatter } from '../runbook.ts'

type Fields = Omit<RunbookFrontMatter, 'format' | 'raw' | 'endLine'>

/**
 * The front matter keys that mean something here (R1), with the spellings other tools use for the same. Compared without case, `-` and `_`.
 * `last_reviewed_on`, `review_in` and `owner_slack` are those of the Technical Documentation Template of the UK government.
 */
export const KNOWN_KEYS = {
  id: ['id'],
  title: ['title', 'name'],
  pipeline: ['pipeline', 'pipelines'],
  owner: ['owner', 'owners', 'maintainer'],
  ownerChannel: ['ownerchannel', 'ownerslack'],
  alertnames: ['alertname', 'alertnames', 'alert', 'alerts'],
  matches: ['matches', 'match'],
  lastVerified: [
    'lastverified',
    'lastverifiedon',
    'lastreviewed',
    'lastreviewedon',
    'lasttested',
    'lasttestedon',
    'verified',
    'verifiedon',
    'reviewed',
    'reviewedon',
  ],
  lastDrilled: ['lastdrilled', 'lastdrill', 'drilled', 'lastexercised', 'lastgameday'],
  reviewEvery: ['reviewevery', 'reviewin', 'reviewinterval', 'reviewcycle', 'reviewperiod', 'reviewfrequency'],
  scenarios: ['scenarios'],
  policy: ['policy'],
  nightdesk: ['nightdesk'],
} as const satisfies Readonly<Record<string, readonly string[]>>

/** The tables in which Hugo (`params`) and Zola (`extra`) keep what is not theirs. */
const CUSTOM_TABLES: ReadonlySet<string> = new Set(['params', 'extra'])

/** With other tools as often a yes, a name or a quarter: ours where they tell a day. */
const ANYTHING_ELSE: ReadonlySet<string> = new Set(['verified', 'reviewed', 'drilled'])

/** Whether a key, as it is compared, means here what it says, with this value. */
export const isOurs = (key: string, said: string): boolean => !ANYTHING_ELSE.has(key) || /\d[-/.]\d/.test(said)

/** The front matter of a runbook that has none. */
export const NO_FIELDS: Fields = { pipelines: [], alertnames: [], matches: [], scenarios: [], disabled: [] }

/** Picks what is known out of parsed front matter; what has another shape than expected is left out, never an error, for foreign keys may share our names (R4). */
export function frontMatterFields(data: unknown): Fields {
  if (!isRecord(data)) return NO_FIELDS
  const tables = tablesOf(data).map((table) => {
    const entries = Object.entries(table).map(([key, value]) => [plainKey(key), value] as const)
    return new Map(entries.filter(([key, value]) => isOurs(key, words(value).join(' '))))
  })
  const pick = (names: readonly string[], from = tables) =>
    from.flatMap((table) => names.map((name) => table.get(name))).find((value) => value !== undefined && value !== null)
  const text = (name: keyof typeof KNOWN_KEYS, from = tables) => words(pick(KNOWN_KEYS[name], from))[0]
  const ofThePage = tables.slice(0, 1)
  const matches = matchersOf(pick(KNOWN_KEYS.matches))
  const pipelines = words(pick(KNOWN_KEYS.pipeline))
  const policy = pick(KNOWN_KEYS.policy)
  return {
    ...present('id', text('id', ofThePage)),
    ...present('title', text('title', ofThePage)),
    ...present('pipeline', pipelines[0]),
    pipelines,
    ...present('owner', text('owner') ?? channelOf(text('ownerChannel'))),
    alertnames: [
      ...new Set([...matches.flatMap((matcher) => matcher.alertname ?? []), ...words(pick(KNOWN_KEYS.alertnames))]),
    ],
    matches,
    ...present('lastVerified', text('lastVerified')),
    ...present('lastDrilled', text('lastDrilled')),
    ...present('reviewEvery', text('reviewEvery')),
    scenarios: scenariosOf(pick(KNOWN_KEYS.scenarios)),
    disabled: disabledIn(pick(KNOWN_KEYS.nightdesk)),
    ...(typeof policy === 'object' ? { policy } : {}),
  }
}

/** A key as it is compared: `last_verified`, `last-verified` and `lastVerified` are one. */
export function plainKey(key: string): string {
  return key.toLowerCase().replace(/[-_\s]/g, '')
}

/** Whether a key holds a table of a site generator, whose keys count like those of the page where the page has none of that meaning. */
export const isCustomTable = (key: string): boolean => CUSTOM_TABLES.has(key)

/** The tables that may hold a key of ours: the front matter itself, and those of site generators in it. */
export const tablesOf = (data: Readonly<Record<string, unknown>>): readonly Readonly<Record<string, unknown>>[] => [
  data,
  ...[...CUSTOM_TABLES].flatMap((key) => (Object.hasOwn(data, key) && isRecord(data[key]) ? [data[key]] : [])),
]

/** Whether an owner is a chat channel and no person: `#payments`. */
export const isChannel = (owner: string): boolean => owner.startsWith('#')

const channelOf = (name: string | undefined): string | undefined =>
  name === undefined || isChannel(name) ? name : `#${name}`

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
