import { refusalWords } from '../../../../shared/contract/refusal-words.ts'
import { useDeskStore } from '../../../state/store-context.tsx'

/** Stops a run, and says so when there was nothing to stop. */
export function useStopCommand(): (run: string) => Promise<void> {
  const { client, showRefusal } = useDeskStore()
  return async (run) => {
    const reply = await client.call('command.stop', { run })
    if (!reply.ok) showRefusal(refusalWords(reply.error))
    else if (!reply.value.stopped)
      showRefusal('It does not run here any more. What is known of it stands in the timeline.')
  }
}
