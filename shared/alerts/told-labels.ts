import type { WordsOfAlert } from './alert-words.ts'

/** A label with its value, as it is shown. */
export type ToldLabel = { readonly name: string; readonly value: string }

/** Shown as what they are, and not as labels: they tell what kind of alert it is, not which one. */
const KINDS: ReadonlySet<string> = new Set(['alertname', 'severity', 'priority', 'level', 'pipeline', 'pipeline_id'])

/** What Prometheus and its operator add to every series: where a number was read, seldom what is in trouble. */
const READ_FROM: ReadonlySet<string> = new Set([
  'endpoint',
  'job',
  'metrics_path',
  'prometheus',
  'prometheus_replica',
  'uid',
])
const isReadFrom = (name: string): boolean => READ_FROM.has(name) || name.startsWith('__')

const wordPart = /[\p{L}\p{N}_-]/u

/** Where a value stands in a text as words of its own; -1 where it does not. A number alone stands anywhere and names nothing. */
function placeIn(text: string, value: string): number {
  if (value.length < 2 || !/\p{L}/u.test(value)) return -1
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    const [before, after] = [text[at - 1] ?? ' ', text[at + value.length] ?? ' ']
    if (!wordPart.test(before) && !wordPart.test(after)) return at
  }
  return -1
}

const wordsIn = ({ annotations }: WordsOfAlert): string =>
  ['description', 'message', 'summary']
    .flatMap((name) => (Object.hasOwn(annotations, name) ? (annotations[name] ?? []) : []))
    .join('\n')

/** The names of the labels in which alerts differ, also where only some have one. */
export function differingLabels(alerts: readonly Pick<WordsOfAlert, 'labels'>[]): ReadonlySet<string> {
  const names = new Set(alerts.flatMap(({ labels }) => Object.keys(labels)))
  const valueIn = (labels: WordsOfAlert['labels'], name: string) => (Object.hasOwn(labels, name) ? labels[name] : null)
  return new Set([...names].filter((name) => new Set(alerts.map(({ labels }) => valueIn(labels, name))).size > 1))
}

type Ranked = ToldLabel & { readonly rank: number; readonly place: number }

/** First what tells it from its like, then what its own words name, in their order, then the rest; where it was read comes last. */
function ranked(alert: WordsOfAlert, differing: ReadonlySet<string>): readonly Ranked[] {
  const words = wordsIn(alert)
  const tells = [...differing].filter((name) => !isReadFrom(name) || differing.size === 1)
  const rankOf = (name: string, place: number): number => {
    if (KINDS.has(name)) return 3
    if (tells.includes(name)) return 0
    if (place >= 0) return 1
    return isReadFrom(name) ? 4 : 2
  }
  return Object.entries(alert.labels)
    .filter(([, value]) => value !== '')
    .map(([name, value]): Ranked => {
      const place = placeIn(words, value)
      return { name, value, place, rank: rankOf(name, place) }
    })
    .sort((one, other) => one.rank - other.rank || one.place - other.place || (one.name < other.name ? -1 : 1))
}

const shown = ({ name, value }: ToldLabel): ToldLabel => ({ name, value })
const none: ReadonlySet<string> = new Set()

/** All labels but the alert's name, the most telling first. `differing` names those in which it differs from its like. */
export const orderedLabels = (alert: WordsOfAlert, differing = none): readonly ToldLabel[] =>
  ranked(alert, differing).flatMap((label) => (label.name === 'alertname' ? [] : [shown(label)]))

/** The labels that say what it is about: those that differ from its like, and those that whoever wrote the rule put into its words. */
export const tellingLabels = (alert: WordsOfAlert, differing = none): readonly ToldLabel[] =>
  ranked(alert, differing)
    .filter(({ rank }) => rank < 2)
    .map(shown)

/** The labels for one line, at most so many: the telling ones, else whatever it has besides where it was read. */
export function briefLabels(alert: WordsOfAlert, most: number, differing = none): readonly ToldLabel[] {
  const telling = tellingLabels(alert, differing)
  const some = telling.length > 0 ? telling : ranked(alert, differing).filter(({ rank }) => rank < 3)
  return some.slice(0, most).map(shown)
}

/** So much of a value stands in one line; names of one kind differ at their ends, so the middle goes. */
const MOST_OF_VALUE = 80

/** A label as operators write it, on one line: `pod=api-7d9f-x2k`. */
export function labelWords({ name, value }: ToldLabel): string {
  const line = value.replaceAll(/\s+/g, ' ')
  const half = MOST_OF_VALUE / 2
  return `${name}=${line.length <= MOST_OF_VALUE ? line : `${line.slice(0, half)}…${line.slice(1 - half)}`}`
}

const MOST_IN_TITLE = 3

/** What tells, else all that it has when it has so few that none can be the wrong one. */
function labelsForTitle(alert: WordsOfAlert, differing: ReadonlySet<string>): readonly ToldLabel[] {
  const telling = tellingLabels(alert, differing)
  if (telling.length > 0) return telling
  const others = ranked(alert, differing).filter(({ rank }) => rank === 2)
  return others.length > MOST_IN_TITLE ? [] : others
}

/**
 * A title that says what the alert is about. A summary that is the same for all that a rule watches gets the values that tell: those that
 * no word of it names. One that names any of them is left as it is, but for what tells the alert from its like. Where nothing tells, a few
 * labels do.
 */
export function tellingTitle(title: string, alert: WordsOfAlert, differing = none): string {
  const telling = labelsForTitle(alert, differing).filter(({ value }) => value.length <= MOST_OF_VALUE)
  const isSaid = ({ value }: ToldLabel): boolean => placeIn(title, value) >= 0
  const isNamed = telling.some(isSaid)
  const missing = telling.filter((label) => !isSaid(label) && (!isNamed || differing.has(label.name)))
  const values = [...new Set(missing.slice(0, MOST_IN_TITLE).map(({ value }) => value))]
  return values.length === 0 ? title : `${title.replace(/[.\s]+$/, '')}: ${values.join(', ')}`
}
