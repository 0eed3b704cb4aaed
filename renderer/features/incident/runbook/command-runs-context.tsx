import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import { useDeskStore, useOpenIncident } from '../../../state/store-context.tsx'
import { CommandDialog, type CommandSubject } from './command-dialog.tsx'
import { type CommandName, endOf } from './command-runs.ts'
import { endWords } from './command-words.ts'

type CommandDialogCalls = {
  /** Asks whether to run a command, after showing exactly what would run. */
  readonly ask: (name: CommandName) => void
  /** Shows a run: its output, as far as it is, and how it stands. */
  readonly show: (run: string) => void
}

const CommandRunsContext = createContext<CommandDialogCalls | null>(null)

/** Says how a run ended to whoever is not looking at it. */
function useSaidEnds(): void {
  const { announce } = useDeskStore()
  const { run, openCommands } = useOpenIncident().state
  const before = useRef(openCommands)
  useEffect(() => {
    for (const id of Object.keys(before.current)) {
      const ended = Object.hasOwn(openCommands, id) ? null : endOf(run, id)
      if (ended !== null) announce(endWords(ended))
    }
    before.current = openCommands
  }, [announce, openCommands, run])
}

/** One dialog for all commands of the open incident: it outlives the row from which it was opened. */
export function CommandRunsProvider({ children }: { readonly children: ReactNode }) {
  const [subject, setSubject] = useState<CommandSubject | null>(null)
  const [isOpen, setOpen] = useState(false)
  useSaidEnds()
  const about = (next: CommandSubject): void => {
    setSubject(next)
    setOpen(true)
  }
  const show = (run: string): void => about({ run })
  return (
    <CommandRunsContext value={{ ask: (name) => about({ ask: name }), show }}>
      {children}
      <CommandDialog subject={subject} isOpen={isOpen} show={show} close={() => setOpen(false)} />
    </CommandRunsContext>
  )
}

/** Opens the dialog about commands. */
export function useCommandDialog(): CommandDialogCalls {
  const calls = useContext(CommandRunsContext)
  if (calls === null) throw new Error('a command was rendered outside of CommandRunsProvider')
  return calls
}
