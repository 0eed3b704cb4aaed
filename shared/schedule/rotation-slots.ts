import type { Layer, Override, Rotation, RotationWeek, TemporarySchedule } from './team.ts'
import { wallTimeOfDay } from './wall-clock.ts'
import { changesBetween, placeOnDuty, type WeeklyClock, weeklyClock } from './weekly-turns.ts'
import { dateOfDay, dayNumber, dayNumberAt, startOfDay, wallMsAt } from './zone-clock.ts'

/** The two people on call at any time: who is paged, and who stands behind them. */
export type OnCallRole = 'primary' | 'backup'

/** Where a name on the schedule comes from: a week (from 1) of the rotation or of a layer over it, or a temporary schedule. */
export type Origin =
  | { readonly kind: 'week'; readonly week: number; readonly layer?: Layer }
  | { readonly kind: 'temporary'; readonly temporary: TemporarySchedule }

/** Who fills a role, by id, and the override that put them there; no `personId` means nobody. */
export type Cover = {
  readonly personId?: string
  readonly scheduledId?: string
  readonly override?: Override
  readonly origin?: Origin
}

/** A stretch of time, in epoch ms, end excluded, in which neither role changes; infinite at the open end of time before the start. */
export type Slot = {
  readonly startMs: number
  readonly endMs: number
  /** 1 to n, the place in the rotation; null before it starts, outside its hours, or when it has no weeks. */
  readonly week: number | null
  readonly covers: { readonly [role in OnCallRole]: Cover }
}

type Bounded<T> = { readonly entry: T; readonly fromMs: number; readonly toMs: number }

type Timeline = {
  readonly rotation: Rotation
  readonly clock: WeeklyClock
  readonly layers: readonly { readonly layer: Layer; readonly clock: WeeklyClock }[]
  readonly temporary: readonly Bounded<TemporarySchedule>[]
  readonly overrides: readonly Bounded<Override>[]
  readonly slotsOf: Map<number, readonly Slot[]>
}

const rememberedWeeks = 600
const timelines = new WeakMap<Rotation, Timeline>()

/** The bounds of a range in epoch ms, end excluded: whole days in the zone, or local date-times as written. */
export function rangeBounds(range: { from: string; to: string }, timezone: string): { fromMs: number; toMs: number } {
  const edge = (text: string, dayAfter: boolean): number => {
    const day = dayNumber(text.slice(0, 10))
    if (text.length > 10) return wallTimeOfDay(day, text.slice(11), timezone)
    return startOfDay(dayAfter ? day + 1 : day, timezone)
  }
  return { fromMs: edge(range.from, false), toMs: edge(range.to, true) }
}

function timelineOf(rotation: Rotation): Timeline {
  const known = timelines.get(rotation)
  if (known) return known
  const { timezone } = rotation.handover
  const bounded = <T extends { from: string; to: string }>(entries: readonly T[]) =>
    entries.map((entry) => ({ entry, ...rangeBounds(entry, timezone) }))
  const built: Timeline = {
    rotation,
    clock: weeklyClock(rotation),
    layers: rotation.layers.map((layer) => ({ layer, clock: weeklyClock(layer) })),
    temporary: bounded(rotation.temporary),
    overrides: bounded(rotation.overrides),
    slotsOf: new Map(),
  }
  timelines.set(rotation, built)
  return built
}

/** The first handover of a rotation, epoch ms: before it nobody has a turn by its own weeks. */
export const firstHandoverMs = (rotation: Rotation): number => timelineOf(rotation).clock.firstMs

/** Without layers, all time before the first handover is one stretch; layers may begin before their rotation, and cut it into weeks. */
function weekIndexAt({ rotation, clock, layers }: Timeline, instantMs: number): number {
  if (layers.length > 0) return clock.weekAt(instantMs)
  return rotation.weeks.length === 0 || instantMs < clock.firstMs ? -1 : clock.weekAt(instantMs)
}

function boundsOfWeek({ rotation, clock, layers }: Timeline, week: number): { startMs: number; endMs: number } {
  const open = layers.length === 0
  return {
    startMs: open && week < 0 ? Number.NEGATIVE_INFINITY : clock.handoverMs(week),
    endMs: open && rotation.weeks.length === 0 ? Number.POSITIVE_INFINITY : clock.handoverMs(week + 1),
  }
}

type Scheduled = { readonly [role in OnCallRole]?: { readonly id: string; readonly origin: Origin } }

const roles = ['primary', 'backup'] as const

/** Who the schedule names before overrides: the rotation, over it each layer that names somebody, over them temporary schedules. */
function scheduledAt(timeline: Timeline, instantMs: number): { scheduled: Scheduled; week: number | null } {
  const scheduled: { -readonly [role in OnCallRole]?: { id: string; origin: Origin } } = {}
  const lay = (named: RotationWeek | undefined, origin: Origin) => {
    for (const role of roles) {
      const id = named?.[role]
      if (id !== undefined) scheduled[role] = { id, origin }
    }
  }
  const place = placeOnDuty(timeline.clock, instantMs)
  if (place !== null) lay(timeline.rotation.weeks[place], { kind: 'week', week: place + 1 })
  for (const { layer, clock } of timeline.layers) {
    const at = placeOnDuty(clock, instantMs)
    if (at !== null) lay(layer.weeks[at], { kind: 'week', week: at + 1, layer })
  }
  for (const { entry, fromMs, toMs } of timeline.temporary) {
    if (instantMs >= fromMs && instantMs < toMs) lay(entry, { kind: 'temporary', temporary: entry })
  }
  return { scheduled, week: place === null ? null : place + 1 }
}

type Names = { readonly [role in OnCallRole]?: string }

/** Does this override speak of this role? By the name on the schedule first, else by the name of whoever stands in by now. */
function appliesTo(override: Override, role: OnCallRole, scheduled: Names, current: string | undefined): boolean {
  if (override.for === undefined) return role === 'primary'
  if (override.for === scheduled.primary || override.for === scheduled.backup) return override.for === scheduled[role]
  return override.for === current
}

const namesOf = (slot: { readonly [role in OnCallRole]?: string | undefined }): Names => ({
  ...(slot.primary !== undefined && { primary: slot.primary }),
  ...(slot.backup !== undefined && { backup: slot.backup }),
})

/** The roles an override speaks of in a slot as it stands without it; none when it names nobody who is there. */
export function rolesMeant(override: Override, { covers: { primary, backup } }: Slot): readonly OnCallRole[] {
  const scheduled = namesOf({ primary: primary.scheduledId, backup: backup.scheduledId })
  const current = namesOf({ primary: primary.personId, backup: backup.personId })
  return roles.filter((role) => appliesTo(override, role, scheduled, current[role]))
}

function coverAt(overrides: readonly Override[], role: OnCallRole, scheduled: Scheduled): Cover {
  const { id: scheduledId, origin } = scheduled[role] ?? {}
  const names = namesOf({ primary: scheduled.primary?.id, backup: scheduled.backup?.id })
  let personId = scheduledId
  let inForce: Override | undefined
  for (const override of overrides) {
    if (!appliesTo(override, role, names, personId)) continue
    personId = override.person
    inForce = override
  }
  return {
    ...(personId !== undefined && { personId }),
    ...(scheduledId !== undefined && { scheduledId }),
    ...(inForce && { override: inForce }),
    ...(origin && { origin }),
  }
}

const sameOrigin = (one: Origin | undefined, other: Origin | undefined): boolean => {
  if (one?.kind === 'week' && other?.kind === 'week') return one.week === other.week && one.layer === other.layer
  if (one?.kind === 'temporary' && other?.kind === 'temporary') return one.temporary === other.temporary
  return one === other
}

/** Is this the same person for the same reason? Then it is one turn. */
export const sameCover = (one: Cover, other: Cover): boolean =>
  one.personId === other.personId && one.override === other.override && sameOrigin(one.origin, other.origin)

const sameSlot = (one: Slot, other: Slot): boolean =>
  one.week === other.week &&
  sameCover(one.covers.primary, other.covers.primary) &&
  sameCover(one.covers.backup, other.covers.backup)

function edgesBetween(timeline: Timeline, startMs: number, endMs: number): readonly number[] {
  const { rotation, clock, layers, temporary, overrides } = timeline
  const finite = Number.isFinite(startMs) && Number.isFinite(endMs)
  const ownChanges = finite && rotation.hours ? changesBetween(clock, startMs, endMs) : []
  const changes = finite ? layers.flatMap((layer) => changesBetween(layer.clock, startMs, endMs)) : []
  const bounds = [...temporary, ...overrides].flatMap(({ fromMs, toMs }) => [fromMs, toMs])
  const cuts = [...ownChanges, ...changes, ...bounds].filter((cut) => cut > startMs && cut < endMs)
  return [...new Set([startMs, ...cuts, endMs])].sort((a, b) => a - b)
}

function cutIntoSlots(timeline: Timeline, week: number): readonly Slot[] {
  const { startMs, endMs } = boundsOfWeek(timeline, week)
  const overrides = timeline.overrides.filter(({ fromMs, toMs }) => fromMs < endMs && toMs > startMs)
  const edges = edgesBetween(timeline, startMs, endMs)
  const slots: Slot[] = []
  for (const [index, from] of edges.slice(0, -1).entries()) {
    const to = edges[index + 1] ?? endMs
    const inside = Number.isFinite(from) ? from : Number.isFinite(to) ? to - 1 : 0
    const inForce = overrides.filter(({ fromMs, toMs }) => inside >= fromMs && inside < toMs).map(({ entry }) => entry)
    const { scheduled, week: place } = scheduledAt(timeline, inside)
    const covers = {
      primary: coverAt(inForce, 'primary', scheduled),
      backup: coverAt(inForce, 'backup', scheduled),
    }
    const slot = { startMs: from, endMs: to, week: place, covers }
    const last = slots.at(-1)
    if (last && sameSlot(last, slot)) slots[slots.length - 1] = { ...last, endMs: to }
    else slots.push(slot)
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

/** The next handover of the rotation or of a layer after an instant, epoch ms; infinite when nothing ever hands over. */
export function nextHandoverMs(rotation: Rotation, instantMs: number): number {
  const { clock, layers } = timelineOf(rotation)
  const clocks = [clock, ...layers.map((layer) => layer.clock)].filter(({ turns }) => turns.weeks.length > 0)
  const nexts = clocks.flatMap(({ firstMs, untilMs, handoverMs, weekAt }) => {
    const nextMs = instantMs < firstMs ? firstMs : handoverMs(weekAt(instantMs) + 1)
    return nextMs < untilMs ? [nextMs] : []
  })
  return Math.min(Number.POSITIVE_INFINITY, ...nexts)
}

/** How a span (epoch ms) is written in team.yaml: whole days where it is made of them, else local times to the minute. */
export function writtenRange(span: { fromMs: number; toMs: number }, timezone: string): { from: string; to: string } {
  const days = [dayNumberAt(span.fromMs, timezone), dayNumberAt(span.toMs, timezone)] as const
  const wholeDays = startOfDay(days[0], timezone) === span.fromMs && startOfDay(days[1], timezone) === span.toMs
  if (wholeDays && days[0] < days[1]) return { from: dateOfDay(days[0]), to: dateOfDay(days[1] - 1) }
  const moment = (ms: number) => new Date(wallMsAt(ms, timezone)).toISOString().slice(0, 16)
  return { from: moment(span.fromMs), to: moment(span.toMs) }
}
