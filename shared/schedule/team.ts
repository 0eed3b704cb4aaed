import type { PolicyInput } from './policy.ts'

/** Days as team.yaml spells them, Monday first as ISO 8601 counts them. */
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/** One day of the week. */
export type Weekday = (typeof weekdays)[number]

/** The days on which something holds: every day, Monday to Friday, or a list. */
export type Days = 'daily' | 'weekdays' | readonly Weekday[]

/** Whole days in the owner's zone, both ends included, because people say "away 23rd to 27th" and mean the 27th too. */
export type DateRange = { readonly from: string; readonly to: string; readonly reason?: string }

/**
 * A time somebody is away: whole days with both ends, or local date-times with the end excluded, where they are.
 * `uid` is that of the calendar event it was read from, so that reading the calendar again changes nothing (S5).
 */
export type Absence = DateRange & { readonly uid?: string }

/** A feast of one's own that the calendar of the country does not know, such as Diwali; it counts as a major holiday (S3). */
export type OwnHoliday = { readonly date: string; readonly name: string }

/** Somebody who can be on call or told; `timezone` is an IANA name, `country` and `region` are date-holidays codes (S3). */
export type Person = {
  readonly id: string
  readonly name: string
  readonly email?: string
  readonly phone?: string
  readonly timezone: string
  readonly country?: string
  readonly region?: string
  readonly slack?: string
  readonly away: readonly Absence[]
  readonly holidays?: readonly OwnHoliday[]
  /** Holidays on which they have agreed to work: nothing is found wrong with those. */
  readonly worksOn?: readonly string[]
}

/** When a pipeline's data must be there: a local wall time on some days, in one IANA zone. */
export type Sla = { readonly by: string; readonly timezone: string; readonly days: Days }

/** The hours within which a page may go out (E11); `to` earlier than `from` runs past midnight, equal means the whole day. */
export type PagingHours = { readonly from: string; readonly to: string; readonly timezone: string; readonly days: Days }

/** Something upstream, and whom to ask about it. */
export type Source = { readonly name: string; readonly owner?: string; readonly kind?: string }

/** Somebody downstream, and how to tell them. */
export type Consumer = { readonly name: string; readonly contact?: string }

/** A pipeline and its owners; owners are person ids. `canWaitUntilMorning` null means: page at any hour. */
export type Pipeline = {
  readonly id: string
  readonly name: string
  readonly primary: string
  readonly secondary?: string
  readonly lead?: string
  readonly tier: (typeof tiers)[number]
  readonly dataset?: string
  /** Which rotation answers for it; the first one when left out. */
  readonly rotation?: string
  readonly sla?: Sla
  readonly canWaitUntilMorning: PagingHours | null
  readonly sources: readonly Source[]
  readonly consumers: readonly Consumer[]
  readonly policy: PolicyInput | null
}

/** When one week of on-call ends and the next begins: local wall time, so that 10:00 stays 10:00 through DST (S2). */
export type Handover = { readonly day: Weekday; readonly at: string; readonly timezone: string }

/** Who carries the pager in one week of the rotation; person ids. A week that could not be read keeps its place, empty. */
export type RotationWeek = { readonly primary?: string; readonly backup?: string }

/**
 * A change to the rotation: `person` stands in, `for` names whom they replace (the primary when left out).
 * `from` and `to` are whole days (both included) or local date-times (`to` excluded), in the rotation's zone.
 * No `person` means that nobody has taken the shift yet, which is a gap and not the old name.
 */
export type Override = {
  readonly from: string
  readonly to: string
  readonly person?: string
  readonly for?: string
  readonly reason?: string
  /** The date on which it was agreed, for the answer in words. */
  readonly agreed?: string
  /** The swap it is half of: undoing the swap takes out all its overrides. */
  readonly swap?: string
}

/** Hours in which a rotation or a layer has people on duty; outside them it names nobody. */
export type DutyHours = PagingHours

/** More weeks laid over those of a rotation: where and while a layer names somebody, the last layer wins. */
export type Layer = {
  readonly id: string
  readonly name: string
  readonly start: string
  /** The last day on which it holds; without it, for ever. */
  readonly until?: string
  readonly handover: Handover
  readonly hours?: DutyHours
  readonly weeks: readonly RotationWeek[]
}

/**
 * Named people for a while, over all layers and under the overrides; a role it leaves out stays as it is.
 * Bounds are those of an override; `uid` is that of the calendar event it was read from (S5).
 */
export type TemporarySchedule = {
  readonly from: string
  readonly to: string
  readonly primary?: string
  readonly backup?: string
  readonly reason?: string
  readonly uid?: string
}

/** A swap that somebody has proposed: without effect until it is accepted, when it becomes overrides. Bounds are those of an override. */
export type Proposal = {
  readonly id: string
  readonly state: 'proposed' | 'declined'
  readonly from: string
  readonly to: string
  readonly person: string
  /** Who has the turn and gives it away, on the schedule or standing in. */
  readonly for: string
  /** The turn of `person` that `for` takes in return; without it, this is cover and not a swap. */
  readonly returns?: { readonly from: string; readonly to: string }
  readonly reason?: string
  readonly by?: string
  readonly on?: string
}

/** Weeks of on-call that repeat from the first handover on or after `start`. */
export type Rotation = {
  readonly id: string
  readonly name: string
  readonly start: string
  readonly handover: Handover
  readonly weeks: readonly RotationWeek[]
  readonly hours?: DutyHours
  readonly layers: readonly Layer[]
  readonly temporary: readonly TemporarySchedule[]
  readonly overrides: readonly Override[]
  readonly proposals: readonly Proposal[]
  /** Days on which a primary and a different backup, both present, are required. */
  readonly doubleCover: readonly DateRange[]
}

/** The tiers a pipeline may have, most important first. */
export const tiers = ['investor', 'experiment', 'internal'] as const

/**
 * What the team relaxes over a holiday (S3.2): whole days in `timezone`, both ends included.
 * Severities below `severityFloor` (1 is the worst) page within `hours` only, and the ladder's delays are `stretch` times as
 * long; SEV-1 is never relaxed. `tiers` narrows it to their pipelines, none means all. `thresholds` says in words what else was agreed.
 */
export type HolidayMode = {
  readonly from: string
  readonly to: string
  readonly timezone: string
  readonly reason: string
  readonly severityFloor?: number
  readonly hours?: PagingHours
  readonly stretch?: number
  readonly tiers: readonly Pipeline['tier'][]
  readonly thresholds?: string
}

/** Somebody outside the team worth having at hand: a vendor's desk, a source's owner. */
export type Contact = {
  readonly name: string
  readonly id?: string
  readonly email?: string
  readonly phone?: string
  readonly slack?: string
  readonly timezone?: string
  readonly note?: string
}

/** What team.yaml says, complete and with defaults filled in; `channels` is passed on as written, for the sender to read. */
export type Team = {
  readonly people: readonly Person[]
  readonly pipelines: readonly Pipeline[]
  readonly rotations: readonly Rotation[]
  readonly contacts: readonly Contact[]
  readonly channels: Readonly<Record<string, unknown>>
  readonly holidayModes: readonly HolidayMode[]
  /** Names of holidays that count as major besides the usual ones; part of the name will do. */
  readonly majorHolidays: readonly string[]
}

/** The team of a workspace with no readable team.yaml: nobody, which the screens must say in words. */
export const emptyTeam: Team = {
  people: [],
  pipelines: [],
  rotations: [],
  contacts: [],
  channels: {},
  holidayModes: [],
  majorHolidays: [],
}

/** The person with this id; undefined when team.yaml does not know them, as after someone has left. */
export const findPerson = (team: Team, id: string | undefined): Person | undefined =>
  team.people.find((person) => person.id === id)

/** A person's name, or the id itself when team.yaml does not know it: a log must stay readable after someone has left. */
export const personName = (team: Team, id: string): string => findPerson(team, id)?.name ?? id

/** The pipeline with this id; undefined when team.yaml does not know it, as for an incident without one. */
export const findPipeline = (team: Team, id: string | undefined): Pipeline | undefined =>
  team.pipelines.find((pipeline) => pipeline.id === id)

/** The rotation that answers for a pipeline: the one it names, else the first, because most teams have one. */
export const rotationFor = (team: Team, pipelineId: string | undefined): Rotation | undefined => {
  const named = findPipeline(team, pipelineId)?.rotation
  return team.rotations.find((rotation) => rotation.id === named) ?? team.rotations[0]
}

/** The rotation with this id; undefined when team.yaml does not know it. */
export const findRotation = (team: Team, id: string): Rotation | undefined =>
  team.rotations.find((rotation) => rotation.id === id)
