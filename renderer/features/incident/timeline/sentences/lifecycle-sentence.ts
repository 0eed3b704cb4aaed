import type { Fact } from '../../../../../shared/incident/facts/fact-catalog.ts'
import { assertNever } from '../../../../../shared/kit/assert-never.ts'
import type { Names, Sentence } from './sentence.ts'

export type LifecycleFact = Extract<
  Fact,
  {
    type:
      | `incident.${string}`
      | `role.${string}`
      | `handoff.${string}`
      | 'severity.changed'
      | 'impact.stated'
      | 'relief.setAside'
  }
>

const withNote = (note: string | undefined): { detail?: string } => (note === undefined ? {} : { detail: note })

function ofDeclaration(fact: Extract<LifecycleFact, { type: 'incident.declared' }>, names: Names): Sentence {
  const { title, severity, detectedAt, detectedBy, slaAt, pipeline } = fact.data
  const by = { person: 'by a person', alert: 'by an alert', sla: 'by its SLA passing' }[detectedBy]
  const sla = slaAt === null ? '' : `, SLA ${names.time(slaAt)}`
  const relaxed = (fact.data.relief ?? []).map(({ reason }) => `, ladder relaxed by “${reason}”`).join('')
  const where = pipeline === null ? '' : `, ${pipeline.name}`
  const detail = `SEV-${severity}, detected ${names.time(detectedAt)} ${by}${sla}${where}${relaxed}`
  return { mark: 'declared', tone: 'lead', lead: 'Declared:', text: title, detail }
}

/** What happened to the incident as a whole. */
export function lifecycleSentence(fact: LifecycleFact, by: string, names: Names): Sentence {
  switch (fact.type) {
    case 'incident.declared':
      return ofDeclaration(fact, names)
    case 'incident.acknowledged':
      return { mark: 'person', tone: 'debug', text: `${by} acknowledged it`, ...withNote(fact.data.note) }
    case 'incident.mitigated':
      return { mark: 'done', tone: 'mitigated', lead: 'Mitigated', text: `by ${by}`, ...withNote(fact.data.note) }
    case 'incident.recurred':
      return {
        mark: 'declared',
        tone: 'lead',
        lead: 'Recurring:',
        text: fact.data.reason,
        detail: 'The ladder starts anew',
      }
    case 'incident.resolved':
      return { mark: 'done', tone: 'resolved', lead: 'Resolved', text: `by ${by}`, ...withNote(fact.data.note) }
    case 'incident.reopened':
      return {
        mark: 'declared',
        tone: 'lead',
        lead: 'Reopened:',
        text: fact.data.reason,
        detail: 'The ladder starts anew',
      }
    case 'incident.reviewed':
      return { mark: 'done', tone: 'resolved', lead: 'Reviewed', text: `by ${by}`, ...withNote(fact.data.note) }
    case 'incident.closed':
      return { mark: 'done', tone: 'holding', lead: 'Closed', text: `by ${by}`, ...withNote(fact.data.note) }
    case 'incident.retitled':
      return { mark: 'edit', lead: 'New title:', text: fact.data.title }
    case 'impact.stated':
      return { mark: 'data', lead: 'Impact began', text: names.time(fact.data.startedAt), ...withNote(fact.data.note) }
    case 'severity.changed': {
      const { from, to, reason } = fact.data
      const tone = to < from ? ({ tone: 'lead' } as const) : {}
      return { mark: 'alert', ...tone, lead: `SEV-${from} to SEV-${to}`, text: `by ${by}`, ...withNote(reason) }
    }
    case 'relief.setAside':
      return { mark: 'clock', lead: 'Normal ladder', text: `set by ${by}`, ...withNote(fact.data.reason) }
    case 'role.assumed':
      return { mark: 'person', text: `${fact.data.person.name} took the role of ${fact.data.role}` }
    case 'role.renounced':
      return { mark: 'person', text: `${fact.data.person.name} gave up the role of ${fact.data.role}` }
    case 'handoff.offered':
      return { mark: 'person', lead: 'Hand-over offered', text: `to ${fact.data.to.name}`, ...withNote(fact.data.note) }
    case 'handoff.accepted':
      return { mark: 'person', tone: 'debug', lead: 'Hand-over accepted', text: `by ${fact.data.person.name}` }
    case 'handoff.declined':
      return {
        mark: 'person',
        lead: 'Hand-over declined',
        text: `by ${fact.data.person.name}`,
        ...withNote(fact.data.reason),
      }
    case 'handoff.withdrawn':
      return { mark: 'person', lead: 'Hand-over withdrawn', text: `by ${by}`, ...withNote(fact.data.reason) }
    default:
      return assertNever(fact)
  }
}
