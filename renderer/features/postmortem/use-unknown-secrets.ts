import { useEffect, useState } from 'react'
import type { HiddenSecret, UnknownSecrets } from '../../../shared/contract/answers.ts'
import { refusalWords } from '../../../shared/contract/refusal-words.ts'
import { useDeskStore, useOpenIncident } from '../../state/store-context.tsx'

const none: UnknownSecrets = { since: '', secrets: [], hidden: [] }

/** That a value was found, and in how many entries: somebody who typed another word than they meant sees it by the number. */
export const hiddenInWords = ({ written, places }: HiddenSecret): string =>
  `${written} is found in ${places === 1 ? '1 place' : `${places} places`} of this incident, and hidden in what is exported from now on.`

/**
 * Which secrets of the open incident an export cannot be sure to hide, a way to tell the console a value so that it does, which gives why it is
 * not settled with that, or null, and a way to take back what was told.
 */
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
    const { sameAs } = reply.value
    if (sameAs !== null) return `The same value as for ${sameAs}: is this the right field?`
    if (reply.value.places === 0) return 'Found nowhere in this incident: is it typed right?'
    const hidden = reply.value.hidden.find((secret) => secret.name === name)
    if (hidden !== undefined) store.announce(hiddenInWords(hidden))
    return null
  }
  const takeBack = async (name: string): Promise<void> => {
    const reply = await store.client.call('secret.hide', { incident, name, value: '' })
    if (!reply.ok) return store.showRefusal(refusalWords(reply.error))
    setUnknown(reply.value)
  }
  return { unknown, hide, takeBack }
}
