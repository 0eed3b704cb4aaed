import { useEffect, useState } from 'react'
import { type Policy, resolvePolicy } from '../../../shared/schedule/policy.ts'
import { emptyTeam, findPipeline, type Team } from '../../../shared/schedule/team.ts'
import { useDeskStore, useSelected } from '../../state/store-context.tsx'

type Answer = { readonly question: string; readonly team: Team; readonly policy: Policy }

/** The policy that declaring would put in force, asked of the host; until it has answered, the pipeline's own (E2). */
export function usePolicy(pipeline: string, runbook: string | null): Policy {
  const { client } = useDeskStore()
  const team = useSelected((state) => state.desk?.workspace.team ?? emptyTeam)
  const files = useSelected((state) => state.libraryVersion)
  const question = `${files} ${pipeline} ${runbook ?? ''}`
  const [answer, setAnswer] = useState<Answer | null>(null)
  useEffect(() => {
    let isWanted = true
    const ask = async (): Promise<void> => {
      const reply = await client.call('incidents.policy', { pipeline: pipeline === '' ? null : pipeline, runbook })
      if (isWanted && reply.ok) setAnswer({ question, team, policy: reply.value })
    }
    void ask()
    return () => {
      isWanted = false
    }
  }, [client, question, pipeline, runbook, team])
  if (answer?.question === question && answer.team === team) return answer.policy
  return resolvePolicy(findPipeline(team, pipeline)?.policy ?? null)
}
