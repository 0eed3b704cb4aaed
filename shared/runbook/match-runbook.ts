import { fits, fitsName, sameName } from './alert-names.ts'
import type { LabelMatcher, Runbook, Scenario } from './runbook.ts'
import { namesIn } from './scenarios/scenario-names.ts'
import { withoutEnding } from './text/runbook-file.ts'
import { plainAnchor } from './text/slug.ts'

/** What an alert says of itself; the shape Alertmanager, Grafana and most webhooks share. */
export type AlertWords = {
  readonly labels: Readonly<Record<string, string>>
  readonly annotations: Readonly<Record<string, string>>
  /** What `alertname` is in words, where it is no alert's name: "the incident's title". */
  readonly nameIs?: string
}

/** By what a runbook fits an alert, strongest first (R5). */
export type MatchedBy = 'matches' | 'alertname' | 'runbook_url' | 'pipeline'

/** A runbook that fits an alert. `reason` is for people; `scenarioId` is set when the alert names one scenario of it. */
export type RunbookMatch = {
  readonly runbook: Runbook
  readonly by: MatchedBy
  readonly reason: string
  readonly scenarioId?: string
}

const ORDER: readonly MatchedBy[] = ['matches', 'alertname', 'runbook_url', 'pipeline']

/**
 * The runbooks that fit an alert, best first (R5): by `matches`, then by its name as title, file name or scenario, then by the last segment of
 * `runbook_url`, then by pipeline. One that the alert's own labels contradict fits by nothing; when none fits the list is empty. Among equals the one
 * comes first whose path agrees with more of the address, then one that names the scenario, then one whose title and file both bear the alert's
 * name, then the path decides, so the order is always the same.
 */
export function matchRunbook(runbooks: readonly Runbook[], alert: AlertWords): RunbookMatch[] {
  const url = urlOf(alert)
  const address = url === undefined ? [] : segmentsOf(addressOf(url).path)
  const ranked = runbooks.flatMap((runbook) => {
    const match = matchOne(runbook, alert)
    if (match === undefined) return []
    const agrees = trailingSame(segmentsOf(runbook.path), address)
    const isSpelledSo = match.by !== 'matches' || matchIn(runbook, alert, fits) !== undefined
    const isNamedTwice = match.by === 'alertname' && isTitledAndFiledAs(runbook, alert)
    const ranks = [ORDER.indexOf(match.by), !isSpelledSo, -agrees, match.scenarioId === undefined, !isNamedTwice].map(
      Number,
    )
    return [{ match, ranks }]
  })
  return ranked
    .sort((one, other) => {
      const differs = one.ranks.findIndex((rank, at) => rank !== other.ranks[at])
      if (differs < 0) return comparePaths(one.match.runbook.path, other.match.runbook.path)
      return (one.ranks[differs] ?? 0) - (other.ranks[differs] ?? 0)
    })
    .map(({ match }) => match)
}

/** Whether the alert's name is its title and its file's name: of two with one title, one is often a copy whose title nobody changed. */
function isTitledAndFiledAs({ title, titleFrom, path }: Runbook, { labels }: AlertWords): boolean {
  const alertname = own(labels, 'alertname') ?? ''
  return titleFrom !== 'file name' && isNamed(title, alertname) && sameName(segmentsOf(path).at(-1) ?? '', alertname)
}

/** How many segments two paths have in common at their ends. */
function trailingSame(one: readonly string[], other: readonly string[]): number {
  const differs = one.toReversed().findIndex((segment, at) => !sameName(segment, other.at(-1 - at) ?? ''))
  return differs < 0 ? one.length : differs
}

function comparePaths(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}

function matchOne(runbook: Runbook, alert: AlertWords): RunbookMatch | undefined {
  if (isContradicted(runbook, alert)) return undefined
  const found =
    byMatches(runbook, alert) ?? byAlertName(runbook, alert) ?? byUrl(runbook, alert) ?? byPipeline(runbook, alert)
  const scenario = found && scenarioFor(runbook, alert)
  return found && { runbook, ...found, ...(scenario === undefined ? {} : { scenarioId: scenario.id }) }
}

/**
 * Whether the alert says that it is about something else (R5): a pipeline that is none of the runbook's, or a label that no entry of `matches` allows.
 * The alert's name decides nothing here, for a runbook may be right for alerts that it does not name.
 */
export function isContradicted({ frontMatter }: Runbook, alert: AlertWords): boolean {
  const pipeline = pipelineOf(alert)
  const { pipelines, matches } = frontMatter
  if (pipeline !== undefined && pipelines.length > 0 && !pipelines.some((each) => fits(each, pipeline))) return true
  return matches.length > 0 && matches.every((matcher) => contradicts(matcher, alert.labels))
}

function contradicts(matcher: LabelMatcher, labels: AlertWords['labels']): boolean {
  return Object.entries(matcher).some(([label, allowed]) => {
    const value = own(labels, label)
    return label !== 'alertname' && value !== undefined && !allowed.some((pattern) => fits(pattern, value))
  })
}

function pipelineOf({ labels, annotations }: AlertWords): string | undefined {
  return own(labels, 'pipeline') ?? own(labels, 'pipeline_id') ?? own(annotations, 'pipeline')
}

type Found = { readonly by: MatchedBy; readonly reason: string }

const nameWords = ({ nameIs = 'alertname' }: AlertWords): string => nameIs

function byMatches(runbook: Runbook, alert: AlertWords): Found | undefined {
  const labels = matchIn(runbook, alert, fits) ?? matchIn(runbook, alert, fitsName)
  if (labels === undefined) return undefined
  const words = labels.map((label) => (label === 'alertname' ? nameWords(alert) : label))
  return { by: 'matches', reason: `matched by ${words.join(' and ')} in its front matter` }
}

type Fitting = (pattern: string, name: string) => boolean

/** The labels by which the front matter names an alert, when its names fit so; undefined when it does not. */
function matchIn({ frontMatter }: Runbook, { labels }: AlertWords, fitsSo: Fitting): readonly string[] | undefined {
  const matcher = frontMatter.matches.find((labelsWanted) => labelsHold(labelsWanted, labels, fitsSo))
  if (matcher) return Object.keys(matcher)
  const alertname = own(labels, 'alertname')
  // An alert named beside `matches` counts; one named within must hold together with the labels beside it.
  const within = new Set(frontMatter.matches.flatMap((labelsWanted) => labelsWanted.alertname ?? []))
  const isListed = !!alertname && frontMatter.alertnames.some((name) => !within.has(name) && fitsSo(name, alertname))
  return isListed ? ['alertname'] : undefined
}

/** Whether a heading is the name of an alert, or holds it beside others and its severity. */
const isNamed = (heading: string, alertname: string): boolean =>
  [heading, ...namesIn(heading)].some((name) => sameName(name, alertname))

function byAlertName(runbook: Runbook, alert: AlertWords): Found | undefined {
  const alertname = own(alert.labels, 'alertname')
  if (!alertname) return undefined
  const found = (which: string): Found => ({
    by: 'alertname',
    reason: `matched by ${nameWords(alert)}, which is its ${which}`,
  })
  if (runbook.titleFrom !== 'file name' && isNamed(runbook.title, alertname))
    return found(alert.nameIs === undefined ? 'title' : 'own')
  if (runbook.parts.some(({ level, heading }) => level === 1 && isNamed(heading, alertname))) return found('heading')
  if (sameName(segmentsOf(runbook.path).at(-1) ?? '', alertname))
    return found(isIndex(runbook.path) ? 'folder' : 'file name')
  const scenario = scenarioOfName(runbook, alertname)
  return scenario && found(`section "${scenario.title}"`)
}

/** The first of these that is not blank: a template may leave any of them empty. */
const urlOf = ({ annotations }: AlertWords): string | undefined =>
  ['runbook_url', 'runbook', 'runbookUrl'].map((name) => own(annotations, name)?.trim()).find((url) => !!url)

function byUrl(runbook: Runbook, alert: AlertWords): Found | undefined {
  const url = urlOf(alert)
  if (url === undefined) return undefined
  const target = segmentsOf(addressOf(url).path).at(-1) ?? ''
  const named = [segmentsOf(runbook.path).at(-1) ?? '', runbook.id].some((name) => sameName(name, target))
  return named ? { by: 'runbook_url', reason: 'matched by runbook_url, which ends in its file name' } : undefined
}

function byPipeline({ frontMatter, id }: Runbook, alert: AlertWords): Found | undefined {
  const pipeline = pipelineOf(alert)
  if (!pipeline) return undefined
  const fitsPipeline =
    frontMatter.pipelines.some((each) => fits(each, pipeline)) ||
    (frontMatter.pipelines.length === 0 && id === pipeline)
  return fitsPipeline ? { by: 'pipeline', reason: `matched by pipeline ${pipeline}` } : undefined
}

/** The scenario that an alert names, by its label, else by its own name, else by the fragment of its address. */
function scenarioFor(runbook: Runbook, alert: AlertWords): Scenario | undefined {
  const wanted = own(alert.labels, 'scenario')
  const alertname = own(alert.labels, 'alertname')
  return (
    runbook.scenarios.find(({ id, title }) => wanted !== undefined && (id === wanted || sameName(title, wanted))) ??
    (alertname === undefined ? undefined : scenarioOfName(runbook, alertname)) ??
    scenarioOfAddress(runbook, urlOf(alert) ?? '')
  )
}

/** The scenario that the front matter gives an alert of this name, else the one that is named as the alert is. */
function scenarioOfName({ scenarios, frontMatter }: Runbook, alertname: string): Scenario | undefined {
  const [named] = [fits, fitsName].flatMap(
    (fitsSo) =>
      frontMatter.scenarios.find(({ alertnames }) => alertnames.some((name) => fitsSo(name, alertname))) ?? [],
  )
  return (
    scenarios.find(
      ({ id, title }) => named && (id === named.id || (named.title !== undefined && title === named.title)),
    ) ?? scenarios.find(({ title }) => isNamed(title, alertname))
  )
}

function scenarioOfAddress({ scenarios }: Runbook, url: string): Scenario | undefined {
  const anchor = plainAnchor(addressOf(url).fragment)
  return scenarios.find(({ id, title }) => anchor !== '' && [id, title].map(plainAnchor).includes(anchor))
}

/** Whether all labels of a matcher hold. Only the name of an alert may be spelled otherwise: the values of other labels are names that machines use. */
function labelsHold(matcher: LabelMatcher, labels: AlertWords['labels'], fitsSo: Fitting): boolean {
  return Object.entries(matcher).every(([label, allowed]) => {
    const value = own(labels, label)
    const holds = label === 'alertname' ? fitsSo : fits
    return value !== undefined && allowed.some((pattern) => holds(pattern, value))
  })
}

function own(words: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(words, key) ? words[key] : undefined
}

const INDEX = /^_?(?:index|readme)$/i
const isIndex = (path: string): boolean => INDEX.test(withoutEnding(path.split('/').at(-1) ?? ''))

/** The names on a path, without endings; the last one of an index file is its folder's, for every folder has a README. */
function segmentsOf(path: string): readonly string[] {
  const segments = path
    .replaceAll('\\', '/')
    .split('/')
    .filter((segment) => segment !== '')
  const last = withoutEnding(segments.at(-1) ?? '').replace(/\.html?$/i, '')
  return INDEX.test(last) ? segments.slice(0, -1) : [...segments.slice(0, -1), last]
}

function addressOf(url: string): { readonly path: string; readonly fragment: string } {
  const [address = '', fragment = ''] = url.trim().split('#', 2)
  const path = (address.split('?')[0] ?? '').replace(/^[a-z][a-z\d+.-]*:\/\/[^/]*/i, '')
  return { path: path.split('/').map(decode).join('/'), fragment: decode(fragment) }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
