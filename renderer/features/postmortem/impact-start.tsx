import { type FormEvent, useState } from 'react'
import type { Postmortem } from '../../../shared/postmortem/postmortem.ts'
import { isLocalDateTime, toIso, wallTimeMs, zonedAt } from '../../../shared/schedule/wall-clock.ts'
import { useNow } from '../../state/store-context.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import field from '../../ui/moment-field.module.css'
import styles from './postmortem.module.css'
import { useStateFacts } from './use-state-facts.ts'

/** An instant as the field wants it: local, to the minute. */
const toField = (at: string, zone: string): string =>
  zonedAt(Date.parse(at), zone).toPlainDateTime().toString({ smallestUnit: 'minute' })

/** The instant of a filled field, or null while it is no time. */
function fromField(local: string, zone: string): string | null {
  if (!isLocalDateTime(local)) return null
  return toIso(
    wallTimeMs(zonedAt(Date.parse(`${local.slice(0, 10)}T12:00:00Z`), 'UTC').toPlainDate(), local.slice(11, 16), zone),
  )
}

/** Lets somebody state when the impact began: no machine knows, and without it half the metrics stay blank. */
export function ImpactStart({ postmortem }: { readonly postmortem: Postmortem }) {
  const state = useStateFacts()
  const now = useNow(60_000)
  const { timezone, detectedAt } = postmortem
  const [local, setLocal] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  if (local === null) {
    return (
      <ActionButton size="small" onClick={() => setLocal(toField(detectedAt ?? new Date(now).toISOString(), timezone))}>
        State when the impact began
      </ActionButton>
    )
  }
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const startedAt = fromField(local, timezone)
    if (startedAt === null) return setProblem('Give a date and a time.')
    const refused = await state({ type: 'impact.stated', data: { startedAt } })
    setProblem(refused)
    if (refused === null) setLocal(null)
  }
  return (
    <form className={styles.impactStart} onSubmit={submit}>
      <input
        type="datetime-local"
        className={field.moment}
        aria-label={`Impact started at, ${timezone}`}
        aria-invalid={problem !== null}
        value={local}
        onChange={(event) => setLocal(event.currentTarget.value)}
      />
      <ActionButton size="small" type="submit">
        State
      </ActionButton>
      <ActionButton size="small" tone="quiet" onClick={() => setLocal(null)}>
        Cancel
      </ActionButton>
      {problem === null ? null : <span role="alert">{problem}</span>}
    </form>
  )
}
