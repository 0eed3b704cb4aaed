import { useEffect, useRef, useState } from 'react'
import type { CommandLimit, PreparedCommand } from '../../../../shared/contract/command-answers.ts'
import { refusalWords } from '../../../../shared/contract/refusal-words.ts'
import { useDeskStore, useOpenIncident } from '../../../state/store-context.tsx'
import type { CommandName } from './command-runs.ts'
import { useReadings, useTypedValues } from './use-command-values.ts'

/** What running a command would do, and the calls that trust it and run it. Nothing starts without `start`, which sends the text that was shown. */
export function usePreparedCommand({ step, index }: CommandName) {
  const { client } = useDeskStore()
  const { incident } = useOpenIncident()
  const { give, keepUsed } = useTypedValues()
  const variables = useReadings().get(step)?.[index]?.variables ?? []
  const [prepared, setPrepared] = useState<PreparedCommand | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const call = { incident, step, index }
  const prepare = async (): Promise<void> => {
    const reply = await client.call('command.prepare', call)
    setPrepared(reply.ok ? reply.value : null)
    if (!reply.ok) setRefusal(refusalWords(reply.error))
  }
  const first = useRef(() => give(variables).then(prepare))
  useEffect(() => void first.current(), [])
  return {
    prepared,
    refusal,
    /** Trusts the runbook that the shown command comes from, and shows it as it is now. */
    trust: async (): Promise<void> => {
      if (prepared === null) return
      const reply = await client.call('runbook.trust', { incident, sha256: prepared.runbook })
      setRefusal(reply.ok ? null : refusalWords(reply.error))
      await prepare()
    },
    /** The id of the run, or null when nothing was run. */
    start: async (limitMs: CommandLimit): Promise<string | null> => {
      if (prepared === null) return null
      await keepUsed(variables)
      const besides = prepared.alreadyRunning.map(({ run }) => run)
      const reply = await client.call('command.run', { ...call, confirmed: prepared.text, limitMs, besides })
      setRefusal(reply.ok ? null : refusalWords(reply.error))
      if (reply.ok) return reply.value.run
      await prepare()
      return null
    },
  }
}
