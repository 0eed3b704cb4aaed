import type { IncidentSummary, Integrity } from '../../shared/contract/incident-summary.ts'
import { currentStep } from '../../shared/incident/checklist.ts'
import { nextRung, rungDueAtMs } from '../../shared/incident/deadlines.ts'
import type { IncidentState } from '../../shared/incident/incident-state.ts'
import type { Rung } from '../../shared/schedule/policy.ts'

/** Says what a rung will do, short enough to stand under a clock. */
function wordsOf(rung: Rung, state: IncidentState): string {
  if (rung.action.do === 'ask') return 'still stuck?'
  const { secondary, lead } = state.ladder.context.declaration
  switch (rung.action.who) {
    case 'secondary':
      return secondary?.name ?? 'secondary owner'
    case 'lead':
      return lead?.name ?? 'data lead'
    default:
      return rung.action.who
  }
}

/** The row that stands for an incident wherever its whole log is not needed. */
export function summarize(state: IncidentState, integrity: Integrity): IncidentSummary {
  const { context, value } = state.ladder
  const rung = nextRung(context)
  return {
    incident: state.incident,
    title: context.title,
    pipeline: context.declaration.pipeline,
    severity: context.severity,
    lifecycle: value.lifecycle,
    escalation: value.escalation,
    detectedAt: context.declaration.detectedAt,
    originAt: context.originAt,
    commander: context.roles.commander?.id ?? null,
    mitigatedAt: context.mitigatedAt,
    resolvedAt: context.resolvedAt,
    nextRung:
      rung === null
        ? null
        : {
            rungId: rung.id,
            dueAt: new Date(rungDueAtMs(context, rung)).toISOString(),
            words: wordsOf(rung, state),
            who: rung.action.do === 'tell' ? rung.action.who : null,
          },
    questionOpen: context.question.state === 'open',
    updatePromisedFor: state.data.updatePromisedFor,
    updateMissedFor: state.data.updateMissedFor,
    currentStep: state.run === null ? null : currentStep(state.run),
    seq: state.seq,
    lastAt: state.lastAt,
    integrity,
  }
}
