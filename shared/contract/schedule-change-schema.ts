import { z } from 'zod'
import type { ScheduleChange } from '../schedule/swaps/schedule-change.ts'
import { tiers, weekdays } from '../schedule/team.ts'
import { isDate, isLocalDateTime, isTimeZone } from '../schedule/wall-clock.ts'

const id = z.string().min(1).max(200)
const words = z.string().max(1_000).exactOptional()
const bound = z.string().refine((text) => isDate(text) || isLocalDateTime(text), 'no date and no local date-time')
const date = z.string().refine(isDate, 'no date')
const range = { from: bound, to: bound }
const uid = z.string().min(1).max(1_000).exactOptional()

const override = z.object({
  ...range,
  person: id.exactOptional(),
  for: id.exactOptional(),
  reason: words,
  agreed: date.exactOptional(),
  swap: id.exactOptional(),
})

const temporary = z.object({
  ...range,
  primary: id.exactOptional(),
  backup: id.exactOptional(),
  reason: words,
  uid,
})

const proposal = z.object({
  id,
  state: z.enum(['proposed', 'declined']),
  ...range,
  person: id,
  for: id,
  returns: z.object(range).exactOptional(),
  reason: words,
  by: id.exactOptional(),
  on: date.exactOptional(),
})

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

const holidayMode = z.object({
  from: date,
  to: date,
  timezone: id.refine(isTimeZone, 'no time zone'),
  reason: z.string().trim().min(1).max(1_000),
  severityFloor: z.number().int().min(1).max(5).exactOptional(),
  hours: z
    .object({
      from: clockTime,
      to: clockTime,
      timezone: id.refine(isTimeZone, 'no time zone'),
      days: z.union([z.literal('daily'), z.literal('weekdays'), z.array(z.enum(weekdays)).min(1)]),
    })
    .exactOptional(),
  stretch: z.number().gt(1).max(24).exactOptional(),
  tiers: z.array(z.enum(tiers)).max(3),
  thresholds: words,
})

const answer = { rotationId: id, proposalId: id }
const many = 2_000

/**
 * Checks one change to the schedule as a window sends it. Only the shape and the dates are checked here: whether it fits the team
 * is for `applyChange` to say, with a sentence that a person can act on.
 */
export const scheduleChangeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('stand-in'),
    rotationId: id,
    overrides: z.array(override).max(many),
    temporary: z.array(temporary).max(many),
  }),
  z.object({ kind: z.literal('propose'), rotationId: id, proposal }),
  z.object({ kind: z.literal('accept'), ...answer, on: date }),
  z.object({ kind: z.literal('decline'), ...answer, on: date }),
  z.object({ kind: z.literal('withdraw'), ...answer }),
  z.object({ kind: z.literal('undo-swap'), rotationId: id, swapId: id }),
  z.object({ kind: z.literal('remove-override'), rotationId: id, override }),
  z.object({
    kind: z.literal('import-shifts'),
    rotationId: id,
    forget: z.array(z.string()).max(many),
    shifts: z.array(temporary).max(many),
  }),
  z.object({
    kind: z.literal('leave'),
    person: id,
    forget: z.array(z.string()).max(many),
    absences: z.array(z.object({ ...range, reason: words, uid })).max(many),
  }),
  z.object({ kind: z.literal('remove-leave'), person: id, absence: z.object({ ...range, reason: words, uid }) }),
  z.object({ kind: z.literal('work-holiday'), person: id, date }),
  z.object({ kind: z.literal('set-phone'), person: id, phone: z.string().trim().min(3).max(60) }),
  z.object({ kind: z.literal('holiday-mode'), mode: holidayMode }),
  z.object({ kind: z.literal('edit-holiday-mode'), before: holidayMode, mode: holidayMode }),
  z.object({ kind: z.literal('remove-holiday-mode'), mode: holidayMode }),
]) satisfies z.ZodType<ScheduleChange>
