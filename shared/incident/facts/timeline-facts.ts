import { z } from 'zod'
import { instantSchema, personRefSchema, proseSchema, reasonSchema } from '../primitives.ts'

const factId = z.string().min(1)

/** What people write down while they work, and what they later say about it (J8: amend, never edit). */
export const timelineFacts = {
  'note.added': z.object({ text: proseSchema }),
  'evidence.attached': z.object({
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    name: z.string().min(1).max(255),
    mediaType: z.string().min(1),
    bytes: z.number().int().min(0),
    caption: z.string().max(2_000).optional(),
    /** The first characters of a text, so that the timeline shows it without opening the file. */
    excerpt: z.string().max(4_000).optional(),
    step: z.string().optional(),
  }),
  'evidence.redacted': z.object({ of: factId, reason: reasonSchema }),
  'decision.made': z.object({ text: proseSchema }),
  'hypothesis.raised': z.object({ text: proseSchema }),
  'hypothesis.ruledOut': z.object({ text: proseSchema, of: factId.optional() }),
  'status.updated': z.object({ text: proseSchema, audience: z.string().max(300).optional() }),
  'update.promised': z.object({ dueAt: instantSchema, audience: z.string().max(300).optional() }),
  'update.missed': z.object({ deadlineId: z.string().min(1), dueAt: instantSchema }),
  'entry.starred': z.object({ of: factId, starred: z.boolean() }),
  'entry.amended': z.object({
    of: factId,
    /** The words that replace the entry's own; the original stays in the log. */
    text: proseSchema.optional(),
    occurredAt: instantSchema.optional(),
    retracted: z.boolean().optional(),
    reason: reasonSchema.optional(),
  }),
  'alert.attached': z.object({
    fingerprint: z.string().min(1),
    source: z.string().min(1),
    status: z.enum(['firing', 'resolved']),
    startsAt: instantSchema.nullable(),
    labels: z.record(z.string(), z.string()),
    annotations: z.record(z.string(), z.string()),
    /** Where its sender shows it, as it was sent: checked again before it is offered. */
    link: z.string().max(2_048).optional(),
    raw: z.string().max(262_144).optional(),
    /** Who put it to this incident; left out where it came by itself, because it fired again. */
    attachedBy: personRefSchema.optional(),
  }),
  'alert.resolved': z.object({
    fingerprint: z.string().min(1),
    endsAt: instantSchema.nullable(),
    source: z.string().min(1).optional(),
    /** The alert's name, so that the entry reads by itself. */
    name: z.string().min(1).optional(),
    /** Which one it is, where the incident has others of its name: the labels in which it differs from them, as `pod=api-1`. */
    which: z.string().min(1).optional(),
  }),
  'clock.jumped': z.object({ deltaMs: z.number().int() }),
  'host.slept': z.object({
    from: instantSchema,
    ms: z.number().int().min(0),
    cause: z.enum(['asleep', 'notRunning', 'heldUp', 'asleepOrHeldUp']),
  }),
}
