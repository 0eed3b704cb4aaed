import { z } from 'zod'
import { instantSchema, severitySchema } from '../incident/primitives.ts'
import { scheduleChangeSchema } from './schedule-change-schema.ts'

/** The id of an incident, as `incidents.declare` makes it: the day and four letters or digits. */
export const incidentId = z.string().regex(/^\d{8}-[0-9a-hjkmnp-tv-z]{4}$/)

/** Names a command of the runbook that an incident follows: the step, and which of its commands, from 0. */
export const commandSchema = z.object({
  incident: incidentId,
  step: z.string().min(1),
  index: z.number().int().min(0).max(99),
})

/** Names a run of a command, as `command.run` gave it. */
export const runSchema = z.object({ run: z.string().min(1).max(100) })

/** The id of an alert of the inbox. */
export const alertId = z.string().min(1).max(600)

/** One time that an alert fired, as it was shown. */
export const alertEpisode = z.object({ alert: alertId, episode: z.string().min(1).max(64) })

/** The same for however often the same is declared, since an answer may be lost on its way (J4.7). */
export const declaredKey = z.string().min(1).max(100)

/** What is known when an incident is declared. */
export const declaredSchema = z.object({
  title: z.string().trim().min(1).max(300),
  pipeline: z.string().nullable(),
  severity: severitySchema,
  detectedAt: instantSchema,
  impactStartedAt: instantSchema.nullable(),
  slaAt: instantSchema.nullable(),
  runbook: z.string().nullable(),
  /** The alert of the inbox that it is declared from; it is attached in the same write. Refused as by `alerts.attach`. */
  alert: alertEpisode.nullable().default(null),
  key: declaredKey.optional(),
})

/** What a runbook is looked for: an incident under way with its alerts, or one that is being declared. */
export const runbookQuestion = z.union([
  z.object({ incident: incidentId }),
  z.object({
    pipeline: z.string().nullable(),
    title: z.string().max(300),
    /** An alert of the inbox, whose own words then decide, but for a pipeline that somebody chose (R5). */
    alert: alertId.nullable().default(null),
  }),
])

/** As many results of one kind as anybody scrolls through. */
export const mostHits = z.number().int().min(0).max(2_000)

/** A file of the workspace, relative to its folder. */
export const libraryPath = z.string().min(1).max(1_000)

/** The hash of a text or of bytes, in small hexadecimal letters. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** Edits of team.yaml that are made one after another, all or none. */
export const scheduleChanges = z.array(scheduleChangeSchema).min(1).max(200)

/** What of the preferences is to be otherwise; null goes back to what holds when nobody says anything. */
export const preferenceChanges = z.object({
  me: z.string().min(1).nullable().optional(),
  theme: z.enum(['dark', 'light', 'system']).optional(),
  timezone: z.string().min(1).nullable().optional(),
  workspace: z.string().min(1).nullable().optional(),
  runCommands: z.boolean().optional(),
})

/** Whose turns a calendar holds (S5). */
export const calendarScope = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), personId: z.string().min(1) }),
  z.object({ kind: z.literal('rotation'), rotationId: z.string().min(1) }),
  z.object({ kind: z.literal('everything') }),
])
