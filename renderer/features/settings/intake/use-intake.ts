import { useState } from 'react'
import type { Refusal } from '../../../../shared/contract/refusal.ts'
import { refusalWords } from '../../../../shared/contract/refusal-words.ts'
import { useDeskStore } from '../../../state/store-context.tsx'
import { readPort } from './intake-words.ts'

/** What can be done with the intake, and what came of it. */
export function useIntake() {
  const store = useDeskStore()
  const [token, setToken] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [tested, setTested] = useState<string | null>(null)
  const refused = (error: Refusal): void => setProblem(refusalWords(error))
  const makeToken = async (): Promise<void> => {
    const reply = await store.client.call('intake.renewToken', {})
    if (!reply.ok) return refused(reply.error)
    setProblem(null)
    setToken(reply.value.token)
    store.announce('A token was made. Copy it now: it is shown this once.')
  }
  return {
    /** The token that was just made, for as long as this screen stands. */
    token,
    problem,
    tested,
    makeToken,
    forgetProblem: () => setProblem(null),
    switchOn: async (typedPort: string, hasToken: boolean): Promise<void> => {
      const port = readPort(typedPort)
      if (port === null) return setProblem('A port is a number from 1 to 65535.')
      const reply = await store.client.call('intake.enable', { port })
      if (!reply.ok) return refused(reply.error)
      setProblem(null)
      store.setState({ intake: reply.value })
      store.announce(reply.value.problem ?? `The intake is open on port ${reply.value.port}`)
      if (!hasToken) await makeToken()
    },
    switchOff: async (): Promise<void> => {
      const reply = await store.client.call('intake.disable', {})
      if (!reply.ok) return refused(reply.error)
      setTested(null)
      store.setState({ intake: reply.value })
      store.announce('The intake is closed')
    },
    sendTest: async (): Promise<void> => {
      setTested(null)
      const reply = await store.client.call('intake.sendTest', {})
      const words = reply.ok
        ? 'It came in: look at Alerts on Tonight, and dismiss it there.'
        : refusalWords(reply.error)
      setTested(words)
      store.announce(words)
    },
  }
}
