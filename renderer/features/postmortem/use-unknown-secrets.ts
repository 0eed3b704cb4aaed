import { useEffect, useState } from 'react'
import type { UnknownSecrets } from '../../../shared/contract/answers.ts'
import { useDeskStore, useOpenIncident } from '../../state/store-context.tsx'
import { refusalWords } from './refusal-words.ts'

const none: UnknownSecrets = { since: '', secrets: [] }

/** Which secrets of the open incident an export cannot hide, and a way to tell the console a value so that it does; gives why it was not taken, or null. */
export function useUnknownSecrets(incident: string) {
  const store = useDeskStore()
  const { state } = useOpenIncident()
  const [unknown, setUnknown] = useState(none)
  const wereGiven = state.secretsGiven.length > 0
  useEffect(() => {
    if (!wereGiven) return setUnknown(none)
    let isLeft = false
    const ask = async (): Promise<void> => {
      const reply = await store.client.call('secret.unknown', { incident })
      if (reply.ok && !isLeft) setUnknown(reply.value)
    }
    void ask()
    // Whoever holds others now, here or after a restart, also knows others to hide.
    const endHearing = store.subscribe(({ secrets }, before) => {
      if (secrets !== before.secrets) void ask()
    })
    return () => {
      isLeft = true
      endHearing()
    }
  }, [store, incident, wereGiven])
  const hide = async (name: string, value: string): Promise<string | null> => {
    const reply = await store.client.call('secret.hide', { incident, name, value })
    if (!reply.ok) return refusalWords(reply.error)
    setUnknown(reply.value)
    store.announce('It is hidden in what is exported from now on.')
    return null
  }
  return { unknown, hide }
}
