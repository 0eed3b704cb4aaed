import { z } from 'zod'

const MINUTE_MS = 60_000

/** After how long a command may be ended by itself, in milliseconds; null is never. The first is what a command gets that nobody chose for. */
export const commandLimits = [15 * MINUTE_MS, 60 * MINUTE_MS, 240 * MINUTE_MS, null] as const

export type CommandLimit = (typeof commandLimits)[number]

export const commandLimitSchema = z.literal(commandLimits)

/** A command of the same words that runs now, in this incident or another one. */
export type SameCommand = { readonly run: string; readonly incident: string; readonly startedAt: string }

/** A command as it would run: shown word for word before it may (R7). */
export type PreparedCommand = {
  readonly text: string
  readonly folder: string
  /** The shell that would take it, by its path, or by its name when this machine has none such; null for what no shell runs. */
  readonly shell: string | null
  readonly isShellThere: boolean
  /** Variables without a value, as the runbook writes them (`$NAMESPACE`, `<table>`); it cannot run before they have one. */
  readonly openNames: readonly string[]
  readonly isEnabled: boolean
  /** The text of the runbook that it comes from, by its hash: what is trusted with this command before one's eyes. */
  readonly runbook: string
  readonly isTrusted: boolean
  /** Runs of the same text that have not ended. One more needs a yes that names them all. */
  readonly alreadyRunning: readonly SameCommand[]
}

/** What a command has printed so far, or all of it; secrets are masked. */
export type CommandOutput = {
  readonly isRunning: boolean
  /** Whole lines, with a line for what was left out in the middle. */
  readonly text: string
  /** A line that has no end yet: a question, or how far it is. */
  readonly unfinished: string
  /** False when it ended and the log could not take that in: the output is nowhere else. */
  readonly isLogged: boolean
}
