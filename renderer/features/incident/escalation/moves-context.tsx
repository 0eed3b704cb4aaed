import { createContext, type ReactNode, useContext, useState } from 'react'
import { LadderDialogs } from './ladder-dialogs.tsx'
import type { Move } from './move-words.ts'

const MovesContext = createContext<(move: Move) => void>(() => undefined)

/** Begins a move that asks for a reason. */
export const useBeginMove = (): ((move: Move) => void) => useContext(MovesContext)

/** The dialogs of the ladder, one at a time, wherever their buttons stand. */
export function MovesProvider({ children }: { readonly children: ReactNode }) {
  const [move, begin] = useState<Move | null>(null)
  return (
    <MovesContext value={begin}>
      {children}
      <LadderDialogs move={move} onClose={() => begin(null)} />
    </MovesContext>
  )
}
