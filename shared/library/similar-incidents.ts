import { alertnamesOf, type IncidentDigest } from './incident-digest.ts'
import type { IncidentProfile } from './incident-profile.ts'
import { type WrittenLikeness, writtenAlike } from './written-alike.ts'

/** A past incident that is like another, with the reason in words. */
export type SimilarIncident = {
  readonly incident: string
  readonly title: string
  readonly detectedAt: string
  /** Why it is shown, in the order of weight: "Same alert, LateData. Same pipeline. Both mention partition, replica." */
  readonly reason: string
  /** What was written when it ended; null when nothing was. */
  readonly ending: string | null
  readonly score: number
}

/** What each kind of likeness is worth, besides what is written in both. */
const worth = { alert: 4, scenario: 2.5, pipeline: 1.5, runbook: 1, labels: 1 } as const

/** Below this, likeness is chance: the pipeline alone does not make two nights alike. One name or row in common reaches it. */
const LEAST_SCORE = 1.8
/** Labels that every alert has, or that say how bad it is rather than what it is. */
const IDLE_LABELS: ReadonlySet<string> = new Set(['alertname', 'severity', 'priority', 'status', 'env', 'environment'])
const common = (one: readonly string[], other: readonly string[]): readonly string[] =>
  one.filter((each) => other.some((every) => every.toLowerCase() === each.toLowerCase()))

function sharedLabels(one: IncidentDigest, other: IncidentDigest): readonly string[] {
  return Object.entries(one.labels).flatMap(([label, values]) => {
    const theirs = Object.hasOwn(other.labels, label) ? (other.labels[label] ?? []) : []
    const [value] = IDLE_LABELS.has(label) ? [] : common(values, theirs)
    return value === undefined ? [] : [`${label} ${value}`]
  })
}

function compare(one: IncidentProfile, other: IncidentProfile, written: WrittenLikeness): SimilarIncident | null {
  const [mine, theirs] = [one.digest, other.digest]
  const [alert] = common(alertnamesOf(mine), alertnamesOf(theirs))
  const [scenario] = common(mine.scenarios, theirs.scenarios)
  const isSamePipeline = mine.pipeline !== null && mine.pipeline.id === theirs.pipeline?.id
  const isSameRunbook = [...one.runbooks].some((path) => other.runbooks.has(path))
  const labels = sharedLabels(mine, theirs).slice(0, 2)
  const reasons = [
    alert === undefined ? null : { worth: worth.alert, words: `Same alert, ${alert}` },
    scenario === undefined ? null : { worth: worth.scenario, words: `Same scenario, ${scenario}` },
    isSamePipeline ? { worth: worth.pipeline, words: 'Same pipeline' } : null,
    isSameRunbook && !isSamePipeline ? { worth: worth.runbook, words: 'Same runbook' } : null,
    labels.length === 0 ? null : { worth: worth.labels, words: `Same ${labels.join(' and ')}` },
    written.worth === 0 ? null : { worth: written.worth, words: `Both mention ${written.named.join(', ')}` },
  ].filter((each) => each !== null)
  const score = reasons.reduce((total, each) => total + each.worth, 0)
  if (score < LEAST_SCORE) return null
  const reason = reasons.map(({ words }) => `${words}.`).join(' ')
  const { incident, title, detectedAt, ending } = theirs
  return { incident, title, detectedAt, reason, ending, score: Number(score.toPrecision(9)) }
}

/**
 * "Have we seen this before?": the incidents most like one, by its alert's labels, the scenario, the pipeline and the words of
 * title and notes. The most alike first, of equals the latest. An incident is never like itself.
 */
export function similarIncidents(
  target: IncidentProfile,
  all: readonly IncidentProfile[],
  limit: number,
): readonly SimilarIncident[] {
  const others = all.filter(({ digest }) => digest.incident !== target.digest.incident)
  const written = writtenAlike(target, others)
  return others
    .flatMap((other) => compare(target, other, written(other)) ?? [])
    .toSorted((a, b) => b.score - a.score || (a.detectedAt > b.detectedAt ? -1 : a.detectedAt < b.detectedAt ? 1 : 0))
    .slice(0, limit)
}
