import { rungDeadlineId } from '../../../../shared/incident/deadline-ids.ts'
import { nextRung, rungDueAtMs } from '../../../../shared/incident/deadlines.ts'
import { type EscalationLevel, levelOfRung } from '../../../../shared/incident/escalation-level.ts'
import type { LadderContext, RungProgress } from '../../../../shared/incident/ladder-context.ts'
import { fallsTo, personInRole } from '../../../../shared/schedule/falls-to.ts'
import type { Rung } from '../../../../shared/schedule/policy.ts'
import { noCandidates, type RungCandidates, rungCandidates } from '../../../../shared/schedule/rung-candidates.ts'
import type { Team } from '../../../../shared/schedule/team.ts'
import { withSpokenDates } from '../../../ui/time-words.ts'

/** One rung as the ladder shows it. */
export type LadderRow = {
  readonly rung: Rung
  readonly level: EscalationLevel
  readonly deadlineId: string
  readonly dueAtMs: number
  readonly progress: RungProgress
  readonly isNext: boolean
  /** Whom it tells, as the schedule and the leave calendar say now; nobody for the question. */
  readonly told: RungCandidates
}

/** Whom a rung would tell now; whoever commands the incident is passed over, as the host does. */
export function toldBy(context: LadderContext, team: Team, rung: Rung, nowMs: number): RungCandidates {
  if (rung.action.do === 'ask') return noCandidates
  const handling = context.roles.commander === null ? [] : [context.roles.commander.id]
  return rungCandidates(team, context.declaration.pipeline?.id ?? '', rung.action.who, nowMs, handling)
}

/** The policy's rungs in order, each with what has become of it. */
export function ladderRows(context: LadderContext, team: Team, nowMs: number): readonly LadderRow[] {
  const next = nextRung(context)
  return context.policy.rungs.flatMap((rung): LadderRow[] => {
    const progress = context.rungs[rung.id]
    if (progress === undefined) return []
    const deadlineId = rungDeadlineId(rung.id, context.epoch)
    const dueAtMs = rungDueAtMs(context, rung)
    const isNext = rung.id === next?.id
    return [
      {
        rung,
        level: levelOfRung(rung),
        deadlineId,
        dueAtMs,
        progress,
        isNext,
        told: toldBy(context, team, rung, nowMs),
      },
    ]
  })
}

/** What a rung is called: its question, or the person in their capacity. */
export function rungTitle(row: LadderRow, context: LadderContext): string {
  const { action } = row.rung
  if (action.do === 'ask') return 'Debug budget: still stuck?'
  const { secondary, lead } = context.declaration
  switch (action.who) {
    case 'secondary':
      return secondary === null ? 'Secondary owner' : `${secondary.name}, secondary`
    case 'lead':
      return lead === null || lead.name === 'Data lead' ? 'Data lead' : `${lead.name}, lead`
    case 'backup':
      return 'Backup on call'
    default:
      return row.told.candidates[0]?.person.name ?? action.who
  }
}

/** Who really gets the call, when it is not the one the rung names. */
export function rowFallsTo(row: LadderRow): { readonly because: string; readonly to: string | null } | null {
  if (row.rung.action.do === 'ask') return null
  const falls = fallsTo(row.rung.action.who, row.told)
  return falls && { because: withSpokenDates(falls.because), to: falls.to && personInRole(falls.to) }
}

/** Whom the next telling rung reaches, for the words under the clock. */
export function toldName(row: LadderRow, context: LadderContext): string {
  return row.told.candidates[0]?.person.name ?? rungTitle(row, context)
}
