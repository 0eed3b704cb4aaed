import type { FactRecord } from '../incident/facts/fact-catalog.ts'
import type { Severity } from '../incident/primitives.ts'
import { actionItemsOf } from './action-items.ts'
import { type DraftSource, draftMarkdown } from './drafts/draft.ts'
import { draftSections } from './drafts/draft-sections.ts'
import { oneLine } from './escape-markdown.ts'
import { measureLog } from './measure-incident.ts'
import { peopleOf } from './people-of-incident.ts'
import {
  type Postmortem,
  type PostmortemContext,
  type PostmortemSection,
  type Redaction,
  type SectionId,
  sectionIds,
  sectionTitles,
} from './postmortem.ts'
import { entriesOf, type IncidentLog, lastOf, readLog } from './read-log.ts'
import { reviewPostmortem } from './review-postmortem.ts'
import { shownZone } from './spoken-time.ts'
import { timelineOf, withoutAbsent } from './timeline-rows.ts'

/** The last words for each part, in the order in which parts were first written. Blank words give the draft back. */
function proseBySection(log: IncidentLog): ReadonlyMap<string, string | null> {
  const prose = new Map<string, string | null>()
  for (const { fact } of entriesOf(log, 'postmortem.edited')) {
    prose.set(fact.data.section, fact.data.text.trim() === '' ? null : fact.data.text)
  }
  return prose
}

const isSectionId = (id: string): id is SectionId => (sectionIds as readonly string[]).includes(id)

function toSection(id: string, prose: string | null, source: DraftSource): PostmortemSection {
  const draft = isSectionId(id) ? draftSections[id](source) : { lines: [], open: [] }
  const drafted = draftMarkdown(draft)
  return {
    id,
    title: isSectionId(id) ? sectionTitles[id] : oneLine(id),
    draft: drafted,
    known: draftMarkdown({ lines: draft.lines, open: [] }),
    prose,
    text: prose === null ? drafted : source.log.clean(prose).text,
    open: prose === null ? draft.open : [],
  }
}

function redactionsOf(log: IncidentLog, prose: ReadonlyMap<string, string | null>): Redaction[] {
  const inFacts = log.entries.flatMap((entry) => entry.leftOut.map((name) => ({ where: entry.fact.id, name })))
  const inProse = [...prose].flatMap(([where, text]) => log.clean(text ?? '').leftOut.map((name) => ({ where, name })))
  return [...inFacts, ...inProse]
}

const titleOf = (log: IncidentLog): string =>
  lastOf(log, 'incident.retitled')?.fact.data.title ?? log.declared?.fact.data.title ?? `Incident ${log.incident}`

const severityOf = (log: IncidentLog): Severity | null =>
  lastOf(log, 'severity.changed')?.fact.data.to ?? log.declared?.fact.data.severity ?? null

/** Names from the log first, so that an old postmortem keeps its words when team.yaml changes. */
const withNames = (log: IncidentLog, context: PostmortemContext): IncidentLog => ({
  ...log,
  people: new Map([...Object.entries(context.workspaceNames?.people ?? {}), ...log.people]),
})

/**
 * The postmortem of a log: drafts from its facts, the words that people wrote over them, metrics, timeline, action items
 * and what a reviewer would ask. Pure and total: the same facts and context give the same value (P1), in linear time.
 */
export function composePostmortem(facts: readonly FactRecord[], context: PostmortemContext): Postmortem {
  const level = context.redaction ?? 'secrets'
  const log = withNames(readLog(facts, level, context.secrets), context)
  const source: DraftSource = {
    log,
    metrics: measureLog(log),
    title: titleOf(log),
    severity: severityOf(log),
    timezone: shownZone(context.timezone),
    consumers: context.workspaceNames?.consumers ?? [],
  }
  const prose = proseBySection(log)
  const foreignIds = [...prose.keys()].filter((id) => !isSectionId(id) && prose.get(id) !== null)
  const composed = {
    incident: log.incident,
    title: source.title,
    severity: source.severity,
    pipeline: log.declared?.fact.data.pipeline ?? null,
    dataset: log.declared?.fact.data.dataset ?? null,
    status: log.lifecycle ?? ('unknown' as const),
    head: log.head,
    timezone: source.timezone,
    detectedAt: log.declared?.at ?? null,
    people: peopleOf(log),
    metrics: source.metrics,
    sections: [...sectionIds, ...foreignIds].map((id) => toSection(id, prose.get(id) ?? null, source)),
    timeline: withoutAbsent(timelineOf(log), context.absentEvidence ?? []),
    actions: actionItemsOf(log),
    foreign: log.foreign,
    redaction: level,
    redactions: redactionsOf(log, prose),
    notHidden: (context.notHidden ?? []).map((written) => log.clean(written).text),
    toldNowhere: (context.toldNowhere ?? []).map((written) => log.clean(written).text),
    template: context.template ?? null,
  }
  return { ...composed, findings: reviewPostmortem(composed) }
}
