import type { Fact } from './facts/fact-catalog.ts'

/** A command that the log says was started, and of which it does not say how it ended. */
export type OpenCommand = {
  readonly step: string
  readonly command: string
  readonly startedAt: string
}

/** Open commands by the id of their run. */
export type OpenCommands = Readonly<Record<string, OpenCommand>>

function without(open: OpenCommands, run: string): OpenCommands {
  return Object.hasOwn(open, run) ? Object.fromEntries(Object.entries(open).filter(([key]) => key !== run)) : open
}

/** What is open after one more fact. An end that names no run (as older logs have it) closes nothing, since nothing was opened. */
export function rememberCommand(open: OpenCommands, fact: Fact): OpenCommands {
  switch (fact.type) {
    case 'command.started': {
      const { run, step, command } = fact.data
      return { ...open, [run]: { step, command, startedAt: fact.at } }
    }
    case 'command.ran':
      return fact.data.run === undefined ? open : without(open, fact.data.run)
    case 'command.lost':
      return without(open, fact.data.run)
    default:
      return open
  }
}
