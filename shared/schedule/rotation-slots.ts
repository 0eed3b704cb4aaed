import { Temporal } from 'temporal-polyfill'
import type { Override, Rotation } from './team.ts'
import { startOfDayMs, wallTimeMs, weekdayOf } from './wall-clock.ts'

/** The two people on call at any time: who is paged, and who stands behind them. */
export type OnCallRole = 'primary' | 'backup'

/** Who fills a role, by id, and the override that put them there; no `personId` means nobody. */
export type Cover = { readonly personId?: string; readonly scheduledId?: string; readonly override?: Override }

/** A stretch of time, in epoch ms, end excluded, in which neither role changes; infinite at the open end of time before the start. */
export type Slot = {
  readonly startMs: number
  readonly endMs: number
  /** 1 to n, the place in the rotation; null before it starts, or when it has no weeks. */
  readonly week: number | null
  readonly covers: { readonly [role in OnCallRole]: Cover }
}

type BoundedOverride = { readonly override: Override; readonly fromMs: number; readonly toMs: number }

type Timeline = {
  readonly rotation: Rotation
  readonly overrides: readonly BoundedOverride[]
  readonly handoverMs: (week: number) => number
  readonly slotsOf: Map<number, readonly Slot[]>
}

const weekMs = 7 * 24 * 3_600_000
const rememberedWeeks = 600
const timelines = new WeakMap<Rotation, Timeline>()

/** The bounds of a range in epoch ms, end excluded: whole days in the zone, or local date-times as written. */
export function rangeBounds(range: { from: string; to: string }, timezone: string): { fromMs: number; toMs: number } {
  const edge = (text: string, dayAfter: boolean): number => {
    const date = Temporal.PlainDate.from(text.slice(0, 10))
    if (text.length > 10) return wallTimeMs(date, text.slice(11), timezone)
    return startOfDayMs(dayAfter ? date.add({ days: 1 }) : date, timezone)
  }
  return { fromMs: edge(range.from, false), toMs: edge(range.to, true) }
}

function firstHandoverDate({ start, handover }: Rotation): Temporal.PlainDate {
  let date = Temporal.PlainDate.from(start)
  while (weekdayOf(date) !== handover.day) date = date.add({ days: 1 })
  return date
}

function buildTimeline(rotation: Rotation): Timeline {
  const { at, timezone } = rotation.handover
  const firstHandover = firstHandoverDate(rotation)
  return {
    rotation,
    overrides: rotation.overrides.map((override) => ({ override, ...rangeBounds(override, timezone) })),
    handoverMs: (week) => wallTimeMs(firstHandover.add({ days: 7 * week }), at, timezone),
    slotsOf: new Map(),
  }
}

function timelineOf(rotation: Rotation): Timeline {
  const known = timelines.get(rotation)
  if (known) return known
  const built = buildTimeline(rotation)
  timelines.set(rotation, built)
  return built
}

/** The week an instant falls in, from 0; -1 before the rotation. Divides first, then corrects by the wall clock, since DST weeks are not 168 h. */
function weekIndexAt(timeline: Timeline, instantMs: number): number {
  const firstMs = timeline.handoverMs(0)
  if (instantMs < firstMs || timeline.rotation.weeks.length === 0) return -1
  let week = Math.floor((instantMs - firstMs) / weekMs)
  while (timeline.handoverMs(week) > instantMs) week -= 1
  while (timeline.handoverMs(week + 1) <= instantMs) week += 1
  return week
}

type Scheduled = { readonly [role in OnCallRole]?: string | undefined }

/** Does this override speak of this role? By the name on the schedule first, else by the name of whoever stands in by now. */
function appliesTo(override: Override, role: OnCallRole, scheduled: Scheduled, current: string | undefined): boolean {
  if (override.for === undefined) return role === 'primary'
  if (override.for === scheduled.primary || override.for === scheduled.backup) return override.for === scheduled[role]
  return override.for === current
}

function coverAt(timeline: Timeline, instantMs: number, role: OnCallRole, scheduled: Scheduled): Cover {
  let personId = scheduled[role]
  let inForce: Override | undefined
  for (const { override, fromMs, toMs } of timeline.overrides) {
    if (instantMs < fromMs || instantMs >= toMs || !appliesTo(override, role, scheduled, personId)) continue
    personId = override.person
    inForce = override
  }
  const scheduledId = scheduled[role]
  return {
    ...(personId !== undefined && { personId }),
    ...(scheduledId !== undefined && { scheduledId }),
    ...(inForce && { override: inForce }),
  }
}

const sameCover = (one: Cover, other: Cover) => one.personId === other.personId && one.override === other.override

function cutIntoSlots(timeline: Timeline, week: number): readonly Slot[] {
  const { weeks } = timeline.rotation
  const startMs = week < 0 ? Number.NEGATIVE_INFINITY : timeline.handoverMs(week)
  const endMs = weeks.length === 0 ? Number.POSITIVE_INFINITY : timeline.handoverMs(week + 1)
  const place = week < 0 ? null : week % weeks.length
  const scheduled: Scheduled = place === null ? {} : (weeks[place] ?? {})
  const cuts = timeline.overrides.flatMap(({ fromMs, toMs }) => [fromMs, toMs])
  const edges = [...new Set([startMs, ...cuts.filter((cut) => cut > startMs && cut < endMs), endMs])].sort(
    (a, b) => a - b,
  )
  const slots: Slot[] = []
  for (const [index, from] of edges.slice(0, -1).entries()) {
    const to = edges[index + 1] ?? endMs
    const inside = from === Number.NEGATIVE_INFINITY ? to - 1 : from
    const covers = {
      primary: coverAt(timeline, inside, 'primary', scheduled),
      backup: coverAt(timeline, inside, 'backup', scheduled),
    }
    const last = slots.at(-1)
    if (last && sameCover(last.covers.primary, covers.primary) && sameCover(last.covers.backup, covers.backup)) {
      slots[slots.length - 1] = { ...last, endMs: to }
    } else {
      slots.push({ startMs: from, endMs: to, week: place === null ? null : place + 1, covers })
    }
  }
  return slots
}

function slotsOfWeek(timeline: Timeline, week: number): readonly Slot[] {
  const known = timeline.slotsOf.get(week)
  if (known) return known
  if (timeline.slotsOf.size >= rememberedWeeks) timeline.slotsOf.clear()
  const slots = cutIntoSlots(timeline, week)
  timeline.slotsOf.set(week, slots)
  return slots
}

/**
 * The slots of the week that holds an instant, in order and without holes; before the start, those of all time before it.
 * Cheap enough for every incident every second: one division, at most a few wall-clock look-ups, and a memo by rotation.
 */
export function slotsAround(rotation: Rotation, instantMs: number): readonly Slot[] {
  const timeline = timelineOf(rotation)
  return slotsOfWeek(timeline, weekIndexAt(timeline, instantMs))
}

/** The weeks that touch a span of time (epoch ms, end excluded), each as its slots, in order and without holes. */
export function weeksBetween(rotation: Rotation, fromMs: number, toMs: number): readonly (readonly Slot[])[] {
  const weeks: (readonly Slot[])[] = []
  let cursor = fromMs
  while (cursor < toMs) {
    const week = slotsAround(rotation, cursor)
    weeks.push(week)
    cursor = week.at(-1)?.endMs ?? toMs
  }
  return weeks
}
