import type { Fact, FactData } from './facts/fact-catalog.ts'

/** A command that the log says was started, and of which it does not say how it ended. */
export type OpenCommand = {
  readonly step: string
  /** Which of the step's commands, from 0; null in a log that does not say. */
  readonly index: number | null
  readonly command: string
  /** SHA-256 of the pinned runbook that it stands in. */
  readonly runbook: string
  readonly startedAt: string
  readonly by: string
  /** When it will be ended, in milliseconds after its start; null is never, undefined not known. */
  readonly limitMs?: number | null
}

/** Open commands by the id of their run. */
export type OpenCommands = Readonly<Record<string, OpenCommand>>

/** How a run of a command ended; `how` is null when nobody knows, because its host was killed. */
export type EndedCommand = OpenCommand & {
  readonly run: string
  readonly endedAt: string
  readonly how: FactData<'command.ran'> | null
}

function without(open: OpenCommands, run: string): OpenCommands {
  return Object.hasOwn(open, run) ? Object.fromEntries(Object.entries(open).filter(([key]) => key !== run)) : open
}

/** What is open after one more fact. An end that names no run (as older logs have it) closes nothing, since nothing was opened. */
export function rememberCommand(open: OpenCommands, fact: Fact): OpenCommands {
  switch (fact.type) {
    case 'command.started': {
      const { run, step, command, runbook, index = null, limitMs } = fact.data
      const started: OpenCommand = { step, index, command, runbook, startedAt: fact.at, by: fact.by.id }
      return { ...open, [run]: limitMs === undefined ? started : { ...started, limitMs } }
    }
    case 'command.ran':
      return fact.data.run === undefined ? open : without(open, fact.data.run)
    case 'command.lost':
      return without(open, fact.data.run)
    default:
      return open
  }
}

/** The run that a fact ends, as it was open before; null when it ends none. */
export function endOfCommand(open: OpenCommands, fact: Fact): EndedCommand | null {
  if (fact.type !== 'command.ran' && fact.type !== 'command.lost') return null
  const { run } = fact.data
  if (run === undefined || !Object.hasOwn(open, run)) return null
  const started = open[run]
  if (started === undefined) return null
  return { ...started, run, endedAt: fact.at, how: fact.type === 'command.ran' ? fact.data : null }
}
