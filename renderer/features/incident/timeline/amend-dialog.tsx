import { Modal, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { EntryChange } from '../../../../shared/incident/entry-changes.ts'
import type { FactRecord } from '../../../../shared/incident/facts/fact-catalog.ts'
import { saidTime } from '../../../state/said-time.ts'
import { selectZone } from '../../../state/selectors.ts'
import { useDeskStore, useDraft, useSelected } from '../../../state/store-context.tsx'
import { ActionButton } from '../../../ui/action-button.tsx'
import styles from '../../../ui/dialog.module.css'
import { dayKey, timeOfDay } from '../../../ui/time-words.ts'
import { useRecord } from '../use-record.ts'

type Props = {
  readonly record: FactRecord
  readonly change: EntryChange | undefined
  readonly onClose: () => void
}

function wordsOf(record: FactRecord, change: EntryChange | undefined): string {
  const { text, caption } = record.data
  return change?.text ?? (typeof text === 'string' ? text : typeof caption === 'string' ? caption : '')
}

function AmendForm({ record, change, onClose }: Props) {
  const store = useDeskStore()
  const stated = useRecord('dialog')
  const zone = useSelected(selectZone)
  const before = wordsOf(record, change)
  const happenedAt = change?.occurredAt ?? record.occurredAt ?? record.at
  const timeBefore = `${dayKey(happenedAt, zone)} ${timeOfDay(happenedAt, zone)}`
  const [draft, setDraft] = useDraft(`amend.${record.id}`)
  const [time, setTime] = useState(timeBefore)
  const [problem, setProblem] = useState<string | null>(null)
  const text = draft === '' ? before : draft
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const occurredAt = time === timeBefore ? undefined : saidTime(time, zone, store.now())
    if (occurredAt === null) return setProblem('Give a time that has passed, such as 08:15 or 2026-12-24 08:15.')
    const changed = {
      ...(text.trim() !== before && text.trim() !== '' ? { text: text.trim() } : {}),
      ...(occurredAt === undefined ? {} : { occurredAt }),
    }
    if (Object.keys(changed).length === 0) return onClose()
    const refused = await stated({ type: 'entry.amended', data: { of: record.id, ...changed } })
    if (refused !== null) return setProblem(refused)
    setDraft('')
    onClose()
  }
  return (
    <form className={styles.body} onSubmit={submit}>
      <p className="dim">The original stays in the log. What you write here stands in its place.</p>
      {before === '' ? null : (
        <Textarea
          label="Text"
          value={text}
          autosize
          minRows={2}
          maxRows={10}
          data-autofocus
          onChange={(event) => setDraft(event.currentTarget.value)}
        />
      )}
      <TextInput
        label="When it happened"
        value={time}
        error={problem}
        onChange={(event) => setTime(event.currentTarget.value)}
      />
      <div className={styles.actions}>
        <ActionButton onClick={onClose}>Cancel</ActionButton>
        <ActionButton tone="primary" type="submit">
          Amend entry
        </ActionButton>
      </div>
    </form>
  )
}

/**
 * Changes an entry's words or time: the original stays in the log, the change is a fact of its own (J8). There before an entry is
 * chosen, because a dialog that comes open gives the focus back to nothing.
 */
export function AmendDialog({
  amended,
  opened,
  onClose,
}: {
  readonly amended: Omit<Props, 'onClose'> | null
  readonly opened: boolean
  readonly onClose: () => void
}) {
  return (
    <Modal opened={opened} onClose={onClose} title="Amend this entry">
      {amended === null ? null : <AmendForm key={amended.record.id} {...amended} onClose={onClose} />}
    </Modal>
  )
}
