import type { Rung } from '../schedule/policy.ts'
import { dateAt, dateInWords, timeAt } from '../schedule/wall-clock.ts'
import { checklistOf, isOpenStep, parsedPin } from './checklist.ts'
import { comingRungs, type Deadline, openDeadlines } from './deadlines.ts'
import type { FactRecord } from './facts/fact-catalog.ts'
import { handoffFindings } from './handoff-findings.ts'
import type { IncidentState } from './incident-state.ts'
import { gateWords, otherProgressWords, progressWords, spanInWords } from './incident-words.ts'
import type { LadderContext } from './ladder-context.ts'

/** One part of a packet: a heading and its lines, never without a line. */
export type HandoffSection = { readonly heading: string; readonly lines: readonly string[] }

/** What somebody must know to go on where another stopped (E10), in the order in which they need it. */
export type HandoffPacket = {
  readonly incident: string
  readonly title: string
  readonly sections: readonly HandoffSection[]
}

/** When and where the packet is read: epoch ms, and the wall of the reader (IANA zone). */
type Reading = { readonly nowMs: number; readonly zone: string }

/** `18:30 (13:00 UTC)` on the reader's wall, with the day in front where it is another one. */
function clockWords(atMs: number, { nowMs, zone }: Reading): string {
  const day = dateAt(atMs, zone) === dateAt(nowMs, zone) ? '' : `${dateInWords(dateAt(atMs, zone))} `
  return zone === 'UTC' ? `${day}${timeAt(atMs, zone)} UTC` : `${day}${timeAt(atMs, zone)} (${timeAt(atMs, 'UTC')} UTC)`
}

const fromNow = (atMs: number, nowMs: number): string =>
  atMs > nowMs ? `in ${spanInWords(atMs - nowMs)}` : `${spanInWords(nowMs - atMs)} ago`

function standing(state: IncidentState, reading: Reading): string[] {
  const { context, value } = state.ladder
  const originMs = Date.parse(context.originAt)
  const stoppedAt = context.mitigatedAt ?? context.resolvedAt
  const age = spanInWords((stoppedAt === null ? reading.nowMs : Date.parse(stoppedAt)) - originMs)
  const escalation = {
    holding: 'nobody told yet',
    debugBudgetSpent: 'debug budget spent',
    secondaryNotified: 'secondary told',
    leadEscalated: 'lead told',
  }[value.escalation]
  const impact = context.impactStartedAt === null ? [] : [Date.parse(context.impactStartedAt)]
  const owner = context.roles.commander?.name ?? 'nobody'
  const touched = [
    ...state.data.affected.map((dataset) => `affected: ${dataset}`),
    ...state.data.quarantined.map((dataset) => `held back: ${dataset}`),
    ...state.data.backfills.map(({ dataset, verified }) => `backfill ${verified ? 'verified' : 'planned'}: ${dataset}`),
  ]
  return [
    `SEV-${context.severity}, ${value.lifecycle}, ${escalation}; ${owner} commands it.`,
    `${stoppedAt === null ? 'Open' : 'It lasted'} for ${age}, counted from ${clockWords(originMs, reading)}.`,
    ...impact.map((atMs) => `The impact began ${clockWords(atMs, reading)}.`),
    gateWords(state),
    progressWords(state),
    ...otherProgressWords(state),
    ...(touched.length === 0 ? [] : [`Data: ${touched.join('; ')}.`]),
  ]
}

function rungWords(rung: Rung, { declaration }: LadderContext): string {
  if (rung.action.do === 'ask') return 'the commander is asked: still stuck?'
  const { who } = rung.action
  const named = who === 'secondary' ? declaration.secondary : who === 'lead' ? declaration.lead : null
  return named === null ? `the ${who} is told` : `${named.name} is told (${who})`
}

function deadlineWords(deadline: Deadline, context: LadderContext): string {
  switch (deadline.kind) {
    case 'rung':
    case 'telling':
      return rungWords(deadline.rung, context)
    case 'question':
      return 'the commander is asked again: still stuck?'
    case 'acknowledgement':
      return `${deadline.notification.person.name} must have answered, else the next call goes out`
    case 'update':
      return 'a status update is promised'
  }
}

function comingNext(state: IncidentState, reading: Reading): string[] {
  const { context } = state.ladder
  const coming = new Set(comingRungs(context).map(({ id }) => id))
  const deadlines = openDeadlines(context, state.data.updatePromisedFor).filter(
    (each) => each.kind !== 'rung' || coming.has(each.rung.id),
  )
  const open = context.question.state === 'open' ? ['“Still stuck?” stands open and wants an answer.'] : []
  const timed = deadlines.map((each) => {
    const when = `${clockWords(each.dueAtMs, reading)}, ${fromNow(each.dueAtMs, reading.nowMs)}`
    return `${when}: ${deadlineWords(each, context)}.`
  })
  return [...open, ...timed]
}

/** Those who were told in this epoch and never answered; each once, the last time they were told. */
function notReached(context: LadderContext, reading: Reading): string[] {
  const answered = new Set(
    context.notifications.filter(({ status }) => status === 'acknowledged').map(({ person }) => person.id),
  )
  const told = new Map(
    context.notifications.filter(({ person }) => !answered.has(person.id)).map((each) => [each.person.id, each]),
  )
  return [...told.values()].map(
    ({ person, role, attempt, requestedAt }) =>
      `${person.name} (${role}), told ${clockWords(Date.parse(requestedAt), reading)}, attempt ${attempt}`,
  )
}

function openSteps(state: IncidentState): string[] {
  if (state.run === null) return []
  return checklistOf(state.run, parsedPin(state.run)).flatMap((item, index) =>
    isOpenStep(item)
      ? [`${index + 1}. ${item.step.text}${item.progress?.isStuck === true ? ' (stuck here)' : ''}`]
      : [],
  )
}

/**
 * The packet of a hand-over, from the log alone: the same log and instant (epoch ms) give the same packet (E10).
 * `zone` is the wall on which its reader reads the time; UTC stands beside it, because logs speak UTC.
 */
export function handoffPacket(
  state: IncidentState,
  records: readonly FactRecord[],
  nowMs: number,
  zone = 'UTC',
): HandoffPacket {
  const { context } = state.ladder
  const reading = { nowMs, zone }
  const found = handoffFindings(state, records)
  const status = found.statuses.at(-1)
  const evidence = found.evidence === 1 ? '1 piece' : `${found.evidence} pieces`
  const sections: readonly HandoffSection[] = [
    { heading: 'Where it stands', lines: standing(state, reading) },
    { heading: 'What comes next', lines: comingNext(state, reading) },
    { heading: 'Open steps', lines: openSteps(state) },
    { heading: 'Told and not reached', lines: notReached(context, reading) },
    { heading: 'Still suspected', lines: found.suspected },
    { heading: 'Ruled out', lines: found.ruledOut },
    { heading: 'Decided', lines: found.decisions },
    {
      heading: 'Last update given',
      lines: status === undefined ? [] : [`${clockWords(Date.parse(status.at), reading)}: ${status.text}`],
    },
    { heading: 'Evidence', lines: found.evidence === 0 ? [] : [`${evidence} in the timeline`] },
  ]
  return { incident: state.incident, title: context.title, sections: sections.filter(({ lines }) => lines.length > 0) }
}

/** A packet as plain text, to be pasted wherever the receiver reads. */
export function handoffText(packet: HandoffPacket): string {
  const parts = packet.sections.map(({ heading, lines }) =>
    [heading, ...lines.map((line) => `- ${line.replaceAll('\n', '\n  ')}`)].join('\n'),
  )
  return [`Hand-over of ${packet.title} (${packet.incident})`, ...parts].join('\n\n')
}
