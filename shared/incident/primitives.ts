import { z } from 'zod'

/** A UTC instant, ISO 8601 with milliseconds, as written in every record (J2). */
export const instantSchema = z.iso.datetime({ precision: 3 })

/** A calendar date `YYYY-MM-DD`, used where no clock time is meant (an action's due date). */
export const calendarDateSchema = z.iso.date()

/** A person as a fact remembers them: the name is kept beside the id, because people leave team.yaml and logs outlive them. */
export const personRefSchema = z.object({ id: z.string().min(1), name: z.string().min(1) })
export type PersonRef = z.infer<typeof personRefSchema>

/** SEV-1 (critical, public) to SEV-5 (cosmetic); unsure means the higher one. Independent of lifecycle and escalation. */
export const severitySchema = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])
export type Severity = z.infer<typeof severitySchema>

/** The roles that somebody in an incident can hold (E10). */
export const roleSchema = z.enum(['commander', 'scribe', 'communications'])
export type Role = z.infer<typeof roleSchema>

/** Free text that a person typed: kept whole up to 200,000 characters, so that a pasted log is never cut in silence. */
export const proseSchema = z.string().min(1).max(200_000)

/** A reason: short, never blank, because a log without reasons explains nothing (E7). */
export const reasonSchema = z.string().trim().min(1).max(2_000)

/**
 * The hours in which a pipeline that can wait until morning may page anybody (E11), on local wall time.
 * Null in a fact means: always.
 */
export const pagingHoursSchema = z.object({
  from: z.string().regex(/^\d{2}:\d{2}$/),
  to: z.string().regex(/^\d{2}:\d{2}$/),
  timezone: z.string().min(1),
  days: z.union([
    z.enum(['daily', 'weekdays']),
    z.array(z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'])).min(1),
  ]),
})
export type PagingHours = z.infer<typeof pagingHoursSchema>

/**
 * What the team agreed to relax over a range, as snapshotted at declaration (E15): the ladder's clock runs `stretch` times
 * slower, and severities below `severityFloor` (1 is the worst) page within `hours` only. Null leaves that part as it is.
 */
export const reliefSchema = z.object({
  /** The holiday mode's name, as the team wrote it. */
  reason: z.string().min(1),
  startsAt: instantSchema,
  /** UTC ISO, excluded. */
  endsAt: instantSchema,
  stretch: z.number().min(1).nullable(),
  severityFloor: z.number().int().min(1).max(5).nullable(),
  hours: pagingHoursSchema.nullable(),
})

/** One holiday mode as the log keeps it. */
export type Relief = z.infer<typeof reliefSchema>
