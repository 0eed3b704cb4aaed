import { useEffect, useState } from 'react'
import type { SearchAnswer, SearchHit } from '../../shared/contract/answers.ts'
import type { Client } from '../../shared/contract/client.ts'
import type { CallInput } from '../../shared/contract/contract.ts'
import { guessQuery, type RunbookGuess } from '../../shared/library/guess-runbooks.ts'
import { FIRST_HITS } from '../../shared/library/hits-of.ts'
import { useDeskStore, useSelected } from './store-context.tsx'

/** The runbooks that the library finds for what was asked; `problem` when it did not answer. */
export type FoundRunbooks = {
  readonly asked: string
  readonly hits: readonly SearchHit[]
  readonly total: number
  readonly holding: SearchAnswer['holding']
  readonly problem: string | null
}

const nothing = { hits: [], total: 0, holding: 'every', problem: null } as const

/** Asks the library for runbooks, as its own screen does. */
export async function findRunbooks(client: Client, query: string, limit = FIRST_HITS): Promise<FoundRunbooks> {
  const asked = query.trim().slice(0, 500)
  if (asked === '') return { asked, ...nothing }
  const reply = await client.call('library.search', { query: asked, limit, filter: { kinds: ['runbook'] } })
  if (!reply.ok) return { asked, ...nothing, problem: reply.error.message }
  const { hits, totals, holding } = reply.value
  return { asked, hits, total: totals.runbook, holding, problem: null }
}

/** The answer to what is typed; the one before while the library looks, so that nothing flickers. */
export function useRunbookSearch(query: string, limit?: number): FoundRunbooks {
  const { client } = useDeskStore()
  const libraryVersion = useSelected((state) => state.libraryVersion)
  const [found, setFound] = useState<FoundRunbooks>({ asked: '', ...nothing })
  useEffect(() => {
    let isCurrent = libraryVersion >= 0
    void findRunbooks(client, query, limit).then((answer) => isCurrent && setFound(answer))
    return () => {
      isCurrent = false
    }
  }, [client, query, limit, libraryVersion])
  return found
}

type Guessed = { readonly asked: string; readonly guesses: readonly RunbookGuess[] }

const noGuesses: readonly RunbookGuess[] = []

/** Runbooks that share words with these texts of an alert or an incident, for when none fits. None while the library looks. */
export function useRunbookGuesses(
  texts: readonly string[],
  about: CallInput<'runbooks.suggest'>,
): readonly RunbookGuess[] {
  const { client } = useDeskStore()
  const libraryVersion = useSelected((state) => state.libraryVersion)
  const [guessed, setGuessed] = useState<Guessed>({ asked: '', guesses: noGuesses })
  const query = guessQuery(texts)
  const asked = query === '' ? '' : JSON.stringify({ about, query })
  useEffect(() => {
    let isCurrent = libraryVersion >= 0
    const guess = async (input: CallInput<'runbooks.guess'>): Promise<void> => {
      const reply = await client.call('runbooks.guess', input)
      if (isCurrent) setGuessed({ asked, guesses: reply.ok ? reply.value : noGuesses })
    }
    if (asked !== '') void guess(JSON.parse(asked) as CallInput<'runbooks.guess'>)
    return () => {
      isCurrent = false
    }
  }, [client, asked, libraryVersion])
  return guessed.asked === asked ? guessed.guesses : noGuesses
}
