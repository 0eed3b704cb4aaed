import { useRef } from 'react'
import type { ChecklistItem } from '../../../../shared/incident/checklist.ts'
import { useDeskStore } from '../../../state/store-context.tsx'
import { ActionButton } from '../../../ui/action-button.tsx'
import { useAttach } from '../composer/use-attach.ts'

/** Keeps a file as evidence of a step. */
export function AttachToStep({ item, isReadOnly }: { readonly item: ChecklistItem; readonly isReadOnly: boolean }) {
  const store = useDeskStore()
  const input = useRef<HTMLInputElement>(null)
  const { busy, attach } = useAttach((problem) => store.showRefusal(problem), item.step.id)
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          void attach([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
      <ActionButton
        tone="quiet"
        size="small"
        disabled={isReadOnly || busy !== null}
        onClick={() => input.current?.click()}
      >
        {busy === null ? 'Evidence…' : 'Saving'}
      </ActionButton>
    </>
  )
}
