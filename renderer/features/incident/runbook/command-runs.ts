import type { HostEvent } from '../../../../shared/contract/host-event.ts'
import { type FactData, knownFact } from '../../../../shared/incident/facts/fact-catalog.ts'

/** One run of a command, as far as this window heard of it. `end` is null when the log could not take it in. */
export type CommandRun = {
  readonly output: string
  readonly state: 'running' | 'ended' | 'lost'
  readonly end: FactData<'command.ran'> | null
}

/** All runs by their id, and the end that was just logged and belongs to the run that is told next. */
export type CommandRuns = {
  readonly byId: Readonly<Record<string, CommandRun>>
  readonly justLogged: FactData<'command.ran'> | null
}

export const noRuns: CommandRuns = { byId: {}, justLogged: null }
const begun: CommandRun = { output: '', state: 'running', end: null }

/**
 * The runs after one more thing that the host told. A short command may have ended before the call that started it is
 * answered, so every run is kept, asked for or not. The host logs an end and tells it in one go, the log first.
 */
export function hearCommand(runs: CommandRuns, event: HostEvent, incident: string): CommandRuns {
  if (event.type === 'facts' && event.incident === incident) {
    const ends = event.records.flatMap((record) => {
      const fact = knownFact(record)
      return fact?.type === 'command.ran' ? [fact.data] : []
    })
    return ends.length === 0 ? runs : { ...runs, justLogged: ends.at(-1) ?? null }
  }
  if (event.type !== 'command' || event.incident !== incident) return runs
  const before = runs.byId[event.run] ?? begun
  const output = before.output + event.text
  const after: CommandRun = event.ended
    ? { output, state: 'ended', end: runs.justLogged }
    : { ...before, output, state: 'running' }
  return { byId: { ...runs.byId, [event.run]: after }, justLogged: event.ended ? null : runs.justLogged }
}

/** The line to the host is gone: nobody here knows what became of those that ran. */
export function loseSight({ byId }: CommandRuns): CommandRuns {
  const lost = Object.entries(byId).map(([id, run]) => [
    id,
    run.state === 'running' ? { ...run, state: 'lost' as const } : run,
  ])
  return { byId: Object.fromEntries(lost), justLogged: null }
}
