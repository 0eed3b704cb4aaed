import { z } from 'zod'

const durationShape =
  /^P(?=\d|T\d)(?:(\d{1,5})D)?(?:T(?=\d)(?:(\d{1,6})H)?(?:(\d{1,8})M)?(?:(\d{1,9}(?:\.\d{1,3})?)S)?)?$/

/**
 * An ISO 8601 duration in milliseconds, or null when it is none.
 * Days, hours, minutes and seconds only: a month or a year has no fixed length, and a deadline needs one. A day is 24 hours.
 */
export function parseDurationMs(iso: string): number | null {
  const found = durationShape.exec(iso)
  if (!found) return null
  const [, days = '0', hours = '0', minutes = '0', seconds = '0'] = found
  return Math.round(((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60_000 + Number(seconds) * 1000)
}

/** An ISO 8601 duration longer than nothing, as rungs and timeouts need. */
const positiveDuration = z
  .string()
  .refine((iso) => (parseDurationMs(iso) ?? 0) > 0, 'should be an ISO 8601 duration such as PT30M or PT1H')

const clock = z.enum(['detection', 'sla'], 'should be detection or sla')
const repeat = z.number('should be a whole number from 0 to 20').int().min(0).max(20)
const rungId = z.string().regex(/^[\w.-]{1,64}$/, 'should be a short name of letters, digits, dots and dashes')

const actionSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('ask') }),
  z.object({ do: z.literal('tell'), who: z.string().min(1) }),
])

const rungSchema = z.object({ id: rungId, after: positiveDuration, action: actionSchema })

/** What a rung does: ask the engineer "still stuck?" (E3), or tell `secondary`, `backup`, `lead` or a person by id. */
export type RungAction = z.infer<typeof actionSchema>

/** One step of the ladder; `after` counts from the policy's clock, never from the rung before (E1). */
export type Rung = z.infer<typeof rungSchema>

/** The place of the first rung that does not come after the one before it (E2), or -1 when they all do. */
export const firstRungOutOfOrder = (rungs: readonly { readonly after: string }[]): number =>
  rungs.findIndex((rung, index) => {
    const before = rungs[index - 1]
    return before !== undefined && (parseDurationMs(rung.after) ?? 0) <= (parseDurationMs(before.after) ?? 0)
  })

const haveDistinctIds = (rungs: readonly Rung[]) => new Set(rungs.map((rung) => rung.id)).size === rungs.length

/** The policy as snapshotted into an incident's log at declaration (E2): complete, so that a later team.yaml cannot change it. */
export const policySchema = z.object({
  clock,
  rungs: z
    .array(rungSchema)
    .refine((rungs) => firstRungOutOfOrder(rungs) === -1, 'rungs should strictly increase')
    .refine(haveDistinctIds, 'each rung should have its own id'),
  acknowledgeWithin: positiveDuration,
  repeat,
})

/** How an incident escalates: which clock, which rungs, and how often an unanswered page repeats (E1, E2, E5). */
export type Policy = z.infer<typeof policySchema>

const rungInputSchema = z
  .strictObject({
    after: positiveDuration,
    id: rungId.exactOptional(),
    ask: z.literal(true, 'should be true').exactOptional(),
    tell: z.string().min(1).exactOptional(),
  })
  .refine(
    (rung) => (rung.ask === undefined) !== (rung.tell === undefined),
    'should say either ask: true or tell: somebody',
  )

/**
 * A policy as people write it in team.yaml or a runbook's front matter: `{after: PT1H, tell: secondary}`.
 * Whatever is left out comes from the default policy.
 */
export const policyInputSchema = z.strictObject({
  clock: clock.exactOptional(),
  rungs: z.array(rungInputSchema).min(1, 'should have at least one rung').exactOptional(),
  acknowledgeWithin: positiveDuration.exactOptional(),
  repeat: repeat.exactOptional(),
})

/** A policy as written, before defaults. */
export type PolicyInput = z.infer<typeof policyInputSchema>

/** Half an hour to debug, the secondary owner at one hour, the data lead at two: the product's default (E2, E5). */
export const defaultPolicy: Policy = {
  clock: 'detection',
  rungs: [
    { id: 'debug', after: 'PT30M', action: { do: 'ask' } },
    { id: 'secondary', after: 'PT1H', action: { do: 'tell', who: 'secondary' } },
    { id: 'lead', after: 'PT2H', action: { do: 'tell', who: 'lead' } },
  ],
  acknowledgeWithin: 'PT5M',
  repeat: 3,
}

/** The rungs of a written policy with an id each: its own, else `debug` or whom it tells, numbered when that is taken. */
function withIds(rungs: NonNullable<PolicyInput['rungs']>): Rung[] {
  const taken = new Set(rungs.flatMap((rung) => rung.id ?? []))
  return rungs.map((rung) => {
    const action: RungAction = rung.tell === undefined ? { do: 'ask' } : { do: 'tell', who: rung.tell }
    if (rung.id !== undefined) return { id: rung.id, after: rung.after, action }
    const stem = action.do === 'ask' ? 'debug' : action.who
    let id = stem
    for (let count = 2; taken.has(id); count += 1) id = `${stem}-${count}`
    taken.add(id)
    return { id, after: rung.after, action }
  })
}

/** The complete policy from what was written; null gives the default, so every incident has one to snapshot. */
export const resolvePolicy = (input: PolicyInput | null): Policy => ({
  ...defaultPolicy,
  ...input,
  rungs: input?.rungs ? withIds(input.rungs) : defaultPolicy.rungs,
})
