import { z } from 'zod'
import { policyInputSchema } from './policy.ts'
import { narrows } from './salvage.ts'
import { tiers, weekdays } from './team.ts'
import { isDate, isLocalDateTime, isTimeZone } from './wall-clock.ts'

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const text = z.string('should be text').min(1, 'should not be empty')
const id = text.regex(/^[\w.-]{1,64}$/, 'should be a short name of letters, digits, dots and dashes')
const timezone = text.refine(isTimeZone, {
  error: 'is not an IANA time zone such as America/New_York',
  params: { rule: 'team/timezone' },
})
const date = text.refine(isDate, 'should be a date such as 2026-12-24')
const localMoment = text.refine(
  (moment) => isDate(moment) || isLocalDateTime(moment),
  'should be a date such as 2026-12-24 or a local time such as 2026-12-24T10:00',
)
const wallTime = text.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'should be a time such as 08:00')
const weekday = text.toLowerCase().pipe(z.enum(weekdays, 'should be a day such as monday'))
const days = z.union([z.literal('daily'), z.literal('weekdays'), z.array(weekday).min(1)], {
  error: 'should be daily, weekdays or a list of days such as [monday, friday]',
})

const inOrder = ({ from, to }: { from: string; to: string }) => from.replace(' ', 'T') <= to.replace(' ', 'T')
const notBackwards = { error: 'ends before it begins', params: { rule: 'team/dates' } }

const dateRange = z.strictObject({ from: date, to: date, reason: text.exactOptional() }).refine(inOrder, notBackwards)

/** Bounds of a change: whole days, or local times to the minute. */
const bounds = { from: localMoment, to: localMoment }

const away = z
  .strictObject({ ...bounds, reason: text.exactOptional(), uid: text.exactOptional() })
  .refine(inOrder, notBackwards)

const person = z.strictObject({
  id,
  name: text,
  email: text.exactOptional(),
  phone: text.exactOptional(),
  timezone,
  country: text.toUpperCase().exactOptional(),
  region: text.toUpperCase().exactOptional(),
  slack: text.exactOptional(),
  away: z.array(away).default([]),
  holidays: z.array(z.strictObject({ date, name: text })).exactOptional(),
  worksOn: z.array(date).exactOptional(),
})

const namedOrText = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.preprocess((value) => (typeof value === 'string' ? { name: value } : value), z.strictObject(shape))

const pagingHours = z.preprocess(
  (value) => (value === 'true' ? {} : value === 'false' ? null : value),
  z
    .strictObject(
      {
        from: wallTime.default('09:00'),
        to: wallTime.default('18:00'),
        timezone: timezone.exactOptional(),
        days: days.default('weekdays'),
      },
      {
        error: (issue) =>
          issue.code === 'invalid_type'
            ? 'should be true, false, or hours such as {from: "09:00", to: "18:00"}'
            : undefined,
      },
    )
    .nullable(),
)

/** YAML's `true` and `3` arrive as typed text; a policy wants them as themselves. */
const policy = z.preprocess((value) => withTypedPolicyFields(value), policyInputSchema)

function withTypedPolicyFields(value: unknown): unknown {
  if (!isRecord(value)) return value
  const typed = { ...value }
  if (typeof typed.repeat === 'string' && /^\d+$/.test(typed.repeat)) typed.repeat = Number(typed.repeat)
  if (Array.isArray(typed.rungs)) {
    typed.rungs = typed.rungs.map((rung: unknown) =>
      isRecord(rung) && rung.ask === 'true' ? { ...rung, ask: true } : rung,
    )
  }
  return typed
}

const pipeline = z.strictObject({
  id,
  name: text,
  primary: id,
  secondary: id.exactOptional(),
  lead: id.exactOptional(),
  tier: z.enum(tiers, 'should be investor, experiment or internal').default('internal'),
  dataset: text.exactOptional(),
  rotation: id.exactOptional(),
  sla: z.strictObject({ by: wallTime, timezone, days: days.default('daily') }).exactOptional(),
  canWaitUntilMorning: pagingHours.exactOptional(),
  sources: z.array(namedOrText({ name: text, owner: text.exactOptional(), kind: text.exactOptional() })).default([]),
  consumers: z.array(namedOrText({ name: text, contact: text.exactOptional() })).default([]),
  policy: policy.exactOptional(),
})

const override = z
  .strictObject({
    ...bounds,
    person: id.exactOptional(),
    for: narrows(id.exactOptional()),
    reason: text.exactOptional(),
    agreed: date.exactOptional(),
    swap: id.exactOptional(),
  })
  .refine(inOrder, notBackwards)

const temporary = z
  .strictObject({
    ...bounds,
    primary: id.exactOptional(),
    backup: id.exactOptional(),
    reason: text.exactOptional(),
    uid: text.exactOptional(),
  })
  .refine(inOrder, notBackwards)

const proposal = z
  .strictObject({
    id,
    state: z.enum(['proposed', 'declined'], 'should be proposed or declined').default('proposed'),
    ...bounds,
    person: id,
    for: id,
    returns: narrows(z.strictObject(bounds).refine(inOrder, notBackwards).exactOptional()),
    reason: text.exactOptional(),
    by: id.exactOptional(),
    on: date.exactOptional(),
  })
  .refine(inOrder, notBackwards)

/** A week is kept even when it makes no sense: leaving one out would put everybody after it on call in the wrong week. */
const week = z.preprocess(
  (value) => (isRecord(value) ? value : typeof value === 'string' ? { primary: value } : {}),
  z.strictObject({ primary: id.exactOptional(), backup: id.exactOptional() }),
)

const handover = z.strictObject({ day: weekday, at: wallTime, timezone })

const dutyHours = z.strictObject({
  from: wallTime,
  to: wallTime,
  timezone: timezone.exactOptional(),
  days: days.default('daily'),
})

const weeks = z.array(week).min(1, 'should name at least one week')

const layer = z.strictObject({
  id: id.exactOptional(),
  name: text.exactOptional(),
  start: date,
  until: narrows(date.exactOptional()),
  handover: handover.exactOptional(),
  hours: narrows(dutyHours.exactOptional()),
  weeks,
})

const rotation = z.strictObject({
  id: id.exactOptional(),
  name: text.exactOptional(),
  start: date,
  handover,
  weeks,
  hours: dutyHours.exactOptional(),
  layers: z.array(layer).default([]),
  temporary: z.array(temporary).default([]),
  overrides: z.array(override).default([]),
  proposals: z.array(proposal).default([]),
  doubleCover: z.array(dateRange).default([]),
})

const severity = text
  .regex(/^(SEV-?)?[1-5]$/i, 'should be a severity from SEV-1 to SEV-5')
  .transform((written) => Number(written.slice(-1)))

/** Hours in which what waits over a holiday may page; every day unless said otherwise, since a holiday may be any day. */
const morningHours = z.strictObject({
  from: wallTime.default('09:00'),
  to: wallTime.default('18:00'),
  timezone: timezone.exactOptional(),
  days: days.default('daily'),
})

const stretch = text
  .refine((written) => /^\d+(\.\d+)?$/.test(written) && Number(written) > 1 && Number(written) <= 24, {
    error: 'should be a number over 1 and up to 24, such as 2 for twice as long',
  })
  .transform(Number)

const holidayMode = z
  .strictObject({
    from: date,
    to: date,
    timezone: timezone.exactOptional(),
    reason: text,
    severityFloor: severity.exactOptional(),
    hours: morningHours.exactOptional(),
    stretch: stretch.exactOptional(),
    tiers: narrows(z.array(z.enum(tiers, 'should be investor, experiment or internal')).default([])),
    thresholds: text.exactOptional(),
  })
  .refine(inOrder, notBackwards)

const contact = z.strictObject({
  name: text,
  id: id.exactOptional(),
  email: text.exactOptional(),
  phone: text.exactOptional(),
  slack: text.exactOptional(),
  timezone: timezone.exactOptional(),
  note: text.exactOptional(),
})

/** The shape of team.yaml as people write it, before defaults that need the rest of the file. `rotation` may be one or a list. */
export const teamFileSchema = z.strictObject({
  people: z.array(person).default([]),
  pipelines: z.array(pipeline).default([]),
  rotation: rotation.exactOptional(),
  rotations: z.array(rotation).default([]),
  contacts: z.array(contact).default([]),
  channels: z.record(z.string(), z.unknown(), 'should be a map of channels by name').default({}),
  holidayModes: z.array(holidayMode).default([]),
  majorHolidays: z.array(text).default([]),
})

/** What team.yaml says, well-formed but not yet cross-checked. */
export type TeamFile = z.infer<typeof teamFileSchema>
