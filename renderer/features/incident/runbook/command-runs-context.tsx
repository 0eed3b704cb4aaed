import { createContext, type ReactNode, useContext, useEffect, useReducer, useState } from 'react'
import type { HostEvent } from '../../../../shared/contract/host-event.ts'
import { useDeskStore, useOpenIncident, useSelected } from '../../../state/store-context.tsx'
import { type CommandRun, hearCommand, loseSight, noRuns } from './command-runs.ts'

/** Names a command of the runbook: its step, and which of the step's commands. */
export type CommandName = { readonly step: string; readonly index: number }

/** A run as its command sees it. */
export type OwnRun = { readonly id: string; readonly run: CommandRun }

type CommandRunsOfIncident = {
  /** The run that was last started here for a command; null before one was. */
  readonly runOf: (name: CommandName) => OwnRun | null
  readonly begin: (name: CommandName, id: string) => void
  readonly forget: (name: CommandName) => void
}

const CommandRunsContext = createContext<CommandRunsOfIncident | null>(null)
const keyOf = ({ step, index }: CommandName): string => `${index}:${step}`

/** Hears what the commands of the open incident print, also while their dialog is closed and their step put away. */
export function CommandRunsProvider({ children }: { readonly children: ReactNode }) {
  const { client } = useDeskStore()
  const { incident } = useOpenIncident()
  const isLost = useSelected((state) => state.connection === 'lost')
  const [runs, hear] = useReducer(
    (before: typeof noRuns, event: HostEvent | 'lost') =>
      event === 'lost' ? loseSight(before) : hearCommand(before, event, incident),
    noRuns,
  )
  const [ids, setIds] = useState<Readonly<Record<string, string>>>({})
  useEffect(() => client.listen(hear), [client])
  useEffect(() => {
    if (isLost) hear('lost')
  }, [isLost])
  const unheard: CommandRun = { output: '', state: isLost ? 'lost' : 'running', end: null }
  const value: CommandRunsOfIncident = {
    runOf: (name) => {
      const id = ids[keyOf(name)]
      return id === undefined ? null : { id, run: runs.byId[id] ?? unheard }
    },
    begin: (name, id) => setIds((before) => ({ ...before, [keyOf(name)]: id })),
    forget: (name) => setIds(({ [keyOf(name)]: _, ...others }) => others),
  }
  return <CommandRunsContext value={value}>{children}</CommandRunsContext>
}

/** The runs of the open incident's commands. */
export function useCommandRuns(): CommandRunsOfIncident {
  const runs = useContext(CommandRunsContext)
  if (runs === null) throw new Error('a command was rendered outside of CommandRunsProvider')
  return runs
}
