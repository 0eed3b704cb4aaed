import { useEffect, useState } from 'react'
import type { Client } from '../../../../shared/contract/client.ts'
import type { CommandOutput } from '../../../../shared/contract/command-answers.ts'
import { useDeskStore, useOpenIncident, useSelected } from '../../../state/store-context.tsx'

/** What is known of a run's output; `problem` says why there is none. */
export type ShownOutput = { readonly output: CommandOutput | null; readonly problem: string | null }

async function readEvidence(client: Client, incident: string, sha256: string): Promise<CommandOutput | null> {
  const reply = await client.call('evidence.read', { incident, sha256 })
  if (!reply.ok) return null
  const bytes = Uint8Array.from(atob(reply.value.base64), (character) => character.charCodeAt(0))
  return { isRunning: false, text: new TextDecoder().decode(bytes), unfinished: '', isLogged: true }
}

/** Reads once, and once more for everything that was asked for meanwhile. */
function oneAtATime(read: () => Promise<void>): () => void {
  let isReading = false
  let isAskedAgain = false
  return async () => {
    isAskedAgain = true
    if (isReading) return
    isReading = true
    while (isAskedAgain) {
      isAskedAgain = false
      await read()
    }
    isReading = false
  }
}

/** The output of a run, kept up with what it prints; of one that has ended long ago, its evidence. */
export function useCommandOutput(run: string, evidence: string | null, isWatched: boolean): ShownOutput {
  const { client } = useDeskStore()
  const { incident } = useOpenIncident()
  const isLost = useSelected((state) => state.connection === 'lost')
  const [shown, setShown] = useState<ShownOutput & { readonly run: string }>({ run, output: null, problem: null })
  useEffect(() => {
    if (isLost || !isWatched) return
    let isGone = false
    const read = oneAtATime(async () => {
      const reply = await client.call('command.read', { run })
      const kept = reply.ok || evidence === null ? null : await readEvidence(client, incident, evidence)
      if (isGone) return
      if (reply.ok) setShown({ run, output: reply.value, problem: null })
      else if (kept !== null) setShown({ run, output: kept, problem: null })
      else
        setShown((before) => ({ run, output: before.run === run ? before.output : null, problem: reply.error.message }))
    })
    read()
    const stop = client.listen((event) => {
      if (event.type === 'reset' || (event.type === 'command' && event.run === run)) read()
    })
    return () => {
      isGone = true
      stop()
    }
  }, [client, incident, run, evidence, isLost, isWatched])
  return shown.run === run ? shown : { output: null, problem: null }
}
