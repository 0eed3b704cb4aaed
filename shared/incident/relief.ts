import { isPagingAllowed, nextPagingStart } from '../schedule/paging-hours.ts'
import { isTimeZone, momentInWords } from '../schedule/wall-clock.ts'
import type { LadderContext } from './ladder-context.ts'
import type { PagingHours, Relief } from './primitives.ts'

/** The worst severity keeps the normal ladder, whatever was agreed: nobody means it when they relax a holiday. */
const NEVER_RELAXED_SEVERITY = 1

/** What of an incident decides on its relief; also of one that is only being declared, for the preview of its ladder. */
export type Relaxed = Pick<LadderContext, 'severity' | 'severityChangedAt' | 'reliefSetAsideAt' | 'originAt'> & {
  readonly declaration: Pick<LadderContext['declaration'], 'relief'>
}

const clockTime = /^([01]\d|2[0-3]):[0-5]\d$/

/** Whether this machine can make sense of agreed hours: a log may name a zone that it has never heard of. */
export const areReadable = ({ from, to, timezone }: Omit<PagingHours, 'days'>): boolean =>
  clockTime.test(from) && clockTime.test(to) && isTimeZone(timezone)

const isWithin = ({ startsAt, endsAt }: Relief, atMs: number): boolean =>
  Date.parse(startsAt) <= atMs && atMs < Date.parse(endsAt)

const snapshotted = ({ declaration }: Relaxed): readonly Relief[] => declaration.relief ?? []

/** How many times slower the ladder's clock runs at an instant (epoch ms); of two modes the tighter counts. */
function paceAt(reliefs: readonly Relief[], atMs: number): number {
  const paces = reliefs.filter((each) => isWithin(each, atMs)).map(({ stretch }) => stretch ?? 1)
  return paces.length === 0 ? 1 : Math.min(...paces)
}

/** When a delay from an origin (epoch ms) is over on a clock that runs slower within each relief: the piecewise integral. */
function stretchedDueAtMs(reliefs: readonly Relief[], originMs: number, delayMs: number): number {
  const edges = reliefs
    .flatMap(({ startsAt, endsAt }) => [Date.parse(startsAt), Date.parse(endsAt)])
    .filter((edgeMs) => edgeMs > originMs)
    .sort((one, other) => one - other)
  let atMs = originMs
  let leftMs = delayMs
  for (const edgeMs of edges) {
    const pace = paceAt(reliefs, atMs)
    const spentMs = (edgeMs - atMs) / pace
    if (spentMs >= leftMs) return Math.ceil(atMs + leftMs * pace)
    leftMs -= spentMs
    atMs = edgeMs
  }
  return Math.ceil(atMs + leftMs)
}

/** Since when (epoch ms) the normal ladder holds again: set aside by hand, or raised to a severity that is never relaxed. */
function liftedAtMs({ reliefSetAsideAt, severity, severityChangedAt }: Relaxed): number | null {
  const instants = [
    ...(reliefSetAsideAt === null ? [] : [Date.parse(reliefSetAsideAt)]),
    ...(severity > NEVER_RELAXED_SEVERITY
      ? []
      : [severityChangedAt === null ? Number.NEGATIVE_INFINITY : Date.parse(severityChangedAt)]),
  ]
  return instants.length === 0 ? null : Math.min(...instants)
}

/**
 * When a delay of the ladder (ms) is over, epoch ms, with the relief agreed at declaration (E15).
 * A relief that is lifted while a rung is past its normal time makes it due at that moment, and never later than relaxed.
 */
export function relaxedDueAtMs(context: Relaxed, delayMs: number): number {
  const originMs = Date.parse(context.originAt)
  const normalMs = originMs + delayMs
  const reliefs = snapshotted(context)
  if (reliefs.length === 0) return normalMs
  const relaxedMs = stretchedDueAtMs(reliefs, originMs, delayMs)
  const liftedMs = liftedAtMs(context)
  return liftedMs === null ? relaxedMs : Math.min(relaxedMs, Math.max(normalMs, liftedMs))
}

/** The reliefs that hold at an instant (epoch ms): none once set aside, none for the worst severity. */
export const reliefInForce = (context: Relaxed, atMs: number): readonly Relief[] =>
  liftedAtMs(context) === null ? snapshotted(context).filter((each) => isWithin(each, atMs)) : []

/** The reliefs that hold or will still come, soonest first: what a person may set aside. */
export const reliefAhead = (context: Relaxed, atMs: number): readonly Relief[] =>
  context.reliefSetAsideAt === null ? snapshotted(context).filter(({ endsAt }) => atMs < Date.parse(endsAt)) : []

/** When a severity that waits pages again under one relief, UTC ISO; null when it need not wait at this instant (epoch ms). */
function waitsUntil({ severityFloor, hours, endsAt }: Relief, severity: number, atMs: number): string | null {
  if (severityFloor === null || severity <= severityFloor) return null
  if (hours === null || !areReadable(hours) || isPagingAllowed(hours, atMs)) return null
  const opensAt = nextPagingStart(hours, atMs)
  return opensAt < endsAt ? opensAt : endsAt
}

/**
 * Why a relief makes a page wait at an instant (epoch ms), in words, or null when none does (E15).
 * Only a severity that every mode in force names waits, so no agreement silences more than it says.
 */
export function reliefRefusal(context: Relaxed, atMs: number): string | null {
  const inForce = reliefInForce(context, atMs)
  const waits = inForce.map((each) => waitsUntil(each, context.severity, atMs)).filter((until) => until !== null)
  const [first] = inForce
  if (first === undefined || waits.length < inForce.length) return null
  const opensAt = waits.toSorted()[0] ?? first.endsAt
  return `SEV-${context.severity} waits until morning, agreed for "${first.reason}": not before ${momentInWords(opensAt, first.hours?.timezone ?? 'UTC')}`
}
