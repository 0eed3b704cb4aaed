import { z } from 'zod'
import { policySchema } from '../../schedule/policy.ts'
import {
  instantSchema,
  pagingHoursSchema,
  personRefSchema,
  proseSchema,
  reasonSchema,
  reliefSchema,
  roleSchema,
  severitySchema,
} from '../primitives.ts'

const optionalNote = z.object({ note: proseSchema.optional() })

/** Facts that begin, end and turn an incident (E4, E8, E10). The policy in force is snapshotted at declaration (E2). */
export const lifecycleFacts = {
  'incident.declared': z.object({
    title: z.string().trim().min(1).max(300),
    pipeline: z.object({ id: z.string().min(1), name: z.string().min(1) }).nullable(),
    dataset: z.string().nullable(),
    severity: severitySchema,
    detectedAt: instantSchema,
    /** Who or what noticed: a person, an alert, or a pipeline's own SLA deadline. */
    detectedBy: z.enum(['person', 'alert', 'sla']),
    /** Blank until someone states it (P2). */
    impactStartedAt: instantSchema.nullable(),
    /** The SLA instant that was missed or is at stake; the origin of the ladder when the policy's clock is `sla` (E1). */
    slaAt: instantSchema.nullable(),
    policy: policySchema,
    pagingHours: pagingHoursSchema.nullable(),
    /** The holiday modes for this pipeline that were agreed and not over (E15); left out where there were none. */
    relief: z.array(reliefSchema).optional(),
    onCall: personRefSchema.nullable(),
    secondary: personRefSchema.nullable(),
    lead: personRefSchema.nullable(),
  }),
  'incident.acknowledged': optionalNote,
  'incident.mitigated': optionalNote,
  'incident.recurred': z.object({ reason: reasonSchema }),
  'incident.resolved': optionalNote,
  'incident.reopened': z.object({ reason: reasonSchema }),
  'incident.reviewed': optionalNote,
  'incident.closed': optionalNote,
  'incident.retitled': z.object({ title: z.string().trim().min(1).max(300) }),
  'impact.stated': z.object({ startedAt: instantSchema, note: proseSchema.optional() }),
  'severity.changed': z.object({ from: severitySchema, to: severitySchema, reason: reasonSchema.optional() }),
  /** The normal ladder counts again for this incident, whatever was agreed for a holiday (E15). */
  'relief.setAside': z.object({ reason: reasonSchema.optional() }),
  'role.assumed': z.object({ role: roleSchema, person: personRefSchema }),
  'role.renounced': z.object({ role: roleSchema, person: personRefSchema }),
  'handoff.offered': z.object({ to: personRefSchema, note: proseSchema.optional() }),
  'handoff.accepted': z.object({ of: z.string().min(1), person: personRefSchema }),
  /** Whoever was asked cannot take it; the one who leads keeps it. */
  'handoff.declined': z.object({ of: z.string().min(1), person: personRefSchema, reason: reasonSchema.optional() }),
  /** The offer is taken back before anybody answered it. */
  'handoff.withdrawn': z.object({ of: z.string().min(1), reason: reasonSchema.optional() }),
}
