import { useState } from 'react'
import { setsGoing } from '../../shared/incident/ladder-said.ts'
import { goTo } from '../state/route.ts'
import { useDeskStore, useSelected } from '../state/store-context.tsx'
import { isForbidden, type Unsaved } from '../state/unsaved.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { ClampedText } from '../ui/clamped-text.tsx'
import { ProblemBanner } from '../ui/problem-banner.tsx'
import { RetractDialog } from '../ui/retract-dialog.tsx'
import { keepFocus } from './unsaved-actions.tsx'
import { unsavedWords } from './unsaved-words.ts'

/** Retracts what was written; asks first where the ladder would run again (J8). Only of the incident that is open here is that known. */
function RetractButton({ unsaved, ids }: { readonly unsaved: Unsaved; readonly ids: readonly string[] }) {
  const store = useDeskStore()
  const open = useSelected((state) => (state.open?.incident === unsaved.incident ? state.open : null))
  const [isAsking, setAsking] = useState(false)
  const { key, incident } = unsaved
  if (open === null) {
    return (
      <ActionButton size="small" data-unsaved={key} onClick={() => goTo({ screen: 'incident', incident })}>
        Go to its incident
      </ActionButton>
    )
  }
  const retract = async (): Promise<void> => {
    const facts = ids.map((of) => ({ type: 'entry.amended', data: { of, retracted: true } }) as const)
    const reply = await store.record(incident, facts)
    if (!reply.ok && isForbidden(reply.error)) store.showRefusal(reply.error.message)
    else store.discardUnsaved(key)
    keepFocus(key)
  }
  const retractOrAsk = (): void => {
    const at = new Date(store.now()).toISOString()
    if (ids.some((of) => setsGoing(open.state, { of, isRetracted: true }, at))) setAsking(true)
    else void retract()
  }
  return (
    <>
      <ActionButton size="small" data-unsaved={key} onClick={retractOrAsk}>
        Retract it
      </ActionButton>
      <RetractDialog opened={isAsking} retracted onConfirm={() => void retract()} onClose={() => setAsking(false)} />
    </>
  )
}

/** What was thrown away and stands in the log all the same, because the console had it before it heard of that (J4.6). */
export function WrittenBanner({ unsaved, ids }: { readonly unsaved: Unsaved; readonly ids: readonly string[] }) {
  const store = useDeskStore()
  const { key } = unsaved
  const words = unsavedWords(unsaved)
  return (
    <ProblemBanner
      title="Thrown away too late."
      severity="warning"
      actions={
        <>
          {ids.length === 0 ? null : <RetractButton unsaved={unsaved} ids={ids} />}
          <ActionButton
            size="small"
            data-unsaved={key}
            onClick={() => {
              store.discardUnsaved(key)
              keepFocus(key)
            }}
          >
            Leave it
          </ActionButton>
        </>
      }
    >
      <ClampedText text={words} lines={3} perLine={90} />{' '}
      <span className="dim">
        It was written before the console heard of it, and stands in the log.
        {ids.length === 0 ? ' It cannot be taken back there.' : ''}
      </span>
    </ProblemBanner>
  )
}
