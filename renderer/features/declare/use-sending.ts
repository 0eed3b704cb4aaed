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

const SENT = 'declare.sent'

/** What was told of having been declared before, kept with what was typed until something else is sent; told no more once it is resolved. */
function useEarlier() {
  const [kept, keep] = useDraft('declare.earlier')
  const [incident = '', ...words] = kept.split(' ')
  const isOver = useSelected(({ summaries }) =>
    summaries.some((each) => each.incident === incident && each.resolvedAt !== null),
  )
  const earlier: Earlier | null = incident === '' || isOver ? null : { incident, title: words.join(' ') }
  const setEarlier = (next: Earlier | null): void => keep(next === null ? '' : `${next.incident} ${next.title}`)
  return [earlier, setEarlier] as const
}

const keyOf = (sent: string): string => sent.split(' ', 1)[0] ?? ''

/** What was sent last and is not known to be declared: its key, and what stood in the form. */
function useSentBefore() {
  const store = useDeskStore()
  const [sent, setSent] = useDraft(SENT)
  return {
    key: keyOf(sent),
    isSame: (content: string): boolean => sent === `${keyOf(sent)} ${content}`,
    keep: (key: string, content: string): void => setSent(`${key} ${content}`),
    /** Whether it was the last: what was sent since is left alone. */
    forget: (key: string): boolean => {
      const isLast = keyOf(store.getState().drafts[SENT] ?? store.keptDraft(SENT)) === key
      if (isLast) setSent('')
      return isLast
    },
  }
}

/**
 * Declares what stands in the form, under the same key until something else stands there or it is declared (J4.7). Before something else is sent it is asked
 * what became of the first, unless it `isOther`: somebody was told, and wants both.
 */
function useSend(before: ReturnType<typeof useSentBefore>) {
  const { client, preferencesKept } = useDeskStore()
  return async (form: DeclareForm, input: CallInput<'incidents.declare'>, isOther: boolean): Promise<Sent> => {
    await preferencesKept()
    const content = JSON.stringify(form)
    const isSame = before.isSame(content)
    if (!isSame && before.key !== '' && !isOther) {
      const withdrawn = await client.call('incidents.withdraw', { key: before.key })
      if (!withdrawn.ok) return { kind: 'refused', error: withdrawn.error }
      const { declared } = withdrawn.value
      if (declared !== null) return { kind: 'earlier', earlier: declared }
    }
    const key = isSame ? before.key : crypto.randomUUID()
    before.keep(key, content)
    const reply = await client.call('incidents.declare', { ...input, key })
    // A key that was given up is refused for good.
    if (reply.ok || reply.error.code === 'notAllowed') before.forget(key)
    return reply.ok ? { kind: 'declared', incident: reply.value.incident } : { kind: 'refused', error: reply.error }
  }
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
  const { client } = useDeskStore()
  const [refusal, setRefusal] = useRefusal()
  const [earlier, setEarlier] = useEarlier()
  const [isHeld, setHeld] = useState(false)
  const before = useSentBefore()
  const send = useSend(before)
  return {
    refusal,
    /** What was declared before, and was not known to be. */
    earlier,
    /** Whether what stands in the form was not sent for it. Told once and closed or cleared, it holds nothing up. */
    isHeld,
    forgetEarlier: (): void => {
      before.forget(before.key)
      setEarlier(null)
    },
    /** Gives up what was sent before, for the form is cleared, and tells what was declared by it. */
    giveUp: async (): Promise<void> => {
      setRefusal(null)
      setHeld(false)
      const { key } = before
      if (key === '') return
      if (earlier !== null) {
        before.forget(key)
        return
      }
      const withdrawn = await client.call('incidents.withdraw', { key })
      if (withdrawn.ok && before.forget(key)) setEarlier(withdrawn.value.declared)
    },
    /** The id of the incident, or null where it was not declared. */
    send: async (
      form: DeclareForm,
      input: CallInput<'incidents.declare'>,
      isOther: boolean,
    ): Promise<string | null> => {
      const isTold = earlier !== null && !isHeld
      setRefusal(null)
      setHeld(false)
      const sent = await send(form, input, isOther || isTold)
      setEarlier(sent.kind === 'earlier' ? sent.earlier : null)
      setHeld(sent.kind === 'earlier')
      if (sent.kind === 'refused') setRefusal(sent.error)
      return sent.kind === 'declared' ? sent.incident : null
    },
  }
}
