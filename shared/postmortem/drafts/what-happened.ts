import type { FactOf } from '../../incident/facts/fact-catalog.ts'
import { ruledOutBy } from '../../incident/ruled-out.ts'
import { inlineText } from '../escape-markdown.ts'
import { entriesOf, type LogEntry, lastOf } from '../read-log.ts'
import { spokenDuration } from '../spoken-time.ts'
import { alertLines } from './alerts-told.ts'
import { bullet, type Draft, type DraftSource, when } from './draft.ts'

const detectors = { person: 'a person', alert: 'an alert', sla: 'the SLA deadline itself' } as const

const lasted = (source: DraftSource, name: 'mitigate' | 'resolve'): string => {
  const metric = source.metrics[name]
  if (metric.kind !== 'recorded') return ''
  const from = metric.fromFact === source.log.declared?.fact.id && !isImpactAtDeclaration(source, name)
  return `, ${spokenDuration(metric.ms)} after ${from ? 'detection' : 'the impact began'}`
}

/** A declaration may state the impact's start too: then its id alone does not tell which of the two is meant. */
const isImpactAtDeclaration = (source: DraftSource, name: 'mitigate' | 'resolve'): boolean =>
  name === 'mitigate' && (source.log.declared?.fact.data.impactStartedAt ?? null) !== null

function endWords(source: DraftSource): readonly string[] {
  const { mitigated, resolved } = source.log
  return [
    mitigated === null ? '' : `Mitigated at ${when(source, mitigated.at)}${lasted(source, 'mitigate')}.`,
    resolved === null
      ? 'It is not resolved yet.'
      : `Resolved at ${when(source, resolved.at)}${lasted(source, 'resolve')}.`,
  ].filter((words) => words !== '')
}

/** Summary: what, where, how bad, from when to when. One paragraph. */
export function draftSummary(source: DraftSource): Draft {
  const { declared } = source.log
  if (declared === null) return { lines: [], open: ['what happened; the log has no declaration.'] }
  const { pipeline, dataset, detectedBy } = declared.fact.data
  const cameBack = entriesOf(source.log, 'incident.recurred').length + entriesOf(source.log, 'incident.reopened').length
  const place = [
    ...(source.severity === null ? [] : [`SEV-${source.severity}`]),
    ...(pipeline === null ? [] : [`pipeline "${pipeline.name}"`]),
    ...(dataset === null ? [] : [`dataset ${dataset}`]),
  ]
  const sentences = [
    `${source.title}.`,
    ...(place.length === 0 ? [] : [`${place.join(', ')}.`]),
    `Detected by ${detectors[detectedBy]} at ${when(source, declared.at)}.`,
    ...endWords(source),
    ...(cameBack === 0 ? [] : [`It came back ${cameBack === 1 ? 'once' : `${cameBack} times`}.`]),
  ]
  return { lines: [inlineText(sentences.join(' '))], open: [] }
}

function slaLine(source: DraftSource): string {
  const slaAt = source.log.declared?.fact.data.slaAt ?? null
  if (slaAt === null) return bullet('SLA', 'none recorded for this incident.')
  const end = source.log.mitigated ?? source.log.resolved
  if (end === null) return bullet('SLA', `due at ${when(source, slaAt)}; the incident is still open.`)
  const lateMs = Date.parse(end.at) - Date.parse(slaAt)
  const words = lateMs > 0 ? `missed by ${spokenDuration(lateMs)}` : 'met'
  return bullet('SLA', `due at ${when(source, slaAt)}, ${words}.`)
}

const datasetLine = (label: string) => (entry: LogEntry & { fact: { data: { dataset: string; detail: string } } }) =>
  bullet(label, `${entry.fact.data.dataset}: ${entry.text ?? entry.fact.data.detail}`)

function publicationLine(source: DraftSource): string | null {
  const stated = lastOf(source.log, 'publication.stated')
  if (stated === null || stated.fact.data.published === 'unknown') return null
  const { published, detail } = stated.fact.data
  const words = stated.text ?? detail
  return bullet('Bad data published', `${published}${words === undefined ? '.' : `. ${words}`}`)
}

/** Impact: datasets, consumers, SLA, publication, and what only people know: money and decisions. */
export function draftImpact(source: DraftSource): Draft {
  const affected = entriesOf(source.log, 'dataset.affected').map(datasetLine('Dataset affected'))
  const quarantined = entriesOf(source.log, 'dataset.quarantined').map(datasetLine('Dataset quarantined'))
  const publication = publicationLine(source)
  const start = lastOf(source.log, 'impact.stated')?.at ?? source.log.declared?.fact.data.impactStartedAt ?? null
  const consumers = source.consumers.length === 0 ? [] : [bullet('Consumers downstream', source.consumers.join(', '))]
  return {
    lines: [
      ...(start === null ? [] : [bullet('Impact started', when(source, start))]),
      ...affected,
      ...quarantined,
      slaLine(source),
      ...(publication === null ? [] : [publication]),
      ...consumers,
    ],
    open: [
      ...(start === null ? ['when the impact began.'] : []),
      ...(affected.length === 0 ? ['which datasets were affected.'] : []),
      ...(publication === null ? ['whether bad data was published, and to whom.'] : []),
      'who used the data meanwhile, and which money or decisions it touched.',
    ],
  }
}

/** Detection: when, by what, and the question how it would be halved. */
export function draftDetection(source: DraftSource): Draft {
  const { declared } = source.log
  const metric = source.metrics.detect
  const took =
    metric.kind === 'recorded'
      ? [bullet('Time to detect', spokenDuration(metric.ms))]
      : metric.kind === 'pending'
        ? []
        : [bullet('Time to detect', `not recorded. ${metric.why}`)]
  return {
    lines: [
      ...(declared === null
        ? []
        : [bullet('Detected', `${when(source, declared.at)} by ${detectors[declared.fact.data.detectedBy]}`)]),
      ...took,
      ...alertLines(source.log),
    ],
    open: ['how we would detect this in half the time.'],
  }
}

/** Contributing factors: what was suspected and not ruled out is the only thing that facts can offer. */
export function draftFactors(source: DraftSource): Draft {
  const saidOf = (entry: LogEntry<FactOf<'hypothesis.raised' | 'hypothesis.ruledOut'>>) => ({
    id: entry.fact.id,
    text: entry.text ?? entry.fact.data.text,
  })
  const isRuledOut = ruledOutBy(
    entriesOf(source.log, 'hypothesis.ruledOut').map((entry) => ({ ...saidOf(entry), of: entry.fact.data.of })),
  )
  const standing = entriesOf(source.log, 'hypothesis.raised')
    .map(saidOf)
    .filter((raised) => !isRuledOut(raised))
  return {
    lines: standing.map(({ text }) => bullet('Suspected, not ruled out', text)),
    open: [
      'the trigger: what changed just before it began.',
      'technical factors: what in the system made this possible, or made it worse.',
      'human factors: what people could and could not see, what they were told, how tired they were.',
    ],
  }
}
