import { Checkbox, Modal, NumberInput, PasswordInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { everything, type OfflinePart, offlineParts } from '../../../shared/bundle/offline-copy.ts'
import { SHORTEST_PASSPHRASE } from '../../../shared/bundle/sealed.ts'
import type { OfflineCopyFile } from '../../../shared/contract/answers.ts'
import { useCommands } from '../../state/commands.ts'
import { selectZone } from '../../state/selectors.ts'
import { useDeskStore, useSelected } from '../../state/store-context.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import dialog from '../../ui/dialog.module.css'
import { download } from '../../ui/download.ts'
import { byteWords, longDate } from '../../ui/time-words.ts'

type Choice = {
  readonly parts: readonly OfflinePart[]
  readonly contacts: boolean
  readonly weeks: number
  readonly passphrase: string
  readonly again: string
}

const all: Choice = { ...everything, passphrase: '', again: '' }
const partWords: Readonly<Record<OfflinePart, string>> = {
  runbooks: 'Runbooks',
  reference: 'Reference',
  schedule: 'Who is on call in the next weeks',
}
const MOST_WEEKS = 52

/** What keeps the choice from being saved, in words; null when nothing does. */
function whyNot({ parts, passphrase, again }: Choice): string | null {
  if (parts.length === 0) return 'Choose at least one part.'
  if (passphrase === '' && again === '') return null
  if (passphrase.length < SHORTEST_PASSPHRASE) return `A passphrase has at least ${SHORTEST_PASSPHRASE} characters.`
  return passphrase === again ? null : 'The two passphrases differ.'
}

/** Makes the copy; answers with what went wrong, in words, or the file. */
function useOfflineCopy() {
  const { client } = useDeskStore()
  const [saved, setSaved] = useState<OfflineCopyFile | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const save = async (choice: Choice): Promise<void> => {
    const refusal = whyNot(choice)
    setProblem(refusal)
    if (refusal !== null) return
    setBusy(true)
    const { parts, contacts, weeks, passphrase } = choice
    const input = { parts: [...parts], contacts, weeks, passphrase: passphrase === '' ? null : passphrase }
    const reply = await client.call('library.bundle', input)
    setBusy(false)
    if (reply.ok) setSaved(reply.value)
    else setProblem([reply.error.message, reply.error.hint].filter(Boolean).join(' '))
  }
  return { saved, problem, isBusy, save, reset: (): void => setSaved(null) }
}

function Saved({ copy, onClose }: { readonly copy: OfflineCopyFile; readonly onClose: () => void }) {
  const zone = useSelected(selectZone)
  return (
    <div className={dialog.body}>
      <p>
        {copy.documents} documents in one file of {byteWords(copy.bytes)}
        {copy.encrypted ? ', encrypted' : ''}. It goes stale on {longDate(copy.staleAt, zone)} and says so by itself.
      </p>
      <p className="dim">
        Saved as <code>{copy.file}</code>
      </p>
      <div className={dialog.actions}>
        <ActionButton onClick={() => download(copy.name, copy.text, 'text/html')}>Download it too</ActionButton>
        <ActionButton tone="primary" data-autofocus onClick={onClose}>
          Done
        </ActionButton>
      </div>
    </div>
  )
}

function Fields({
  choice,
  onChange,
}: {
  readonly choice: Choice
  readonly onChange: (change: Partial<Choice>) => void
}) {
  const has = (part: OfflinePart): boolean => choice.parts.includes(part)
  const toggle = (part: OfflinePart): void =>
    onChange({ parts: has(part) ? choice.parts.filter((each) => each !== part) : [...choice.parts, part] })
  return (
    <>
      {offlineParts.map((part) => (
        <Checkbox key={part} label={partWords[part]} checked={has(part)} onChange={() => toggle(part)} />
      ))}
      <NumberInput
        label="Weeks of the schedule"
        min={1}
        max={MOST_WEEKS}
        value={choice.weeks}
        disabled={!has('schedule')}
        onChange={(value) => onChange({ weeks: Math.min(MOST_WEEKS, Math.max(1, Number(value) || 1)) })}
      />
      <Checkbox
        label="Names, numbers and mail addresses"
        description="Without them the copy can be shown to anybody."
        checked={choice.contacts}
        onChange={(event) => onChange({ contacts: event.currentTarget.checked })}
      />
      <PasswordInput
        label="Passphrase (optional)"
        description="Encrypts the file. Nobody can open it without, you neither."
        autoComplete="new-password"
        value={choice.passphrase}
        onChange={(event) => onChange({ passphrase: event.currentTarget.value })}
      />
      {choice.passphrase === '' ? null : (
        <PasswordInput
          label="Passphrase once more"
          autoComplete="new-password"
          value={choice.again}
          onChange={(event) => onChange({ again: event.currentTarget.value })}
        />
      )}
    </>
  )
}

/** Makes one HTML file to take along: it opens on any phone, with no network. */
export function SaveOfflineCopy() {
  const [isOpen, setOpen] = useState(false)
  const [choice, setChoice] = useState(all)
  const { saved, problem, isBusy, save, reset } = useOfflineCopy()
  const label = 'Save offline copy'
  useCommands([{ id: 'library.offline', label, group: 'Library', run: () => setOpen(true) }])
  const close = (): void => {
    setOpen(false)
    setChoice(all)
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
          <form className={dialog.body} onSubmit={submit}>
            <p className="dim">One HTML file for a phone or a stick: it needs no network and has the same search.</p>
            <Fields choice={choice} onChange={(change) => setChoice({ ...choice, ...change })} />
            {problem === null ? null : <p role="alert">{problem}</p>}
            <div className={dialog.actions}>
              <ActionButton onClick={close}>Cancel</ActionButton>
              <ActionButton tone="primary" type="submit" disabled={isBusy}>
                {isBusy ? 'Saving' : 'Save'}
              </ActionButton>
            </div>
          </form>
        ) : (
          <Saved copy={saved} onClose={close} />
        )}
      </Modal>
    </>
  )
}
