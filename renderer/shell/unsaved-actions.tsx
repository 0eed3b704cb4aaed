import { useState } from 'react'
import { useDeskStore } from '../state/store-context.tsx'
import { isOfRunbook, type Unsaved } from '../state/unsaved.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { afterPaint } from '../ui/after-paint.ts'
import { ClampedText } from '../ui/clamped-text.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { download } from '../ui/download.ts'
import { contentOf, unsavedWords } from './unsaved-words.ts'

/** Lets the focus go on at the same button, else at the next of these, else at the screen, once the one that had it is gone. */
export function keepFocus(key: string): void {
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
  const anew = isOfRunbook(unsaved) ? 'Log as a note' : 'State it all the same'
  const save = isOvertaken ? store.restateUnsaved : store.retryUnsaved
  return (
    <ActionButton
      size="small"
      data-unsaved={key}
      disabled={isRetrying}
      onClick={() => void save(key).then(() => keepFocus(key))}
    >
      {isRetrying ? 'Saving' : isOvertaken ? anew : 'Save again'}
    </ActionButton>
  )
}

/** Takes all of it elsewhere. */
function CopyButton({ unsaved }: { readonly unsaved: Unsaved }) {
  const store = useDeskStore()
  const { evidence } = unsaved
  const content = evidence === undefined || evidence.mediaType.startsWith('text/') ? 'words' : 'file'
  const take = async (): Promise<void> => {
    const all = contentOf(unsaved)
    if ('file' in all) return download(evidence?.name ?? 'evidence', all.file, evidence?.mediaType ?? '')
    await navigator.clipboard.writeText(all.text).then(
      () => store.announce('Copied'),
      () => store.showRefusal('The words could not be copied. Select them and copy them by hand.'),
    )
  }
  return (
    <ActionButton size="small" tone="quiet" data-unsaved={unsaved.key} onClick={() => void take()}>
      {content === 'words' ? 'Copy' : 'Download'}
    </ActionButton>
  )
}

function ThrowAway({ unsaved }: { readonly unsaved: Unsaved }) {
  const store = useDeskStore()
  const [isAsking, setAsking] = useState(false)
  const { key, isRetrying, isOvertaken = false } = unsaved
  const words = unsavedWords(unsaved)
  const throwAway = (): void => {
    void store.throwAwayUnsaved(key).then(() => keepFocus(key))
    keepFocus(key)
  }
  return (
    <>
      {/* What is stated anew is another statement by then, with a button of its own if it cannot be saved either. */}
      <ActionButton size="small" tone="danger" disabled={isRetrying && isOvertaken} onClick={() => setAsking(true)}>
        Throw away
      </ActionButton>
      <ConfirmDialog
        opened={isAsking}
        title="Throw away what is not saved"
        confirmLabel="Throw it away"
        tone="danger"
        onConfirm={throwAway}
        onClose={() => setAsking(false)}
      >
        <ClampedText text={`${words.replace(/[^.!?]$/, '$&.')}`} lines={8} />
        <p>It cannot be brought back. If the console has written it before it hears of this, you are told.</p>
      </ConfirmDialog>
    </>
  )
}

/** What can be done with what is not saved; of what is being thrown away it can only be taken elsewhere. */
export function UnsavedActions({ unsaved }: { readonly unsaved: Unsaved }) {
  if (unsaved.isThrownAway === true) return <CopyButton unsaved={unsaved} />
  return (
    <>
      <SaveButton unsaved={unsaved} />
      <CopyButton unsaved={unsaved} />
      <ThrowAway unsaved={unsaved} />
    </>
  )
}
