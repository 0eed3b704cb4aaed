import { Modal } from '@mantine/core'
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react'
import { emptyTeam } from '../../../../shared/schedule/team.ts'
import { useCommands } from '../../../state/commands.ts'
import { useSelected } from '../../../state/store-context.tsx'
import { ActionButton } from '../../../ui/action-button.tsx'
import dialog from '../../../ui/dialog.module.css'
import type { Listed } from '../shelve.ts'
import { documentGroups } from './document-groups.ts'
import { type Choice, wholeCopy } from './offline-choice.ts'
import { OfflineFields } from './offline-fields.tsx'
import { OfflineObstacles } from './offline-obstacles.tsx'
import { OfflineSaved } from './offline-saved.tsx'
import { useOfflineCopy } from './use-offline-copy.ts'

/** Makes one HTML file to take along: it opens on any phone, with no network. */
export function SaveOfflineCopy({ documents }: { readonly documents: readonly Listed[] }) {
  const pipelines = useSelected((state) => (state.desk?.workspace.team ?? emptyTeam).pipelines)
  const groups = useMemo(() => documentGroups(documents, pipelines), [documents, pipelines])
  const [isOpen, setOpen] = useState(false)
  const [choice, setChoice] = useState(wholeCopy)
  const { saved, refusal, problems, isBusy, save, forget, reset } = useOfflineCopy(groups)
  const label = 'Save offline copy'
  useCommands([{ id: 'library.offline', label, group: 'Library', run: () => setOpen(true) }])
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (refusal !== null) form.current?.querySelector<HTMLElement>(`[name="${refusal.at}"]`)?.focus()
  }, [refusal])
  const change = (changed: Partial<Choice>): void => {
    forget()
    setChoice({ ...choice, ...changed })
  }
  const close = (): void => {
    setOpen(false)
    setChoice(wholeCopy)
    reset()
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void save(choice)
  }
  return (
    <>
      <ActionButton style={{ flex: 'none' }} onClick={() => setOpen(true)}>
        {label}
      </ActionButton>
      <Modal opened={isOpen} onClose={close} title={label} size={520}>
        {saved === null ? (
          <form ref={form} className={dialog.body} onSubmit={submit} noValidate>
            <p className="dim">One HTML file for a phone or a stick: it needs no network and has the same search.</p>
            <OfflineFields choice={choice} groups={groups} refusal={refusal} onChange={change} />
            <OfflineObstacles problems={problems} choice={choice} onChange={change} />
            {refusal?.at === null ? <p role="alert">{refusal.words}</p> : null}
            <div className={dialog.actions}>
              <ActionButton onClick={close}>Cancel</ActionButton>
              <ActionButton tone="primary" type="submit" disabled={isBusy}>
                {isBusy ? 'Saving' : 'Save'}
              </ActionButton>
            </div>
          </form>
        ) : (
          <OfflineSaved saved={saved} onClose={close} />
        )}
      </Modal>
    </>
  )
}
