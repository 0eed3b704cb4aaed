import { useEffect, useRef, useState } from 'react'
import type { CallInput, CallOutput } from '../../../shared/contract/contract.ts'
import type { Refusal } from '../../../shared/contract/refusal.ts'
import { refusalWords } from '../../../shared/contract/refusal-words.ts'
import { useDeskStore, useDraft, useSelected } from '../../state/store-context.tsx'
import type { DeclareForm } from './declare-form.ts'

/** The incident that was declared before, and whose answer was lost. */
type Earlier = NonNullable<CallOutput<'incidents.withdraw'>['declared']>

/** What became of what was sent; `earlier` where something else was declared before, and so nothing was sent. */
type Sent =
  | { readonly kind: 'declared'; readonly incident: string }
  | { readonly kind: 'earlier'; readonly earlier: Earlier }
  | { readonly kind: 'refused'; readonly error: Refusal }

/**
 * Declares what stands in the form, under the same key until something else stands there or it is declared (J4.7). Before something else is sent it is asked
 * what became of the first, unless it `isOther`: somebody was told, and wants both.
 */
function useSend() {
  const { client, preferencesKept } = useDeskStore()
  const [sent, setSent] = useDraft('declare.sent')
  const send = async (form: DeclareForm, input: CallInput<'incidents.declare'>, isOther: boolean): Promise<Sent> => {
    await preferencesKept()
    const content = JSON.stringify(form)
    const [before = ''] = sent.split(' ', 1)
    const isSame = sent === `${before} ${content}`
    if (!isSame && before !== '' && !isOther) {
      const withdrawn = await client.call('incidents.withdraw', { key: before })
      if (!withdrawn.ok) return { kind: 'refused', error: withdrawn.error }
      const { declared } = withdrawn.value
      if (declared !== null) return { kind: 'earlier', earlier: declared }
    }
    const key = isSame ? before : crypto.randomUUID()
    setSent(`${key} ${content}`)
    const reply = await client.call('incidents.declare', { ...input, key })
    // A key that was given up is refused for good.
    if (reply.ok || reply.error.code === 'notAllowed') setSent('')
    return reply.ok ? { kind: 'declared', incident: reply.value.incident } : { kind: 'refused', error: reply.error }
  }
  return { send, forget: () => setSent('') }
}

/** The answer alone may be what was lost (J4.7). */
const ONCE = 'It may be declared already, and is declared only once.'

/** Why it was not declared; where nothing answered, that the console is back once it is, for nothing is declared by itself. */
function useRefusal() {
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [isBack, setBack] = useState(false)
  const isLost = useSelected(({ connection }) => connection === 'lost')
  const wasLost = useRef(isLost)
  useEffect(() => {
    if (wasLost.current && !isLost) setBack(true)
    wasLost.current = isLost
  }, [isLost])
  const refuse = (next: Refusal | null): void => {
    setBack(false)
    setRefusal(next)
  }
  const words = refusal === null ? null : refusalWords(refusal)
  if (refusal?.code !== 'offline') return [words, refuse] as const
  return [`${isBack ? 'The console is back. Declare again.' : words} ${ONCE}`, refuse] as const
}

/** Sends the form, and says what became of it where it did not lead to an incident. */
export function useSending() {
  const [refusal, setRefusal] = useRefusal()
  const [earlier, setEarlier] = useState<Earlier | null>(null)
  const { send, forget } = useSend()
  return {
    refusal,
    /** What was declared before, and was not known to be. */
    earlier,
    forgetEarlier: forget,
    /** The id of the incident, or null where it was not declared. */
    send: async (...given: Parameters<typeof send>): Promise<string | null> => {
      setRefusal(null)
      setEarlier(null)
      const sent = await send(...given)
      if (sent.kind === 'refused') setRefusal(sent.error)
      if (sent.kind === 'earlier') setEarlier(sent.earlier)
      return sent.kind === 'declared' ? sent.incident : null
    },
  }
}
