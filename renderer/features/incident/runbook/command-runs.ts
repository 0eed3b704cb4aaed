import type { EndedCommand, OpenCommand, OpenCommands } from '../../../../shared/incident/open-commands.ts'
import { ownEntry } from '../../../../shared/incident/own-entry.ts'
import type { RunbookRun } from '../../../../shared/incident/runbook-run.ts'

/** Names a command of the runbook: its step, and which of the step's commands. */
export type CommandName = { readonly step: string; readonly index: number }

/** A run that has not ended, with its id. */
export type OpenRun = { readonly run: string; readonly open: OpenCommand }

/** All runs that have not ended, the first started first. */
export const openRuns = (open: OpenCommands): readonly OpenRun[] =>
  Object.entries(open).map(([run, each]) => ({ run, open: each }))

/** The runs of a step of the pinned runbook that have not ended. */
export const openRunsOf = (open: OpenCommands, run: RunbookRun | null, step: string): readonly OpenRun[] =>
  openRuns(open).filter((each) => each.open.step === step && each.open.runbook === run?.sha256)

/** How a run ended, when it is the last one of its command. */
export const endOf = (run: RunbookRun | null, id: string): EndedCommand | null =>
  Object.values(run?.commands ?? {})
    .flat()
    .find((each) => each.run === id) ?? null

/** How the commands of a step last ended. */
export const endsOf = (run: RunbookRun | null, step: string): readonly EndedCommand[] =>
  run === null ? [] : (ownEntry(run.commands, step) ?? [])

/** How a command last ended, or null. */
export const lastEndOf = (run: RunbookRun | null, { step, index }: CommandName): EndedCommand | null =>
  endsOf(run, step).find((each) => each.index === index) ?? null
