import type { LabelMatcher, Runbook, Scenario } from './runbook.ts'
import { namesIn } from './scenarios/scenario-names.ts'
import { withoutEnding } from './text/runbook-file.ts'
import { plainAnchor } from './text/slug.ts'

/** What an alert says of itself; the shape Alertmanager, Grafana and most webhooks share. */
export type AlertWords = {
  readonly labels: Readonly<Record<string, string>>
  readonly annotations: Readonly<Record<string, string>>
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
 * comes first whose path agrees with more of the address, then one that names the scenario, then the path decides, so the order is always the same.
 */
export function matchRunbook(runbooks: readonly Runbook[], alert: AlertWords): RunbookMatch[] {
  const url = urlOf(alert)
  const address = url === undefined ? [] : segmentsOf(addressOf(url).path)
  const ranked = runbooks.flatMap((runbook) => {
    const match = matchOne(runbook, alert)
    if (match === undefined) return []
    const agrees = match.by === 'runbook_url' ? trailingSame(segmentsOf(runbook.path), address) : 0
    return [{ match, ranks: [ORDER.indexOf(match.by), -agrees, match.scenarioId === undefined ? 1 : 0] }]
  })
  return ranked
    .sort((one, other) => {
      const differs = one.ranks.findIndex((rank, at) => rank !== other.ranks[at])
      if (differs < 0) return comparePaths(one.match.runbook.path, other.match.runbook.path)
      return (one.ranks[differs] ?? 0) - (other.ranks[differs] ?? 0)
    })
    .map(({ match }) => match)
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

function byMatches({ frontMatter }: Runbook, { labels }: AlertWords): Found | undefined {
  const alertname = own(labels, 'alertname')
  const matcher = frontMatter.matches.find((labelsWanted) => labelsHold(labelsWanted, labels))
  if (matcher) return { by: 'matches', reason: `matched by ${Object.keys(matcher).join(' and ')} in its front matter` }
  // An alert named beside `matches` counts; one named within must hold together with the labels beside it.
  const within = new Set(frontMatter.matches.flatMap((labelsWanted) => labelsWanted.alertname ?? []))
  const named =
    alertname !== undefined && frontMatter.alertnames.some((name) => !within.has(name) && fits(name, alertname))
  return named ? { by: 'matches', reason: 'matched by alertname in its front matter' } : undefined
}

function byAlertName(runbook: Runbook, { labels }: AlertWords): Found | undefined {
  const alertname = own(labels, 'alertname')
  if (!alertname) return undefined
  if (runbook.titleFrom !== 'file name' && sameName(runbook.title, alertname))
    return { by: 'alertname', reason: 'matched by alertname, which is its title' }
  if (runbook.parts.some(({ level, heading }) => level === 1 && sameName(heading, alertname))) {
    return { by: 'alertname', reason: 'matched by alertname, which is its heading' }
  }
  if (sameName(fileStem(runbook.path), alertname))
    return { by: 'alertname', reason: 'matched by alertname, which is its file name' }
  const scenario = scenarioOfName(runbook, alertname)
  return scenario
    ? { by: 'alertname', reason: `matched by alertname, which is its section "${scenario.title}"` }
    : undefined
}

const urlOf = ({ annotations }: AlertWords): string | undefined =>
  own(annotations, 'runbook_url') ?? own(annotations, 'runbook') ?? own(annotations, 'runbookUrl')

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
  const named = frontMatter.scenarios.find(({ alertnames }) => alertnames.some((name) => fits(name, alertname)))
  return (
    scenarios.find(
      ({ id, title }) => named && (id === named.id || (named.title !== undefined && title === named.title)),
    ) ?? scenarios.find(({ title }) => [title, ...namesIn(title)].some((name) => sameName(name, alertname)))
  )
}

function scenarioOfAddress({ scenarios }: Runbook, url: string): Scenario | undefined {
  const anchor = plainAnchor(addressOf(url).fragment)
  return scenarios.find(({ id, title }) => anchor !== '' && [id, title].map(plainAnchor).includes(anchor))
}

function labelsHold(matcher: LabelMatcher, labels: Readonly<Record<string, string>>): boolean {
  return Object.entries(matcher).every(([label, allowed]) => {
    const value = own(labels, label)
    return value !== undefined && allowed.some((pattern) => fits(pattern, value))
  })
}

/** Whether a value fits a pattern in which `*` stands for any run of characters. One pass over the value for each piece. */
function fits(pattern: string, value: string): boolean {
  const pieces = pattern.split('*')
  const [first = '', ...rest] = pieces
  if (rest.length === 0) return pattern === value
  const last = rest.pop() ?? ''
  if (!value.startsWith(first) || value.length < first.length + last.length || !value.endsWith(last)) return false
  let position = first.length
  const limit = value.length - last.length
  return rest.every((piece) => {
    const at = value.indexOf(piece, position)
    position = at + piece.length
    return at >= 0 && position <= limit
  })
}

function own(words: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(words, key) ? words[key] : undefined
}

/** Names as people write them: KubePodNotReady, kube-pod-not-ready and "Kube pod not ready" are one, and so are "Alert: Ring full" and "Ring full". */
function sameName(one: string, other: string): boolean {
  const others = plainNames(other)
  return plainNames(one).some((name) => name !== '' && others.includes(name))
}

/** A name as it stands, and without what says of what kind it is: only the first finds Alertmanager in "alert-manager". */
function plainNames(name: string): readonly string[] {
  const plain = name.normalize('NFKC').toLowerCase()
  const bare = plain.replace(SAYS_OF_WHAT_KIND, '')
  return (bare === plain ? [plain] : [plain, bare]).map((each) => each.replace(/[^\p{L}\p{M}\p{N}]/gu, ''))
}

const SAYS_OF_WHAT_KIND = /^(?:runbook|playbook|alert)\s*[:\u2013-]\s*/

function fileStem(path: string): string {
  return withoutEnding(path.replaceAll('\\', '/').split('/').at(-1) ?? '')
}

/** The names on a path, without endings; the last one of an index file is its folder's, for every folder has a README. */
function segmentsOf(path: string): readonly string[] {
  const segments = path
    .replaceAll('\\', '/')
    .split('/')
    .filter((segment) => segment !== '')
  const last = withoutEnding(segments.at(-1) ?? '').replace(/\.html?$/i, '')
  return /^_?(?:index|readme)$/i.test(last) ? segments.slice(0, -1) : [...segments.slice(0, -1), last]
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
