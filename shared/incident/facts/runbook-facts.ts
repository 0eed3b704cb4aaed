import { z } from 'zod'
import { proseSchema, reasonSchema } from '../primitives.ts'

/** A step as the run remembers it: its text is kept, so that the log reads without the file. */
const stepKey = { step: z.string().min(1), text: z.string().min(1) }

/** The name of a variable in a command, in one or several words, without what marks it as one; never its value. */
export const variableNameSchema = z
  .string()
  .trim()
  .regex(/^[\p{L}_][\p{L}\p{M}\p{N}_'’.,:/@|+# -]{0,79}$/u)

/** A variable as the runbook writes it: `$NAMESPACE`. Older logs know `<name>` only, and leave it out. */
export const writtenSchema = z.string().min(1).max(100)

/** Facts of a runbook run (R3, R6). */
export const runbookFacts = {
  'runbook.opened': z.object({
    path: z.string().min(1),
    title: z.string().min(1),
    /** SHA-256 of the text in force when the run began, with the text itself: the run outlives the file (R6). */
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    text: z.string().max(2_000_000),
    /** Why this runbook, in words ("matched by alertname", "chosen by hand"). */
    matchedBy: z.string().min(1),
    /** What was done stays only with steps that say the same here. In older logs, without it, it stays with the ids too, which a changed step may share. */
    keepsOnlySame: z.literal(true).optional(),
    /** The path that its file had when this incident opened it before: the run goes on at the new one. */
    movedFrom: z.string().min(1).optional(),
  }),
  'scenario.chosen': z.object({ scenario: z.string().nullable(), title: z.string().min(1) }),
  'step.checked': z.object({ ...stepKey, note: proseSchema.optional() }),
  'step.unchecked': z.object(stepKey),
  'step.skipped': z.object({
    ...stepKey,
    reason: reasonSchema,
    /** The way that the step belongs to, where another one was taken. Older logs say so in the reason only: `isWayLeft`. */
    way: z.string().min(1).optional(),
  }),
  'step.noted': z.object({ ...stepKey, note: proseSchema }),
  /** A step needs longer than its box: how much, and why. */
  'step.extended': z.object({
    ...stepKey,
    minutes: z.number().int().min(1).max(1_440),
    reason: reasonSchema.optional(),
  }),
  'step.stuck': z.object({ ...stepKey, note: proseSchema.optional() }),
  /** A value for a variable in the commands of this incident, given once and filled in everywhere. */
  'value.given': z.object({
    name: variableNameSchema,
    value: z.string().max(2_000),
    written: writtenSchema.optional(),
    /** Where the person took it from as it was; left out where it was typed. */
    from: z.literal('alert').optional(),
  }),
  /**
   * A value for a variable that stands for a secret was given. The value itself is in no log: the host keeps it in memory for
   * this incident and asks again after a restart. Logs from before this fact have it in the clear in `value.given`.
   */
  'secret.given': z.object({ name: variableNameSchema, written: writtenSchema.optional() }),
  /** A command is about to run: on the disk before the process is there, so that a killed host cannot hide it. */
  'command.started': z.object({
    /** Names this run; its end says the same. */
    run: z.string().min(1),
    step: z.string().min(1),
    /** The exact text, with secrets masked. */
    command: z.string().min(1),
    folder: z.string().min(1),
    /** SHA-256 of the pinned runbook that it stands in (R6). */
    runbook: z.string().regex(/^[0-9a-f]{64}$/),
    /** Which of the step's commands, from 0; older logs do not say. */
    index: z.number().int().min(0).optional(),
    /** The shell that it was handed to, by its path. */
    shell: z.string().min(1).optional(),
    /** It is ended after this many milliseconds; null: it runs until somebody stops it. Older logs do not say. */
    limitMs: z.number().int().min(1).nullable().optional(),
  }),
  /** The host that had started it was killed before the end: nobody knows the outcome. Written by the next host. */
  'command.lost': z.object({ run: z.string().min(1), step: z.string().min(1), command: z.string().min(1) }),
  'command.ran': z.object({
    /** The run that ended; older logs have none. */
    run: z.string().min(1).optional(),
    step: z.string().nullable(),
    command: z.string().min(1),
    exitCode: z.number().int().nullable(),
    /** The beginning and the end of what it printed, with secrets masked; the whole is evidence. */
    output: z.string(),
    folder: z.string().optional(),
    endedBy: z.enum(['exit', 'stopped', 'timeout', 'error']).optional(),
    durationMs: z.number().int().min(0).optional(),
    /** It printed more than is kept; `linesLeftOut` says how much is missing in the middle. */
    isCapped: z.boolean().optional(),
    linesLeftOut: z.number().int().min(0).optional(),
    /** The limit that was chosen for it, in milliseconds; null is none. */
    limitMs: z.number().int().min(1).nullable().optional(),
    /** It was stopped because Nightdesk was closed, and by nobody. */
    isHostClosing: z.boolean().optional(),
    evidence: z.string().nullable().optional(),
  }),
}
