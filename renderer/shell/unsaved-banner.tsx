import { useState } from 'react'
import { statedWords } from '../../shared/incident/stated-words.ts'
import { nameOf, selectZone } from '../state/selectors.ts'
import { useDeskStore, useSelected } from '../state/store-context.tsx'
import type { Unsaved } from '../state/unsaved.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { afterPaint } from '../ui/after-paint.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { ProblemBanner } from '../ui/problem-banner.tsx'
import { timeWithDay } from '../ui/time-words.ts'

/** Why, as a sentence: the title says already that it is not saved. */
const whyOf = ({ message }: Unsaved): string =>
  message.replace(/^Not saved: (.)/, (_, first: string) => first.toUpperCase()).replace(/[^.!?]$/, '$&.')

/** Lets the focus go on at the same button, else at the next banner, else at the screen, once the one that had it is gone. */
function keepFocus(key: string): void {
  afterPaint(() => {
    if (document.activeElement !== document.body) return
    const buttons = [...document.querySelectorAll<HTMLElement>('[data-unsaved]:not(:disabled)')]
    const same = buttons.find(({ dataset }) => dataset.unsaved === key)
    ;(same ?? buttons[0] ?? document.getElementById('main'))?.focus()
  })
}

/** Saves it again, or, where something newer says otherwise, states it anew: that is somebody's own decision. */
function SaveButton({ unsaved }: { readonly unsaved: Unsaved }) {
  const store = useDeskStore()
  const { key, isRetrying, isOvertaken = false } = unsaved
  const save = isOvertaken ? store.restateUnsaved : store.retryUnsaved
  return (
    <ActionButton
      size="small"
      data-unsaved={key}
      disabled={isRetrying}
      onClick={() => void save(key).then(() => keepFocus(key))}
    >
      {isRetrying ? 'Saving' : isOvertaken ? 'State it all the same' : 'Save again'}
    </ActionButton>
  )
}

function ThrowAway({ unsaved, words }: { readonly unsaved: Unsaved; readonly words: string }) {
  const store = useDeskStore()
  const [isAsking, setAsking] = useState(false)
  const discard = (): void => {
    store.discardUnsaved(unsaved.key)
    keepFocus(unsaved.key)
  }
  return (
    <>
      <ActionButton size="small" tone="danger" onClick={() => setAsking(true)}>
        Throw away
      </ActionButton>
      <ConfirmDialog
        opened={isAsking}
        title="Throw away what is not saved"
        confirmLabel="Throw it away"
        tone="danger"
        onConfirm={discard}
        onClose={() => setAsking(false)}
      >
        {words}. It stands nowhere else, and cannot be brought back.
      </ConfirmDialog>
    </>
  )
}

/** Facts that are not on the disk: what they say, when and by whom they were stated, why they are not, and what can be done. */
export function UnsavedBanner({ unsaved }: { readonly unsaved: Unsaved }) {
  const store = useDeskStore()
  const zone = useSelected(selectZone)
  const who = useSelected((state) => (unsaved.by == null ? null : nameOf(state, unsaved.by)))
  const words = unsaved.facts.map(statedWords).join('; ')
  const copy = (): Promise<void> =>
    navigator.clipboard.writeText(words).then(
      () => store.announce('Copied'),
      () => store.showRefusal('The words could not be copied. Select them and copy them by hand.'),
    )
  return (
    <ProblemBanner
      title="NOT SAVED"
      actions={
        <>
          <SaveButton unsaved={unsaved} />
          <ActionButton size="small" tone="quiet" onClick={() => void copy()}>
            Copy
          </ActionButton>
          <ThrowAway unsaved={unsaved} words={words} />
        </>
      }
    >
      {words}{' '}
      <span className="dim">
        Said at {timeWithDay(unsaved.statedAt, store.now(), zone)}
        {who === null ? '' : ` by ${who}`}. {whyOf(unsaved)} {unsaved.hint}
      </span>
    </ProblemBanner>
  )
}
